/* Classes and meetings whose holders are known only as ranges. */
#include <criterion/criterion.h>

#include "tests/support/hand_view.h"
#include "tests/rights/rights_fixture.h"

static rights_case c;

static void tear_down(void) { rights_close(&c); }

TestSuite(bands, .fini = tear_down);

static void open_band(const char *third, const char *french) {
  rights_open(&c, CR_FORM_SAS);
  rights_stake(&c, rights_foreign(&c), third);
  rights_stake(&c, rights_french(&c), french);
}

static void consent_of_only_class(void) {
  rights_to_class(rights_add(&c, CR_RIGHT_CLASS_CONSENT), c.ordinary);
}

Test(bands, open_end_at_the_hurdle_is_over_it) {
  open_band("(1/3,3/5]", "[2/5,2/3)");
  cr_right *right = rights_add(&c, CR_RIGHT_MAJORITY);
  rights_fraction(&c, right, "2/3", false);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-majority");
}

Test(bands, closed_end_at_the_hurdle_leaves_it_open) {
  open_band("[1/3,3/5]", "[2/5,2/3]");
  cr_right *right = rights_add(&c, CR_RIGHT_MAJORITY);
  rights_fraction(&c, right, "2/3", false);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_POSSIBLY, "blocks-majority");
}

Test(bands, half_of_a_class_that_is_never_attained_does_not_block) {
  open_band("[1/4,1/2)", "(1/2,3/4]");
  consent_of_only_class();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "others-reach-majority");
  cr_expect(hand_equal(rights_last(&c)->share[1].value, "1/2"));
  cr_expect(!rights_last(&c)->share[1].attained);
}

Test(bands, half_of_a_class_that_may_be_attained_may_block) {
  open_band("[1/4,1/2]", "[1/2,3/4]");
  consent_of_only_class();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_POSSIBLY, "blocks-in-class");
}

/* The third party's lower end says a quarter; what the other can have says a half. */
Test(bands, what_the_others_leave_is_counted) {
  open_band("[1/4,1]", "[0,1/2]");
  consent_of_only_class();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-in-class");
  cr_expect(hand_equal(rights_last(&c)->share[0].value, "1/2"));
}

Test(bands, two_stakes_are_evidence_of_one_holding) {
  rights_open(&c, CR_FORM_SAS);
  int us = rights_foreign(&c);
  rights_stake(&c, us, "[1/4,1/2]");
  rights_stake(&c, rights_french(&c), "[0,1]");
  int index;
  cr_assert_eq(cr_facts_add_stakes(c.facts, &index), CRIBLE_OK);
  c.facts->stakes[index] = c.facts->stakes[0];
  cr_interval narrow;
  cr_interval_init(&narrow);
  hand_interval(&narrow, "1/2");
  for (int p = 0; p < CR_PROPERTIES; p++) c.facts->stakes[index].share[p] = narrow;
  consent_of_only_class();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-in-class");
}
