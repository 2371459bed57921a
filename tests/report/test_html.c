/* The HTML report: well-formed, whole, self-contained, and nothing that people wrote is markup. */
#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <crible/crible.h>

#include "engine/report/model.h"
#include "engine/report/html_parts.h"
#include "tests/support/chart_marks.h"
#include "tests/support/data_folder.h"
#include "tests/support/dossiers.h"

typedef struct html {
  char *text;
  xmlDoc *body;
  xmlXPathContext *search;
  xmlChar *words; /* of the whole body */
} html;

/* The body is well-formed XML but for line breaks, which have no end tag. */
static void html_open(html *out, crible_context *context, const crible_screening *screening) {
  const crible_report_options options = {.format = CRIBLE_HTML};
  size_t length = 0;
  out->text = NULL;
  cr_assert_eq(crible_report(&out->text, &length, screening, &options), CRIBLE_OK);
  cr_assert_eq(strncmp(out->text, "<!DOCTYPE html>\n<html lang=\"en\">", 31), 0);
  char *copy = strdup(strstr(out->text, "<body>"));
  *(strstr(copy, "</body>") + strlen("</body>")) = 0;
  for (char *at = copy; (at = strstr(at, "<br>"));) memcpy(at, "    ", 4);
  out->body = xmlReadMemory(copy, (int)strlen(copy), "body", NULL, 0);
  cr_assert_not_null(out->body);
  out->search = xmlXPathNewContext(out->body);
  out->words = xmlNodeGetContent(xmlDocGetRootElement(out->body));
  free(copy);
  (void)context;
}

static void html_close(html *page, crible_context *context) {
  xmlFree(page->words);
  xmlXPathFreeContext(page->search);
  xmlFreeDoc(page->body);
  crible_text_free(context, page->text);
}

static int count(const html *page, const char *path) {
  xmlXPathObject *found = xmlXPathEvalExpression((const xmlChar *)path, page->search);
  cr_assert_not_null(found, "%s", path);
  const int nodes = found->nodesetval ? found->nodesetval->nodeNr : 0;
  xmlXPathFreeObject(found);
  return nodes;
}

static void check_says(const html *page, const char *words, const char *name) {
  cr_expect(!words || strstr((const char *)page->words, words), "%s lacks '%s'", name, words);
}

/* The ids of the parts, in the order in which they are read. */
static void check_order(const html *page, const char *name) {
  static const char *const parts[] = {"verdict",  "chart",    "criteria", "holders",
                                      "chains",   "rights",   "requests", "presumed",
                                      "readings", "sources",  "method",   "signature"};
  const char *at = page->text;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    char tag[64];
    snprintf(tag, sizeof tag, "<section id=\"%s\"", parts[i]);
    at = strstr(at, tag);
    cr_assert_not_null(at, "%s: no part '%s' in its place", name, parts[i]);
  }
}

static void check_structure(const html *page, const char *name) {
  check_order(page, name);
  cr_expect_eq(count(page, "//h1"), 1, "%s", name);
  cr_expect_eq(count(page, "/body/header | /body/main | /body/footer"), 3, "%s", name);
  cr_expect_eq(count(page, "//*[@id = preceding::*/@id]"), 0, "%s: an id twice", name);
  cr_expect_eq(count(page, "//section[not(@aria-labelledby = .//@id)]"), 0, "%s", name);
  cr_expect_eq(count(page, "//table[not(caption) or not(thead//th[@scope = 'col'])]"), 0, "%s",
               name);
  cr_expect_eq(count(page, "//tbody/tr[not(th[@scope = 'row'])]"), 0, "%s", name);
  cr_expect_eq(count(page, "//tr[count(*) != count(ancestor::table[1]/thead/tr/th)]"), 0, "%s",
               name);
  cr_expect_eq(count(page, "//*[local-name() = 'script' or @src or @href or @onload]"), 0, "%s",
               name);
}

/* Everything of the model that must not be lost between the text and the page. */
static void check_whole(const html *page, const cr_report_model *model, const char *name) {
  const cr_facts *facts = model->screening->facts;
  check_says(page, model->verdict, name);
  check_says(page, model->robustness, name);
  for (int i = 0; i < model->headline_count; i++) check_says(page, model->headlines[i], name);
  for (int i = 0; i < CR_CRITERIA; i++) {
    check_says(page, model->criteria[i].figure, name);
    check_says(page, model->criteria[i].note, name);
    const cr_shown_witness *witness = model->criteria[i].witness;
    for (int k = 0; witness && k < witness->chain_count; k++)
      if (witness->chains[k].step_count > 1)
        check_says(page, witness->chains[k].calculation, name);
    for (int k = 0; witness && k < witness->part_count; k++)
      check_says(page, witness->parts[k].sentence, name);
  }
  for (int i = 0; i < model->holder_count; i++)
    check_says(page, model->holders[i].party->label, name);
  for (int i = 0; i < model->finding_count; i++) {
    check_says(page, model->findings[i].title, name);
    check_says(page, model->findings[i].why, name);
    check_says(page, model->findings[i].quote, name);
  }
  for (int i = 0; i < model->requests->letter_count; i++)
    check_says(page, model->asked[i].sentence, name);
  for (int i = 0; i < model->presumed.count; i++)
    check_says(page, model->presumed.items[i].sentence, name);
  for (size_t i = 0; i < facts->sources_count; i++) {
    check_says(page, facts->sources[i].title, name);
    check_says(page, facts->sources[i].sha256, name);
  }
  check_says(page, model->screening->ruleset->sha256, name);
  check_says(page, "crible " CRIBLE_VERSION, name);
}

static void check_page(crible_context *context, const crible_screening *screening,
                       const char *name) {
  html page;
  cr_arena *arena = NULL;
  cr_report_model *model = NULL;
  crible_readings *readings = NULL;
  html_open(&page, context, screening);
  cr_assert_eq(cr_arena_new(&arena, context), CRIBLE_OK);
  cr_assert_eq(cr_readings_beside_verdict(&readings, screening), CRIBLE_OK);
  cr_assert_eq(cr_report_model_of(&model, screening, readings, arena), CRIBLE_OK);
  check_structure(&page, name);
  check_whole(&page, model, name);
  crible_readings_free(readings);
  cr_arena_free(arena);
  html_close(&page, context);
}

Test(html, of_the_examples_is_whole_and_in_order) {
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
    check_page(context, screening, names[i]);
    crible_screening_free(screening);
    crible_dossier_free(dossier);
  }
  crible_context_free(context);
}

Test(html, of_names_that_are_markup_is_text) {
  char long_name[301], body[4000];
  memset(long_name, 'x', 300);
  long_name[300] = 0;
  snprintf(body, sizeof body,
           "<company id=\"C\" name=\"&lt;script&gt;alert('1')&lt;/script&gt; &amp; &quot;Sons&quot;\" "
           "form=\"SAS\" seats=\"FR\"><share-class id=\"O\" issued=\"100\"/>"
           "<lot holder=\"a\" class=\"O\" quantity=\"30\"/><lot holder=\"b\" quantity=\"70\"/>"
           "<complete of=\"holders rights organs\"/>"
           "<right id=\"r\" kind=\"consent\" under=\"statutes\" article=\"&lt;b&gt;1&lt;/b&gt;\" "
           "beneficiary=\"a\" decisions=\"budget\">&lt;img src=x onerror=alert(1)&gt;</right></company>"
           "<company id=\"a\" name=\"\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D e\xCC\x81\xCC\x81 ]]&gt;\" "
           "form=\"foreign\" seats=\"US\"/>"
           "<company id=\"b\" name=\"%s\" form=\"foreign\" seats=\"DE\"/>",
           long_name);
  screened hostile;
  screen_open(&hostile, FILED_FIRST, body);
  check_page(hostile.context, hostile.screening, "hostile");
  html page;
  html_open(&page, hostile.context, hostile.screening);
  cr_expect_eq(count(&page, "//img | //b"), 0);
  cr_expect_null(strstr(page.text, "<script"));
  check_says(&page, "<script>alert('1')</script> & \"Sons\"", "hostile");
  check_says(&page, long_name, "hostile");
  check_says(&page, "<img src=x onerror=alert(1)>", "hostile");
  html_close(&page, hostile.context);
  dossier_close(&hostile);
}

/* 30 % held against 24 %: the bar ends beyond the line, both where the figures say. */
Test(html, gauge_is_to_scale) {
  screened held;
  screen_open(&held, FILED_FIRST,
              "<company id=\"C\" name=\"C\" form=\"SAS\" seats=\"FR\"><share-class id=\"O\" "
              "issued=\"100\"/><lot holder=\"a\" quantity=\"30\"/><lot holder=\"p\" quantity=\"70\"/>"
              "<complete of=\"holders rights organs\"/></company>"
              "<company id=\"a\" name=\"A\" form=\"foreign\" seats=\"US\"/>"
              "<person id=\"p\" name=\"P\" residence=\"FR\"/>");
  html page;
  html_open(&page, held.context, held.screening);
  const char *gauge = strstr(page.text, "aria-label=\"30 % / 24 %\"");
  cr_assert_not_null(gauge);
  double outer = 0, full = 0, line = 0;
  cr_assert_eq(sscanf(gauge, "aria-label=\"30 %% / 24 %%\"><rect x=\"0.0\" y=\"3\" width=\"%lf\"",
                      &outer), 1);
  const char *bar = strstr(gauge, "/><rect") + 2, *mark = strstr(gauge, "<path d=\"M");
  cr_assert_eq(sscanf(bar, "<rect x=\"0.0\" y=\"3\" width=\"%lf\"", &full), 1);
  cr_assert_eq(sscanf(mark, "<path d=\"M%lf,", &line), 1);
  cr_expect_float_eq(full, 0.30 * outer, 0.05);
  cr_expect_float_eq(line, 0.24 * outer, 0.05);
  html_close(&page, held.context);
  dossier_close(&held);
}

/* Whatever the colour of a text, it can be read on white; those of a status on their tint too. */
Test(html, colours_of_the_style_have_contrast) {
  static const char *const pairs[][2] = {{"#17602f", "#eef7f0"}, {"#a5150a", "#fdf0ee"},
                                         {"#7a4f00", "#fff8e6"}, {"#1a1a1a", "#fff8e6"}};
  int colors = 0;
  for (const char *at = cr_html_style; (at = strstr(at, "color:#")); at++) {
    char color[8];
    snprintf(color, sizeof color, "%.7s", at + strlen("color:"));
    if (strncmp(at - 7, "border-", 7) == 0 || strncmp(at - 11, "background-", 11) == 0) continue;
    cr_expect_geq(chart_contrast(color, "#ffffff"), 4.5, "%s", color);
    colors++;
  }
  cr_expect_gt(colors, 5);
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    cr_expect(strstr(cr_html_style, pairs[i][0]) && strstr(cr_html_style, pairs[i][1]));
    cr_expect_geq(chart_contrast(pairs[i][0], pairs[i][1]), 4.5, "%s on %s", pairs[i][0],
                  pairs[i][1]);
  }
}
