/* The votes of the contract's worked cases, as views made by hand. Each starts with the
 * candidate, a French company; the figures are those of the contract. */
#include <criterion/criterion.h>

#include "tests/control/fixture.h"

static control_case c;
static int C;

static void setup(void) {
  case_open(&c);
  C = hand_company(&c.hand);
}
static void teardown(void) { case_close(&c); }

TestSuite(worked_cases, .init = setup, .fini = teardown);

Test(worked_cases, A05_less_than_control_gives_nothing) {
  int de = hand_company(&c.hand), us = hand_foreign(&c.hand);
  int resident = hand_party(&c.hand, CR_PERSON, CR_NOT_THIRD, 1);
  hand_votes(&c.hand, us, de, "49/100");
  hand_votes(&c.hand, resident, de, "51/100");
  hand_votes(&c.hand, de, C, "45/100");
  case_rest(&c, C, "55/100");
  case_solve(&c, C);
  FIGURES(&c, "0", "0");
  HOLDERS(&c, CR_NONE, CR_NONE);
  cr_expect(cr_controls_definitely(c.control, resident, C), "the resident controls C through DE");
}

Test(worked_cases, A06_control_gives_all) {
  int de = hand_company(&c.hand), us = hand_foreign(&c.hand);
  hand_votes(&c.hand, us, de, "3/5");
  case_rest(&c, de, "2/5");
  hand_votes(&c.hand, de, C, "35/100");
  case_rest(&c, C, "65/100");
  case_solve(&c, C);
  FIGURES(&c, "35/100", "35/100");
  HOLDERS(&c, us, us);
}

Test(worked_cases, A08_two_arms_of_one_parent) {
  int lu = hand_company(&c.hand), ky = hand_foreign(&c.hand), us = hand_foreign(&c.hand);
  hand_votes(&c.hand, us, lu, "1");
  hand_votes(&c.hand, us, ky, "1");
  hand_votes(&c.hand, lu, C, "15/100");
  hand_votes(&c.hand, ky, C, "15/100");
  case_rest(&c, C, "70/100");
  case_solve(&c, C);
  FIGURES(&c, "3/10", "3/10");
  HOLDERS(&c, us, us);
  cr_expect_eq(c.holdings->entity_count, 2);
}

Test(worked_cases, A09_cross_holdings) {
  int a = hand_company(&c.hand), b = hand_company(&c.hand), us = hand_foreign(&c.hand);
  hand_votes(&c.hand, us, a, "3/5");
  hand_votes(&c.hand, b, a, "1/5");
  case_rest(&c, a, "1/5");
  hand_votes(&c.hand, a, b, "1/5");
  case_rest(&c, b, "4/5");
  hand_votes(&c.hand, a, C, "3/10");
  hand_votes(&c.hand, b, C, "1/5");
  case_rest(&c, C, "1/2");
  case_solve(&c, C);
  FIGURES(&c, "3/10", "3/10");
}

Test(worked_cases, A10_shares_held_by_a_subsidiary_do_not_vote) {
  int own = hand_company(&c.hand), us = hand_foreign(&c.hand);
  hand_votes(&c.hand, C, own, "1");
  hand_votes(&c.hand, own, C, "1/5");
  hand_votes(&c.hand, us, C, "1/5");
  case_rest(&c, C, "3/5");
  case_solve(&c, C);
  FIGURES(&c, "1/4", "1/4");
  cr_expect(c.holdings->individual[0].tight && c.holdings->individual[1].tight);
  VOTES(&c, own, C, "0");
}

Test(worked_cases, A11_treasury_shares_do_not_vote) {
  int us = hand_foreign(&c.hand);
  case_treasury(&c, C, "1/10");
  hand_votes(&c.hand, us, C, "23/100");
  case_rest(&c, C, "67/100");
  case_solve(&c, C);
  FIGURES(&c, "23/90", "23/90");
}

Test(worked_cases, A20_a_remainder) {
  int us = hand_foreign(&c.hand);
  case_rest(&c, C, "1/2");
  hand_votes(&c.hand, us, C, "1/5");
  case_remainder(&c, C, "3/10");
  case_solve(&c, C);
  FIGURES(&c, "[1/5,1/2]", "[1/5,1/2]");
  HOLDERS(&c, us, us);
  for (int upper = 0; upper < 2; upper++) {
    cr_expect(c.holdings->individual[upper].tight);
    cr_expect(c.holdings->collective_bound[upper].tight);
  }
  cr_assert_eq(c.holdings->entity_count, 2);
  cr_expect_eq(c.holdings->entities[1].entity, case_undisclosed(&c));
  const cr_entity_bounds *hidden = c.holdings->entities + 1;
  expect_bounds(&hidden->lower, &hidden->upper, "[0,3/10]", __LINE__);
}

Test(worked_cases, A21_a_smaller_remainder) {
  int us = hand_foreign(&c.hand);
  case_rest(&c, C, "7/10");
  hand_votes(&c.hand, us, C, "1/5");
  case_remainder(&c, C, "1/10");
  case_solve(&c, C);
  FIGURES(&c, "[1/5,3/10]", "[1/5,3/10]");
}

Test(worked_cases, A22_a_presumption_that_may_hold) {
  int de = hand_company(&c.hand), us = hand_foreign(&c.hand);
  hand_votes(&c.hand, us, de, "(1/4,1/2]");
  case_rest(&c, de, "[1/2,3/4)");
  hand_votes(&c.hand, de, C, "2/5");
  case_rest(&c, C, "3/5");
  case_solve(&c, C);
  FIGURES(&c, "[0,2/5]", "[0,2/5]");
  HOLDERS(&c, CR_NONE, us);
  cr_expect_not(c.holdings->individual[0].tight || c.holdings->individual[1].tight);
}

Test(worked_cases, A23_a_band_at_the_candidate) {
  int us = hand_foreign(&c.hand);
  hand_votes(&c.hand, us, C, "(1/4,1/2]");
  case_rest(&c, C, "[1/2,3/4)");
  case_solve(&c, C);
  FIGURES(&c, "(1/4,1/2]", "(1/4,1/2]");
  cr_expect(c.holdings->individual[0].tight);
}

Test(worked_cases, A27_a_closed_ring) {
  int a = hand_company(&c.hand), b = hand_company(&c.hand);
  hand_votes(&c.hand, a, b, "1");
  hand_votes(&c.hand, b, a, "1");
  hand_votes(&c.hand, a, C, "3/10");
  case_rest(&c, C, "7/10");
  case_solve(&c, C);
  FIGURES(&c, "[0,3/10]", "[0,3/10]");
  HOLDERS(&c, CR_NONE, case_undisclosed(&c));
  const cr_control_pair *pair = cr_control_possible_pair(c.control, case_undisclosed(&c), a);
  cr_assert_not_null(pair);
  cr_expect_eq(pair->reason, CR_BY_NO_VOTE);
  cr_expect_not(cr_controls_definitely(c.control, a, b), "A's votes in B may all be suppressed");
}

Test(worked_cases, A30_a_presumption_defeated_by_control_elsewhere) {
  int y = hand_company(&c.hand), w = hand_company(&c.hand), z = hand_company(&c.hand);
  int us = hand_foreign(&c.hand);
  hand_votes(&c.hand, us, y, "42/100");
  hand_votes(&c.hand, w, y, "30/100");
  hand_votes(&c.hand, z, y, "15/100");
  case_rest(&c, y, "13/100");
  hand_votes(&c.hand, z, w, "45/100");
  case_rest(&c, w, "55/100");
  hand_votes(&c.hand, y, C, "3/10");
  case_rest(&c, C, "7/10");
  case_solve(&c, C);
  FIGURES(&c, "0", "0");
  cr_expect_eq(cr_control_fell(c.control, us, y), 2);
  cr_expect_eq(cr_control_fell(c.control, z, y), 0);
  cr_expect_eq(cr_control_definite_pair(c.control, z, w)->reason, CR_BY_PRESUMPTION);
  const cr_control_pair *pair = cr_control_definite_pair(c.control, z, y);
  cr_assert_not_null(pair);
  cr_expect(hand_equal(pair->share, "45/100") && pair->share_attained);
}

Test(worked_cases, A31_votes_suppressed_above_one_half) {
  int s = hand_company(&c.hand), us = hand_foreign(&c.hand);
  hand_votes(&c.hand, s, C, "1/5");
  hand_votes(&c.hand, us, C, "1/5");
  case_rest(&c, C, "3/5");
  hand_votes(&c.hand, C, s, "[45/100,55/100]");
  hand_votes(&c.hand, hand_party(&c.hand, CR_PERSON, CR_NOT_THIRD, 1), s, "[45/100,55/100]");
  case_solve(&c, C);
  FIGURES(&c, "[1/5,1/4]", "[1/5,1/4]");
  cr_expect_not(c.holdings->individual[0].tight);
  cr_expect_not(c.holdings->individual[1].tight);
  cr_expect(cr_controls_possibly(c.control, C, s));
  cr_expect_not(cr_controls_definitely(c.control, C, s));
}

Test(worked_cases, A32_two_bands_with_a_fixed_sum) {
  int a = hand_company(&c.hand), b = hand_company(&c.hand), us = hand_foreign(&c.hand);
  hand_votes(&c.hand, us, a, "1");
  hand_votes(&c.hand, us, b, "1");
  hand_votes(&c.hand, a, C, "[1/10,15/100]");
  hand_votes(&c.hand, b, C, "[1/10,15/100]");
  case_rest(&c, C, "3/4");
  case_solve(&c, C);
  FIGURES(&c, "1/4", "1/4");
}

Test(worked_cases, A33_own_shares_up_the_chain) {
  int a = hand_company(&c.hand), us = hand_foreign(&c.hand), fr = hand_company(&c.hand);
  case_rest(&c, fr, "1");
  hand_votes(&c.hand, us, a, "44/100");
  hand_votes(&c.hand, fr, a, "46/100");
  case_treasury(&c, a, "10/100");
  hand_votes(&c.hand, a, C, "53/100");
  case_rest(&c, C, "47/100");
  case_solve(&c, C);
  FIGURES(&c, "0", "0");
  cr_expect(hand_equal(cr_control_definite_pair(c.control, fr, a)->share, "46/90"));
}

Test(worked_cases, A35_a_manager_votes_for_its_funds) {
  int one = hand_party(&c.hand, CR_FUND, CR_THIRD, 1);
  int two = hand_party(&c.hand, CR_FUND, CR_THIRD, 1);
  int manager = hand_foreign(&c.hand);
  hand_votes(&c.hand, one, C, "20/100");
  hand_votes(&c.hand, two, C, "18/100");
  case_rest(&c, C, "62/100");
  case_controls(&c, manager, one, true, true);
  case_controls(&c, manager, two, true, true);
  case_solve(&c, C);
  FIGURES(&c, "38/100", "38/100");
  HOLDERS(&c, manager, manager);
  cr_expect_eq(c.holdings->entity_count, 3);
}

Test(worked_cases, A36_joint_control) {
  int j = hand_company(&c.hand), us = hand_foreign(&c.hand), fr = hand_company(&c.hand);
  case_rest(&c, fr, "1");
  hand_votes(&c.hand, us, j, "1/2");
  hand_votes(&c.hand, fr, j, "1/2");
  hand_votes(&c.hand, j, C, "3/10");
  case_rest(&c, C, "7/10");
  case_controls(&c, us, j, false, true);
  case_controls(&c, fr, j, false, true);
  case_solve(&c, C);
  FIGURES(&c, "3/10", "3/10");
  VOTES(&c, fr, C, "3/10");
  cr_expect_eq(cr_control_definite_pair(c.control, us, j)->fact, 0);
}

Test(worked_cases, A36_without_the_fact_neither_controls) {
  int j = hand_company(&c.hand), us = hand_foreign(&c.hand), fr = hand_company(&c.hand);
  case_rest(&c, fr, "1");
  hand_votes(&c.hand, us, j, "1/2");
  hand_votes(&c.hand, fr, j, "1/2");
  hand_votes(&c.hand, j, C, "3/10");
  case_rest(&c, C, "7/10");
  case_solve(&c, C);
  FIGURES(&c, "0", "0");
  cr_expect_not(cr_controls_possibly(c.control, us, j), "a tie defeats both");
}

Test(worked_cases, A38_the_larger_of_two_is_above_each_lower_bound) {
  int first = hand_foreign(&c.hand), second = hand_foreign(&c.hand);
  hand_votes(&c.hand, first, C, "(1/10,1/5]");
  hand_votes(&c.hand, second, C, "[19/100,29/100]");
  case_rest(&c, C, "61/100");
  case_solve(&c, C);
  FIGURES(&c, "[19/100,29/100)", "39/100");
  HOLDERS(&c, second, second);
  cr_expect_not(c.holdings->individual[0].tight);
  cr_expect(c.holdings->individual[1].tight);
  cr_expect(c.holdings->collective_bound[0].tight);
}

Test(worked_cases, A39_each_presumption_rests_on_the_other) {
  int y = hand_company(&c.hand), w = hand_company(&c.hand), z = hand_company(&c.hand);
  int us = hand_foreign(&c.hand);
  hand_votes(&c.hand, us, y, "42/100");
  hand_votes(&c.hand, z, y, "15/100");
  hand_votes(&c.hand, w, y, "30/100");
  case_rest(&c, y, "13/100");
  hand_votes(&c.hand, z, w, "45/100");
  hand_votes(&c.hand, us, w, "10/100");
  hand_votes(&c.hand, y, w, "40/100");
  case_rest(&c, w, "5/100");
  hand_votes(&c.hand, y, C, "3/10");
  case_rest(&c, C, "7/10");
  case_solve(&c, C);
  FIGURES(&c, "[0,3/10]", "[0,3/10]");
  cr_expect_not(c.holdings->individual[1].tight);
  cr_expect_eq(c.control->definite_count, 0);
  cr_expect(cr_controls_possibly(c.control, us, y) && cr_controls_possibly(c.control, z, w));
}
