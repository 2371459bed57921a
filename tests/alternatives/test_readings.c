/* What readings say of themselves: robust or not, what flips, what gives no answer, what
 * was not computed again. */
#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

#include <crible/readings.h>

#include "engine/alternatives/reading_reach.h"
#include "tests/support/dossiers.h"

/* US has 60 % of A, which has 30 % of C: 18 % of its capital; by control 30 % of its votes. */
#define CHAIN                                                                                \
  "<company id='C' form='SAS' seats='FR'><stake holder='a' capital='30%' votes='30%'/>"      \
  "<stake holder='p' capital='70%' votes='70%'/><complete of='holders rights organs'/>"      \
  "</company><company id='a' seats='FR'><stake holder='us' capital='60%' votes='60%'/>"      \
  "<stake holder='p' capital='40%' votes='40%'/><complete of='holders'/></company>"          \
  "<company id='us' seats='US'/><person id='p' residence='FR'/>"

/* US has 10 %, a person resident in France the rest. */
#define TENTH                                                                                \
  "<company id='C' form='SAS' seats='FR'><stake holder='us' capital='10%' votes='10%'/>"     \
  "<stake holder='p' capital='90%' votes='90%'/><complete of='holders rights organs'/>"      \
  "</company><company id='us' seats='US'/><person id='p' residence='FR' nationalities='FR'/>"

static crible_reading reading_of(const crible_readings *readings, const char *choice,
                                 const char *option) {
  crible_reading found;
  for (size_t i = 0; i < crible_readings_count(readings); i++) {
    cr_assert_eq(crible_readings_at(&found, readings, i), CRIBLE_OK);
    if (strcmp(found.choice, choice) == 0 && strcmp(found.option, option) == 0) return found;
  }
  cr_assert_fail("no reading %s=%s", choice, option);
  return found;
}

static void run(crible_readings **out, const screened *of) {
  cr_assert_eq(crible_readings_run(out, of->screening), CRIBLE_OK);
}

Test(readings, one_that_excuses_the_votes_flips_the_verdict) {
  screened of;
  crible_readings *readings = NULL;
  screen_open(&of, FILED_FIRST, CHAIN);
  cr_assert_eq(crible_screening_verdict(of.screening), CRIBLE_INELIGIBLE);
  run(&readings, &of);
  cr_expect(!crible_readings_robust(readings));
  crible_reading both = reading_of(readings, "scope", "both");
  cr_expect(both.answered && both.flips_verdict);
  cr_expect_eq(both.verdict, CRIBLE_ELIGIBLE);
  cr_expect(!both.flips_criterion && !both.changes_figure, "the criteria keep their own status");
  crible_readings_free(readings);
  dossier_close(&of);
}

Test(readings, a_plain_holding_is_robust) {
  screened of;
  crible_readings *readings = NULL;
  screen_open(&of, FILED_FIRST, TENTH);
  cr_assert_eq(crible_screening_verdict(of.screening), CRIBLE_ELIGIBLE);
  run(&readings, &of);
  cr_expect(crible_readings_robust(readings));
  crible_readings_free(readings);
  dossier_close(&of);
}

/* 10 % and the person's 90 % for a reading that makes persons of a third State third. */
Test(readings, a_figure_may_change_with_the_verdict) {
  screened of;
  crible_readings *readings = NULL;
  screen_open(&of, FILED_FIRST,
              "<company id='C' form='SAS' seats='FR'><stake holder='p' capital='100%' votes='100%'/>"
              "<complete of='holders rights organs'/></company>"
              "<person id='p' residence='CH' nationalities='FR'/>");
  run(&readings, &of);
  crible_reading residence = reading_of(readings, "natural-persons", "residence");
  crible_reading nationality = reading_of(readings, "natural-persons", "nationality");
  cr_expect(residence.flips_verdict && residence.flips_criterion && residence.changes_figure);
  cr_expect_eq(residence.verdict, CRIBLE_INELIGIBLE);
  cr_expect(!nationality.flips_verdict && !nationality.changes_figure);
  for (size_t i = 0; i < crible_readings_count(readings); i++) {
    crible_reading at;
    crible_criterion capital;
    cr_assert_eq(crible_readings_at(&at, readings, i), CRIBLE_OK);
    if (strcmp(at.option, "residence") != 0) continue;
    cr_assert_eq(crible_readings_criterion(&capital, readings, i, 0), CRIBLE_OK);
    cr_expect_str_eq(capital.lower.value, "1");
    cr_expect_str_eq(capital.upper.holder, "p");
    cr_expect_eq(capital.status, CRIBLE_VIOLATED);
  }
  crible_readings_free(readings);
  dossier_close(&of);
}

/* Nobody has decided yet: the facts of that day give no answer, and flip nothing. */
Test(readings, a_date_that_is_not_stated_gives_no_answer) {
  screened of;
  crible_readings *readings = NULL;
  crible_criterion criterion;
  screen_open(&of, FILED_FIRST, TENTH);
  run(&readings, &of);
  crible_reading decision = reading_of(readings, "reference-date", "decision");
  cr_expect(!decision.answered && !decision.flips_verdict);
  cr_expect(reading_of(readings, "reference-date", "filing").answered);
  cr_expect_eq(crible_diagnostic_count(of.context), 0u);
  for (size_t i = 0; i < crible_readings_count(readings); i++) {
    crible_reading at;
    cr_assert_eq(crible_readings_at(&at, readings, i), CRIBLE_OK);
    crible_status status = crible_readings_criterion(&criterion, readings, i, 0);
    cr_expect_eq(status, at.answered ? CRIBLE_OK : CRIBLE_E_USAGE);
  }
  crible_readings_free(readings);
  dossier_close(&of);
}

/* Whether the strict reading is among them, and what it says. */
static bool find_strict(crible_reading *out, const crible_readings *readings) {
  cr_assert_eq(crible_readings_at(out, readings, 0), CRIBLE_OK);
  return strcmp(out->choice, "strict") == 0;
}

/* A person resident in Switzerland with 30 %, 24 % allowed. */
#define SWISS                                                                                \
  "<company id='C' form='SAS' seats='FR'><stake holder='s' capital='30%' votes='30%'/>"      \
  "<stake holder='p' capital='70%' votes='70%'/><complete of='holders rights organs'/>"      \
  "</company><person id='s' residence='CH' nationalities='CH'/>"                             \
  "<person id='p' residence='FR' nationalities='FR'/>"

Test(readings, strict_is_one_of_them) {
  screened of;
  crible_reading strict;
  crible_readings *readings = NULL;
  screen_open(&of, FILED_FIRST, SWISS);
  cr_assert_eq(crible_screening_verdict(of.screening), CRIBLE_ELIGIBLE);
  run(&readings, &of);
  cr_assert(find_strict(&strict, readings));
  cr_expect_str_eq(strict.option, "secnumcloud-2023-strict");
  cr_expect(strict.answered && strict.flips_verdict && strict.changes_figure);
  cr_expect_eq(strict.verdict, CRIBLE_INELIGIBLE);
  crible_readings_free(readings);
  dossier_close(&of);
}

/* Each choice made as strict makes it: what would be left to try is the ruleset itself. */
Test(readings, strict_is_no_other_reading_of_itself) {
  screened of;
  crible_reading first;
  crible_readings *readings = NULL;
  const crible_screening_options options = {.ruleset = "secnumcloud-2023-strict"};
  dossier_open(&of, NULL, FILED_FIRST, SWISS);
  cr_assert_eq(crible_screen(&of.screening, of.dossier, &options), CRIBLE_OK);
  cr_assert_eq(crible_screening_verdict(of.screening), CRIBLE_INELIGIBLE);
  run(&readings, &of);
  cr_expect(!find_strict(&first, readings));
  cr_expect(reading_of(readings, "natural-persons", "never").answered);
  crible_readings_free(readings);
  dossier_close(&of);
}

/* The strict choices under ceilings of one's own on a single entity: 30 % is above 29 %, not above 30 %. */
Test(readings, strict_keeps_the_thresholds_of_the_ruleset) {
  static const char *const ceilings[] = {"29 %", "30 %"};
  for (int i = 0; i < 2; i++) {
    screened of;
    char path[RULESET_PATH];
    crible_reading strict;
    crible_readings *readings = NULL;
    ruleset_write_ceilings(path, ceilings[i]);
    const crible_screening_options options = {.ruleset = path};
    dossier_open(&of, NULL, FILED_FIRST, SWISS);
    cr_assert_eq(crible_screen(&of.screening, of.dossier, &options), CRIBLE_OK);
    cr_assert_eq(crible_screening_verdict(of.screening), CRIBLE_ELIGIBLE);
    run(&readings, &of);
    cr_assert(find_strict(&strict, readings));
    cr_expect(strict.changes_figure);
    crible_criterion individual;
    cr_assert_eq(crible_readings_criterion(&individual, readings, 0, 0), CRIBLE_OK);
    cr_expect_str_eq(individual.lower.value, "3/10");
    cr_expect_eq(individual.status, i == 0 ? CRIBLE_VIOLATED : CRIBLE_MET);
    crible_readings_free(readings);
    dossier_close(&of);
    unlink(path);
  }
}

Test(readings, there_is_nothing_past_the_end) {
  screened of;
  crible_readings *readings = NULL;
  crible_reading reading;
  crible_criterion criterion;
  screen_open(&of, FILED_FIRST, TENTH);
  run(&readings, &of);
  size_t count = crible_readings_count(readings);
  cr_expect_eq(crible_readings_at(&reading, readings, count), CRIBLE_E_USAGE);
  cr_expect_eq(crible_readings_criterion(&criterion, readings, count, 0), CRIBLE_E_USAGE);
  cr_expect_eq(crible_readings_criterion(&criterion, readings, 0, 6), CRIBLE_E_USAGE);
  crible_readings_free(readings);
  crible_readings_free(NULL);
  dossier_close(&of);
}

/* What the shortcut says cannot be reached, on a dossier that has none of the facts. */
Test(readings, choices_without_their_facts_reach_nothing) {
  static const cr_choice_index idle[] = {
      CR_CHOICE_FUNDS,        CR_CHOICE_USUFRUCT,        CR_CHOICE_DILUTION,
      CR_CHOICE_LISTED_CHAIN, CR_CHOICE_LISTED_ISSUER,   CR_CHOICE_GROUPS,
      CR_CHOICE_VETO_SCOPE,   CR_CHOICE_TRANSITION_2020, CR_CHOICE_CONDITIONAL_RIGHTS};
  screened of;
  screen_open(&of, FILED_FIRST, TENTH);
  for (size_t i = 0; i < sizeof idle / sizeof *idle; i++)
    cr_expect_eq(cr_reading_reach(of.screening, idle[i]), CR_REACHES_NOTHING);
  cr_expect_eq(cr_reading_reach(of.screening, CR_CHOICE_NATURAL_PERSONS), CR_REACHES_GRAPH);
  cr_expect_eq(cr_reading_reach(of.screening, CR_CHOICE_REFERENCE_DATE), CR_REACHES_DATE);
  dossier_close(&of);
}
