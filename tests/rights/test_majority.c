/* Qualified majorities and quorums of general meetings, beside the law. */
#include <criterion/criterion.h>

#include "tests/support/hand_view.h"
#include "tests/rights/rights_fixture.h"

static rights_case c;

static void tear_down(void) { rights_close(&c); }

TestSuite(majority, .fini = tear_down);

/* A third holder of `quantity` of 10 000 shares, the rest French persons'. */
static int open_with(cr_form form, const char *quantity, const char *rest) {
  rights_open(&c, form);
  int us = rights_foreign(&c);
  rights_lot(&c, us, c.ordinary, quantity);
  rights_lot(&c, c.persons, c.ordinary, rest);
  return us;
}

static cr_right *ask(const char *q, bool exceeded) {
  cr_right *right = rights_add(&c, CR_RIGHT_MAJORITY);
  rights_fraction(&c, right, q, exceeded);
  return right;
}

/* Case A17. */
Test(majority, others_with_exactly_four_fifths_reach_it) {
  open_with(CR_FORM_SAS, "2000", "8000");
  rights_decision(&c, ask("4/5", false), "budget");
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "others-reach-majority");
  const cr_right_finding *finding = rights_last(&c);
  cr_assert(finding->has_share && finding->strictly);
  cr_expect(hand_equal(finding->share[1].value, "1/5") && hand_equal(finding->needed, "1/5"));
}

/* Case A18. */
Test(majority, one_share_more_blocks_it) {
  int us = open_with(CR_FORM_SAS, "2001", "7999");
  rights_decision(&c, ask("4/5", false), "budget");
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-majority");
  cr_expect_eq(rights_last(&c)->third[0], us);
  cr_expect(!rights_last(&c)->together);
  cr_expect(hand_equal(rights_last(&c)->share[0].value, "2001/10000"));
  cr_expect_eq(c.rights->veto, CR_VIOLATED);
}

Test(majority, to_be_exceeded_is_blocked_by_exactly_the_rest) {
  open_with(CR_FORM_SAS, "2000", "8000");
  ask("4/5", true);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-majority");
  cr_expect(!rights_last(&c)->strictly);
}

Test(majority, unanimity_is_blocked_by_one_share) {
  open_with(CR_FORM_SAS, "1", "9999");
  rights_add(&c, CR_RIGHT_MAJORITY)->unanimity = true;
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-majority");
}

Test(majority, unanimity_is_not_blocked_by_who_has_no_vote) {
  open_with(CR_FORM_SAS, "0", "10000");
  rights_add(&c, CR_RIGHT_MAJORITY)->unanimity = true;
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "others-reach-majority");
}

Test(majority, of_one_half_is_simple) {
  open_with(CR_FORM_SAS, "6000", "4000");
  ask("1/2", false);
  ask("1/2", true);
  rights_judge(&c);
  for (int i = 0; i < 2; i++) {
    cr_expect_eq(c.rights->findings[i].effect, CR_COUNTS_NOT);
    cr_expect_str_eq(c.rights->findings[i].reason, "simple-majority");
  }
}

Test(majority, whose_fraction_is_not_known_may_be_a_veto) {
  open_with(CR_FORM_SAS, "100", "9900");
  rights_add(&c, CR_RIGHT_MAJORITY);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_POSSIBLY, "unreadable");
}

/* Case A37: two thirds, 20 and 14 of a hundred. */
static void open_a37(cr_form form) {
  rights_open(&c, form);
  int us = rights_foreign(&c), ch = rights_foreign(&c);
  rights_lot(&c, us, c.ordinary, "2000");
  rights_lot(&c, ch, c.ordinary, "1400");
  rights_lot(&c, c.persons, c.ordinary, "6600");
}

Test(majority, two_third_parties_together_block_two_thirds_of_an_sas) {
  open_a37(CR_FORM_SAS);
  ask("2/3", false);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-majority");
  cr_expect(rights_last(&c)->together);
  cr_expect_eq(rights_last(&c)->third_count, 2);
  cr_expect(hand_equal(rights_last(&c)->share[0].value, "17/50"));
}

Test(majority, of_two_thirds_is_the_laws_own_at_an_sas_extraordinary_meeting) {
  open_a37(CR_FORM_SA);
  ask("2/3", false)->meeting = CR_MEETING_EXTRAORDINARY;
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "legal-only");
  cr_expect_str_eq(rights_last(&c)->article, "C. com., art. L.225-96");
  cr_expect_eq(rights_last(&c)->third_count, 2);
  cr_expect_eq(c.rights->veto, CR_MET);
}

Test(majority, beyond_the_law_of_an_sa_counts) {
  const struct {
    const char *q;
    bool exceeded;
    cr_right_base base;
    cr_meeting meeting;
    cr_effect effect;
  } rows[] = {
      {"2/3", true, CR_OF_VOTES, CR_MEETING_EXTRAORDINARY, CR_COUNTS},
      {"2/3", false, CR_OF_SHARES, CR_MEETING_EXTRAORDINARY, CR_COUNTS},
      {"67/100", false, CR_OF_VOTES, CR_MEETING_EXTRAORDINARY, CR_COUNTS},
      {"2/3", false, CR_OF_VOTES, CR_MEETING_ORDINARY, CR_COUNTS},
      {"2/3", false, CR_OF_VOTES, CR_MEETING_NONE, CR_COUNTS_POSSIBLY},
      {"7/10", false, CR_OF_VOTES, CR_MEETING_NONE, CR_COUNTS},
  };
  open_a37(CR_FORM_SA);
  for (int i = 0; i < 6; i++) {
    cr_right *right = ask(rows[i].q, rows[i].exceeded);
    right->base = rows[i].base;
    right->meeting = rows[i].meeting;
  }
  rights_judge(&c);
  for (int i = 0; i < 6; i++)
    cr_expect_eq(c.rights->findings[i].effect, rows[i].effect, "row %d: %s", i,
                 c.rights->findings[i].reason);
}

Test(majority, for_a_decision_with_its_own_rule_is_compared_with_that) {
  open_a37(CR_FORM_SA);
  for (int i = 0; i < 2; i++) {
    cr_right *right = rights_add(&c, CR_RIGHT_MAJORITY);
    right->unanimity = true;
    right->meeting = i == 0 ? CR_MEETING_EXTRAORDINARY : CR_MEETING_NONE;
    rights_decision(&c, right, "nationality");
  }
  rights_judge(&c);
  for (int i = 0; i < 2; i++) cr_expect_str_eq(c.rights->findings[i].reason, "legal-only");
}

Test(majority, of_a_law_is_reported) {
  open_a37(CR_FORM_SAS);
  ask("2/3", false)->source = CR_BY_LAW;
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "legal-only");
}

Test(majority, of_a_company_of_unknown_form_may_be_the_laws) {
  open_a37(CR_FORM_UNSTATED);
  ask("2/3", false);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_POSSIBLY, "no-legal-baseline");
}

Test(majority, of_a_foreign_company_has_no_law_to_excuse_it) {
  open_a37(CR_FORM_FOREIGN);
  ask("2/3", false);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-majority");
}

/* An SARL of before August 2005 needs three quarters of all parts. */
Test(majority, of_an_sarl_depends_on_its_age) {
  open_a37(CR_FORM_SARL);
  ask("3/4", false)->meeting = CR_MEETING_EXTRAORDINARY;
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_POSSIBLY, "incorporation-unstated");
}

Test(majority, of_an_old_sarl_is_the_laws) {
  open_a37(CR_FORM_SARL);
  c.facts->parties[c.candidate].incorporated = cr_date_make(2001, 1, 1);
  ask("3/4", false)->meeting = CR_MEETING_EXTRAORDINARY;
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_NOT, "legal-only");
}

Test(majority, of_a_young_sarl_goes_beyond_two_thirds) {
  open_a37(CR_FORM_SARL);
  c.facts->parties[c.candidate].incorporated = cr_date_make(2015, 1, 1);
  ask("3/4", false)->meeting = CR_MEETING_EXTRAORDINARY;
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-majority");
}

Test(majority, remainder_makes_a_possible_block) {
  rights_open(&c, CR_FORM_SAS);
  rights_lot(&c, rights_foreign(&c), c.ordinary, "1000");
  rights_lot(&c, c.persons, c.ordinary, "7000");
  rights_incomplete(&c, CR_COMPLETE_HOLDERS);
  ask("4/5", false);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS_POSSIBLY, "blocks-majority");
  cr_expect(hand_equal(rights_last(&c)->share[0].value, "1/10"));
  cr_expect(hand_equal(rights_last(&c)->share[1].value, "3/10"));
}

Test(majority, of_votes_counts_what_third_parties_control) {
  rights_open(&c, CR_FORM_SAS);
  int us = rights_foreign(&c);
  int fr = rights_held(&c, us, "3/5", CR_NOT_THIRD);
  rights_lot(&c, fr, c.ordinary, "2500");
  rights_lot(&c, c.persons, c.ordinary, "7500");
  ask("4/5", false);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-majority");
  cr_expect_eq(rights_last(&c)->third[0], us);
}

/* 1 000 third ordinary shares, 2 000 third shares without votes, 7 000 French. */
Test(majority, base_decides_what_is_counted) {
  rights_open(&c, CR_FORM_SAS);
  int mute = rights_class(&c, "N", "2000", "0");
  int us = rights_foreign(&c);
  rights_lot(&c, us, c.ordinary, "1000");
  rights_lot(&c, us, mute, "2000");
  rights_lot(&c, c.persons, c.ordinary, "9000");
  ask("4/5", false)->base = CR_OF_VOTES;
  ask("4/5", false)->base = CR_OF_SHARES;
  rights_judge(&c);
  cr_expect_str_eq(c.rights->findings[0].reason, "others-reach-majority");
  cr_expect_str_eq(c.rights->findings[1].reason, "blocks-majority");
  cr_expect(hand_equal(c.rights->findings[1].share[0].value, "1/4"));
}

/* Heads: a third company against two named French ones and a group of two. */
Test(majority, by_heads_counts_holders) {
  rights_open(&c, CR_FORM_SAS);
  int group = rights_party(&c, CR_GROUP, CR_NOT_THIRD, 2);
  rights_lot(&c, rights_foreign(&c), c.ordinary, "1");
  rights_lot(&c, rights_french(&c), c.ordinary, "5000");
  rights_lot(&c, rights_french(&c), c.ordinary, "2999");
  rights_lot(&c, group, c.ordinary, "2000");
  ask("4/5", false)->base = CR_OF_HEADS;
  ask("4/5", true)->base = CR_OF_HEADS;
  rights_judge(&c);
  cr_expect_eq(c.rights->findings[0].effect, CR_COUNTS_NOT);
  cr_expect_eq(c.rights->findings[1].effect, CR_COUNTS);
  cr_expect(hand_equal(c.rights->findings[1].share[0].value, "1/5"));
}

/* Several, nobody knows how many: at least two, so the third party has at most a third. */
Test(majority, by_heads_of_an_unknown_number_is_a_range) {
  open_with(CR_FORM_SAS, "1000", "9000");
  ask("3/4", false)->base = CR_OF_HEADS;
  ask("1/3", false)->base = CR_OF_HEADS;
  rights_judge(&c);
  cr_expect_eq(c.rights->findings[0].effect, CR_COUNTS_POSSIBLY);
  cr_expect(hand_equal(c.rights->findings[0].share[0].value, "0"));
  cr_expect(!c.rights->findings[0].share[0].attained);
  cr_expect(hand_equal(c.rights->findings[0].share[1].value, "1/3"));
  cr_expect_eq(c.rights->findings[1].effect, CR_COUNTS_NOT);
}

static cr_right *quorum_of(const char *fraction) {
  cr_right *right = rights_add(&c, CR_RIGHT_QUORUM);
  if (fraction != NULL) rights_fraction(&c, right, fraction, false);
  return right;
}

Test(majority, quorum_that_needs_a_third_party_is_its_veto) {
  int us = open_with(CR_FORM_SAS, "1000", "9000");
  rights_to(&c, quorum_of(NULL), us);
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "third-beneficiary");
}

Test(majority, second_call_may_drop_the_quorum) {
  int us = open_with(CR_FORM_SAS, "3000", "7000");
  cr_right *right = quorum_of(NULL);
  rights_to(&c, right, us);
  right->second_call = CR_SECOND_NONE;
  right = quorum_of("4/5");
  right->second_call = CR_SECOND_NONE;
  rights_judge(&c);
  for (int i = 0; i < 2; i++)
    cr_expect_str_eq(c.rights->findings[i].reason, "second-call-drops");
}

Test(majority, quorum_of_a_fraction_is_blocked_like_a_majority) {
  open_with(CR_FORM_SAS, "2001", "7999");
  quorum_of("4/5");
  rights_judge(&c);
  rights_expect(&c, CR_COUNTS, "blocks-quorum");
}

Test(majority, second_call_may_ease_the_quorum) {
  int us = open_with(CR_FORM_SAS, "2001", "7999");
  cr_right *right = quorum_of("4/5");
  right->second_call = CR_SECOND_FRACTION;
  right->second_fraction = c.facts->classes[0].votes_per_share; /* 1: no easier */
  right = quorum_of(NULL);
  rights_to(&c, right, us);
  right->second_call = CR_SECOND_FRACTION;
  right->second_fraction = c.facts->rights[0].fraction;
  right = quorum_of("9/10");
  right->second_call = CR_SECOND_FRACTION;
  fmpq *third = cr_arena_rationals(c.arena, 1);
  fmpq_set_si(third, 1, 3);
  right->second_fraction = third;
  rights_judge(&c);
  cr_expect_eq(c.rights->findings[0].effect, CR_COUNTS);
  cr_expect_eq(c.rights->findings[1].effect, CR_COUNTS);
  cr_expect_eq(c.rights->findings[2].effect, CR_COUNTS_NOT);
}

/* The law keeps one fifth at the second call of an extraordinary meeting of an SA. */
Test(majority, quorum_within_the_law_is_the_laws) {
  open_with(CR_FORM_SA, "9000", "1000");
  quorum_of("1/5")->meeting = CR_MEETING_EXTRAORDINARY;
  quorum_of("1/4")->meeting = CR_MEETING_EXTRAORDINARY;
  quorum_of("1/5")->meeting = CR_MEETING_ORDINARY;
  rights_judge(&c);
  cr_expect_str_eq(c.rights->findings[0].reason, "legal-only");
  cr_expect_str_eq(c.rights->findings[1].reason, "blocks-quorum");
  cr_expect_str_eq(c.rights->findings[2].reason, "blocks-quorum");
}
