/* Rows of the graph: lots, stakes, remainders. */
#include <criterion/criterion.h>

#include "tests/support/hand_facts.h"

static hand_facts hand;
static int c, us, fr;

static void set_up(void) {
  facts_open(&hand);
  c = facts_company(&hand, "C", "FR");
  us = facts_company(&hand, "US", "US");
  fr = facts_persons(&hand, "fr");
}

static void tear_down(void) { facts_close(&hand); }

TestSuite(rows, .init = set_up, .fini = tear_down);

static void expect(int company, const char *capital, const char *votes) {
  cr_assert_str_eq(facts_row(&hand, CR_CAPITAL, company), capital);
  cr_assert_str_eq(facts_row(&hand, CR_VOTES, company), votes);
}

static void expect_both(int company, const char *row) { expect(company, row, row); }

Test(rows, lots_are_shares_of_what_is_issued) {
  int o = facts_class(&hand, c, "O", "10000");
  facts_lot(&hand, us, o, "2400");
  facts_lot(&hand, fr, o, "7600");
  facts_build(&hand);
  expect_both(c, "US 6/25; fr 19/25");
}

Test(rows, lots_of_one_holder_add_up_and_are_all_cited) {
  int o = facts_class(&hand, c, "O", "10000");
  facts_lot(&hand, us, o, "1000");
  facts_lot(&hand, fr, o, "7600");
  facts_lot(&hand, us, o, "1400");
  facts_build(&hand);
  expect_both(c, "US 6/25; fr 19/25");
  const cr_edges *edges = &hand.graph.view->edges[CR_CAPITAL];
  int first = edges->first[hand.graph.node_of[c]];
  cr_assert_eq(edges->cites[first + 1] - edges->cites[first], 2);
  cr_assert_eq(edges->cited[edges->cites[first]].index, 0);
  cr_assert_eq(edges->cited[edges->cites[first] + 1].index, 2);
}

Test(rows, what_lots_leave_is_undisclosed) {
  int o = facts_class(&hand, c, "O", "10000");
  facts_lot(&hand, us, o, "2000");
  facts_build(&hand);
  expect_both(c, "US 1/5; undisclosed 4/5");
}

Test(rows, nobody_is_presumed_behind_a_third_company) {
  facts_stake(&hand, us, c, "1", "1");
  facts_stake(&hand, fr, us, "1/3", "1/3");
  facts_build(&hand);
  expect_both(us, "fr 1/3; nobody 2/3");
}

Test(rows, a_company_of_which_nothing_is_said_is_undisclosed) {
  facts_build(&hand);
  expect_both(c, "undisclosed 1");
}

Test(rows, a_complete_list_leaves_no_remainder) {
  facts_stake(&hand, us, c, "(1/4,1/2]", "(1/4,1/2]");
  facts_stake(&hand, fr, c, "[0,1]", "[0,1]");
  facts_complete(&hand, c);
  facts_build(&hand);
  expect_both(c, "US (1/4,1/2]; fr [1/2,3/4)");
}

Test(rows, completeness_is_told_by_property) {
  facts_stake(&hand, us, c, "[0,1]", "[0,1]");
  facts_complete(&hand, c);
  hand.facts->completeness[0].property[CR_VOTES] = false;
  facts_build(&hand);
  expect(c, "US 1", "US [0,1]; undisclosed [0,1]");
}

Test(rows, bands_are_tightened_against_each_other) {
  int us2 = facts_company(&hand, "US2", "US");
  facts_stake(&hand, us, c, "(1/10,1/5]", "(1/10,1/5]");
  facts_stake(&hand, us2, c, "[3/20,1/2]", "[3/20,1/2]");
  facts_stake(&hand, fr, c, "61/100", "61/100");
  facts_complete(&hand, c);
  facts_build(&hand);
  expect_both(c, "US (1/10,1/5]; fr 61/100; US2 [19/100,29/100)");
}

Test(rows, a_fact_outside_its_period_does_not_exist) {
  int before = facts_stake(&hand, us, c, "1/2", "1/2");
  int after = facts_stake(&hand, us, c, "1/4", "1/4");
  hand.facts->stakes[before].fact.period.to = cr_date_make(2023, 2, 15);
  hand.facts->stakes[after].fact.period.from = cr_date_make(2023, 2, 15);
  facts_build(&hand);
  expect_both(c, "US 1/4; undisclosed 3/4");
  hand.options.as_of = cr_date_make(2023, 2, 14);
  facts_build(&hand);
  expect_both(c, "US 1/2; undisclosed 1/2");
}

Test(rows, a_lot_of_a_class_with_a_history_is_one_of_the_class_in_force) {
  int small = facts_class(&hand, c, "O", "10000");
  int large = facts_class(&hand, c, "O", "20000");
  hand.facts->classes[small].fact.period.to = cr_date_make(2022, 6, 1);
  hand.facts->classes[large].fact.period.from = cr_date_make(2022, 6, 1);
  facts_lot(&hand, us, small, "2000");
  facts_build(&hand);
  expect_both(c, "US 1/10; undisclosed 9/10");
}

Test(rows, several_stakes_are_evidence_of_one_holding) {
  facts_stake(&hand, us, c, "(1/4,1/2]", "(1/4,1/2]");
  facts_stake(&hand, us, c, "[3/10,7/10]", "[3/10,7/10]");
  facts_build(&hand);
  expect_both(c, "US [3/10,1/2]; undisclosed [1/2,7/10]");
}

Test(rows, stakes_that_allow_nothing_together_contradict_each_other) {
  facts_stake(&hand, us, c, "1/5", "1/5");
  facts_stake(&hand, us, c, "[3/10,2/5)", "[3/10,2/5)");
  facts_build(&hand);
  expect_both(c, "US [1/5,2/5); undisclosed (3/5,4/5]");
  cr_assert_eq(facts_remarks(&hand, "holdings-contradict", us, NULL), 2);
}

Test(rows, touching_bands_with_an_open_end_contradict_each_other) {
  facts_stake(&hand, us, c, "[1/5,1/4)", "[1/5,1/4)");
  facts_stake(&hand, us, c, "1/4", "1/4");
  facts_build(&hand);
  expect_both(c, "US [1/5,1/4]; undisclosed [3/4,4/5]");
}

Test(rows, lots_add_before_a_stake_is_held_against_them) {
  int o = facts_class(&hand, c, "O", "100");
  facts_lot(&hand, us, o, "20");
  facts_lot(&hand, us, o, "10");
  facts_stake(&hand, us, c, "(1/4,1/2]", NULL);
  facts_build(&hand);
  expect_both(c, "US 3/10; undisclosed 7/10");
  cr_assert_eq(facts_remarks(&hand, "holdings-contradict", CR_NONE, NULL), 0);
  cr_assert_eq(facts_remarks(&hand, "votes-as-capital", CR_NONE, NULL), 0);
}

Test(rows, votes_not_stated_are_as_the_capital) {
  facts_stake(&hand, us, c, "(1/4,1/2]", NULL);
  facts_build(&hand);
  expect_both(c, "US (1/4,1/2]; undisclosed [1/2,3/4)");
  cr_assert_eq(facts_remarks(&hand, "votes-as-capital", us, NULL), 1);
}

Test(rows, votes_stated_elsewhere_are_not_presumed) {
  facts_stake(&hand, us, c, "1/4", NULL);
  facts_stake(&hand, us, c, NULL, "2/5");
  facts_build(&hand);
  expect(c, "US 1/4; undisclosed 3/4", "US 2/5; undisclosed 3/5");
  cr_assert_eq(facts_remarks(&hand, "votes-as-capital", CR_NONE, NULL), 0);
}

Test(rows, capital_not_stated_is_unknown) {
  facts_stake(&hand, us, c, NULL, "1/4");
  facts_build(&hand);
  expect(c, "US [0,1]; undisclosed [0,1]", "US 1/4; undisclosed 3/4");
}

Test(rows, a_stake_in_a_class_is_that_share_of_it) {
  int a = facts_class(&hand, c, "A", "60"), b = facts_class(&hand, c, "B", "40");
  int stake = facts_stake(&hand, us, c, "1/2", "1/2");
  hand.facts->stakes[stake].share_class = a;
  hand.facts->classes[b].votes_per_share = facts_number(&hand, "0");
  facts_lot(&hand, fr, b, "40");
  facts_build(&hand);
  expect(c, "US 3/10; fr 2/5; undisclosed 3/10", "US 1/2; undisclosed 1/2");
}

Test(rows, bands_of_a_class_are_narrowed_by_the_class) {
  int a = facts_class(&hand, c, "A", "50");
  facts_class(&hand, c, "B", "50");
  int band = facts_stake(&hand, us, c, "(1/4,3/4]", "(1/4,3/4]");
  hand.facts->stakes[band].share_class = a;
  facts_lot(&hand, fr, a, "30"); /* 60 % of A: leaves US 40 % of it, and B to nobody known */
  facts_build(&hand);
  expect_both(c, "US (1/8,1/5]; fr 3/10; undisclosed [1/2,23/40)");
}

Test(rows, capital_is_weighed_by_nominal_value) {
  int a = facts_class(&hand, c, "A", "100"), b = facts_class(&hand, c, "B", "100");
  hand.facts->classes[a].nominal = facts_number(&hand, "1");
  hand.facts->classes[b].nominal = facts_number(&hand, "3");
  facts_lot(&hand, us, a, "100");
  facts_lot(&hand, fr, b, "100");
  facts_build(&hand);
  expect(c, "US 1/4; fr 3/4", "US 1/2; fr 1/2");
}

Test(rows, classes_of_one_holder_add_up) {
  int a = facts_class(&hand, c, "A", "60"), b = facts_class(&hand, c, "B", "40");
  facts_lot(&hand, us, a, "10");
  facts_lot(&hand, us, b, "10");
  facts_build(&hand);
  expect_both(c, "US 1/5; undisclosed 4/5");
}

Test(rows, own_shares_are_treasury_stock) {
  int o = facts_class(&hand, c, "O", "100");
  facts_lot(&hand, c, o, "10");
  facts_lot(&hand, us, o, "90");
  facts_build(&hand);
  expect_both(c, "treasury 1/10; US 9/10");
}

Test(rows, no_issued_share_makes_every_holding_anything) {
  facts_class(&hand, c, "O", "0");
  facts_stake(&hand, us, c, "1/4", "1/4");
  facts_build(&hand);
  expect_both(c, "US [0,1]; undisclosed [0,1]");
  int node = hand.graph.node_of[c];
  cr_assert(hand.graph.view->empty[CR_CAPITAL][node]);
  cr_assert(hand.graph.view->empty[CR_VOTES][node]);
  cr_assert_eq(facts_remarks(&hand, "no-issued-share", c, NULL), 1);
}

Test(rows, terminal_parties_have_none) {
  int person = facts_party(&hand, CR_PERSON, "p", "FR");
  int fund = facts_party(&hand, CR_FUND, "f", "FR");
  facts_stake(&hand, person, c, "1/2", "1/2");
  facts_stake(&hand, fund, c, "1/2", "1/2");
  facts_stake(&hand, us, fund, "1/2", "1/2");
  facts_build(&hand);
  expect_both(person, "");
  expect_both(fund, "");
  cr_assert_not(facts_in_view(&hand, us));
}

Test(rows, a_public_body_is_held_only_if_a_holder_is_stated) {
  int body = facts_party(&hand, CR_PUBLIC_BODY, "b", "FR");
  int state = facts_party(&hand, CR_PUBLIC_BODY, "State", "FR");
  facts_stake(&hand, body, c, "1", "1");
  facts_stake(&hand, state, body, "1", "1");
  facts_build(&hand);
  expect_both(body, "State 1");
  expect_both(state, "");
}
