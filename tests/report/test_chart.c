/* The chart, from the marks of its SVG: what is drawn can be read on a page, nothing lies on
 * anything else, and it is quick whatever the dossier. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <crible/crible.h>

#include "importers/dossier/dossier.h"
#include "tests/support/chart_marks.h"
#include "tests/support/data_folder.h"
#include "tests/support/dossiers.h"

static chart_marks chart;

/* Parties C0 to C(n-1), each held by one that comes later at least, the first `cycle` after C0
 * by each other too. */
static char *random_dossier(int parties, int cycle, unsigned seed) {
  static const char *const seats[] = {"FR", "US", "CH", "DE", "FR", "GB"};
  const size_t room = 400 + (size_t)parties * 400;
  char *text = malloc(room), *at = text;
  int *holder_of = malloc((size_t)parties * 3 * sizeof *holder_of);
  cr_assert(text != NULL && holder_of != NULL);
  srand(seed);
  for (int i = 1; i < parties; i++) 
    holder_of[i] = i < 9 ? rand() % (i < 3 ? i : 3) : 1 + rand() % (i - 1);
  at += sprintf(at, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<dossier xmlns=\"urn:crible:dossier:1\" candidate=\"C0\">\n");
  for (int i = 0; i < parties; i++) {
    const char *seat = i == 0 ? "FR" : seats[rand() % 6];
    at += sprintf(at, "<company id=\"C%d\" name=\"%s %d\" form=\"%s\" seats=\"%s\">", i,
                  i % 3 ? "Compagnie des Participations" : "Alpha", i,
                  strcmp(seat, "FR") == 0 ? "SAS" : "foreign", seat);
    const int share = i == 0 ? 9 : 2;
    int given = 0;
    for (int h = i + 1; h < parties && given < 20; h++)
      if (holder_of[h] == i)
        given++, at += sprintf(at, "<stake holder=\"C%d\" capital=\"%d %%\"/>", h,
                               share + (i > 0 && given == 1 && h % 4 == 0 ? 51 : 0));
    const int next = i % cycle + 1;
    if (i > 0 && i <= cycle && holder_of[next] != i)
      at += sprintf(at, "<stake holder=\"C%d\" capital=\"3 %%\"/>", next);
    at += sprintf(at, "</company>\n");
  }
  sprintf(at, "</dossier>\n");
  cr_assert_lt(strlen(text), room);
  free(holder_of);
  return text;
}

static double seconds(void) { return (double)clock() / CLOCKS_PER_SEC; }

/* Draws into `chart`; gives the time that drawing took. */
static double draw(const crible_screening *screening, crible_context *context, bool full) {
  const crible_chart_options options = {CRIBLE_CHART_SVG, full};
  char *svg = NULL;
  size_t length = 0;
  const double before = seconds();
  cr_assert_eq(crible_chart(&svg, &length, screening, &options), CRIBLE_OK);
  const double taken = seconds() - before;
  chart_marks_read(&chart, svg, length);
  crible_text_free(context, svg);
  return taken;
}

static void open_random(screened *out, int parties, int cycle, unsigned seed) {
  char *text = random_dossier(parties, cycle, seed);
  const crible_screening_options question = {.as_of = "2023-02-15"};
  *out = (screened){.context = NULL};
  cr_assert_eq(crible_context_new(&out->context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_dossier_read_bytes(&out->dossier, out->context, "d.xml", text, strlen(text)),
               CRIBLE_OK, "seed %u", seed);
  cr_assert_eq(crible_screen(&out->screening, out->dossier, &question), CRIBLE_OK, "seed %u", seed);
  free(text);
}

static bool overlap(const chart_box *a, const chart_box *b) {
  return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

static void check_apart(const char *name) {
  for (int i = 0; i < chart.box_count; i++)
    for (int j = 0; j < i; j++)
      cr_expect(!overlap(&chart.boxes[i], &chart.boxes[j]), "%s: box %d lies on box %d", name, i,
                j);
}

static void check_candidate_lowest(const char *name) {
  for (int i = 1; i < chart.box_count; i++)
    cr_expect_leq(chart.boxes[i].bottom, chart.boxes[0].top, "%s: box %d", name, i);
}

static void check_contrast(const char *name) {
  for (int i = 0; i < chart.box_count; i++) {
    const chart_box *box = &chart.boxes[i];
    cr_expect_geq(chart_contrast(box->ink, box->fill), 4.5, "%s: text of box %d", name, i);
    cr_expect_geq(chart_contrast(box->stroke, "#ffffff"), 3, "%s: outline of box %d", name, i);
  }
}

static void check_page(const char *name) {
  check_apart(name);
  check_candidate_lowest(name);
  check_contrast(name);
  cr_expect_geq(chart_marks_fit(&chart) * chart.least_font, 7, "%s: %.0f × %.0f points", name,
                chart.width, chart.height);
}

Test(chart, contrast_is_computed_as_wcag_does) {
  cr_expect_float_eq(chart_contrast("#ffffff", "#000000"), 21, 1e-9);
  cr_expect_float_eq(chart_contrast("#777777", "#ffffff"), 4.48, 5e-3);
}

Test(chart, of_the_examples_can_be_read_on_a_page) {
  static const char *const names[] = {"clean-start-up",     "cross-holdings", "family",
                                      "foreign-fund",       "listed-group",   "investor-agreement",
                                      "missing-documents", "two-holdings"};
  crible_context *context = data_context(NULL);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    char path[512];
    crible_dossier *dossier = NULL;
    crible_screening *screening = NULL;
    snprintf(path, sizeof path, "%s/dossiers/%s", crible_context_data_folder(context), names[i]);
    cr_assert_eq(crible_dossier_read(&dossier, context, path), CRIBLE_OK);
    cr_assert_eq(crible_screen(&screening, dossier, NULL), CRIBLE_OK);
    draw(screening, context, false);
    check_page(names[i]);
    const int boxes = chart.box_count, edges = chart.edges;
    draw(screening, context, true); /* none of them is folded */
    cr_expect_eq(chart.box_count, boxes, "%s", names[i]);
    cr_expect_eq(chart.edges, edges, "%s", names[i]);
    crible_screening_free(screening);
    crible_dossier_free(dossier);
  }
  crible_context_free(context);
}

Test(chart, of_thirty_parties_can_be_read_on_a_page) {
  const char *graphs = getenv("CRIBLE_GRAPHS");
  const int count = graphs ? atoi(graphs) / 100 + 1 : 12;
  for (int seed = 1; seed <= count; seed++) {
    char name[32];
    screened random;
    snprintf(name, sizeof name, "seed %d", seed);
    open_random(&random, 30, 1 + seed % 6, (unsigned)seed);
    draw(random.screening, random.context, false);
    check_page(name);
    draw(random.screening, random.context, true);
    cr_expect_geq(chart.box_count, 30, "%s", name);
    check_apart(name);
    check_candidate_lowest(name);
    dossier_close(&random);
  }
}

Test(chart, is_folded_at_once_and_full_in_time) {
  screened random;
  open_random(&random, 500, 50, 7);
  cr_expect_lt(draw(random.screening, random.context, false), 1);
  cr_expect_leq(chart.box_count, 60);
  check_page("500, folded");
  cr_expect_lt(draw(random.screening, random.context, true), 3);
  cr_expect_geq(chart.box_count, 500);
  check_apart("500, full");
  dossier_close(&random);
}

/* Larger than Graphviz draws. */
Test(chart, of_thousands_is_drawn_in_rows) {
  screened random;
  open_random(&random, 1300, 1, 3);
  cr_expect_lt(draw(random.screening, random.context, false), 1);
  cr_expect_leq(chart.box_count, 60);
  cr_expect_lt(draw(random.screening, random.context, true), 3);
  cr_expect_gt(chart.box_count, 1500);
  check_apart("1300, full");
  check_candidate_lowest("1300, full");
  dossier_close(&random);
}

Test(chart, of_an_unknown_format_is_refused) {
  screened small;
  screen_open(&small, FILED_FIRST, "<company id=\"C\" name=\"C\" form=\"SAS\" seats=\"FR\"/>");
  const crible_chart_options options = {(crible_chart_format)9, 0};
  char *text = NULL;
  size_t length = 0;
  cr_expect_eq(crible_chart(&text, &length, small.screening, &options), CRIBLE_E_USAGE);
  cr_expect_null(text);
  cr_expect_eq(crible_chart(&text, &length, small.screening, NULL), CRIBLE_OK);
  cr_expect_eq(length, strlen(text));
  crible_text_free(small.context, text);
  dossier_close(&small);
}
