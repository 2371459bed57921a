/* Chains of exercisable votes, and chains in which the controlled count as their controller. */
#include <criterion/criterion.h>

#include "engine/control/followed.h"
#include "tests/control/fixture.h"

static control_case c;
static int C, us;

static void setup(void) {
  case_open(&c);
  C = hand_company(&c.hand);
  us = hand_foreign(&c.hand);
}
static void teardown(void) { case_close(&c); }

TestSuite(followed, .init = setup, .fini = teardown);

static void follow(cr_property property, bool greater) {
  const cr_view *view = NULL;
  case_solve(&c, C);
  cr_assert_eq(cr_followed_view(&view, c.control, c.view, property, greater, c.hand.arena),
               CRIBLE_OK);
  cr_assert_eq(cr_holdings_solve(&c.holdings, view, property, NULL, 0, c.hand.arena), CRIBLE_OK);
}

Test(followed, treasury_stock_and_own_votes_are_out) {
  int own = hand_company(&c.hand), a = hand_company(&c.hand);
  hand_votes(&c.hand, C, own, "1");
  hand_votes(&c.hand, own, C, "1/5");
  case_treasury(&c, C, "1/10");
  hand_votes(&c.hand, a, C, "7/20");
  case_rest(&c, C, "7/20");
  hand_votes(&c.hand, us, a, "1/2");
  case_rest(&c, a, "1/2");
  follow(CR_VOTES, false);
  FIGURES(&c, "1/4", "1/4");
  cr_expect(c.holdings->collective_bound[0].tight);
}

/* Between 40 and 60 of 100 are treasury stock: us has 20 of 60 to 40. */
Test(followed, what_is_left_out_may_be_more_or_less) {
  hand_votes(&c.hand, us, C, "1/5");
  case_treasury(&c, C, "[2/5,3/5]");
  case_rest(&c, C, "[1/5,2/5]");
  follow(CR_VOTES, false);
  FIGURES(&c, "[1/3,1/2]", "[1/3,1/2]");
  cr_expect_not(c.holdings->collective_bound[0].tight);
}

/* x holds 30 of C, and C may control it; us has 28 of 70 or of 100. */
Test(followed, what_is_only_possibly_suppressed_may_count) {
  int x = hand_company(&c.hand);
  hand_votes(&c.hand, C, x, "[2/5,3/5]");
  case_rest(&c, x, "[2/5,3/5]");
  hand_votes(&c.hand, x, C, "3/10");
  hand_votes(&c.hand, us, C, "28/100");
  case_rest(&c, C, "42/100");
  follow(CR_VOTES, false);
  FIGURES(&c, "[28/100,2/5]", "[28/100,2/5]");
}

Test(followed, what_a_cap_cuts_is_not_cast) {
  case_capped(&c, us, C, "2/5", "1/5");
  case_rest(&c, C, "3/5");
  follow(CR_VOTES, false);
  FIGURES(&c, "1/4", "1/4");
}

/* us and the company that it controls cast a fifth together, in some split. */
Test(followed, a_cut_shared_by_two_holders_is_in_some_split) {
  int de = hand_company(&c.hand);
  hand_votes(&c.hand, us, de, "1");
  case_capped(&c, us, C, "1/5", "1/5");
  case_capped(&c, de, C, "1/5", "1/5");
  case_rest(&c, C, "3/5");
  follow(CR_VOTES, false);
  cr_expect_geq(fmpq_cmp_si(c.holdings->collective_bound[1].value, 1), -1);
  fmpq_t quarter;
  fmpq_init(quarter);
  fmpq_set_si(quarter, 1, 4);
  cr_expect_leq(fmpq_cmp(c.holdings->collective_bound[0].value, quarter), 0);
  cr_expect_geq(fmpq_cmp(c.holdings->collective_bound[1].value, quarter), 0);
  cr_expect_not(c.holdings->collective_bound[1].tight);
  fmpq_clear(quarter);
}

Test(followed, where_nobody_can_vote_anybody_may_have_all) {
  int own = hand_company(&c.hand);
  hand_votes(&c.hand, C, own, "1");
  hand_votes(&c.hand, own, C, "1");
  follow(CR_VOTES, false);
  FIGURES(&c, "[0,1]", "[0,1]");
}

Test(followed, a_fund_votes_as_its_manager) {
  int one = hand_party(&c.hand, CR_FUND, CR_THIRD, 1);
  int two = hand_party(&c.hand, CR_FUND, CR_THIRD, 1);
  int parent = hand_foreign(&c.hand);
  hand_votes(&c.hand, parent, us, "1");
  hand_votes(&c.hand, one, C, "3/20");
  hand_votes(&c.hand, two, C, "3/20");
  case_rest(&c, C, "7/10");
  case_controls(&c, us, one, true, true);
  case_controls(&c, us, two, true, true);
  follow(CR_VOTES, false);
  FIGURES(&c, "3/10", "3/10");
  cr_expect_eq(c.holdings->individual_holder[1], us);
}

/* us controls de, not x: multiplied 9 %, by control nothing. */
Test(followed, the_controlled_count_as_their_controller) {
  int de = hand_company(&c.hand), x = hand_company(&c.hand);
  for (int p = 0; p < CR_PROPERTIES; p++) {
    void (*hold)(hand_view *, int, int, const char *) = p ? hand_votes : hand_capital;
    hold(&c.hand, us, de, "3/5");
    hold(&c.hand, hand_persons(&c.hand), de, "2/5");
    hold(&c.hand, de, x, "3/10");
    hold(&c.hand, hand_persons(&c.hand), x, "7/10");
    hold(&c.hand, x, C, "1/2");
    hold(&c.hand, hand_persons(&c.hand), C, "1/2");
  }
  follow(CR_CAPITAL, true);
  FIGURES(&c, "3/20", "3/20");
  cr_expect(c.holdings->individual[0].tight);
  follow(CR_VOTES, true);
  FIGURES(&c, "3/20", "3/20");
}

/* That us controls C does not make C its own. */
Test(followed, the_candidate_is_always_followed) {
  int a = hand_company(&c.hand);
  hand_capital(&c.hand, us, C, "3/10");
  hand_capital(&c.hand, a, C, "2/5");
  hand_capital(&c.hand, hand_persons(&c.hand), C, "3/10");
  hand_capital(&c.hand, C, a, "1/2");
  hand_capital(&c.hand, hand_persons(&c.hand), a, "1/2");
  hand_votes(&c.hand, us, C, "1");
  hand_votes(&c.hand, C, a, "1/5");
  case_rest(&c, a, "4/5");
  follow(CR_CAPITAL, true);
  FIGURES(&c, "3/10", "3/10");
}

/* A fact makes us control de in D; another may control fr, so in P only. */
Test(followed, possible_control_counts_above_only) {
  int de = hand_company(&c.hand), fr = hand_company(&c.hand);
  hand_capital(&c.hand, de, C, "1/5");
  hand_capital(&c.hand, fr, C, "1/4");
  hand_capital(&c.hand, hand_persons(&c.hand), C, "11/20");
  case_controls(&c, us, de, false, true);
  case_controls(&c, us, fr, false, false);
  follow(CR_CAPITAL, true);
  FIGURES(&c, "[1/5,9/20]", "[1/5,9/20]");
  cr_expect_not(c.holdings->individual[1].tight);
  cr_expect_eq(c.holdings->individual_holder[0], us);
}
