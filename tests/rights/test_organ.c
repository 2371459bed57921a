/* Seats: who appoints the majority of an organ, and vetoes inside it. */
#include <criterion/criterion.h>

#include "tests/support/hand_view.h"
#include "tests/rights/rights_fixture.h"

static rights_case c;
static int us;

static void set_up(void) {
  rights_open(&c, CR_FORM_SAS);
  us = rights_foreign(&c);
}

static void tear_down(void) { rights_close(&c); }

TestSuite(organ, .init = set_up, .fini = tear_down);

static void hold(const char *quantity, const char *rest) {
  rights_lot(&c, us, c.ordinary, quantity);
  rights_lot(&c, c.persons, c.ordinary, rest);
}

static cr_right *appoint(int party, int organ, int seats) {
  cr_right *right = rights_add(&c, CR_RIGHT_APPOINT);
  rights_to(&c, right, party);
  right->organ = organ;
  right->seats = seats;
  return right;
}

static void expect_organ(cr_status status, int least, int most) {
  cr_assert_eq(c.rights->organ_count, 1);
  const cr_organ_finding *finding = &c.rights->organs[0];
  cr_expect_eq(finding->status, status, "status %d", (int)finding->status);
  cr_expect_eq(finding->seats[0], least, "least %d", finding->seats[0]);
  cr_expect_eq(finding->seats[1], most, "most %d", finding->seats[1]);
}

/* Case A28. */
Test(organ, four_of_seven_by_a_class_of_two_third_parties) {
  int preferred = rights_class(&c, "P", "2900", "1"), ky = rights_foreign(&c);
  fmpq_set_si(c.facts->classes[c.ordinary].issued, 7100, 1);
  rights_lot(&c, us, preferred, "1500");
  rights_lot(&c, ky, preferred, "1400");
  rights_lot(&c, c.persons, c.ordinary, "7100");
  cr_right *right = appoint(us, rights_organ(&c, CR_ORGAN_ADMINISTRATION, 7), 4);
  rights_to_class(right, preferred);
  rights_judge(&c);
  expect_organ(CR_VIOLATED, 4, 4);
  cr_expect_eq(c.rights->organ_majority, CR_VIOLATED);
  cr_expect_eq(c.rights->veto, CR_MET);
  rights_expect(&c, CR_COUNTS, "appoints");
}

Test(organ, three_of_seven_are_no_majority) {
  hold("1000", "9000");
  appoint(us, rights_organ(&c, CR_ORGAN_SUPERVISION, 7), 3);
  rights_judge(&c);
  expect_organ(CR_MET, 3, 3);
  cr_expect_eq(c.rights->organ_majority, CR_MET);
}

Test(organ, half_is_no_majority) {
  hold("1000", "9000");
  appoint(us, rights_organ(&c, CR_ORGAN_DIRECTION, 6), 3);
  rights_judge(&c);
  expect_organ(CR_MET, 3, 3);
}

Test(organ, seats_of_several_third_parties_add_up) {
  int ky = rights_foreign(&c), organ = rights_organ(&c, CR_ORGAN_ADMINISTRATION, 7);
  hold("1000", "8000");
  rights_lot(&c, ky, c.ordinary, "1000");
  appoint(us, organ, 2);
  appoint(ky, organ, 2);
  rights_judge(&c);
  expect_organ(CR_VIOLATED, 4, 4);
}

Test(organ, majority_of_the_members_is_one_whatever_their_number) {
  hold("1000", "9000");
  appoint(us, rights_organ(&c, CR_ORGAN_ADMINISTRATION, CR_NONE), CR_NONE)->majority = true;
  rights_judge(&c);
  cr_expect_eq(c.rights->organ_majority, CR_VIOLATED);
}

Test(organ, of_unknown_size_may_be_in_third_hands) {
  hold("1000", "9000");
  appoint(us, rights_organ(&c, CR_ORGAN_ADMINISTRATION, CR_NONE), 1);
  rights_judge(&c);
  expect_organ(CR_UNDETERMINED, 1, 1);
}

Test(organ, range_gives_bounds) {
  hold("1000", "9000");
  int organ = rights_organ(&c, CR_ORGAN_ADMINISTRATION, CR_NONE);
  c.facts->organs[organ].least = 3;
  c.facts->organs[organ].most = 5;
  appoint(us, organ, 2);
  rights_judge(&c);
  expect_organ(CR_UNDETERMINED, 2, 2);
  c.facts->rights[0].seats = 3;
}

Test(organ, majority_of_the_largest_size_is_one_of_every_size) {
  hold("1000", "9000");
  int organ = rights_organ(&c, CR_ORGAN_ADMINISTRATION, CR_NONE);
  c.facts->organs[organ].least = 3;
  c.facts->organs[organ].most = 5;
  appoint(us, organ, 3);
  rights_judge(&c);
  expect_organ(CR_VIOLATED, 3, 3);
}

Test(organ, members_in_office_stand_for_seats_not_fixed) {
  hold("1000", "9000");
  int organ = rights_organ(&c, CR_ORGAN_ADMINISTRATION, CR_NONE);
  c.facts->organs[organ].in_office = 3;
  appoint(us, organ, 2);
  rights_judge(&c);
  expect_organ(CR_VIOLATED, 2, 2);
}

Test(organ, advisory_has_no_majority_criterion) {
  hold("1000", "9000");
  appoint(us, rights_organ(&c, CR_ORGAN_OTHER, 3), 3);
  rights_judge(&c);
  expect_organ(CR_MET, 3, 3);
  cr_expect(!c.rights->organs[0].examined);
}

Test(organ, possibly_controlled_appointer_gives_a_range) {
  int de = rights_held(&c, us, "(1/4,3/5]", CR_NOT_THIRD);
  rights_lot(&c, de, c.ordinary, "1000");
  rights_lot(&c, c.persons, c.ordinary, "9000");
  appoint(de, rights_organ(&c, CR_ORGAN_ADMINISTRATION, 3), 2);
  rights_judge(&c);
  expect_organ(CR_UNDETERMINED, 0, 2);
}

/* Section 7 has no exception for who holds nothing. */
Test(organ, outsiders_seats_count) {
  int bank = rights_foreign(&c);
  hold("0", "10000");
  appoint(bank, rights_organ(&c, CR_ORGAN_ADMINISTRATION, 3), 2);
  rights_judge(&c);
  expect_organ(CR_VIOLATED, 2, 2);
}

Test(organ, seats_on_a_condition_not_true_do_not_count) {
  hold("1000", "9000");
  appoint(us, rights_organ(&c, CR_ORGAN_ADMINISTRATION, 5), 3)->condition = CR_CONDITION_FALSE;
  rights_judge(&c);
  expect_organ(CR_MET, 0, 0);
  rights_expect(&c, CR_COUNTS_NOT, "condition-not-true");
}

Test(organ, seats_on_an_unknown_condition_count_possibly) {
  hold("1000", "9000");
  appoint(us, rights_organ(&c, CR_ORGAN_ADMINISTRATION, 5), 3)->condition =
      CR_CONDITION_UNSTATED;
  rights_judge(&c);
  expect_organ(CR_UNDETERMINED, 0, 3);
}

Test(organ, incomplete_list_of_organs_is_undetermined) {
  hold("1000", "9000");
  rights_incomplete(&c, CR_COMPLETE_ORGANS);
  rights_judge(&c);
  cr_expect_eq(c.rights->organ_majority, CR_UNDETERMINED);
  cr_expect_eq(c.rights->veto, CR_MET);
}

Test(organ, listed_group_appoints_by_its_majority) {
  int fr = rights_french(&c), organ = rights_organ(&c, CR_ORGAN_ADMINISTRATION, 3);
  hold("1000", "8000");
  rights_lot(&c, fr, c.ordinary, "1000");
  rights_to_two(&c, appoint(us, organ, 2), us, fr);
  rights_judge(&c);
  expect_organ(CR_MET, 0, 0);
}

static void propose(const char *quantity, const char *rest, const char *undertaker) {
  int fr = rights_french(&c);
  hold(quantity, rest);
  rights_lot(&c, fr, c.ordinary, undertaker);
  cr_right *right = appoint(us, rights_organ(&c, CR_ORGAN_ADMINISTRATION, 3), 2);
  right->kind = CR_RIGHT_PROPOSE;
  int *undertakers = cr_arena_alloc(c.arena, 1, sizeof *undertakers);
  *undertakers = fr;
  right->undertakers = undertakers;
  right->undertaker_count = 1;
  rights_judge(&c);
}

Test(organ, proposal_carried_by_more_than_half_appoints) {
  propose("1000", "4999", "4001");
  rights_expect(&c, CR_COUNTS, "proposes-with-majority");
  expect_organ(CR_VIOLATED, 2, 2);
}

Test(organ, proposal_with_exactly_half_is_a_proposal) {
  propose("1000", "5000", "4000");
  rights_expect(&c, CR_COUNTS_NOT, "proposes-without-majority");
  expect_organ(CR_MET, 0, 0);
}

/* Four fifths of five members: whoever appoints more than one blocks. */
static cr_right *ask_of_board(int organ, const char *q, bool exceeded) {
  cr_right *right = rights_add(&c, CR_RIGHT_MAJORITY);
  rights_fraction(&c, right, q, exceeded);
  right->meeting = CR_MEETING_ORGAN;
  right->organ = organ;
  return right;
}

Test(organ, qualified_majority_is_blocked_by_who_appoints_enough) {
  hold("1000", "9000");
  int organ = rights_organ(&c, CR_ORGAN_ADMINISTRATION, 5);
  ask_of_board(organ, "4/5", false);
  ask_of_board(organ, "4/5", true);
  ask_of_board(organ, "1/2", true);
  appoint(us, organ, 1);
  rights_judge(&c);
  cr_expect_str_eq(c.rights->findings[0].reason, "others-reach-majority");
  cr_expect_str_eq(c.rights->findings[1].reason, "blocks-majority");
  cr_expect_eq(c.rights->findings[1].third[0], us);
  cr_expect(hand_equal(c.rights->findings[1].share[0].value, "1/5"));
  cr_expect_str_eq(c.rights->findings[2].reason, "simple-majority");
  cr_expect_eq(c.rights->veto, CR_VIOLATED);
  cr_expect_eq(c.rights->organ_majority, CR_MET);
}

Test(organ, two_appointers_block_together) {
  int ky = rights_foreign(&c), organ = rights_organ(&c, CR_ORGAN_OTHER, 5);
  hold("1000", "9000");
  ask_of_board(organ, "4/5", false);
  appoint(us, organ, 1);
  appoint(ky, organ, 1);
  rights_judge(&c);
  cr_expect_eq(c.rights->findings[0].effect, CR_COUNTS);
  cr_expect(c.rights->findings[0].together);
  cr_expect_eq(c.rights->findings[0].third_count, 2);
}

/* A consent given in a seat belongs to who appoints that seat. */
Test(organ, consent_in_a_seat_is_its_appointers) {
  hold("1000", "9000");
  cr_right *right = rights_add(&c, CR_RIGHT_CONSENT);
  rights_to(&c, right, us);
  right->meeting = CR_MEETING_ORGAN;
  right->organ = rights_organ(&c, CR_ORGAN_OTHER, 5);
  right->exercised_in_seat = true;
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "third-beneficiary");
}
