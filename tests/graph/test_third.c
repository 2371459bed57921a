/* Which parties are third (contract, section 2, "Third"). */
#include <criterion/criterion.h>

#include "tests/support/hand_facts.h"

static hand_facts hand;
static int candidate;

static void set_up(void) {
  facts_open(&hand);
  candidate = facts_company(&hand, "C", "FR");
}

static void tear_down(void) { facts_close(&hand); }

TestSuite(third, .init = set_up, .fini = tear_down);

/* A company that holds some of the candidate, without seats yet. */
static int holder(const char *id) {
  int party = facts_company(&hand, id, NULL);
  facts_stake(&hand, party, candidate, "1/10", "1/10");
  return party;
}

Test(third, a_company_with_three_seats_inside_is_not_third_and_nothing_is_presumed) {
  int de = facts_company(&hand, "DE", "DE");
  facts_stake(&hand, de, candidate, "1/10", "1/10");
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, de), CR_NOT_THIRD);
  cr_assert_eq(facts_remarks(&hand, "seat-presumed", CR_NONE, NULL), 0);
}

Test(third, any_seat_outside_makes_third) {
  for (int kind = 0; kind < CR_SEAT_KINDS; kind++) {
    int party = holder("h");
    for (int other = 0; other < CR_SEAT_KINDS; other++)
      facts_seat(&hand, party, (cr_seat_kind)other, other == kind ? "CH" : "FR");
    facts_build(&hand);
    cr_assert_eq(facts_third(&hand, party), CR_THIRD, "seat kind %d", kind);
  }
}

Test(third, seats_not_stated_are_presumed_at_the_registered_office) {
  int party = holder("h");
  facts_seat(&hand, party, CR_SEAT_REGISTERED, "FR");
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, party), CR_NOT_THIRD);
  cr_assert_eq(facts_remarks(&hand, "seat-presumed", party, "central-administration"), 1);
  cr_assert_eq(facts_remarks(&hand, "seat-presumed", party, "principal-establishment"), 1);
}

Test(third, without_a_registered_office_seats_inside_say_nothing) {
  int party = holder("h");
  facts_seat(&hand, party, CR_SEAT_ADMINISTRATION, "FR");
  facts_seat(&hand, party, CR_SEAT_ESTABLISHMENT, "FR");
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, party), CR_MAYBE_THIRD);
  cr_assert_eq(facts_remarks(&hand, "seat-presumed", party, NULL), 0);
}

Test(third, without_any_seat_it_is_unknown) {
  int party = holder("h");
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, party), CR_MAYBE_THIRD);
  cr_assert_eq(facts_remarks(&hand, "seat-unknown", party, NULL), 1);
}

Test(third, contradictory_seats_make_a_party_unknown) {
  int party = holder("h");
  facts_seat(&hand, party, CR_SEAT_REGISTERED, "FR");
  facts_seat(&hand, party, CR_SEAT_REGISTERED, "US");
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, party), CR_MAYBE_THIRD);
  cr_assert_eq(facts_remarks(&hand, "seats-contradict", party, "registered-office"), 1);
}

Test(third, the_same_seat_told_twice_is_no_contradiction) {
  int party = holder("h");
  facts_seat(&hand, party, CR_SEAT_REGISTERED, "FR");
  facts_seat(&hand, party, CR_SEAT_REGISTERED, "FR");
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, party), CR_NOT_THIRD);
}

Test(third, a_seat_that_moved_counts_where_it_is_on_the_date) {
  int party = holder("h");
  int before = facts_seat(&hand, party, CR_SEAT_REGISTERED, "US");
  int after = facts_seat(&hand, party, CR_SEAT_REGISTERED, "FR");
  hand.facts->seats[before].fact.period.to = cr_date_make(2022, 1, 1);
  hand.facts->seats[after].fact.period.from = cr_date_make(2022, 1, 1);
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, party), CR_NOT_THIRD);
}

Test(third, membership_is_dated) {
  int party = facts_company(&hand, "GB", "GB");
  facts_stake(&hand, party, candidate, "1/10", "1/10");
  hand.options.as_of = cr_date_make(2020, 1, 31);
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, party), CR_NOT_THIRD);
  hand.options.as_of = cr_date_make(2020, 2, 1);
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, party), CR_THIRD);
}

Test(third, persons_are_not_third_but_flagged) {
  const char *country[] = {"FR", "US", NULL};
  const char *code[] = {NULL, "person-resident-outside", "residence-unknown"};
  for (int i = 0; i < 3; i++) {
    int person = facts_party(&hand, CR_PERSON, "p", country[i]);
    facts_stake(&hand, person, candidate, "1/10", "1/10");
    facts_build(&hand);
    cr_assert_eq(facts_third(&hand, person), CR_NOT_THIRD);
    for (int c = 1; c < 3; c++)
      cr_assert_eq(facts_remarks(&hand, code[c], person, NULL), c == i, "%d %d", i, c);
  }
}

Test(third, a_group_of_entities_is_third_by_its_state) {
  const char *country[] = {"FR", "US", NULL};
  cr_third expected[] = {CR_NOT_THIRD, CR_THIRD, CR_MAYBE_THIRD};
  for (int i = 0; i < 3; i++) {
    int group = facts_party(&hand, CR_GROUP, "g", country[i]);
    facts_stake(&hand, group, candidate, "1/10", "1/10");
    facts_build(&hand);
    cr_assert_eq(facts_third(&hand, group), expected[i]);
  }
}

Test(third, a_group_of_persons_is_not_third_wherever_they_live) {
  int group = facts_party(&hand, CR_GROUP, "g", "US");
  hand.facts->parties[group].members_are_persons = true;
  facts_stake(&hand, group, candidate, "1/10", "1/10");
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, group), CR_NOT_THIRD);
  cr_assert_eq(facts_remarks(&hand, "person-resident-outside", group, "US"), 1);
}

Test(third, a_public_body_sits_in_its_state) {
  int body = facts_party(&hand, CR_PUBLIC_BODY, "b", "CH");
  facts_stake(&hand, body, candidate, "1/10", "1/10");
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, body), CR_THIRD);
}

Test(third, a_fund_is_third_by_its_manager_not_by_its_law) {
  int fund = facts_party(&hand, CR_FUND, "f", "KY");
  int manager = facts_company(&hand, "m", "FR");
  facts_stake(&hand, fund, candidate, "1/10", "1/10");
  facts_control(&hand, manager, fund, CR_CONTROL_MANAGER);
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, fund), CR_NOT_THIRD);
}

Test(third, a_trust_is_third_by_its_trustee) {
  int trust = facts_party(&hand, CR_ARRANGEMENT, "t", "FR");
  int trustee = facts_company(&hand, "KY", "KY");
  facts_stake(&hand, trust, candidate, "1/10", "1/10");
  facts_control(&hand, trustee, trust, CR_CONTROL_TRUSTEE);
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, trust), CR_THIRD);
}

Test(third, a_fund_without_manager_may_be_third) {
  int fund = facts_party(&hand, CR_FUND, "f", "FR");
  facts_stake(&hand, fund, candidate, "1/10", "1/10");
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, fund), CR_MAYBE_THIRD);
  cr_assert_eq(facts_remarks(&hand, "manager-unknown", fund, NULL), 1);
}

Test(third, funds_that_manage_each_other_may_be_third) {
  int f = facts_party(&hand, CR_FUND, "f", NULL), g = facts_party(&hand, CR_FUND, "g", NULL);
  facts_stake(&hand, f, candidate, "1/10", "1/10");
  facts_control(&hand, g, f, CR_CONTROL_MANAGER);
  facts_control(&hand, f, g, CR_CONTROL_MANAGER);
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, f), CR_MAYBE_THIRD);
  cr_assert_eq(facts_third(&hand, g), CR_MAYBE_THIRD);
}

Test(third, the_candidate_never_is_but_each_seat_outside_is_flagged) {
  hand.facts->seats_count = 0;
  facts_seat(&hand, candidate, CR_SEAT_REGISTERED, "CH");
  facts_seat(&hand, candidate, CR_SEAT_ADMINISTRATION, "FR");
  facts_seat(&hand, candidate, CR_SEAT_ESTABLISHMENT, "US");
  facts_build(&hand);
  cr_assert_eq(facts_third(&hand, candidate), CR_NOT_THIRD);
  cr_assert_eq(facts_remarks(&hand, "candidate-seat-outside", candidate, "registered-office"), 1);
  cr_assert_eq(
      facts_remarks(&hand, "candidate-seat-outside", candidate, "principal-establishment"), 1);
  cr_assert_eq(facts_remarks(&hand, "candidate-seat-outside", candidate, NULL), 2);
  cr_assert_eq(facts_remarks(&hand, "candidate-not-french", candidate, "CH"), 1);
}

Test(third, a_candidate_of_la_reunion_is_french_and_one_of_germany_is_not) {
  hand.facts->seats_count = 0;
  facts_seat(&hand, candidate, CR_SEAT_REGISTERED, "RE");
  facts_build(&hand);
  cr_assert_eq(facts_remarks(&hand, "candidate-not-french", CR_NONE, NULL), 0);
  hand.facts->seats[0].country = "DE";
  facts_build(&hand);
  cr_assert_eq(facts_remarks(&hand, "candidate-not-french", candidate, "DE"), 1);
  cr_assert_eq(facts_remarks(&hand, "candidate-seat-outside", CR_NONE, NULL), 0);
}
