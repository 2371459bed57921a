/* Who is in the view, control facts, and what is odd. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "tests/support/hand_facts.h"
#include "tests/support/scarce_memory.h"

static hand_facts hand;
static int c, a, b, us;

static void set_up(void) {
  facts_open(&hand);
  us = facts_party(&hand, CR_COMPANY, "US", NULL); /* before the candidate */
  c = facts_company(&hand, "C", "FR");
  a = facts_company(&hand, "A", "FR");
  b = facts_company(&hand, "B", "FR");
}

static void tear_down(void) { facts_close(&hand); }

TestSuite(scope, .init = set_up, .fini = tear_down);

Test(scope, holders_of_holders_over_either_property_in_the_order_of_the_facts) {
  int aside = facts_company(&hand, "aside", "FR");
  facts_stake(&hand, b, c, "1/2", "1/2");
  facts_stake(&hand, a, b, NULL, "1/10");
  facts_stake(&hand, us, a, "1/10", NULL);
  facts_stake(&hand, c, aside, "1", "1");
  facts_stake(&hand, us, aside, "0", "0");
  facts_build(&hand);
  const cr_view *view = hand.graph.view;
  cr_assert_eq(view->parties, 4);
  const int expected[] = {us, c, a, b};
  for (int i = 0; i < 4; i++) cr_assert_eq(view->party[i], expected[i]);
  cr_assert_eq(view->candidate, 1);
  cr_assert_eq(hand.graph.node_of[aside], CR_NONE);
}

Test(scope, controllers_and_who_holds_them) {
  int fund = facts_party(&hand, CR_FUND, "f", NULL);
  facts_stake(&hand, fund, c, "1/2", "1/2");
  facts_control(&hand, a, fund, CR_CONTROL_MANAGER);
  facts_stake(&hand, b, a, "1/2", "1/2");
  facts_control(&hand, us, b, CR_CONTROL_AGREEMENT);
  facts_build(&hand);
  cr_assert(facts_in_view(&hand, a) && facts_in_view(&hand, b) && facts_in_view(&hand, us));
  const cr_view *view = hand.graph.view;
  cr_assert_eq(view->control_count, 2);
  for (int i = 0; i < 2; i++) {
    bool of_fund = view->controls[i].controlled == hand.graph.node_of[fund];
    cr_assert_eq(view->controls[i].manager, of_fund);
    cr_assert(view->controls[i].definite);
  }
}

Test(scope, a_trustee_is_no_manager) {
  int trust = facts_party(&hand, CR_ARRANGEMENT, "t", NULL);
  facts_stake(&hand, trust, c, "1/2", "1/2");
  facts_control(&hand, a, trust, CR_CONTROL_TRUSTEE);
  facts_build(&hand);
  cr_assert_not(hand.graph.view->controls[0].manager);
}

Test(scope, parties_named_by_rights_and_who_stands_above_them) {
  int right = CR_NONE, named[] = {a};
  cr_assert_eq(cr_facts_add_rights(hand.facts, &right), CRIBLE_OK);
  hand.facts->rights[right] =
      (cr_right){.fact = {.period = {CR_DATE_NONE, CR_DATE_NONE}, .recorded = CR_DATE_NONE},
                 .company = c, .parties = named, .party_count = 1};
  facts_stake(&hand, us, a, "1", "1");
  facts_build(&hand);
  cr_assert(facts_in_view(&hand, a) && facts_in_view(&hand, us));
  cr_assert_not(facts_in_view(&hand, b));
  hand.facts->rights[right].company = b;
  facts_build(&hand);
  cr_assert_not(facts_in_view(&hand, a));
}

Test(scope, joint_control_is_one_entry_a_controller) {
  int both[] = {a, b};
  facts_stake(&hand, us, c, "1", "1");
  int fact = facts_control(&hand, a, us, CR_CONTROL_AGREEMENT);
  hand.facts->controls[fact].controllers = both;
  hand.facts->controls[fact].controller_count = 2;
  facts_build(&hand);
  cr_assert_eq(hand.graph.view->control_count, 2);
  cr_assert(hand.graph.view->controls[0].definite && hand.graph.view->controls[1].definite);
}

/* A and B are each said to control US alone. */
static bool both_definite(void) {
  facts_build(&hand);
  const cr_view *view = hand.graph.view;
  cr_assert_eq(view->controls[0].definite, view->controls[1].definite);
  return view->controls[0].definite;
}

static void two_controllers(void) {
  facts_stake(&hand, us, c, "1", "1");
  facts_control(&hand, a, us, CR_CONTROL_AGREEMENT);
  facts_control(&hand, b, us, CR_CONTROL_IN_FACT);
}

Test(scope, two_sole_controllers_contradict_each_other) {
  two_controllers();
  cr_assert_not(both_definite());
  cr_assert_eq(facts_remarks(&hand, "controls-contradict", us, NULL), 1);
}

Test(scope, one_above_the_other_by_majority_is_no_contradiction) {
  two_controllers();
  int stake = facts_stake(&hand, a, b, "1/2", "1/2");
  cr_assert_not(both_definite()); /* exactly half is none */
  hand.facts->stakes_count--;
  stake = facts_stake(&hand, a, b, "51/100", "51/100");
  cr_assert(both_definite());
  hand.facts->stakes[stake].fact.period.to = cr_date_make(2020, 1, 1);
  cr_assert_not(both_definite());
}

Test(scope, one_above_the_other_by_facts_is_no_contradiction) {
  two_controllers();
  facts_control(&hand, b, a, CR_CONTROL_APPOINTMENTS);
  facts_build(&hand);
  cr_assert_eq(facts_remarks(&hand, "controls-contradict", CR_NONE, NULL), 0);
}

Test(scope, facts_recorded_later_are_used_and_remarked_on) {
  int stake = facts_stake(&hand, a, c, "1/2", "1/2");
  hand.facts->stakes[stake].fact.recorded = cr_date_make(2023, 2, 15);
  facts_build(&hand);
  cr_assert_eq(facts_remarks(&hand, "recorded-after", CR_NONE, NULL), 0);
  hand.facts->stakes[stake].fact.recorded = cr_date_make(2023, 2, 16);
  facts_build(&hand);
  cr_assert_eq(facts_remarks(&hand, "recorded-after", CR_NONE, "2023-02-16"), 1);
  cr_assert_str_eq(facts_row(&hand, CR_VOTES, c), "A 1/2; undisclosed 1/2");
}

Test(scope, shares_of_more_than_ten_decimals_are_remarked_on) {
  int stake = facts_stake(&hand, a, c, "1/2", "1/2");
  hand.facts->stakes[stake].decimals[CR_CAPITAL] = 10;
  facts_build(&hand);
  cr_assert_eq(facts_remarks(&hand, "many-decimals", CR_NONE, NULL), 0);
  hand.facts->stakes[stake].decimals[CR_CAPITAL] = 11;
  facts_build(&hand);
  cr_assert_eq(facts_remarks(&hand, "many-decimals", a, NULL), 1);
}

Test(scope, a_gap_between_periods_is_remarked_on) {
  int before = facts_stake(&hand, a, c, "1/2", "1/2");
  int after = facts_stake(&hand, a, c, "1/4", "1/4");
  hand.facts->stakes[before].fact.period.to = cr_date_make(2022, 1, 1);
  hand.facts->stakes[after].fact.period.from = cr_date_make(2022, 1, 1);
  facts_build(&hand);
  cr_assert_eq(facts_remarks(&hand, "period-gap", CR_NONE, NULL), 0);
  hand.facts->stakes[after].fact.period.from = cr_date_make(2022, 3, 1);
  facts_build(&hand);
  cr_assert_eq(facts_remarks(&hand, "period-gap", a, "2022-01-01/2022-03-01"), 1);
}

Test(scope, options_are_remarked_on) {
  int option = CR_NONE, class = facts_class(&hand, c, "O", "100");
  cr_assert_eq(cr_facts_add_options(hand.facts, &option), CRIBLE_OK);
  hand.facts->options[option] =
      (cr_option){.fact = {.period = {CR_DATE_NONE, CR_DATE_NONE}, .recorded = CR_DATE_NONE},
                  .holder = a, .share_class = class};
  facts_build(&hand);
  cr_assert_eq(facts_remarks(&hand, "option-ignored", a, NULL), 1);
}

Test(scope, ten_thousand_parties_of_three_holders_each) {
  enum { parties = 10000 };
  static char ids[parties][16];
  int first = facts_company(&hand, "first", "FR");
  facts_stake(&hand, first, c, "1/4", "1/4");
  for (int i = 1; i < parties; i++) {
    snprintf(ids[i], sizeof ids[i], "p%d", i);
    facts_company(&hand, ids[i], i % 7 ? "FR" : "US");
    /* Holders come after what they hold. */
    for (int k = 0; k < 3; k++)
      facts_stake(&hand, first + i, first + (i - 1) / 2 + (k < (i - 1) / 2 ? -k : 0), "1/9",
                  "1/9");
  }
  facts_build(&hand);
  cr_assert_eq(hand.graph.view->parties, parties + 1);
}

/* A dossier with something of everything, in a context whose memory runs out. */
static crible_status build_once(crible_context *context) {
  cr_graph graph = {0};
  cr_arena *arena = NULL;
  crible_status status = cr_arena_new(&arena, context);
  if (status != CRIBLE_OK) return status;
  status = cr_graph_build(&graph, hand.facts, &hand.reference, &hand.options, NULL, CR_NONE,
                          arena);
  if (status == CRIBLE_OK) cr_graph_clear(&graph, context);
  cr_arena_free(arena);
  return status;
}

Test(scope, memory_that_runs_out_is_told_and_nothing_leaks) {
  int o = facts_class(&hand, c, "O", "100"), l = facts_class(&hand, a, "L", "100");
  facts_lot(&hand, a, o, "30");
  facts_lot(&hand, b, o, "30");
  facts_stake(&hand, b, c, "(1/4,1/2]", NULL);
  facts_stake(&hand, b, us, "1/2", NULL);
  facts_control(&hand, a, us, CR_CONTROL_AGREEMENT);
  facts_control(&hand, b, us, CR_CONTROL_IN_FACT);
  facts_admit(&hand, l, "XPAR");
  facts_declare(&hand, us, a, "1/5", true, cr_date_make(2021, 5, 1));
  scarce_memory_try(build_once, NULL);
}
