/* Consent of share classes and of listed groups. */
#include <criterion/criterion.h>

#include "tests/support/hand_view.h"
#include "tests/rights/rights_fixture.h"

static rights_case c;
static int preferred, us, fr;

/* 1 000 preferred shares beside the ordinary ones, which French persons hold. */
static void set_up(void) {
  rights_open(&c, CR_FORM_SAS);
  preferred = rights_class(&c, "P", "1000", "1");
  us = rights_foreign(&c);
  fr = rights_french(&c);
  rights_lot(&c, c.persons, c.ordinary, "10000");
}

static void tear_down(void) { rights_close(&c); }

TestSuite(class, .init = set_up, .fini = tear_down);

static void split(const char *third, const char *french) {
  rights_lot(&c, us, preferred, third);
  rights_lot(&c, fr, preferred, french);
}

static cr_right *consent(void) {
  cr_right *right = rights_add(&c, CR_RIGHT_CLASS_CONSENT);
  rights_to_class(right, preferred);
  return right;
}

Test(class, majority_is_more_than_half_unless_stated) {
  split("500", "500");
  consent();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-in-class");
  cr_expect_eq(rights_last(&c)->third[0], us);
  cr_expect(!rights_last(&c)->strictly);
}

Test(class, who_is_short_of_half_cannot_block) {
  split("499", "501");
  consent();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "others-reach-majority");
}

Test(class, half_to_be_reached_is_blocked_only_above_half) {
  split("500", "500");
  rights_fraction(&c, consent(), "1/2", false);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "others-reach-majority");
}

/* 60 % to be exceeded: the others need more than 600. */
Test(class, stated_majority_is_used) {
  split("400", "600");
  rights_fraction(&c, consent(), "3/5", true);
  rights_fraction(&c, consent(), "3/5", false);
  rights_judge(&c);
  cr_expect_eq(c.rights->findings[0].effect, CR_COUNTS);
  cr_expect_eq(c.rights->findings[1].effect, CR_COUNTS_NOT);
}

Test(class, opposition_needs_the_majority_itself) {
  split("500", "500");
  cr_right *right = rights_add(&c, CR_RIGHT_OPPOSITION);
  rights_to_class(right, preferred);
  right = rights_add(&c, CR_RIGHT_CONSENT);
  rights_to_class(right, preferred);
  rights_judge(&c);
  cr_expect_eq(c.rights->findings[0].effect, CR_COUNTS_NOT);
  cr_expect_eq(c.rights->findings[1].effect, CR_COUNTS);
}

Test(class, third_parties_block_together) {
  int ky = rights_foreign(&c);
  split("300", "500");
  rights_lot(&c, ky, preferred, "200");
  consent();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-in-class");
  cr_expect(rights_last(&c)->together);
  cr_expect_eq(rights_last(&c)->third_count, 2);
}

Test(class, that_nobody_owns_has_no_beneficiary) {
  fmpq_zero(c.facts->classes[preferred].issued);
  consent();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "class-not-owned");
  cr_assert_eq(c.remarks.count, 1);
  cr_expect_str_eq(c.remarks.items[0].code, "class-not-owned");
  cr_expect_eq(c.rights->veto, CR_MET);
}

Test(class, that_only_the_company_owns_has_no_beneficiary) {
  rights_lot(&c, c.candidate, preferred, "1000");
  consent();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "class-not-owned");
}

Test(class, with_undisclosed_owners_has_possible_ones) {
  rights_lot(&c, fr, preferred, "500");
  rights_incomplete(&c, CR_COMPLETE_HOLDERS);
  consent();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_POSSIBLY, "class-undisclosed");
}

Test(class, undisclosed_owners_too_few_to_block_do_not_matter) {
  rights_lot(&c, fr, preferred, "501");
  rights_incomplete(&c, CR_COMPLETE_HOLDERS);
  consent();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "others-reach-majority");
}

/* The company's own shares cast no votes: 400 of 800. */
Test(class, treasury_shares_do_not_vote) {
  split("400", "400");
  rights_lot(&c, c.candidate, preferred, "200");
  consent();
  consent()->base = CR_OF_SHARES;
  rights_judge(&c);
  cr_expect_eq(c.rights->findings[0].effect, CR_COUNTS);
  cr_expect(hand_equal(c.rights->findings[0].share[0].value, "1/2"));
  cr_expect_eq(c.rights->findings[1].effect, CR_COUNTS_NOT);
}

Test(class, subsidiaries_of_the_candidate_do_not_vote) {
  int own = rights_held(&c, c.candidate, "1", CR_NOT_THIRD);
  split("400", "400");
  rights_lot(&c, own, preferred, "200");
  consent();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-in-class");
}

Test(class, double_votes_count) {
  c.facts->classes[preferred].double_after_years = 2;
  split("340", "660");
  c.facts->lots[1].since = cr_date_make(2021, 2, 15);
  consent();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-in-class");
  cr_expect(hand_equal(rights_last(&c)->share[0].value, "34/67"));
}

Test(class, double_votes_a_day_too_early_do_not) {
  c.facts->classes[preferred].double_after_years = 2;
  split("340", "660");
  c.facts->lots[1].since = cr_date_make(2021, 2, 16);
  consent();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "others-reach-majority");
}

Test(class, without_votes_consents_by_shares) {
  fmpq_zero(c.facts->classes[preferred].votes_per_share);
  split("600", "400");
  consent();
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-in-class");
}

Test(class, by_heads_counts_holders) {
  split("1", "999");
  consent()->base = CR_OF_HEADS;
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-in-class");
}

Test(class, meeting_with_qualified_majority) {
  split("300", "700");
  cr_right *right = rights_add(&c, CR_RIGHT_MAJORITY);
  right->meeting = CR_MEETING_CLASS;
  right->share_class = preferred;
  rights_fraction(&c, right, "3/4", false);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-majority");
}

Test(class, listed_group_consents_by_its_members_votes) {
  split("600", "400");
  rights_to_two(&c, rights_add(&c, CR_RIGHT_CLASS_CONSENT), us, fr);
  cr_right *right = rights_add(&c, CR_RIGHT_CLASS_CONSENT);
  rights_to_two(&c, right, us, fr);
  rights_fraction(&c, right, "3/10", false);
  rights_judge(&c);
  cr_expect_eq(c.rights->findings[0].effect, CR_COUNTS);
  cr_expect_eq(c.rights->findings[1].effect, CR_COUNTS_NOT);
}

/* Two lenders, one of them third, neither with a share. */
Test(class, listed_group_of_outsiders_is_reported) {
  split("0", "1000");
  int bank = rights_foreign(&c), banque = rights_french(&c);
  rights_to_two(&c, rights_add(&c, CR_RIGHT_CLASS_CONSENT), bank, banque);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "outsider");
}

/* The third member holds through a company that it controls. */
Test(class, member_of_a_listed_group_votes_what_it_controls) {
  int own = rights_held(&c, us, "1", CR_NOT_THIRD);
  rights_lot(&c, own, preferred, "500");
  rights_lot(&c, fr, preferred, "500");
  rights_to_two(&c, rights_add(&c, CR_RIGHT_CLASS_CONSENT), us, fr);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-in-class");
  cr_expect(hand_equal(rights_last(&c)->share[0].value, "1/2"));
}
