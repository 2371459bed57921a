/* Days on which a result changes are those that a screening of every day finds. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include <crible/timeline.h>

#include "engine/alternatives/difference.h"
#include "engine/screening/in_order.h"
#include "engine/alternatives/timeline.h"
#include "tests/support/dossier_text.h"
#include "tests/support/scarce_memory.h"

static crible_dossier *read_path(crible_context *context, const char *path) {
  crible_dossier *dossier = NULL;
  if (crible_dossier_read(&dossier, context, path) != CRIBLE_OK)
    cr_assert_fail("%s", dossier_diagnostics(context));
  return dossier;
}

/* Screens every day after `from` until `to` and compares it with the day before. */
static void check_every_day(const char *path, const char *from, const char *to, size_t least) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = read_path(context, path);
  crible_timeline *timeline = NULL;
  cr_assert_eq(crible_timeline_of(&timeline, dossier, NULL, from, to), CRIBLE_OK, "%s",
               dossier_diagnostics(context));
  cr_assert_geq(crible_timeline_count(timeline), least);
  crible_screening *before = NULL, *after = NULL;
  size_t next = 0;
  cr_assert_eq(cr_screen_on(&before, dossier, NULL, dossier_day(from)), CRIBLE_OK);
  for (cr_date day = dossier_day(from) + 1; day <= dossier_day(to); day++) {
    char text[16];
    cr_date_format(text, day);
    cr_assert_eq(cr_screen_on(&after, dossier, NULL, day), CRIBLE_OK);
    if (cr_screenings_differ(before, after)) {
      const char *told = crible_timeline_day(timeline, next++);
      cr_assert_not_null(told, "%s is not told", text);
      cr_assert_str_eq(told, text);
    }
    crible_screening_free(before);
    before = after;
  }
  cr_assert_null(crible_timeline_day(timeline, next));
  crible_screening_free(before);
  crible_timeline_free(timeline);
  crible_dossier_free(dossier);
  crible_context_free(context);
}

Test(timeline, days_are_those_of_every_days_screening, .timeout = 120) {
  const bool all = getenv("CRIBLE_GRAPHS") != NULL; /* years take seconds */
  check_every_day("tests/alternatives/data/dated.xml", all ? "2020-01-20" : "2020-12-15",
                  all ? "2023-06-01" : "2022-03-15", all ? 12 : 6);
  if (all) check_every_day("datasets/dossiers/listed-group", "2021-12-01", "2023-03-01", 0);
}

/* What did it: the day, each fact with its event, and the law. */
Test(timeline, facts_that_did_it) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = read_path(context, "tests/alternatives/data/dated.xml");
  crible_timeline *timeline = NULL;
  cr_assert_eq(crible_timeline_of(&timeline, dossier, NULL, "2020-01-20", "2023-06-01"), CRIBLE_OK);
  static const struct {
    const char *day;
    cr_fact_kind kind;
    cr_event event;
    int facts, law;
  } wanted[] = {{"2021-01-01", CR_FACT_lots, CR_DOUBLE_VOTES, 1, 0},
                {"2021-04-01", CR_FACT_lots, CR_SUSPENSION, 1, 0},
                {"2022-01-01", CR_FACT_rights, CR_BEGINS, 1, 0},
                {"2022-03-01", CR_FACT_organs, CR_BEGINS, 3, 0},
                {"2022-07-01", CR_FACT_rights, CR_ENDS, 1, 0},
                {"2022-11-11", CR_FACT_controls, CR_BEGINS, 1, 0}};
  size_t found = 0;
  for (size_t i = 0; i < timeline->step_count; i++)
    for (size_t k = 0; k < sizeof wanted / sizeof *wanted; k++) {
      const cr_step *step = &timeline->steps[i];
      if (strcmp(step->text, wanted[k].day)) continue;
      found++;
      cr_assert_eq(step->cause_count, wanted[k].facts, "%s", step->text);
      cr_assert_eq(step->law_count, wanted[k].law, "%s", step->text);
      bool named = false;
      for (int c = 0; c < step->cause_count; c++)
        named = named || (step->causes[c].fact.kind == wanted[k].kind &&
                          step->causes[c].event == wanted[k].event);
      cr_assert(named, "%s", step->text);
    }
  cr_assert_eq(found, sizeof wanted / sizeof *wanted);
  /* The United Kingdom leaves the Union. */
  cr_assert_str_eq(timeline->steps[0].text, "2020-02-01");
  cr_assert_eq(timeline->steps[0].cause_count, 0);
  cr_assert_gt(timeline->steps[0].law_count, 0);
  crible_timeline_free(timeline);
  crible_dossier_free(dossier);
  crible_context_free(context);
}

Test(timeline, wrong_days_are_told) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = read_path(context, "tests/alternatives/data/dated.xml");
  crible_timeline *timeline = NULL;
  static const char *const wrong[][2] = {{"2023-01-01", "2022-12-31"}, {"2023-02-30", "2023-03-01"},
                                         {"2023-01-01", ""}};
  for (size_t i = 0; i < 3; i++) {
    crible_diagnostics_clear(context);
    cr_assert_eq(crible_timeline_of(&timeline, dossier, NULL, wrong[i][0], wrong[i][1]),
                 CRIBLE_E_USAGE);
    cr_assert_eq(crible_diagnostic_count(context), 1);
    cr_assert_null(timeline);
  }
  crible_dossier_free(dossier);
  crible_context_free(context);
}

static crible_status follow_and_report(crible_context *context) {
  crible_dossier *dossier = NULL;
  crible_timeline *timeline = NULL;
  char *text = NULL;
  size_t length;
  crible_status status = dossier_from(
      &dossier, context,
      "<dossier xmlns=\"urn:crible:dossier:1\" candidate=\"C\"><company id=\"C\">"
      "<stake holder=\"a\" capital=\"10%\" to=\"2022-01-01\"/>"
      "<stake holder=\"a\" capital=\"20%\" from=\"2022-01-01\"/></company>"
      "<company id=\"a\" seats=\"US\"/></dossier>");
  if (status == CRIBLE_OK)
    status = crible_timeline_of(&timeline, dossier, NULL, "2021-12-01", "2022-02-01");
  if (status == CRIBLE_OK) status = crible_timeline_report(&text, &length, timeline, NULL);
  crible_text_free(context, text);
  crible_timeline_free(timeline);
  crible_dossier_free(dossier);
  return status;
}

Test(timeline, memory) { scarce_memory_try(follow_and_report, "datasets"); }
