/* Votes of lots: double votes, usufruct, suspension, caps. */
#include <criterion/criterion.h>

#include "tests/support/hand_facts.h"

static hand_facts hand;
static int c, us, fr, o;

static void set_up(void) {
  facts_open(&hand);
  c = facts_company(&hand, "C", "FR");
  us = facts_company(&hand, "US", "US");
  fr = facts_persons(&hand, "fr");
  o = facts_class(&hand, c, "O", "100");
  hand.facts->parties[c].form = CR_FORM_SA;
}

static void tear_down(void) { facts_close(&hand); }

TestSuite(votes, .init = set_up, .fini = tear_down);

static void expect(const char *capital, const char *votes) {
  cr_assert_str_eq(facts_row(&hand, CR_CAPITAL, c), capital);
  cr_assert_str_eq(facts_row(&hand, CR_VOTES, c), votes);
}

static void expect_votes(const char *votes) {
  cr_assert_str_eq(facts_row(&hand, CR_VOTES, c), votes);
}

/* 40 shares of fr, registered since `since`, beside 60 of US registered since yesterday. */
static cr_lot *old_and_new(cr_date since) {
  int old = facts_lot(&hand, fr, o, "40"), young = facts_lot(&hand, us, o, "60");
  hand.facts->lots[old].since = since;
  hand.facts->lots[young].since = cr_date_make(2023, 2, 14);
  hand.facts->classes[o].double_after_years = 2;
  return &hand.facts->lots[old];
}

Test(votes, double_after_the_years_to_the_day) {
  cr_lot *old = old_and_new(cr_date_make(2021, 2, 15));
  facts_build(&hand);
  expect("US 3/5; fr 2/5", "US 3/7; fr 4/7");
  old->since = cr_date_make(2021, 2, 16);
  facts_build(&hand);
  expect_votes("US 3/5; fr 2/5");
}

Test(votes, single_when_bearer_or_not_paid_up) {
  cr_lot *old = old_and_new(cr_date_make(2010, 1, 1));
  old->registered = CR_FALSE;
  facts_build(&hand);
  expect_votes("US 3/5; fr 2/5");
  old->registered = CR_TRUE;
  old->paid_up = CR_FALSE;
  facts_build(&hand);
  expect_votes("US 3/5; fr 2/5");
}

Test(votes, single_and_flagged_when_it_is_not_known_since_when) {
  old_and_new(CR_DATE_NONE);
  facts_build(&hand);
  expect_votes("US 3/5; fr 2/5");
  cr_assert_eq(facts_remarks(&hand, "since-unknown", fr, NULL), 1);
}

Test(votes, single_where_the_statutes_are_silent_or_say_never) {
  old_and_new(cr_date_make(2010, 1, 1));
  hand.facts->classes[o].double_after_years = CR_NONE;
  facts_build(&hand);
  expect_votes("US 3/5; fr 2/5");
  hand.facts->classes[o].double_after_years = 0;
  facts_build(&hand);
  expect_votes("US 3/5; fr 2/5");
}

Test(votes, shares_that_no_lot_accounts_for_may_have_double_votes) {
  int young = facts_lot(&hand, us, o, "40");
  hand.facts->lots[young].since = cr_date_make(2023, 1, 1);
  hand.facts->classes[o].double_after_years = 2;
  facts_build(&hand);
  /* The other 60 have between 60 and 120 votes, beside 40. */
  expect("US 2/5; undisclosed 3/5", "US [1/4,2/5]; undisclosed [3/5,3/4]");
  cr_assert_eq(facts_remarks(&hand, "double-votes-unknown", c, "O"), 1);
}

Test(votes, usufruct_in_an_sa_goes_by_meeting) {
  int child = facts_party(&hand, CR_PERSON, "child", "FR");
  int lot = facts_lot(&hand, us, o, "100");
  hand.facts->lots[lot].nature = CR_USUFRUCT;
  hand.facts->lots[lot].bare_owner = child;
  facts_build(&hand);
  expect("child 1", "child 1");
  cr_assert(hand.graph.by_meeting);
  cr_assert_eq(facts_remarks(&hand, "usufruct-by-form", us, NULL), 1);
  hand.options.meeting = CR_MEETING_ORDINARY;
  facts_build(&hand);
  expect("child 1", "US 1");
}

Test(votes, usufruct_elsewhere_leaves_the_bare_owner_the_votes) {
  int child = facts_party(&hand, CR_PERSON, "child", "FR");
  int lot = facts_lot(&hand, us, o, "100");
  hand.facts->lots[lot].nature = CR_USUFRUCT;
  hand.facts->lots[lot].bare_owner = child;
  hand.facts->parties[c].form = CR_FORM_SAS;
  hand.options.meeting = CR_MEETING_ORDINARY;
  facts_build(&hand);
  expect("child 1", "child 1");
  cr_assert_not(hand.graph.by_meeting);
}

Test(votes, an_unknown_usufructuary_is_undisclosed) {
  int lot = facts_lot(&hand, us, o, "100");
  hand.facts->lots[lot].nature = CR_BARE;
  hand.options.meeting = CR_MEETING_ORDINARY;
  facts_build(&hand);
  expect("US 1", "undisclosed 1");
  hand.options.meeting = CR_MEETING_EXTRAORDINARY;
  facts_build(&hand);
  expect("US 1", "US 1");
}

Test(votes, a_suspended_lot_stands_by_itself_while_it_is) {
  int cut = facts_lot(&hand, us, o, "20");
  facts_lot(&hand, us, o, "20");
  facts_lot(&hand, fr, o, "60");
  hand.facts->lots[cut].suspended = "L.233-14";
  hand.facts->lots[cut].suspension.to = cr_date_make(2023, 6, 1);
  facts_build(&hand);
  expect("US 2/5; fr 3/5", "US 1/5; US 1/5 suspended; fr 3/5");
  hand.options.as_of = cr_date_make(2023, 6, 1);
  facts_build(&hand);
  expect("US 2/5; fr 3/5", "US 2/5; fr 3/5");
}

Test(votes, a_suspended_class_is_suspended_to_whoever_holds_it) {
  int p = facts_class(&hand, c, "P", "100");
  hand.facts->classes[p].votes_suspended = true;
  facts_lot(&hand, fr, o, "100");
  facts_lot(&hand, us, p, "50");
  facts_build(&hand);
  expect_votes("US 1/4 suspended; fr 1/2; undisclosed 1/4 suspended");
}

Test(votes, none_that_can_be_cast_makes_every_holding_anything) {
  facts_lot(&hand, c, o, "30");
  int cut = facts_lot(&hand, us, o, "70");
  hand.facts->lots[cut].suspended = "L.233-14";
  facts_build(&hand);
  expect("treasury 3/10; US 7/10", "US [0,1]; undisclosed [0,1]");
  int node = hand.graph.node_of[c];
  cr_assert_not(hand.graph.view->empty[CR_CAPITAL][node]);
  cr_assert(hand.graph.view->empty[CR_VOTES][node]);
  cr_assert_eq(facts_remarks(&hand, "no-exercisable-vote", c, NULL), 1);
}

Test(votes, classes_without_votes_make_every_holding_anything) {
  hand.facts->classes[o].votes_per_share = facts_number(&hand, "0");
  facts_lot(&hand, us, o, "100");
  facts_build(&hand);
  expect("US 1", "US [0,1]; undisclosed [0,1]");
}

Test(votes, a_cap_goes_with_the_votes_of_its_class) {
  int p = facts_class(&hand, c, "P", "100");
  hand.facts->classes[o].cap = facts_number(&hand, "1/10");
  facts_lot(&hand, us, o, "100");
  facts_lot(&hand, us, p, "100");
  facts_build(&hand);
  expect("US 1", "US 1/2 cap 1/10; US 1/2");
}

Test(votes, a_stake_in_the_company_has_the_cap_of_all_its_classes) {
  hand.facts->classes[o].cap = facts_number(&hand, "1/10");
  facts_stake(&hand, us, c, "1/2", "1/2");
  facts_build(&hand);
  expect("US 1/2; undisclosed 1/2", "US 1/2 cap 1/10; undisclosed 1/2 cap 1/10");
}
