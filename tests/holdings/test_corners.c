/* Open ends, closed groups, groups of holders and unknown parties. */
#include <criterion/criterion.h>

#include "engine/holdings/holdings.h"
#include "tests/support/hand_view.h"

static hand_view hand;

static void setup(void) { hand_open(&hand); }
static void teardown(void) { hand_close(&hand); }

TestSuite(corners, .init = setup, .fini = teardown);

static cr_holdings *solve(int candidate) {
  const cr_view *view = hand_finish(&hand, candidate);
  cr_holdings *holdings = NULL;
  cr_assert_eq(cr_holdings_solve(&holdings, view, CR_CAPITAL, NULL, 0, hand.arena), CRIBLE_OK);
  return holdings;
}

static void rest_with_persons(int company, const char *weight) {
  hand_capital(&hand, hand_persons(&hand), company, weight);
}

/* A and B hold each other, but for an open 0 that leaks. */
static int leaking_group(int leak_to, const char *leak) {
  int c = hand_company(&hand), a = hand_company(&hand), b = hand_company(&hand);
  hand_capital(&hand, b, a, "[0,1]");
  hand_capital(&hand, leak_to, a, leak);
  hand_capital(&hand, a, b, "1");
  hand_capital(&hand, a, c, "1");
  return c;
}

Test(corners, leak_to_persons_is_no_closed_group) {
  int c = leaking_group(hand_persons(&hand), "(0,1/10]");
  const cr_holdings *holdings = solve(c);
  cr_expect(hand_equal(holdings->collective_bound[1].value, "0"));
  cr_expect(holdings->collective_bound[1].tight);
  cr_expect_eq(holdings->closed_group_count, 0);
  cr_expect_eq(holdings->entity_count, 0);
}

Test(corners, leak_to_a_third_party_is_not_tight_from_below) {
  int us = hand_foreign(&hand), c = leaking_group(us, "(0,1/10]");
  const cr_holdings *holdings = solve(c);
  cr_expect(hand_equal(holdings->collective_bound[0].value, "0"));
  cr_expect_not(holdings->collective_bound[0].tight, "every completion has 1");
  cr_expect_not(holdings->collective_bound[0].attained);
  cr_expect(hand_equal(holdings->collective_bound[1].value, "1"));
  cr_expect(holdings->collective_bound[1].attained);
  cr_expect_not(holdings->individual[0].tight);
}

Test(corners, leak_that_persons_can_take_is_tight) {
  int us = hand_foreign(&hand), c = hand_company(&hand), a = hand_company(&hand);
  int b = hand_company(&hand);
  hand_capital(&hand, b, a, "[0,1]");
  hand_capital(&hand, us, a, "(0,1/10]");
  hand_capital(&hand, hand_persons(&hand), a, "[0,1/2]");
  hand_capital(&hand, a, b, "1");
  hand_capital(&hand, a, c, "1");
  const cr_holdings *holdings = solve(c);
  cr_expect(hand_equal(holdings->collective_bound[0].value, "0"));
  cr_expect(holdings->collective_bound[0].tight, "persons take nearly everything that leaves");
  cr_expect_not(holdings->collective_bound[0].attained);
}

Test(corners, closed_group_with_a_third_member_has_nobody_else_behind) {
  int c = hand_company(&hand), a = hand_foreign(&hand), b = hand_company(&hand);
  int us = hand_foreign(&hand);
  hand_capital(&hand, a, b, "1");
  hand_capital(&hand, b, a, "1");
  hand_capital(&hand, b, c, "3/10");
  hand_capital(&hand, us, c, "1/10");
  rest_with_persons(c, "3/5");
  const cr_holdings *holdings = solve(c);
  cr_expect_eq(holdings->closed_group_count, 0);
  cr_expect(hand_equal(holdings->collective_bound[1].value, "2/5"));
  cr_expect(hand_equal(holdings->individual[1].value, "3/10"));
  cr_expect_eq(holdings->individual_holder[1], a);
  cr_assert_eq(holdings->entity_count, 2);
  cr_expect(hand_equal(holdings->entities[1].upper.value, "1/10"));
}

/* A third company that B may hold wholly, or US nearly; the cycle alone keeps
 * nothing up. */
Test(corners, cycle_through_a_third_company_attains_nothing) {
  int c = hand_company(&hand), a = hand_foreign(&hand), b = hand_company(&hand);
  int us = hand_foreign(&hand), n = hand_company(&hand);
  hand_capital(&hand, us, n, "[0,1)");
  rest_with_persons(n, "(0,1]");
  hand_capital(&hand, n, a, "[0,1]");
  hand_capital(&hand, b, a, "[0,1]");
  hand_capital(&hand, a, b, "1");
  hand_capital(&hand, b, c, "1");
  const cr_holdings *holdings = solve(c);
  cr_assert_eq(holdings->entity_count, 2);
  cr_expect_eq(holdings->entities[1].entity, us);
  cr_expect(hand_equal(holdings->entities[1].upper.value, "1"));
  cr_expect_not(holdings->entities[1].upper.attained);
  cr_expect(holdings->entities[0].upper.attained);
}

Test(corners, candidate_in_a_closed_group) {
  int c = hand_company(&hand), a = hand_company(&hand), us = hand_foreign(&hand);
  hand_capital(&hand, a, c, "[0,1]");
  hand_capital(&hand, us, c, "[0,1/5]");
  hand_capital(&hand, c, a, "[1/2,1]");
  rest_with_persons(a, "[0,1/2]");
  const cr_holdings *holdings = solve(c);
  cr_expect_eq(holdings->closed_group[c], 0);
  cr_expect_eq(holdings->closed_group[a], 0);
  cr_expect(hand_equal(holdings->collective_bound[1].value, "1"));
  cr_expect(holdings->collective_bound[1].attained);
  cr_expect(hand_equal(holdings->collective_bound[0].value, "0"));
}

Test(corners, separate_closed_groups_have_numbers) {
  int c = hand_company(&hand), party[4];
  for (int i = 0; i < 4; i++) party[i] = hand_company(&hand);
  for (int i = 0; i < 4; i++) hand_capital(&hand, party[i ^ 1], party[i], "1");
  hand_capital(&hand, party[0], c, "1/2");
  hand_capital(&hand, party[2], c, "1/2");
  const cr_holdings *holdings = solve(c);
  cr_expect_eq(holdings->closed_group_count, 2);
  for (int i = 0; i < 4; i++) cr_expect_eq(holdings->closed_group[party[i]], i / 2);
  cr_expect_eq(holdings->closed_group[c], 0, "held by both: goes with the first");
  cr_expect(hand_equal(holdings->collective_bound[1].value, "1"));
}

Test(corners, group_of_unknown_size) {
  int c = hand_company(&hand), funds = hand_party(&hand, CR_GROUP, CR_THIRD, 0);
  hand_capital(&hand, funds, c, "3/10");
  rest_with_persons(c, "7/10");
  const cr_holdings *holdings = solve(c);
  cr_expect(hand_equal(holdings->individual[0].value, "0"));
  cr_expect_not(holdings->individual[0].attained);
  cr_expect_eq(holdings->individual_holder[0], CR_NONE);
  cr_expect(holdings->individual[0].tight);
  cr_expect(hand_equal(holdings->individual[1].value, "3/10"));
  cr_expect_not(holdings->individual[1].attained);
  cr_expect_eq(holdings->individual_holder[1], funds);
  cr_expect(hand_equal(holdings->collective_bound[0].value, "3/10"));
}

Test(corners, party_that_may_be_third) {
  int c = hand_company(&hand), maybe = hand_unknown(&hand), us = hand_foreign(&hand);
  hand_capital(&hand, us, maybe, "1/2");
  rest_with_persons(maybe, "1/2");
  hand_capital(&hand, maybe, c, "2/5");
  rest_with_persons(c, "3/5");
  const cr_holdings *holdings = solve(c);
  cr_expect(hand_equal(holdings->collective_bound[0].value, "1/5"), "looked through");
  cr_expect(hand_equal(holdings->collective_bound[1].value, "2/5"));
  cr_expect_eq(holdings->individual_holder[0], us);
  cr_expect_eq(holdings->individual_holder[1], maybe);
  cr_expect(holdings->individual[0].tight);
  cr_expect(hand_equal(holdings->entities[0].lower.value, "0"));
}

Test(corners, remainder_of_a_third_company_is_nobody) {
  int c = hand_company(&hand), us = hand_foreign(&hand), ch = hand_foreign(&hand);
  hand_capital(&hand, us, c, "1/5");
  hand_capital(&hand, ch, c, "1/5");
  rest_with_persons(c, "3/5");
  hand_capital(&hand, CR_VIEW_PSEUDO(CR_NOBODY), us, "1");
  hand_capital(&hand, CR_VIEW_PSEUDO(CR_NOBODY), ch, "1");
  const cr_holdings *holdings = solve(c);
  cr_expect(hand_equal(holdings->individual[1].value, "1/5"));
  cr_expect_eq(holdings->individual_holder[1], us, "node order");
  cr_expect(hand_equal(holdings->collective_bound[1].value, "2/5"));
  cr_expect_eq(holdings->entity_count, 2);
}

Test(corners, topmost_among_equals_even_when_last) {
  int c = hand_company(&hand), first = hand_foreign(&hand), low = hand_foreign(&hand);
  int top = hand_foreign(&hand);
  hand_capital(&hand, low, c, "1/5");
  hand_capital(&hand, first, c, "1/5");
  rest_with_persons(c, "3/5");
  hand_capital(&hand, top, first, "1");
  hand_capital(&hand, CR_VIEW_PSEUDO(CR_NOBODY), low, "1");
  hand_capital(&hand, CR_VIEW_PSEUDO(CR_NOBODY), top, "1");
  const cr_holdings *holdings = solve(c);
  cr_expect_eq(holdings->individual_holder[0], low, "topmost of its own, and before the other");
}

Test(corners, equal_lower_bounds_one_of_them_open) {
  int c = hand_company(&hand), a = hand_foreign(&hand), b = hand_foreign(&hand);
  hand_capital(&hand, a, c, "(1/4,3/10]");
  hand_capital(&hand, b, c, "1/4");
  rest_with_persons(c, "[0,1]");
  const cr_holdings *holdings = solve(c);
  cr_expect(hand_equal(holdings->individual[0].value, "1/4"));
  cr_expect_not(holdings->individual[0].attained, "every completion exceeds a quarter");
  cr_expect(holdings->individual[0].tight);
}

/* Two thirds could hold all of C between them, but for the part that A has in every
 * completion, and A is never wholly third. */
Test(corners, an_open_0_of_one_who_does_not_attain_it_is_used_all_the_same) {
  int c = hand_company(&hand), a = hand_company(&hand);
  int us = hand_foreign(&hand), ch = hand_foreign(&hand);
  hand_capital(&hand, us, a, "[1/2,1)");
  rest_with_persons(a, "(0,1/2]");
  hand_capital(&hand, a, c, "(0,1/2]");
  hand_capital(&hand, us, c, "[0,3/5]");
  hand_capital(&hand, ch, c, "[0,3/5]");
  const cr_holdings *holdings = solve(c);
  cr_expect(hand_equal(holdings->collective_bound[1].value, "1"));
  cr_expect_not(holdings->collective_bound[1].attained);
}

/* The same with an end of A closed at 0: the two can do without it. */
Test(corners, a_closed_0_of_one_who_does_not_attain_it_is_left_out) {
  int c = hand_company(&hand), a = hand_company(&hand);
  int us = hand_foreign(&hand), ch = hand_foreign(&hand);
  hand_capital(&hand, us, a, "[1/2,1)");
  rest_with_persons(a, "(0,1/2]");
  hand_capital(&hand, a, c, "[0,1/2]");
  hand_capital(&hand, us, c, "[0,3/5]");
  hand_capital(&hand, ch, c, "[0,3/5]");
  const cr_holdings *holdings = solve(c);
  cr_expect(hand_equal(holdings->collective_bound[1].value, "1"));
  cr_expect(holdings->collective_bound[1].attained);
}
