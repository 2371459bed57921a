/* Worked cases of capital holdings, as views made by hand. */
#include <criterion/criterion.h>

#include "engine/holdings/holdings.h"
#include "tests/support/hand_view.h"

static hand_view hand;

static void setup(void) { hand_open(&hand); }
static void teardown(void) { hand_close(&hand); }

TestSuite(cases, .init = setup, .fini = teardown);

static cr_holdings *solve(int candidate) {
  const cr_view *view = hand_finish(&hand, candidate);
  cr_holdings *holdings = NULL;
  cr_assert_eq(cr_holdings_solve(&holdings, view, CR_CAPITAL, NULL, 0, hand.arena), CRIBLE_OK);
  return holdings;
}

/* The rest of a company, of any size, with persons. */
static void rest_with_persons(int company, const char *weight) {
  hand_capital(&hand, hand_persons(&hand), company, weight);
}

/* "[1/10,1/5)" as the two bounds of a figure. */
static void expect_bounds(const cr_bound *lower, const cr_bound *upper, const char *text,
                          const char *what) {
  cr_interval want;
  cr_interval_init(&want);
  hand_interval(&want, text);
  cr_expect(fmpq_equal(lower->value, &want.lo), "%s: lower end of %s", what, text);
  cr_expect(fmpq_equal(upper->value, &want.hi), "%s: upper end of %s", what, text);
  cr_expect_eq(lower->attained, !want.lo_open, "%s: lower end of %s attained", what, text);
  cr_expect_eq(upper->attained, !want.hi_open, "%s: upper end of %s attained", what, text);
  cr_interval_clear(&want);
}

static void expect_figures(const cr_holdings *holdings, const char *individual,
                           const char *collective) {
  expect_bounds(&holdings->individual[0], &holdings->individual[1], individual, "individual");
  expect_bounds(&holdings->collective_bound[0], &holdings->collective_bound[1], collective,
                "collective");
  cr_expect(holdings->individual[1].tight);
  cr_expect(holdings->collective_bound[1].tight);
}

Test(cases, a05_chain_through_one_company) {
  int c = hand_company(&hand), de = hand_company(&hand), us = hand_foreign(&hand);
  hand_capital(&hand, us, de, "49/100");
  rest_with_persons(de, "51/100");
  hand_capital(&hand, de, c, "45/100");
  rest_with_persons(c, "55/100");
  const cr_holdings *holdings = solve(c);
  expect_figures(holdings, "441/2000", "441/2000");
  cr_expect_eq(holdings->individual_holder[0], us);
  cr_expect_eq(holdings->individual_holder[1], us);
  cr_expect(holdings->individual[0].tight);
}

Test(cases, a07_third_company_of_a_french_parent) {
  int c = hand_company(&hand), ch = hand_foreign(&hand), fr = hand_company(&hand);
  hand_capital(&hand, fr, ch, "1");
  rest_with_persons(fr, "1");
  hand_capital(&hand, ch, c, "35/100");
  rest_with_persons(c, "65/100");
  const cr_holdings *holdings = solve(c);
  expect_figures(holdings, "7/20", "7/20");
  cr_expect_eq(holdings->individual_holder[1], ch);
}

Test(cases, a08_parent_above_two_third_companies) {
  int c = hand_company(&hand), lu = hand_company(&hand), ky = hand_foreign(&hand);
  int us = hand_foreign(&hand);
  hand_capital(&hand, us, lu, "1");
  hand_capital(&hand, us, ky, "1");
  hand_capital(&hand, lu, c, "15/100");
  hand_capital(&hand, ky, c, "15/100");
  rest_with_persons(c, "7/10");
  const cr_holdings *holdings = solve(c);
  expect_figures(holdings, "3/10", "3/10");
  cr_expect_eq(holdings->individual_holder[0], us);
  cr_assert_eq(holdings->entity_count, 2);
  cr_expect_eq(holdings->entities[0].entity, ky);
  cr_expect(hand_equal(holdings->entities[0].upper.value, "3/20"));
}

Test(cases, a09_cross_holding) {
  int c = hand_company(&hand), a = hand_company(&hand), b = hand_company(&hand);
  int us = hand_foreign(&hand);
  hand_capital(&hand, us, a, "3/5");
  hand_capital(&hand, b, a, "1/5");
  rest_with_persons(a, "1/5");
  hand_capital(&hand, a, b, "1/5");
  rest_with_persons(b, "4/5");
  hand_capital(&hand, a, c, "3/10");
  hand_capital(&hand, b, c, "1/5");
  rest_with_persons(c, "1/2");
  const cr_holdings *holdings = solve(c);
  expect_figures(holdings, "17/80", "17/80");
  cr_expect(hand_equal(&holdings->collective[0].value[a], "5/8"));
  cr_expect(hand_equal(&holdings->collective[0].value[b], "1/8"));
  cr_expect_eq(holdings->closed_group_count, 0);
}

Test(cases, a10_candidate_met_again_counts_nothing) {
  int c = hand_company(&hand), sub = hand_company(&hand), us = hand_foreign(&hand);
  hand_capital(&hand, c, sub, "1");
  hand_capital(&hand, sub, c, "1/5");
  hand_capital(&hand, us, c, "1/5");
  rest_with_persons(c, "3/5");
  expect_figures(solve(c), "1/5", "1/5");
}

Test(cases, a20_undisclosed_remainder) {
  int c = hand_company(&hand), us = hand_foreign(&hand);
  rest_with_persons(c, "1/2");
  hand_capital(&hand, us, c, "1/5");
  hand_capital(&hand, CR_VIEW_PSEUDO(CR_UNDISCLOSED), c, "3/10");
  const cr_holdings *holdings = solve(c);
  expect_figures(holdings, "[1/5,1/2]", "[1/5,1/2]");
  cr_expect(holdings->individual[0].tight);
  cr_expect_eq(holdings->individual_holder[1], us);
  cr_assert_eq(holdings->entity_count, 2);
  cr_expect(hand_equal(holdings->entities[1].upper.value, "3/10"));
  cr_expect(hand_equal(holdings->entities[1].lower.value, "0"));
}

Test(cases, a21_small_undisclosed_remainder) {
  int c = hand_company(&hand), us = hand_foreign(&hand);
  rest_with_persons(c, "7/10");
  hand_capital(&hand, us, c, "1/5");
  hand_capital(&hand, CR_VIEW_PSEUDO(CR_UNDISCLOSED), c, "1/10");
  const cr_holdings *holdings = solve(c);
  expect_figures(holdings, "[1/5,3/10]", "[1/5,3/10]");
  cr_expect(holdings->individual[0].tight);
}

Test(cases, a22_band_above) {
  int c = hand_company(&hand), de = hand_company(&hand), us = hand_foreign(&hand);
  hand_capital(&hand, us, de, "(1/4,1/2]");
  rest_with_persons(de, "[0,1]");
  hand_capital(&hand, de, c, "2/5");
  rest_with_persons(c, "3/5");
  expect_figures(solve(c), "(1/10,1/5]", "(1/10,1/5]");
}

Test(cases, a23_band_directly) {
  int c = hand_company(&hand), us = hand_foreign(&hand);
  hand_capital(&hand, us, c, "(1/4,1/2]");
  rest_with_persons(c, "[0,1]");
  const cr_holdings *holdings = solve(c);
  expect_figures(holdings, "(1/4,1/2]", "(1/4,1/2]");
  cr_expect(holdings->individual[0].tight);
}

Test(cases, a27_closed_group) {
  int c = hand_company(&hand), a = hand_company(&hand), b = hand_company(&hand);
  hand_capital(&hand, a, b, "1");
  hand_capital(&hand, b, a, "1");
  hand_capital(&hand, a, c, "3/10");
  rest_with_persons(c, "7/10");
  const cr_holdings *holdings = solve(c);
  expect_figures(holdings, "[0,3/10]", "[0,3/10]");
  cr_expect_eq(holdings->individual_holder[0], CR_NONE);
  cr_expect_eq(holdings->individual_holder[1], holdings->entities[0].entity);
  cr_expect_eq(holdings->closed_group_count, 1);
  cr_expect_eq(holdings->closed_group[a], 0);
  cr_expect_eq(holdings->closed_group[b], 0);
  cr_expect_eq(holdings->closed_group[c], CR_NONE);
  cr_expect(holdings->individual[0].tight);
}

Test(cases, a32_two_bands_of_one_parent) {
  int c = hand_company(&hand), a = hand_company(&hand), b = hand_company(&hand);
  int us = hand_foreign(&hand);
  hand_capital(&hand, us, a, "1");
  hand_capital(&hand, us, b, "1");
  hand_capital(&hand, a, c, "[1/10,3/20]");
  hand_capital(&hand, b, c, "[1/10,3/20]");
  rest_with_persons(c, "3/4");
  const cr_holdings *holdings = solve(c);
  expect_figures(holdings, "1/4", "1/4");
  cr_expect(holdings->individual[0].tight);
}

Test(cases, a38_bands_that_trade_off) {
  int c = hand_company(&hand), us1 = hand_foreign(&hand), us2 = hand_foreign(&hand);
  hand_capital(&hand, us1, c, "(1/10,1/5]");
  hand_capital(&hand, us2, c, "[19/100,29/100]");
  rest_with_persons(c, "61/100");
  const cr_holdings *holdings = solve(c);
  expect_figures(holdings, "[19/100,29/100)", "39/100");
  cr_expect_not(holdings->individual[0].tight);
  cr_expect_eq(holdings->individual_holder[0], us2);
}

Test(cases, a39_third_holder_at_two_levels_of_a_cycle) {
  int c = hand_company(&hand), y = hand_company(&hand), w = hand_company(&hand);
  int z = hand_company(&hand), us = hand_foreign(&hand);
  hand_capital(&hand, y, c, "3/10");
  rest_with_persons(c, "7/10");
  hand_capital(&hand, us, y, "42/100");
  hand_capital(&hand, z, y, "15/100");
  hand_capital(&hand, w, y, "30/100");
  rest_with_persons(y, "13/100");
  hand_capital(&hand, z, w, "45/100");
  hand_capital(&hand, us, w, "10/100");
  hand_capital(&hand, y, w, "40/100");
  rest_with_persons(w, "5/100");
  rest_with_persons(z, "1");
  expect_figures(solve(c), "27/176", "27/176");
}
