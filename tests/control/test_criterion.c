/* The criterion's figures: entities, holders, ties, tightness, witness parts. */
#include <criterion/criterion.h>

#include "tests/control/fixture.h"

static control_case c;
static int C;

static void setup(void) {
  case_open(&c);
  C = hand_company(&c.hand);
}
static void teardown(void) { case_close(&c); }

TestSuite(criterion_of_votes, .init = setup, .fini = teardown);

static bool tight(void) { return c.holdings->individual[0].tight; }

Test(criterion_of_votes, the_largest_member_of_a_group_of_known_size) {
  int group = case_third_group(&c, 3);
  hand_votes(&c.hand, group, C, "3/10");
  case_rest(&c, C, "7/10");
  case_solve(&c, C);
  FIGURES(&c, "[1/10,3/10)", "3/10");
  HOLDERS(&c, group, group);
}

Test(criterion_of_votes, the_largest_member_of_several) {
  int group = case_third_group(&c, 0);
  hand_votes(&c.hand, group, C, "3/10");
  case_rest(&c, C, "7/10");
  case_solve(&c, C);
  FIGURES(&c, "(0,3/10)", "3/10");
  HOLDERS(&c, CR_NONE, group);
}

Test(criterion_of_votes, a_group_of_one_has_it_all) {
  int group = case_third_group(&c, 1);
  hand_votes(&c.hand, group, C, "3/10");
  case_rest(&c, C, "7/10");
  case_solve(&c, C);
  FIGURES(&c, "3/10", "3/10");
}

Test(criterion_of_votes, a_member_of_a_group_may_have_the_remainder) {
  int group = case_third_group(&c, 4);
  hand_votes(&c.hand, group, C, "[0,1/5]");
  case_remainder(&c, C, "[0,1/5]");
  case_rest(&c, C, "4/5");
  case_solve(&c, C);
  FIGURES(&c, "[0,1/5]", "[0,1/5]");
  HOLDERS(&c, CR_NONE, group);
}

Test(criterion_of_votes, an_unknown_party_has_nothing_at_least) {
  int unknown = hand_unknown(&c.hand), us = hand_foreign(&c.hand);
  hand_votes(&c.hand, unknown, C, "3/10");
  hand_votes(&c.hand, us, C, "1/10");
  case_rest(&c, C, "6/10");
  case_solve(&c, C);
  FIGURES(&c, "[1/10,3/10]", "[1/10,4/10]");
  HOLDERS(&c, us, unknown);
  cr_expect(tight(), "it need not be third");
}

Test(criterion_of_votes, equal_holders_in_the_order_of_nodes) {
  int first = hand_foreign(&c.hand), second = hand_foreign(&c.hand);
  hand_votes(&c.hand, second, C, "1/10");
  hand_votes(&c.hand, first, C, "1/10");
  case_rest(&c, C, "8/10");
  case_solve(&c, C);
  HOLDERS(&c, first, first);
}

Test(criterion_of_votes, of_a_chain_the_topmost) {
  int low = hand_foreign(&c.hand), top = hand_foreign(&c.hand), middle = hand_foreign(&c.hand);
  hand_votes(&c.hand, low, C, "1/10");
  hand_votes(&c.hand, middle, low, "1");
  hand_votes(&c.hand, top, middle, "1");
  case_rest(&c, C, "9/10");
  case_solve(&c, C);
  HOLDERS(&c, top, top);
  cr_expect_eq(c.holdings->entity_count, 3);
  cr_expect(tight(), "one has what the others have");
}

Test(criterion_of_votes, a_ring_stands_level) {
  int a = hand_foreign(&c.hand), b = hand_foreign(&c.hand);
  case_controls(&c, b, a, false, true);
  case_controls(&c, a, b, false, true);
  hand_votes(&c.hand, a, C, "1/10");
  case_rest(&c, C, "9/10");
  case_solve(&c, C);
  HOLDERS(&c, a, a);
}

Test(criterion_of_votes, a_lower_bound_that_is_not_attained_is_the_larger) {
  int first = hand_foreign(&c.hand), second = hand_foreign(&c.hand);
  hand_votes(&c.hand, first, C, "[1/10,1/5]");
  hand_votes(&c.hand, second, C, "(1/10,1/5]");
  case_rest(&c, C, "[3/5,4/5)");
  case_solve(&c, C);
  FIGURES(&c, "(1/10,1/5]", "(1/5,2/5]");
  HOLDERS(&c, second, first);
  cr_expect(tight());
}

Test(criterion_of_votes, bands_that_share_a_fixed_sum_trade_off) {
  int first = hand_foreign(&c.hand), second = hand_foreign(&c.hand);
  hand_votes(&c.hand, first, C, "[20/100,30/100]");
  hand_votes(&c.hand, second, C, "[20/100,30/100]");
  case_rest(&c, C, "1/2");
  case_solve(&c, C);
  FIGURES(&c, "[1/5,3/10]", "1/2");
  cr_expect_not(tight());
}

Test(criterion_of_votes, a_band_against_somebody_else_does_not) {
  int first = hand_foreign(&c.hand), second = hand_foreign(&c.hand);
  hand_votes(&c.hand, first, C, "[20/100,30/100]");
  hand_votes(&c.hand, second, C, "[10/100,30/100]");
  case_rest(&c, C, "[40/100,65/100]");
  case_solve(&c, C);
  FIGURES(&c, "[1/5,3/10]", "[35/100,6/10]");
  cr_expect(tight());
}

Test(criterion_of_votes, nothing_may_be_shared_out_by_force) {
  int first = hand_foreign(&c.hand), second = hand_foreign(&c.hand);
  hand_votes(&c.hand, first, C, "[0,1/10]");
  hand_votes(&c.hand, second, C, "[0,1/10]");
  case_rest(&c, C, "[85/100,95/100]");
  case_solve(&c, C);
  FIGURES(&c, "[0,1/10]", "[1/20,15/100]");
  cr_expect_not(tight(), "one of them has 2.5 or more");
}

static void expect_sum(const cr_vote_parts *parts, const char *text) {
  fmpq_t sum;
  fmpq_init(sum);
  for (int i = 0; i < parts->count; i++) {
    fmpq_add(sum, sum, parts->parts[i].share);
    cr_expect_gt(fmpq_sgn(parts->parts[i].share), 0);
  }
  cr_expect(hand_equal(sum, text), "parts sum to %s", text);
  fmpq_clear(sum);
}

static cr_vote_parts parts_of(int x, bool upper) {
  cr_vote_parts parts;
  size_t nodes = (size_t)cr_view_nodes(c.view);
  bool *definite = cr_arena_alloc(c.hand.arena, nodes, 1);
  bool *possible = cr_arena_alloc(c.hand.arena, nodes, 1);
  for (int p = 0; p < c.view->parties; p++) {
    definite[p] = c.view->third[p] == CR_THIRD;
    possible[p] = c.view->third[p] != CR_NOT_THIRD;
  }
  possible[case_undisclosed(&c)] = true;
  cr_assert_eq(cr_control_parts(&parts, c.control, c.view, x, definite, possible, C, upper,
                                c.hand.arena),
               CRIBLE_OK);
  return parts;
}

Test(criterion_of_votes, parts_sum_to_the_bound) {
  int us = hand_foreign(&c.hand), a = hand_company(&c.hand), own = hand_company(&c.hand);
  hand_votes(&c.hand, us, a, "1");
  hand_votes(&c.hand, C, own, "1");
  hand_votes(&c.hand, us, C, "[10/100,20/100]");
  hand_votes(&c.hand, a, C, "15/100");
  hand_votes(&c.hand, own, C, "10/100");
  case_remainder(&c, C, "[0,10/100]");
  case_rest(&c, C, "55/100");
  case_solve(&c, C);
  FIGURES(&c, "[25/90,35/90]", "[25/90,35/90]");
  cr_vote_parts lower = parts_of(us, false), upper = parts_of(CR_TARGET_ALL, true);
  expect_sum(&lower, "25/90");
  expect_sum(&upper, "35/90");
  cr_assert_eq(lower.count, 2);
  cr_expect_eq(lower.parts[1].holder, a);
  cr_expect_eq(lower.parts[1].owner, us);
  cr_expect(hand_equal(lower.parts[1].share, "15/90"));
}

Test(criterion_of_votes, parts_of_a_member_of_a_group) {
  int group = case_third_group(&c, 3);
  hand_votes(&c.hand, group, C, "3/10");
  case_rest(&c, C, "7/10");
  case_solve(&c, C);
  cr_vote_parts lower = parts_of(group, false), upper = parts_of(group, true);
  expect_sum(&lower, "1/10");
  expect_sum(&upper, "3/10");
}

Test(criterion_of_votes, no_part_of_nothing) {
  int us = hand_foreign(&c.hand);
  case_rest(&c, C, "1");
  case_solve(&c, C);
  cr_expect_eq(parts_of(us, true).count, 0);
  cr_expect_eq(c.holdings->entity_count, 0);
}
