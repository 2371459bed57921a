/* Facts that leave a company without possible weights. */
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

TestSuite(faults, .init = set_up, .fini = tear_down);

static const crible_diagnostic *expect(const char *code, const char *message) {
  cr_assert_eq(facts_try(&hand), CRIBLE_E_DATA);
  const crible_diagnostic *first = facts_complaint(&hand);
  cr_assert_str_eq(first->code, code);
  cr_assert_str_eq(first->message, message);
  cr_assert_str_eq(first->file, "dossier.xml");
  cr_assert_not_null(first->advice);
  return first;
}

Test(faults, stakes_above_the_whole) {
  facts_stake(&hand, us, c, "24/100", NULL);
  facts_stake(&hand, fr, c, "80/100", NULL);
  const crible_diagnostic *told =
      expect("holders-exceed-whole", "holders of company 'C' add up to 104 % of its capital");
  cr_assert_eq(told->line, 201);
  cr_assert_str_eq(told->related, "with the stake at line 200");
  cr_assert_eq(crible_diagnostic_count(hand.context), 1); /* the votes are not told too */
}

Test(faults, lots_above_the_shares_issued) {
  int o = facts_class(&hand, c, "O", "10000");
  facts_lot(&hand, us, o, "2400");
  facts_lot(&hand, fr, o, "7000");
  facts_lot(&hand, fr, o, "1000");
  const crible_diagnostic *told =
      expect("lots-exceed-issued",
             "lots of company 'C' add up to 10400 shares of class 'O', 10000 are issued");
  cr_assert_eq(told->line, 102);
  cr_assert_str_eq(told->related, "with lots at lines 100 and 101");
}

Test(faults, votes_alone_above_the_whole) {
  facts_stake(&hand, us, c, "1/5", "3/5");
  facts_stake(&hand, fr, c, "1/5", "1/2");
  expect("holders-exceed-whole", "holders of company 'C' add up to 110 % of its votes");
}

Test(faults, lower_ends_above_the_whole) {
  facts_stake(&hand, us, c, "[3/5,4/5]", NULL);
  facts_stake(&hand, fr, c, "1/2", NULL);
  expect("holders-exceed-whole",
         "holders of company 'C' add up to at least 110 % of its capital");
}

Test(faults, lower_ends_at_the_whole_with_one_open) {
  facts_stake(&hand, us, c, "(1/2,4/5]", NULL);
  facts_stake(&hand, fr, c, "1/2", NULL);
  expect("holders-exceed-whole",
         "holders of company 'C' add up to more than 100 % of its capital");
}

Test(faults, a_complete_list_below_the_whole) {
  facts_stake(&hand, us, c, "24/100", NULL);
  facts_stake(&hand, fr, c, "72/100", NULL);
  facts_complete(&hand, c);
  expect("holders-fall-short",
         "holders of company 'C', said to be all, add up to 96 % of its capital");
}

Test(faults, a_complete_list_whose_upper_ends_are_at_the_whole_but_open) {
  facts_stake(&hand, us, c, "[1/4,1/2)", NULL);
  facts_stake(&hand, fr, c, "1/2", NULL);
  facts_complete(&hand, c);
  expect("holders-fall-short",
         "holders of company 'C', said to be all, add up to less than 100 % of its capital");
}

Test(faults, a_complete_list_without_holders) {
  facts_complete(&hand, c);
  const crible_diagnostic *told =
      expect("holders-fall-short",
             "holders of company 'C', said to be all, add up to 0 % of its capital");
  cr_assert_eq(told->line, 300);
}

Test(faults, complete_lots_below_the_shares_issued) {
  int o = facts_class(&hand, c, "O", "100");
  facts_lot(&hand, us, o, "99");
  facts_complete(&hand, c);
  expect("holders-fall-short",
         "holders of company 'C', said to be all, add up to 99 % of its capital");
}

Test(faults, holders_of_a_class_above_it_though_not_above_the_company) {
  int a = facts_class(&hand, c, "A", "50");
  facts_class(&hand, c, "B", "50");
  int stake = facts_stake(&hand, us, c, "3/4", NULL);
  hand.facts->stakes[stake].share_class = a;
  stake = facts_stake(&hand, fr, c, "1/2", NULL);
  hand.facts->stakes[stake].share_class = a;
  expect("holders-exceed-whole",
         "holders of class 'A' of company 'C' add up to 125 % of its capital");
}

Test(faults, nominal_values_of_some_classes) {
  facts_class(&hand, c, "A", "50");
  int b = facts_class(&hand, c, "B", "50");
  hand.facts->classes[b].nominal = facts_number(&hand, "1");
  expect("nominal-partly-stated",
         "only some share classes of company 'C' state a nominal value");
}

Test(faults, one_class_needs_no_other_nominal_value) {
  int b = facts_class(&hand, c, "B", "50");
  hand.facts->classes[b].nominal = facts_number(&hand, "7");
  facts_build(&hand);
  cr_assert_str_eq(facts_row(&hand, CR_CAPITAL, c), "undisclosed 1");
}

Test(faults, every_company_at_fault_is_told_even_one_beside_the_chain) {
  int aside = facts_company(&hand, "aside", "FR");
  facts_stake(&hand, us, c, "3/2", NULL);
  facts_stake(&hand, us, aside, "1/2", NULL);
  facts_stake(&hand, fr, aside, "4/5", NULL);
  cr_assert_eq(facts_try(&hand), CRIBLE_E_DATA);
  cr_assert_eq(crible_diagnostic_count(hand.context), 2);
}

Test(faults, leave_the_graph_as_it_was) {
  facts_stake(&hand, us, c, "1/5", NULL);
  facts_build(&hand);
  cr_graph before = hand.graph;
  facts_stake(&hand, fr, c, "9/10", NULL);
  cr_assert_eq(cr_graph_build(&hand.graph, hand.facts, &hand.reference, &hand.options, NULL,
                              CR_NONE, hand.arena),
               CRIBLE_E_DATA);
  cr_assert_eq(hand.graph.view, before.view);
}

Test(faults, many_places_are_counted_not_listed) {
  for (int i = 0; i < 12; i++)
    facts_stake(&hand, facts_company(&hand, "h", "FR"), c, "1/10", NULL);
  const crible_diagnostic *told =
      expect("holders-exceed-whole", "holders of company 'C' add up to 120 % of its capital");
  cr_assert_str_eq(told->related,
                   "with stakes at lines 200, 201, 202, 203, 204, 205 and 5 more");
}
