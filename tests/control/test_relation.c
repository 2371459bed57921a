/* The two relations: rules, managers, remainders, rounds. */
#include <criterion/criterion.h>

#include "tests/control/fixture.h"

static control_case c;
static int C;

static void setup(void) {
  case_open(&c);
  C = hand_company(&c.hand);
}
static void teardown(void) { case_close(&c); }

TestSuite(relation, .init = setup, .fini = teardown);

static bool surely(int x, int y) { return cr_controls_definitely(c.control, x, y); }
static bool maybe(int x, int y) { return cr_controls_possibly(c.control, x, y); }

Test(relation, exactly_one_half_is_no_majority) {
  int a = hand_company(&c.hand), b = hand_company(&c.hand);
  hand_votes(&c.hand, a, C, "1/2");
  hand_votes(&c.hand, b, C, "1/2");
  case_solve(&c, C);
  cr_expect_not(maybe(a, C) || maybe(b, C), "nor a presumption: each has as much as the other");
}

Test(relation, a_lower_half_that_is_not_attained_is_a_majority) {
  int a = hand_company(&c.hand), b = hand_company(&c.hand);
  hand_votes(&c.hand, a, C, "(1/2,3/5]");
  hand_votes(&c.hand, b, C, "[2/5,1/2)");
  case_solve(&c, C);
  const cr_control_pair *pair = cr_control_definite_pair(c.control, a, C);
  cr_assert_not_null(pair);
  cr_expect_eq(pair->reason, CR_BY_MAJORITY);
  cr_expect(hand_equal(pair->share, "1/2"));
  cr_expect_not(pair->share_attained);
}

Test(relation, exactly_two_fifths_presume_nothing) {
  int a = hand_company(&c.hand);
  hand_votes(&c.hand, a, C, "2/5");
  case_rest(&c, C, "3/5");
  case_solve(&c, C);
  cr_expect_not(maybe(a, C));
}

Test(relation, a_rival_that_is_open_at_the_same_value_has_less) {
  int a = hand_company(&c.hand), b = hand_company(&c.hand);
  hand_votes(&c.hand, a, C, "9/20");
  hand_votes(&c.hand, b, C, "[2/5,9/20)");
  case_rest(&c, C, "(1/10,3/20]");
  case_solve(&c, C);
  cr_expect(surely(a, C));
  cr_expect_not(maybe(b, C));
}

Test(relation, groups_and_the_float_rival_nobody) {
  int a = hand_company(&c.hand);
  hand_votes(&c.hand, a, C, "41/100");
  case_rest(&c, C, "30/100");
  hand_votes(&c.hand, CR_VIEW_PSEUDO(CR_FLOAT), C, "29/100");
  case_solve(&c, C);
  cr_expect(surely(a, C));
}

Test(relation, a_remainder_rivals_a_definite_presumption_only) {
  int a = hand_company(&c.hand);
  hand_votes(&c.hand, a, C, "45/100");
  case_rest(&c, C, "10/100");
  case_remainder(&c, C, "45/100");
  case_solve(&c, C);
  cr_expect_not(surely(a, C), "one undisclosed holder may have as much");
  cr_expect(maybe(a, C));
  cr_expect_not(maybe(case_undisclosed(&c), C), "A surely has as much");
}

Test(relation, who_may_be_controlled_by_anybody_has_no_rival) {
  int a = hand_company(&c.hand), open = hand_company(&c.hand), apart = hand_company(&c.hand);
  hand_votes(&c.hand, a, C, "45/100");
  hand_votes(&c.hand, open, C, "2/100");
  hand_votes(&c.hand, apart, C, "3/100");
  case_rest(&c, C, "8/100");
  case_remainder(&c, C, "42/100");
  case_remainder(&c, open, "1");
  case_rest(&c, apart, "1");
  case_solve(&c, C);
  cr_expect(maybe(open, C), "A may control it");
  cr_expect(maybe(case_undisclosed(&c), C), "through it");
  cr_expect(maybe(apart, C), "who may be that holder");
}

Test(relation, those_related_to_a_rival_may_stand_behind_the_remainder) {
  int a = hand_company(&c.hand), child = hand_company(&c.hand), apart = hand_company(&c.hand);
  hand_votes(&c.hand, a, child, "1");
  hand_votes(&c.hand, a, C, "45/100");
  hand_votes(&c.hand, apart, C, "1/100");
  case_rest(&c, C, "12/100");
  case_remainder(&c, C, "42/100");
  case_rest(&c, apart, "1");
  case_solve(&c, C);
  cr_expect(maybe(child, C), "A is no rival to what it controls");
  cr_expect_not(maybe(apart, C));
  cr_expect_not(maybe(case_undisclosed(&c), C));
}

Test(relation, transitivity_names_the_middle) {
  int top = hand_company(&c.hand), middle = hand_company(&c.hand);
  case_controls(&c, top, middle, false, true);
  case_controls(&c, middle, C, false, true);
  case_rest(&c, C, "1");
  case_solve(&c, C);
  const cr_control_pair *pair = cr_control_definite_pair(c.control, top, C);
  cr_assert_not_null(pair);
  cr_expect_eq(pair->reason, CR_BY_TRANSITIVITY);
  cr_expect_eq(pair->through, middle);
  cr_expect_null(pair->share);
}

Test(relation, a_contradicted_fact_is_possible_only) {
  int a = hand_company(&c.hand);
  case_controls(&c, a, C, false, false);
  case_rest(&c, C, "1");
  case_solve(&c, C);
  cr_expect(maybe(a, C));
  cr_expect_not(surely(a, C));
  cr_expect_eq(cr_control_possible_pair(c.control, a, C)->fact, 0);
}

Test(relation, managed_votes_are_not_credited_to_who_controls_the_manager) {
  int fund = hand_party(&c.hand, CR_FUND, CR_NOT_THIRD, 1), manager = hand_company(&c.hand);
  int parent = hand_foreign(&c.hand), held = hand_company(&c.hand);
  case_controls(&c, manager, fund, true, true);
  hand_votes(&c.hand, parent, manager, "1");
  hand_votes(&c.hand, fund, C, "30/100");
  hand_votes(&c.hand, manager, C, "25/100");
  case_rest(&c, C, "45/100");
  hand_votes(&c.hand, manager, held, "60/100");
  case_rest(&c, held, "40/100");
  case_solve(&c, C);
  cr_expect(surely(manager, C), "25 of its own and 30 of the fund");
  cr_expect_not(maybe(parent, C) || maybe(parent, fund));
  cr_expect(surely(parent, held), "what rests on the manager's own votes is credited");
  VOTES(&c, parent, C, "25/100");
  VOTES(&c, manager, C, "55/100");
}

Test(relation, a_ring_of_control_controls_no_member_by_itself) {
  int a = hand_company(&c.hand), b = hand_company(&c.hand);
  case_controls(&c, a, b, false, true);
  case_controls(&c, b, a, false, true);
  hand_votes(&c.hand, a, C, "3/5");
  case_rest(&c, C, "2/5");
  case_solve(&c, C);
  cr_expect(surely(b, C) && surely(a, b) && surely(b, a));
  cr_expect_not(surely(a, a));
  cr_expect_eq(cr_control_fell(c.control, a, a), 0);
}

Test(relation, suspended_votes_count_nowhere) {
  int a = hand_company(&c.hand), b = hand_company(&c.hand);
  case_suspended(&c, a, C, "2/5");
  hand_votes(&c.hand, b, C, "2/5");
  case_rest(&c, C, "1/5");
  case_solve(&c, C);
  VOTES(&c, a, C, "0");
  VOTES(&c, b, C, "2/3");
  cr_expect(surely(b, C));
}

Test(relation, nothing_is_suppressed_where_votes_are_declared) {
  int own = hand_company(&c.hand), us = hand_foreign(&c.hand);
  hand_votes(&c.hand, C, own, "1");
  hand_votes(&c.hand, own, C, "1/5");
  case_treasury(&c, C, "1/5");
  hand_votes(&c.hand, us, C, "1/5");
  hand_votes(&c.hand, CR_VIEW_PSEUDO(CR_FLOAT), C, "2/5");
  cr_assert_eq(cr_view_builder_flags(c.hand.builder, C, false, false, true), CRIBLE_OK);
  case_solve(&c, C);
  FIGURES(&c, "1/5", "1/5");
}

Test(relation, anybody_may_have_all_where_there_is_no_vote) {
  int a = hand_company(&c.hand), b = hand_foreign(&c.hand);
  hand_votes(&c.hand, a, C, "[0,1]");
  case_remainder(&c, C, "[0,1]");
  hand_votes(&c.hand, b, a, "1");
  cr_assert_eq(cr_view_builder_flags(c.hand.builder, C, false, true, false), CRIBLE_OK);
  case_solve(&c, C);
  FIGURES(&c, "[0,1]", "[0,1]");
  VOTES(&c, a, C, "[0,1]");
  VOTES(&c, b, C, "[0,1]");
  VOTES(&c, case_undisclosed(&c), C, "[0,1]");
}

Test(relation, pairs_carry_the_order_in_which_they_were_found) {
  int a = hand_company(&c.hand), b = hand_company(&c.hand), d = hand_company(&c.hand);
  hand_votes(&c.hand, d, b, "1");
  hand_votes(&c.hand, b, a, "1");
  hand_votes(&c.hand, a, C, "1");
  case_solve(&c, C);
  cr_expect_eq(c.control->definite_count, 6);
  for (int i = 0; i < c.control->definite_count; i++) {
    const cr_control_pair *pair = c.control->definite + i;
    cr_expect_eq(pair->round, 1);
    cr_expect(i == 0 || pair->order > pair[-1].order);
    if (pair->reason == CR_BY_TRANSITIVITY) {
      int above = cr_control_definite_pair(c.control, pair->controller, pair->through)->order;
      int below = cr_control_definite_pair(c.control, pair->through, pair->controlled)->order;
      cr_expect(above < pair->order && below < pair->order);
    }
  }
}

/* US may have 46 of X until Z is found to control Y; then V's 41 are the most. */
Test(relation, later_rounds) {
  int us = hand_foreign(&c.hand), z = hand_company(&c.hand), v = hand_company(&c.hand);
  int w = hand_company(&c.hand), y = hand_company(&c.hand), x = hand_company(&c.hand);
  hand_votes(&c.hand, z, w, "45/100");
  case_rest(&c, w, "55/100");
  hand_votes(&c.hand, us, y, "42/100");
  hand_votes(&c.hand, w, y, "30/100");
  hand_votes(&c.hand, z, y, "15/100");
  case_rest(&c, y, "13/100");
  hand_votes(&c.hand, v, x, "41/100");
  hand_votes(&c.hand, us, x, "11/100");
  hand_votes(&c.hand, y, x, "35/100");
  case_rest(&c, x, "13/100");
  hand_votes(&c.hand, x, C, "1");
  case_solve(&c, C);
  cr_expect_eq(cr_control_fell(c.control, us, y), 2);
  cr_expect_eq(cr_control_fell(c.control, us, x), 2);
  cr_expect_eq(cr_control_definite_pair(c.control, z, y)->round, 1);
  const cr_control_pair *pair = cr_control_definite_pair(c.control, v, x);
  cr_assert_not_null(pair, "Z has 35, US only 11");
  cr_expect_eq(pair->round, 2);
}
