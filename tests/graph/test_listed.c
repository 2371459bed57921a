/* Declared holders of classes on a regulated market (contract, section 2, "Listed"). */
#include <criterion/criterion.h>

#include "tests/support/hand_facts.h"

static hand_facts hand;
static int c, us, fr, f, o;

static void set_up(void) {
  facts_open(&hand);
  c = facts_company(&hand, "C", "FR");
  us = facts_company(&hand, "US", "US");
  fr = facts_persons(&hand, "fr");
  f = facts_company(&hand, "F", "FR");
  o = facts_class(&hand, c, "O", "1000");
  facts_admit(&hand, o, "XPAR");
}

static void tear_down(void) { facts_close(&hand); }

TestSuite(listed, .init = set_up, .fini = tear_down);

static void expect(const char *capital, const char *votes) {
  cr_assert_str_eq(facts_row(&hand, CR_CAPITAL, c), capital);
  cr_assert_str_eq(facts_row(&hand, CR_VOTES, c), votes);
}

static void expect_both(const char *row) { expect(row, row); }

static int table_of_us(const char *share) {
  int table = facts_table(&hand, c, cr_date_make(2022, 12, 31));
  facts_table_row(&hand, table, us, share, share);
  return table;
}

Test(listed, a_table_is_exact_and_the_rest_is_float) {
  table_of_us("1/8");
  facts_build(&hand);
  expect_both("US 1/8 declared; float 7/8");
  cr_assert(hand.graph.listed);
  cr_assert(hand.graph.view->declared[hand.graph.node_of[c]]);
}

Test(listed, an_undeclared_holder_does_not_count) {
  table_of_us("1/8");
  facts_lot(&hand, f, o, "30");
  facts_stake(&hand, f, c, "3/100", "3/100");
  facts_build(&hand);
  expect_both("US 1/8 declared; float 7/8");
  cr_assert_not(facts_in_view(&hand, f));
  cr_assert_eq(facts_remarks(&hand, "undeclared-holder", f, NULL), 2);
  cr_assert_eq(facts_remarks(&hand, "undeclared-holder", CR_NONE, NULL), 2);
}

Test(listed, without_any_declaration_all_is_float) {
  facts_build(&hand);
  expect_both("float 1");
}

Test(listed, a_complete_list_of_declared_holders_has_a_float_too) {
  table_of_us("1/8");
  facts_complete(&hand, c);
  facts_build(&hand);
  expect_both("US 1/8 declared; float 7/8");
}

Test(listed, growth_markets_and_markets_outside_the_union_are_not_regulated) {
  const char *mic[] = {"ALXP", "XNYS"};
  table_of_us("1/8");
  facts_stake(&hand, us, c, "1/10", "1/10");
  for (int i = 0; i < 2; i++) {
    hand.facts->admissions[0].mic = mic[i];
    facts_build(&hand);
    expect_both("US 1/10; undisclosed 9/10");
    cr_assert_not(hand.graph.listed);
  }
}

Test(listed, off_regulated_markets_a_reported_holder_is_known_and_the_rest_undisclosed) {
  table_of_us("1/8");
  hand.facts->admissions[0].mic = "ALXP";
  facts_build(&hand);
  expect_both("US 1/8; undisclosed 7/8");
  facts_declare(&hand, us, c, "1/2", false, cr_date_make(2023, 1, 20));
  facts_build(&hand);
  expect_both("undisclosed 1"); /* the figure is superseded */
}

Test(listed, before_admission_the_ordinary_rule_holds) {
  facts_declare(&hand, us, c, "1/5", true, cr_date_make(2021, 5, 1));
  hand.facts->admissions[0].fact.period.from = cr_date_make(2023, 2, 16);
  facts_build(&hand);
  expect_both("undisclosed 1");
}

Test(listed, upwards_over_a_threshold_is_from_it_to_the_next) {
  facts_declare(&hand, us, c, "1/5", true, cr_date_make(2021, 5, 1));
  facts_build(&hand);
  expect_both("US [1/5,1/4] declared; float [3/4,4/5]");
}

Test(listed, downwards_under_a_threshold_is_from_the_one_before) {
  facts_declare(&hand, us, c, "1/5", false, cr_date_make(2021, 5, 1));
  facts_build(&hand);
  expect_both("US [3/20,1/5] declared; float [4/5,17/20]");
}

Test(listed, below_the_lowest_nothing_is_held) {
  facts_declare(&hand, us, c, "1/20", false, cr_date_make(2021, 5, 1));
  facts_build(&hand);
  expect_both("float 1");
}

Test(listed, the_last_declaration_counts_in_whatever_order_they_are_told) {
  facts_declare(&hand, us, c, "1/10", false, cr_date_make(2022, 5, 1));
  facts_declare(&hand, us, c, "1/5", true, cr_date_make(2021, 5, 1));
  facts_build(&hand);
  expect_both("US [1/20,1/10] declared; float [9/10,19/20]");
}

Test(listed, of_several_thresholds_crossed_in_a_day_the_last_on_the_way_counts) {
  facts_declare(&hand, us, c, "1/4", true, cr_date_make(2021, 5, 1));
  facts_declare(&hand, us, c, "1/5", true, cr_date_make(2021, 5, 1));
  facts_build(&hand);
  expect_both("US [1/4,3/10] declared; float [7/10,3/4]");
}

Test(listed, a_figure_beyond_the_next_threshold_says_which_was_crossed_last) {
  int told = facts_declare(&hand, us, c, "1/5", true, cr_date_make(2021, 5, 1));
  hand.facts->declarations[told].held[CR_CAPITAL] = facts_number(&hand, "0.31");
  facts_build(&hand);
  expect("US [3/10,1/3] declared; float [2/3,7/10]", "US [1/5,1/4] declared; float [3/4,4/5]");
}

Test(listed, a_property_not_crossed_is_bracketed_by_the_figure_held) {
  int told = facts_declare(&hand, us, c, "1/5", true, cr_date_make(2021, 5, 1));
  hand.facts->declarations[told].crosses[CR_CAPITAL] = false;
  hand.facts->declarations[told].held[CR_CAPITAL] = facts_number(&hand, "0.18");
  facts_build(&hand);
  expect("US [3/20,1/5] declared; float [4/5,17/20]", "US [1/5,1/4] declared; float [3/4,4/5]");
}

Test(listed, a_property_not_crossed_of_which_nothing_is_said_is_unknown) {
  int told = facts_declare(&hand, us, c, "1/5", true, cr_date_make(2021, 5, 1));
  hand.facts->declarations[told].crosses[CR_CAPITAL] = false;
  facts_build(&hand);
  expect("US [0,1] declared; float [0,1]", "US [1/5,1/4] declared; float [3/4,4/5]");
}

Test(listed, a_table_supersedes_declarations_before_it_and_yields_to_those_after) {
  table_of_us("1/8");
  facts_declare(&hand, us, c, "1/5", true, cr_date_make(2021, 5, 1));
  facts_build(&hand);
  expect_both("US 1/8 declared; float 7/8");
  facts_declare(&hand, us, c, "3/20", true, cr_date_make(2023, 1, 20));
  facts_build(&hand);
  expect_both("US [3/20,1/5] declared; float [4/5,17/20]");
  hand.options.as_of = cr_date_make(2023, 1, 19);
  facts_build(&hand);
  expect_both("US 1/8 declared; float 7/8");
}

Test(listed, after_a_declaration_in_votes_the_capital_of_the_table_is_a_bracket) {
  table_of_us("1/8");
  int told = facts_declare(&hand, us, c, "3/20", true, cr_date_make(2023, 1, 20));
  hand.facts->declarations[told].crosses[CR_CAPITAL] = false;
  facts_build(&hand);
  expect("US [1/10,3/20] declared; float [17/20,9/10]",
         "US [3/20,1/5] declared; float [4/5,17/20]");
}

Test(listed, the_latest_table_counts) {
  table_of_us("1/8");
  int older = facts_table(&hand, c, cr_date_make(2021, 12, 31));
  facts_table_row(&hand, older, f, "1/10", "1/10");
  facts_build(&hand);
  expect_both("US 1/8 declared; float 7/8");
}

Test(listed, votes_that_a_table_does_not_state_are_as_the_capital) {
  int table = facts_table(&hand, c, cr_date_make(2022, 12, 31));
  facts_table_row(&hand, table, us, "1/8", NULL);
  facts_build(&hand);
  expect_both("US 1/8 declared; float 7/8");
  cr_assert_eq(facts_remarks(&hand, "votes-as-capital", us, NULL), 1);
}

/* US declared 22 %, its subsidiary F 4 %. */
static void two_declarants(const int (*relation)[3]) {
  int table = table_of_us("11/50");
  facts_table_row(&hand, table, f, "1/25", "1/25");
  hand.controls = relation;
  facts_build(&hand);
}

Test(listed, a_controlled_declarant_is_included_in_its_parents_declaration) {
  const int relation[][3] = {{us, f, 1}, {-1, 0, 0}};
  two_declarants(relation);
  expect_both("US 11/50 declared; float 39/50");
  cr_assert_eq(facts_remarks(&hand, "declared-split", f, "included"), 1);
}

Test(listed, a_possibly_controlled_declarant_holds_up_to_what_it_declared) {
  const int relation[][3] = {{us, f, 0}, {-1, 0, 0}};
  two_declarants(relation);
  expect_both("US 11/50 declared; F [0,1/25] declared; float [37/50,39/50]");
  cr_assert_eq(facts_remarks(&hand, "declared-split", f, "possibly-included"), 1);
}

Test(listed, declarants_that_are_not_related_both_count) {
  two_declarants(NULL);
  expect_both("US 11/50 declared; F 1/25 declared; float 37/50");
}

Test(listed, of_two_that_control_each_other_one_declaration_counts) {
  const int relation[][3] = {{us, f, 1}, {f, us, 1}, {-1, 0, 0}};
  two_declarants(relation);
  expect_both("US 11/50 declared; float 39/50");
}

Test(listed, a_company_named_in_a_declaration_is_included_in_it) {
  int included[] = {f};
  int table = facts_table(&hand, c, cr_date_make(2020, 12, 31));
  facts_table_row(&hand, table, f, "1/25", "1/25");
  int told = facts_declare(&hand, us, c, "1/5", true, cr_date_make(2021, 5, 1));
  hand.facts->declarations[told].included = included;
  hand.facts->declarations[told].included_count = 1;
  facts_build(&hand);
  expect_both("US [1/5,1/4] declared; float [3/4,4/5]");
}

Test(listed, own_shares_are_treasury_stock_in_capital_and_float_in_votes) {
  table_of_us("1/8");
  facts_lot(&hand, c, o, "100");
  facts_build(&hand);
  expect("US 1/8 declared; treasury 1/10; float 31/40", "US 1/8 declared; float 7/8");
}

Test(listed, classes_that_are_not_admitted_need_full_evidence) {
  int p = facts_class(&hand, c, "P", "1000"); /* half of the company */
  table_of_us("1/8");
  facts_lot(&hand, f, p, "400");
  facts_lot(&hand, f, o, "100");
  facts_build(&hand);
  /* US may hold up to 1/8 of the 3/10 that nobody is known to hold of P. */
  expect_both("US 1/8 declared; F 1/5; undisclosed [7/40,3/10]; float [3/8,1/2]");
}

Test(listed, lots_of_a_declarant_are_in_its_declaration) {
  int p = facts_class(&hand, c, "P", "1000");
  table_of_us("1/4");
  facts_lot(&hand, us, p, "200");
  facts_lot(&hand, fr, p, "800");
  facts_build(&hand);
  /* P is half of the company: US 1/10, fr 2/5, nothing left. */
  expect_both("US 1/4 declared; fr 2/5; float 7/20");
}

Test(listed, double_votes_of_an_sa_come_by_law) {
  int p = facts_class(&hand, c, "P", "1000");
  hand.facts->parties[c].form = CR_FORM_SA;
  hand.facts->classes[o].double_after_years = 0;
  int old = facts_lot(&hand, fr, p, "500"), young = facts_lot(&hand, f, p, "500");
  hand.facts->lots[old].since = cr_date_make(2021, 2, 15);
  hand.facts->lots[young].since = cr_date_make(2022, 1, 1);
  facts_build(&hand);
  /* Votes: 1000 of O, 1000 of fr, 500 of F. */
  expect("fr 1/4; F 1/4; float 1/2", "fr 2/5; F 1/5; float 2/5");
}

/* US holds F, listed, which holds C, not listed. */
Test(listed, the_rule_applies_above_the_candidate_by_analogy_and_flagged) {
  hand.facts->admissions_count = 0;
  facts_lot(&hand, f, o, "1000");
  facts_admit(&hand, facts_class(&hand, f, "A", "10"), "XPAR");
  int table = facts_table(&hand, f, cr_date_make(2022, 12, 31));
  facts_table_row(&hand, table, us, "3/5", "3/5");
  facts_build(&hand);
  expect_both("F 1");
  cr_assert_str_eq(facts_row(&hand, CR_VOTES, f), "US 3/5 declared; float 2/5");
  cr_assert_eq(facts_remarks(&hand, "listed-in-chain", f, NULL), 1);
  cr_assert_not(hand.graph.listed);
}

Test(listed, an_issuer_left_out_keeps_who_is_above_it_and_is_held_by_nobody) {
  table_of_us("3/5");
  facts_stake(&hand, fr, us, "1", "1");
  facts_control(&hand, us, c, CR_CONTROL_IN_FACT);
  hand.leave_out = c;
  facts_build(&hand);
  expect_both("nobody 1");
  cr_assert_str_eq(facts_row(&hand, CR_VOTES, us), "fr 1");
  cr_assert_eq(hand.graph.view->control_count, 0);
}

Test(listed, issuers_higher_in_the_chain_come_first) {
  int low = facts_company(&hand, "low", "FR"), high = facts_company(&hand, "high", "FR");
  int aside = facts_company(&hand, "aside", "FR");
  facts_admit(&hand, facts_class(&hand, low, "A", "10"), "XPAR");
  facts_admit(&hand, facts_class(&hand, high, "A", "10"), "XPAR");
  facts_admit(&hand, facts_class(&hand, aside, "A", "10"), "XPAR");
  facts_declare(&hand, low, c, "1/5", true, cr_date_make(2021, 5, 1));
  facts_declare(&hand, high, low, "1/5", true, cr_date_make(2021, 5, 1));
  int *issuers = NULL, count = 0;
  cr_assert_eq(cr_graph_issuers(&issuers, &count, hand.facts, &hand.reference,
                                &hand.options, hand.arena),
               CRIBLE_OK);
  cr_assert_eq(count, 3); /* `aside` is not above the candidate */
  cr_assert_eq(issuers[0], high);
  cr_assert_eq(issuers[1], low);
  cr_assert_eq(issuers[2], c);
}

Test(listed, issuers_that_hold_each_other_come_in_the_order_of_the_facts) {
  int second = facts_company(&hand, "second", "FR");
  facts_admit(&hand, facts_class(&hand, second, "A", "10"), "XPAR");
  facts_declare(&hand, second, c, "1/5", true, cr_date_make(2021, 5, 1));
  facts_declare(&hand, c, second, "1/5", true, cr_date_make(2021, 5, 1));
  int *issuers = NULL, count = 0;
  cr_assert_eq(cr_graph_issuers(&issuers, &count, hand.facts, &hand.reference,
                                &hand.options, hand.arena),
               CRIBLE_OK);
  cr_assert_eq(count, 2);
  cr_assert_eq(issuers[0], c);
  cr_assert_eq(issuers[1], second);
}
