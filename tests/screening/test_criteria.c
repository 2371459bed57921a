/* Criteria against ceilings of 24 % and 39 %, from figures given by hand. */
#include <criterion/criterion.h>
#include <string.h>

#include "engine/base/rational.h"
#include "engine/screening/passes.h"

static crible_context *context;
static struct crible_screening screening;
static cr_ruleset ruleset;
static cr_rights rights;
static cr_view view;
static cr_holdings holdings[CR_PROPERTIES];

static fmpq *number(const char *text) {
  fmpq *value = cr_arena_rationals(screening.arena, 1);
  cr_assert_not_null(value);
  cr_assert_eq(cr_rational_parse(value, NULL, text), CRIBLE_OK);
  return value;
}

/* "(1/4" is a bound that nothing attains, "1/4" one that something does. */
static cr_bound bound(const char *text) {
  bool open = text[0] == '(';
  return (cr_bound){
      .exact = true, .value = number(open ? text + 1 : text), .attained = !open, .tight = true};
}

static void set_up(void) {
  memset(&screening, 0, sizeof screening);
  rights = (cr_rights){0};
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_arena_new(&screening.arena, context), CRIBLE_OK);
  screening.context = context;
  screening.ruleset = &ruleset;
  screening.rights = &rights;
  screening.analysis[0].graph.view = &view;
  for (int property = 0; property < CR_PROPERTIES; property++) {
    ruleset.individual[property] = number("6/25");
    ruleset.collective[property] = number("39/100");
    holdings[property] = (cr_holdings){.individual_holder = {CR_NONE, CR_NONE}};
    for (int side = 0; side < 2; side++)
      holdings[property].individual[side] = holdings[property].collective_bound[side] = bound("0");
    screening.analysis[0].holdings[property] = &holdings[property];
  }
}

static void tear_down(void) {
  cr_arena_free(screening.arena);
  crible_context_free(context);
}

TestSuite(criteria, .init = set_up, .fini = tear_down);

static cr_status individual_capital(const char *lower, const char *upper) {
  holdings[CR_CAPITAL].individual[0] = bound(lower);
  holdings[CR_CAPITAL].individual[1] = bound(upper);
  cr_assert_eq(cr_pass_criteria(&screening), CRIBLE_OK);
  return screening.criteria[CR_CAPITAL_INDIVIDUAL].status;
}

Test(criteria, exactly_the_ceiling_is_met) {
  cr_assert_eq(individual_capital("6/25", "6/25"), CR_MET);
  cr_assert_eq(screening.verdict, CR_MET);
}

Test(criteria, anything_above_the_ceiling_is_violated) {
  cr_assert_eq(individual_capital("240000000000000000000001/1000000000000000000000000", "1/2"),
               CR_VIOLATED);
  cr_assert_eq(screening.verdict, CR_VIOLATED);
}

Test(criteria, a_lower_bound_at_the_ceiling_that_nothing_attains_is_above_it) {
  cr_assert_eq(individual_capital("(6/25", "1/2"), CR_VIOLATED);
  cr_assert_eq(individual_capital("6/25", "1/2"), CR_UNDETERMINED);
}

Test(criteria, an_upper_bound_at_the_ceiling_is_met_attained_or_not) {
  cr_assert_eq(individual_capital("1/5", "(6/25"), CR_MET);
  cr_assert_eq(individual_capital("1/5", "6/25"), CR_MET);
  cr_assert_eq(individual_capital("1/5", "(1/4"), CR_UNDETERMINED);
}

Test(criteria, each_criterion_has_its_own_figure_and_ceiling) {
  holdings[CR_VOTES].collective_bound[0] = holdings[CR_VOTES].collective_bound[1] = bound("3/10");
  holdings[CR_VOTES].individual[0] = holdings[CR_VOTES].individual[1] = bound("3/10");
  cr_assert_eq(cr_pass_criteria(&screening), CRIBLE_OK);
  cr_assert_eq(screening.criteria[CR_VOTES_INDIVIDUAL].status, CR_VIOLATED);
  cr_assert_eq(screening.criteria[CR_VOTES_COLLECTIVE].status, CR_MET);
  cr_assert_eq(screening.criteria[CR_CAPITAL_INDIVIDUAL].status, CR_MET);
}

Test(criteria, the_verdict_is_the_worst_status) {
  rights.veto = CR_UNDETERMINED;
  cr_assert_eq(cr_pass_criteria(&screening), CRIBLE_OK);
  cr_assert_eq(screening.verdict, CR_UNDETERMINED);
  cr_assert_eq(crible_screening_verdict(&screening), CRIBLE_UNDETERMINED);
  rights.organ_majority = CR_VIOLATED;
  cr_assert_eq(cr_pass_criteria(&screening), CRIBLE_OK);
  cr_assert_eq(screening.verdict, CR_VIOLATED);
  cr_assert_eq(crible_screening_verdict(&screening), CRIBLE_INELIGIBLE);
}

Test(criteria, of_two_meetings_the_larger_lower_and_the_larger_upper_bound_decide) {
  static cr_holdings other[CR_PROPERTIES];
  static cr_view other_view;
  for (int property = 0; property < CR_PROPERTIES; property++) {
    other[property] = holdings[property];
    screening.analysis[1].holdings[property] = &other[property];
  }
  screening.analysis[1].graph.view = &other_view;
  holdings[CR_VOTES].individual[0] = bound("1/5");
  holdings[CR_VOTES].individual[1] = bound("1/4");
  other[CR_VOTES].individual[0] = bound("1/10");
  other[CR_VOTES].individual[1] = bound("1/2");
  other[CR_VOTES].individual[0].tight = false;
  cr_assert_eq(cr_pass_criteria(&screening), CRIBLE_OK);

  const cr_criterion *votes = &screening.criteria[CR_VOTES_INDIVIDUAL];
  cr_assert(fmpq_equal(votes->bound[0].value, number("1/5")));
  cr_assert(fmpq_equal(votes->bound[1].value, number("1/2")));
  cr_assert_eq(votes->meeting[0], 0);
  cr_assert_eq(votes->meeting[1], 1);
  cr_assert(!votes->bound[0].tight);
  cr_assert(votes->bound[1].tight);
  cr_assert_eq(votes->status, CR_UNDETERMINED);
}

Test(criteria, the_public_form_says_the_same_in_lowest_terms) {
  crible_criterion out;
  cr_assert_eq(individual_capital("(1/4", "24/100"), CR_VIOLATED);
  cr_assert_eq(crible_screening_criterion_count(&screening), CR_CRITERIA);
  cr_assert_eq(crible_screening_criterion(&out, &screening, 0), CRIBLE_OK);
  cr_assert_str_eq(out.id, "capital-individual");
  cr_assert_eq(out.status, CRIBLE_VIOLATED);
  cr_assert_str_eq(out.threshold, "6/25");
  cr_assert_str_eq(out.lower.value, "1/4");
  cr_assert_eq(out.lower.attained, 0);
  cr_assert_str_eq(out.upper.value, "6/25");
  cr_assert_eq(out.upper.attained, 1);
  cr_assert_null(out.upper.holder);
  cr_assert_eq(out.tight, 1);
  cr_assert_eq(crible_screening_criterion(&out, &screening, 4), CRIBLE_OK);
  cr_assert_str_eq(out.id, "veto");
  cr_assert_null(out.threshold);
  cr_assert_eq(crible_screening_criterion(&out, &screening, CR_CRITERIA), CRIBLE_E_USAGE);
}
