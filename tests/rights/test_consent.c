/* Consent, opposition, golden shares, outsiders, sources and conditions. */
#include <criterion/criterion.h>

#include "tests/rights/rights_fixture.h"

static rights_case c;

static void set_up(void) { rights_open(&c, CR_FORM_SAS); }
static void tear_down(void) { rights_close(&c); }

TestSuite(consent, .init = set_up, .fini = tear_down);

static void hold(int holder, const char *quantity, const char *rest) {
  rights_lot(&c, holder, c.ordinary, quantity);
  rights_lot(&c, c.persons, c.ordinary, rest);
}

static void consent_of(int party) {
  rights_to(&c, rights_add(&c, CR_RIGHT_CONSENT), party);
}

Test(consent, of_a_third_holder_is_its_veto) {
  int us = rights_foreign(&c);
  hold(us, "1", "9999");
  consent_of(us);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "third-beneficiary");
  cr_expect_eq(rights_last(&c)->third_count, 1);
  cr_expect_eq(rights_last(&c)->third[0], us);
  cr_expect_eq(c.rights->veto, CR_VIOLATED);
}

Test(consent, of_french_holders_is_nobodys) {
  hold(rights_french(&c), "9000", "1000");
  consent_of(2);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "no-third-beneficiary");
  cr_expect_eq(c.rights->veto, CR_MET);
}

/* Case A19. */
Test(consent, of_a_company_wholly_held_by_a_third_one_is_the_parents) {
  int us = rights_foreign(&c);
  int lu = rights_held(&c, us, "1", CR_NOT_THIRD);
  hold(lu, "1000", "9000");
  rights_add(&c, CR_RIGHT_CONSENT)->source = CR_BY_AGREEMENT;
  rights_to(&c, &c.facts->rights[0], lu);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "third-controls-beneficiary");
  cr_expect_eq(rights_last(&c)->third_count, 1);
  cr_expect_eq(rights_last(&c)->third[0], us);
}

Test(consent, chain_of_third_controllers_is_told_topmost_first) {
  int middle_holder = rights_foreign(&c);
  int middle = rights_held(&c, middle_holder, "3/5", CR_THIRD);
  int low = rights_held(&c, middle, "1", CR_THIRD);
  hold(low, "100", "9900");
  consent_of(low);
  rights_judge(&c);
  const int expected[] = {middle_holder, middle, low};
  cr_assert_eq(rights_last(&c)->third_count, 3);
  for (int i = 0; i < 3; i++) cr_expect_eq(rights_last(&c)->third[i], expected[i]);
}

Test(consent, control_that_is_only_possible_makes_a_possible_veto) {
  int us = rights_foreign(&c);
  int de = rights_held(&c, us, "(1/4,3/5]", CR_NOT_THIRD);
  hold(de, "1000", "9000");
  consent_of(de);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_POSSIBLY, "third-controls-beneficiary");
  cr_expect_eq(c.rights->veto, CR_UNDETERMINED);
}

Test(consent, exactly_half_of_the_votes_is_no_control) {
  int us = rights_foreign(&c);
  int de = rights_held(&c, us, "2/5", CR_NOT_THIRD);
  hold(de, "1000", "9000");
  consent_of(de);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "no-third-beneficiary");
}

Test(consent, of_a_party_that_may_be_third_is_possible) {
  int unknown = rights_party(&c, CR_COMPANY, CR_MAYBE_THIRD, 1);
  hold(unknown, "1000", "9000");
  consent_of(unknown);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_POSSIBLY, "third-beneficiary");
}

Test(consent, of_a_third_group_counts) {
  int group = rights_party(&c, CR_GROUP, CR_THIRD, 5);
  hold(group, "1000", "9000");
  consent_of(group);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "third-beneficiary");
}

Test(consent, one_third_party_among_several_is_enough) {
  int us = rights_foreign(&c), fr = rights_french(&c);
  hold(us, "1000", "8000");
  rights_lot(&c, fr, c.ordinary, "1000");
  rights_to_two(&c, rights_add(&c, CR_RIGHT_GOLDEN_SHARE), fr, us);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "third-beneficiary");
}

Test(consent, of_a_lot_is_its_holders) {
  int us = rights_foreign(&c);
  hold(us, "1000", "9000");
  cr_right *right = rights_add(&c, CR_RIGHT_OPPOSITION);
  right->beneficiary = CR_TO_LOT;
  right->lot = 0;
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "third-beneficiary");
}

/* A lender without any share. */
Test(consent, of_an_outsider_is_reported) {
  int bank = rights_foreign(&c);
  hold(rights_french(&c), "1000", "9000");
  consent_of(bank);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "outsider");
  cr_expect_eq(c.rights->veto, CR_MET);
}

Test(consent, of_one_who_may_stand_behind_a_remainder_is_possible) {
  int bank = rights_foreign(&c);
  rights_lot(&c, rights_french(&c), c.ordinary, "9000");
  rights_incomplete(&c, CR_COMPLETE_HOLDERS);
  consent_of(bank);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_POSSIBLY, "third-beneficiary");
}

/* The lender's parent holds the candidate through another subsidiary. */
Test(consent, of_an_outsider_whose_parent_holds_counts) {
  int us = rights_foreign(&c);
  int bank = rights_held(&c, us, "1", CR_NOT_THIRD);
  int fund = rights_held(&c, us, "1", CR_NOT_THIRD);
  hold(fund, "1000", "9000");
  consent_of(bank);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "third-controls-beneficiary");
}

/* A minority stake two levels above is a holding all the same. */
Test(consent, of_an_indirect_minority_holder_counts) {
  int us = rights_foreign(&c);
  int fr = rights_held(&c, us, "1/100", CR_NOT_THIRD);
  hold(fr, "1", "9999");
  consent_of(us);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "third-beneficiary");
}

Test(consent, of_one_who_holds_an_open_zero_or_more_counts) {
  int us = rights_foreign(&c);
  int fr = rights_held(&c, us, "(0,1/10]", CR_NOT_THIRD);
  hold(fr, "1", "9999");
  consent_of(us);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "third-beneficiary");
}

/* Two companies, wholly of one parent, share what nobody else can have. */
Test(consent, of_one_who_holds_one_way_or_another_counts) {
  int us = rights_foreign(&c);
  int a = rights_held(&c, us, "1", CR_NOT_THIRD), b = rights_held(&c, us, "1", CR_NOT_THIRD);
  rights_stake(&c, a, "[0,1/10]");
  rights_stake(&c, b, "[0,1/10]");
  rights_stake(&c, c.persons, "9/10");
  consent_of(us);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "third-beneficiary");
}

Test(consent, under_the_law_alone_is_reported) {
  int us = rights_foreign(&c);
  hold(us, "1000", "9000");
  consent_of(us);
  c.facts->rights[0].source = CR_BY_LAW;
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "legal-only");
  cr_expect_eq(rights_last(&c)->third_count, 1);
}

Test(consent, on_a_condition_counts_once_it_has_come_true) {
  const struct {
    cr_condition condition;
    cr_effect effect;
    const char *reason;
  } rows[] = {{CR_CONDITION_TRUE, CR_COUNTS, "third-beneficiary"},
              {CR_CONDITION_FALSE, CR_COUNTS_NOT, "condition-not-true"},
              {CR_CONDITION_UNSTATED, CR_COUNTS_POSSIBLY, "condition-unstated"}};
  hold(rights_foreign(&c), "1000", "9000");
  for (int i = 0; i < 3; i++) consent_of(2);
  for (int i = 0; i < 3; i++) c.facts->rights[i].condition = rows[i].condition;
  rights_judge(&c);
  for (int i = 0; i < 3; i++) {
    cr_expect_eq(c.rights->findings[i].effect, rows[i].effect);
    cr_expect_str_eq(c.rights->findings[i].reason, rows[i].reason);
  }
}

Test(consent, binding_another_company_is_reported) {
  int us = rights_foreign(&c);
  hold(us, "1000", "9000");
  consent_of(us);
  c.facts->rights[0].company = us;
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "binds-another-company");
}

Test(consent, outside_its_period_does_not_exist) {
  int us = rights_foreign(&c);
  hold(us, "1000", "9000");
  consent_of(us);
  c.facts->rights[0].fact.period.to = cr_date_make(2023, 2, 15);
  rights_judge(&c);
  cr_expect_eq(c.rights->finding_count, 0);
  cr_expect_eq(c.rights->veto, CR_MET);
}

Test(consent, unreadable_clause_is_a_possible_veto) {
  hold(rights_french(&c), "1000", "9000");
  rights_add(&c, CR_RIGHT_UNREADABLE);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_POSSIBLY, "unreadable");
  cr_expect_eq(c.rights->veto, CR_UNDETERMINED);
}

Test(consent, without_a_complete_list_of_rights_nothing_is_met) {
  hold(rights_french(&c), "1000", "9000");
  rights_incomplete(&c, CR_COMPLETE_RIGHTS);
  rights_judge(&c);
  cr_expect_eq(c.rights->veto, CR_UNDETERMINED);
  cr_expect_eq(c.rights->organ_majority, CR_UNDETERMINED);
  cr_expect(!c.rights->rights_complete);
}

Test(consent, observers_and_casting_votes_are_reported) {
  int us = rights_foreign(&c);
  hold(us, "1000", "9000");
  const cr_right_kind kinds[] = {CR_RIGHT_CASTING_VOTE, CR_RIGHT_OBSERVER,
                                 CR_RIGHT_VOTING_UNDERTAKING};
  for (int i = 0; i < 3; i++) rights_to(&c, rights_add(&c, kinds[i]), us);
  rights_judge(&c);
  for (int i = 0; i < 3; i++) cr_expect_str_eq(c.rights->findings[i].reason, "not-this-kind");
  cr_expect_eq(c.rights->veto, CR_MET);
}
