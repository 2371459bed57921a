/* Witness chains of views made by hand. */
#include <criterion/criterion.h>

#include "engine/holdings/chains.h"
#include "tests/support/hand_view.h"

static hand_view hand;

static void setup(void) { hand_open(&hand); }
static void teardown(void) { hand_close(&hand); }

TestSuite(chains, .init = setup, .fini = teardown);

static cr_holdings *holdings;

static cr_chains *chains_of(int candidate, bool upper, int limit) {
  const cr_view *view = hand_finish(&hand, candidate);
  cr_chains *chains = NULL;
  cr_assert_eq(cr_holdings_solve(&holdings, view, CR_CAPITAL, NULL, 0, hand.arena), CRIBLE_OK);
  cr_assert_eq(cr_chains_of(&chains, view, holdings->condensation, CR_CAPITAL,
                            &holdings->collective[upper], limit, hand.arena),
               CRIBLE_OK);
  return chains;
}

static void rest_with_persons(int company, const char *weight) {
  hand_capital(&hand, hand_persons(&hand), company, weight);
}

static void expect_step(const cr_chain *chain, int step, int holder, int company,
                        const char *factor) {
  cr_expect_eq(chain->steps[step].holder, holder, "holder of step %d", step);
  cr_expect_eq(chain->steps[step].company, company, "company of step %d", step);
  cr_expect(hand_equal(chain->steps[step].factor, factor), "factor of step %d", step);
}

Test(chains, largest_first_and_the_rest) {
  int c = hand_company(&hand), a = hand_company(&hand), us = hand_foreign(&hand);
  int gb = hand_foreign(&hand);
  hand_capital(&hand, us, c, "1/10");
  hand_capital(&hand, gb, c, "1/20");
  hand_capital(&hand, a, c, "1/2");
  rest_with_persons(c, "7/20");
  hand_capital(&hand, us, a, "1/4");
  rest_with_persons(a, "3/4");
  const cr_chains *chains = chains_of(c, false, 2);
  cr_assert_eq(chains->chain_count, 2);
  cr_expect(hand_equal(chains->chains[0].product, "1/8"));
  cr_assert_eq(chains->chains[0].step_count, 2);
  expect_step(&chains->chains[0], 0, us, a, "1/4");
  expect_step(&chains->chains[0], 1, a, c, "1/2");
  cr_expect(hand_equal(chains->chains[1].product, "1/10"));
  cr_expect(hand_equal(chains->rest, "1/20"));
  cr_expect_eq(chains->equation_count, 0);
}

Test(chains, through_a_cycle) { /* case A09 */
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
  const cr_chains *chains = chains_of(c, true, 20);
  cr_assert_eq(chains->chain_count, 2);
  cr_assert_eq(chains->chains[0].step_count, 3);
  expect_step(&chains->chains[0], 0, us, a, "3/5");
  expect_step(&chains->chains[0], 1, a, a, "25/24"); /* 1 / (1 - 1/5 · 1/5) */
  expect_step(&chains->chains[0], 2, a, c, "3/10");
  cr_expect_eq(chains->chains[0].steps[1].component, holdings->condensation->component[a]);
  expect_step(&chains->chains[1], 1, a, b, "5/24");
  cr_expect(hand_equal(chains->chains[1].product, "1/40"));
  cr_expect(hand_equal(chains->rest, "0"));
  cr_assert_eq(chains->equation_count, 2);
  cr_expect_eq(chains->equations[0].company, a);
  cr_expect(hand_equal(chains->equations[0].constant, "3/5"));
  cr_expect(hand_equal(chains->equations[0].value, "5/8"));
  cr_assert_eq(chains->equations[0].term_count, 1);
  cr_expect_eq(chains->equations[0].holders[0], b);
  cr_expect(hand_equal(&chains->equations[0].factors[0], "1/5"));
}

Test(chains, candidate_met_again_makes_no_cycle) {
  int c = hand_company(&hand), a = hand_company(&hand), b = hand_company(&hand);
  int us = hand_foreign(&hand);
  hand_capital(&hand, a, c, "1");
  hand_capital(&hand, b, a, "1");
  hand_capital(&hand, c, b, "1/2");
  hand_capital(&hand, us, b, "1/2");
  const cr_chains *chains = chains_of(c, false, 20);
  cr_assert_eq(chains->chain_count, 1);
  cr_assert_eq(chains->chains[0].step_count, 3);
  for (int i = 0; i < 3; i++) cr_expect_eq(chains->chains[0].steps[i].component, CR_NONE);
  cr_expect(hand_equal(chains->chains[0].product, "1/2"));
}

Test(chains, largest_member_of_a_group) {
  int c = hand_company(&hand), funds = hand_party(&hand, CR_GROUP, CR_THIRD, 4);
  hand_capital(&hand, funds, c, "4/5");
  rest_with_persons(c, "1/5");
  const cr_view *view = hand_finish(&hand, c);
  cr_assert_eq(cr_holdings_solve(&holdings, view, CR_CAPITAL, NULL, 0, hand.arena), CRIBLE_OK);
  cr_expect(hand_equal(holdings->individual[0].value, "1/5"));
  cr_expect(hand_equal(holdings->individual[1].value, "4/5"));
  cr_expect(holdings->individual[0].attained);
  cr_expect_not(holdings->individual[1].attained);
  cr_chains *chains = NULL;
  cr_assert_eq(cr_chains_of(&chains, view, holdings->condensation, CR_CAPITAL,
                            &holdings->individual_vector[0], 5, hand.arena),
               CRIBLE_OK);
  cr_assert_eq(chains->chain_count, 1);
  expect_step(&chains->chains[0], 0, funds, funds, "1/4");
  expect_step(&chains->chains[0], 1, funds, c, "4/5");
  cr_expect(hand_equal(chains->rest, "0"));
}

Test(chains, none_from_inside_a_closed_group) {
  int c = hand_company(&hand), a = hand_company(&hand);
  hand_capital(&hand, a, c, "1");
  hand_capital(&hand, c, a, "1");
  const cr_chains *chains = chains_of(c, true, 20);
  cr_expect_eq(chains->chain_count, 0);
  cr_expect(hand_equal(chains->rest, "1"));
  cr_expect(hand_equal(holdings->individual[1].value, "1"));
  cr_expect(hand_equal(holdings->individual[0].value, "0"));
}
