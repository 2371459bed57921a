/* Readings equal running each ruleset by hand: for every worked case and example dossier, and every
 * change of one choice, the criteria and verdict of a screening under a ruleset file in which that
 * choice reads otherwise; and under the strict ruleset. */
#include <criterion/criterion.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <crible/crible.h>

#include "engine/rulesets/choices.h"
#include "tests/support/dossiers.h"

/* Files of the default ruleset with one choice read otherwise, by choice and option. */
typedef struct ruleset_files {
  char path[CR_MOST_CHOICES][CR_MOST_OPTIONS][RULESET_PATH];
} ruleset_files;

static void write_rulesets(ruleset_files *out) {
  for (size_t i = 0; i < cr_choice_kind_count; i++)
    for (size_t k = 0; cr_choice_kinds[i].options[k].id != NULL; k++) {
      char changed[128];
      snprintf(changed, sizeof changed, "%s=%s", cr_choice_kinds[i].id,
               cr_choice_kinds[i].options[k].id);
      ruleset_write(out->path[i][k], changed);
    }
}

static void remove_rulesets(const ruleset_files *files) {
  for (size_t i = 0; i < cr_choice_kind_count; i++)
    for (size_t k = 0; cr_choice_kinds[i].options[k].id != NULL; k++) unlink(files->path[i][k]);
}

static const char *path_of(const ruleset_files *files, const crible_reading *reading) {
  if (strcmp(reading->choice, "strict") == 0) return reading->option;
  const cr_choice_kind *kind = cr_choice_kind_find(reading->choice);
  const cr_choice_option *option = cr_choice_option_find(kind, reading->option);
  return files->path[kind - cr_choice_kinds][option - kind->options];
}

static void expect_same_bound(const char *what, const crible_bound *read, const crible_bound *hand) {
  cr_expect_str_eq(read->value, hand->value, "%s: %s, by hand %s", what, read->value, hand->value);
  cr_expect_eq(read->attained, hand->attained, "%s: attained", what);
  const char *ids[] = {read->holder ? read->holder : "-", hand->holder ? hand->holder : "-"};
  cr_expect_str_eq(ids[0], ids[1], "%s: held by %s, by hand %s", what, ids[0], ids[1]);
}

static void expect_same_criterion(const char *what, const crible_criterion *read,
                                  const crible_criterion *hand) {
  cr_expect_eq(read->status, hand->status, "%s %s: status %d, by hand %d", what, read->id,
               read->status, hand->status);
  if (hand->threshold == NULL) return;
  cr_expect_str_eq(read->threshold, hand->threshold);
  cr_expect_eq(read->tight, hand->tight, "%s %s: tight", what, read->id);
  expect_same_bound(what, &read->lower, &hand->lower);
  expect_same_bound(what, &read->upper, &hand->upper);
}

/* What a reading says of itself against the first screening. */
static void expect_told(const char *what, const crible_reading *reading, crible_screening *first,
                        crible_screening *hand) {
  int flips = 0, figures = 0;
  for (size_t i = 0; i < crible_screening_criterion_count(first); i++) {
    crible_criterion a, b;
    cr_assert_eq(crible_screening_criterion(&a, first, i), CRIBLE_OK);
    cr_assert_eq(crible_screening_criterion(&b, hand, i), CRIBLE_OK);
    flips |= a.status != b.status;
    if (a.threshold == NULL) continue;
    figures |= strcmp(a.lower.value, b.lower.value) || a.lower.attained != b.lower.attained ||
               strcmp(a.upper.value, b.upper.value) || a.upper.attained != b.upper.attained;
  }
  bool flips_verdict = crible_screening_verdict(first) != crible_screening_verdict(hand);
  cr_expect_eq(reading->flips_verdict, flips_verdict, "%s", what);
  cr_expect_eq(reading->flips_criterion, flips, "%s", what);
  cr_expect_eq(reading->changes_figure, figures, "%s", what);
}

/* A dossier with its first screening and its readings. */
typedef struct subject {
  const char *path, *as_of;
  crible_dossier *dossier;
  crible_screening *first;
  crible_readings *readings;
} subject;

static int compare_reading(const subject *of, size_t index, const ruleset_files *files) {
  char what[400];
  crible_reading reading;
  crible_screening *hand = NULL;
  cr_assert_eq(crible_readings_at(&reading, of->readings, index), CRIBLE_OK);
  snprintf(what, sizeof what, "%s %s=%s", of->path, reading.choice, reading.option);
  const crible_screening_options options = {.ruleset = path_of(files, &reading),
                                            .as_of = of->as_of};
  crible_status status = crible_screen(&hand, of->dossier, &options);
  cr_expect_eq(reading.answered, status == CRIBLE_OK, "%s: by hand %d", what, status);
  if (status != CRIBLE_OK) return 0;
  cr_expect_eq(reading.verdict, crible_screening_verdict(hand), "%s: verdict", what);
  for (size_t i = 0; i < crible_screening_criterion_count(hand); i++) {
    crible_criterion read, by_hand;
    cr_assert_eq(crible_readings_criterion(&read, of->readings, index, i), CRIBLE_OK);
    cr_assert_eq(crible_screening_criterion(&by_hand, hand, i), CRIBLE_OK);
    expect_same_criterion(what, &read, &by_hand);
  }
  expect_told(what, &reading, of->first, hand);
  crible_screening_free(hand);
  return 1;
}

static int compare_readings(const subject *of, const ruleset_files *files) {
  int compared = 0;
  bool flips = false;
  cr_assert_gt(crible_readings_count(of->readings), 0);
  for (size_t i = 0; i < crible_readings_count(of->readings); i++) {
    crible_reading reading;
    cr_assert_eq(crible_readings_at(&reading, of->readings, i), CRIBLE_OK);
    cr_expect_eq(strcmp(reading.choice, "strict") == 0, i == 0, "%s: strict comes first", of->path);
    flips = flips || reading.flips_verdict;
    compared += compare_reading(of, i, files);
  }
  cr_expect_eq(crible_readings_robust(of->readings), !flips, "%s", of->path);
  return compared;
}

/* How many readings were compared. A dossier without submission is screened as of a date. */
static int compare_dossier(const char *path, const ruleset_files *files) {
  int compared = 0;
  crible_context *context = NULL;
  subject of = {.path = path};
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  crible_status status = crible_dossier_read(&of.dossier, context, path);
  if (status == CRIBLE_OK) status = crible_screen(&of.first, of.dossier, NULL);
  if (status == CRIBLE_E_USAGE) {
    of.as_of = "2023-02-15";
    const crible_screening_options options = {.as_of = of.as_of};
    status = crible_screen(&of.first, of.dossier, &options);
  }
  if (status == CRIBLE_OK) { /* A26 is refused */
    size_t told = crible_diagnostic_count(context);
    cr_assert_eq(crible_readings_run(&of.readings, of.first), CRIBLE_OK, "%s", path);
    cr_expect_eq(crible_diagnostic_count(context), told, "%s: readings tell nothing", path);
    compared = compare_readings(&of, files);
  }
  crible_readings_free(of.readings);
  crible_screening_free(of.first);
  crible_dossier_free(of.dossier);
  crible_context_free(context);
  return compared;
}

static void compare_all(const char *pattern, int least) {
  glob_t found;
  ruleset_files files;
  int compared = 0;
  write_rulesets(&files);
  cr_assert_eq(glob(pattern, 0, NULL, &found), 0, "%s", pattern);
  for (size_t i = 0; i < found.gl_pathc; i++) compared += compare_dossier(found.gl_pathv[i], &files);
  globfree(&found);
  remove_rulesets(&files);
  cr_expect_geq(compared, least, "%s: %d readings compared", pattern, compared);
}

Test(readings_by_hand, worked_cases_a) { compare_all("tests/cases/A*.xml", 1000); }
Test(readings_by_hand, worked_cases_b) { compare_all("tests/cases/B*.xml", 1000); }
Test(readings_by_hand, worked_cases_d_to_99) { compare_all("tests/cases/D0*.xml", 2000); }
Test(readings_by_hand, worked_cases_d_from_100) { compare_all("tests/cases/D1*.xml", 1500); }
Test(readings_by_hand, examples) { compare_all("datasets/dossiers/*/dossier.xml", 250); }
