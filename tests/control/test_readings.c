/* Other readings of the law: the presumption, the base of votes. */
#include <criterion/criterion.h>

#include "tests/control/fixture.h"

static control_case c;
static int C;

static void setup(void) {
  case_open(&c);
  C = hand_company(&c.hand);
}
static void teardown(void) { case_close(&c); }

TestSuite(readings, .init = setup, .fini = teardown);

static void read_presumption(uint8_t option) {
  c.reading.option[CR_CHOICE_CONTROL_PRESUMPTION] = option;
}

Test(readings, two_equal_holders_may_both_be_presumed) {
  int a = hand_company(&c.hand), b = hand_company(&c.hand);
  hand_votes(&c.hand, a, C, "9/20");
  hand_votes(&c.hand, b, C, "9/20");
  case_rest(&c, C, "1/10");
  read_presumption(CR_CONTROL_PRESUMPTION_TIES_ALLOWED);
  case_solve(&c, C);
  cr_expect(cr_controls_definitely(c.control, a, C));
  cr_expect(cr_controls_definitely(c.control, b, C));
}

Test(readings, more_still_defeats_where_ties_do_not) {
  int a = hand_company(&c.hand), b = hand_company(&c.hand);
  hand_votes(&c.hand, a, C, "[41/100,45/100)");
  hand_votes(&c.hand, b, C, "45/100");
  case_rest(&c, C, "(10/100,14/100]");
  read_presumption(CR_CONTROL_PRESUMPTION_TIES_ALLOWED);
  case_solve(&c, C);
  cr_expect_not(cr_controls_possibly(c.control, a, C));
  cr_expect(cr_controls_definitely(c.control, b, C));
}

Test(readings, no_presumption) {
  int a = hand_company(&c.hand);
  hand_votes(&c.hand, a, C, "1/2");
  case_rest(&c, C, "1/2");
  read_presumption(CR_CONTROL_PRESUMPTION_NONE);
  case_solve(&c, C);
  cr_expect_not(cr_controls_possibly(c.control, a, C));
}

Test(readings, theoretical_votes_are_all_votes) {
  int own = hand_company(&c.hand), us = hand_foreign(&c.hand);
  hand_votes(&c.hand, C, own, "1");
  hand_votes(&c.hand, own, C, "1/5");
  case_treasury(&c, C, "1/10");
  hand_votes(&c.hand, us, C, "1/5");
  case_rest(&c, C, "1/2");
  c.reading.option[CR_CHOICE_VOTE_BASE] = CR_VOTE_BASE_THEORETICAL;
  case_solve(&c, C);
  FIGURES(&c, "1/5", "1/5");
}
