/* Voting caps: fractions of all votes before any cut. */
#include <stdio.h>
#include <stdlib.h>

#include <criterion/criterion.h>

#include "tests/control/fixture.h"

static control_case c;
static int C;

static void setup(void) {
  case_open(&c);
  C = hand_company(&c.hand);
}
static void teardown(void) { case_close(&c); }

TestSuite(caps, .init = setup, .fini = teardown);

Test(caps, what_is_cut_counts_nowhere) {
  int us = hand_foreign(&c.hand);
  case_capped(&c, us, C, "3/10", "1/10");
  case_capped(&c, hand_persons(&c.hand), C, "7/10", "1/10");
  case_solve(&c, C);
  FIGURES(&c, "1/8", "1/8");
  cr_expect(c.holdings->individual[0].tight);
}

Test(caps, controlled_companies_are_cut_with_the_holder) {
  int us = hand_foreign(&c.hand), a = hand_company(&c.hand), b = hand_company(&c.hand);
  hand_votes(&c.hand, us, a, "1");
  hand_votes(&c.hand, us, b, "1");
  case_capped(&c, a, C, "10/100", "10/100");
  case_capped(&c, b, C, "10/100", "10/100");
  case_rest(&c, C, "80/100");
  case_solve(&c, C);
  FIGURES(&c, "1/9", "1/9");
  VOTES(&c, a, C, "1/9");
}

Test(caps, the_others_are_cut_too) {
  int us = hand_foreign(&c.hand), a = hand_company(&c.hand), b = hand_company(&c.hand);
  hand_votes(&c.hand, a, b, "1");
  case_capped(&c, us, C, "10/100", "15/100");
  case_capped(&c, a, C, "20/100", "15/100");
  case_capped(&c, b, C, "10/100", "15/100");
  case_rest(&c, C, "60/100");
  case_solve(&c, C);
  FIGURES(&c, "10/85", "10/85");
}

Test(caps, who_is_only_possibly_controlled_is_possibly_cut) {
  int us = hand_foreign(&c.hand), a = hand_company(&c.hand);
  hand_votes(&c.hand, us, a, "[45/100,55/100]");
  hand_votes(&c.hand, hand_party(&c.hand, CR_PERSON, CR_NOT_THIRD, 1), a, "[45/100,55/100]");
  case_capped(&c, us, C, "10/100", "15/100");
  case_capped(&c, a, C, "10/100", "15/100");
  case_rest(&c, C, "80/100");
  case_solve(&c, C);
  VOTES(&c, us, C, "[10/100,15/95]");
  cr_expect_not(c.holdings->collective_bound[1].tight, "of several holders only sound");
}

Test(caps, uncapped_lots_are_not_cut) {
  int us = hand_foreign(&c.hand);
  case_capped(&c, us, C, "2/10", "1/10");
  hand_votes(&c.hand, us, C, "2/10");
  case_rest(&c, C, "6/10");
  case_solve(&c, C);
  FIGURES(&c, "1/3", "1/3");
}

Test(caps, a_cap_undoes_a_majority) {
  int us = hand_foreign(&c.hand), y = hand_company(&c.hand);
  case_capped(&c, us, y, "6/10", "1/10");
  case_rest(&c, y, "4/10");
  hand_votes(&c.hand, y, C, "1");
  case_solve(&c, C);
  VOTES(&c, us, y, "1/5");
  FIGURES(&c, "0", "0");
}

Test(caps, third_parties_together_are_cut_one_by_one) {
  int us = hand_foreign(&c.hand), ca = hand_foreign(&c.hand);
  case_capped(&c, us, C, "2/10", "1/10");
  case_capped(&c, ca, C, "3/10", "1/10");
  case_rest(&c, C, "5/10");
  case_solve(&c, C);
  FIGURES(&c, "1/7", "2/7");
}

Test(caps, a_remainder_may_be_one_holder_or_many) {
  int us = hand_foreign(&c.hand);
  case_capped(&c, us, C, "2/10", "1/10");
  case_capped(&c, CR_VIEW_PSEUDO(CR_UNDISCLOSED), C, "3/10", "1/10");
  case_rest(&c, C, "5/10");
  case_solve(&c, C);
  VOTES(&c, us, C, "[1/9,1/6]");
  VOTES(&c, case_undisclosed(&c), C, "[0,1/7]");
}

/* Holders that control nobody, with capped bands: no completion outside the bounds. */
enum { HOLDERS = 4, WHOLE = 60 };

static void random_ends(int lo[HOLDERS], int hi[HOLDERS], int *rest) {
  int left = WHOLE;
  for (int i = 0; i < HOLDERS; i++) {
    int part = rand() % (left / 2 + 1);
    left -= part;
    lo[i] = part - rand() % (part + 1);
    hi[i] = part + rand() % 8;
  }
  *rest = left;
}

static long cut(long weight, int cap) { return weight < cap ? weight : cap; }

static void check_completion(const cr_bound bound[2], const int lo[HOLDERS], const int hi[HOLDERS],
                             int cap, unsigned seed) {
  fmpq_t value;
  long left = WHOLE, exercised = 0, own = 0;
  for (int i = 0; i < HOLDERS; i++) {
    long weight = lo[i] + rand() % (hi[i] - lo[i] + 1);
    left -= weight;
    exercised += cut(weight, cap);
    own = i == 0 ? cut(weight, cap) : own;
  }
  if (left < 0 || exercised + left == 0) {
    return;
  }
  fmpq_init(value);
  fmpq_set_si(value, own, (ulong)(exercised + left));
  fmpq_canonicalise(value);
  cr_assert(fmpq_cmp(value, bound[0].value) >= 0 && fmpq_cmp(value, bound[1].value) <= 0,
            "seed %u: %ld of %ld outside", seed, own, exercised + left);
  fmpq_clear(value);
}

static void text_of(char out[64], int lo, int hi) {
  snprintf(out, 64, "[%d/%d,%d/%d]", lo, WHOLE, hi, WHOLE);
}

Test(caps, no_completion_falls_outside) {
  for (unsigned seed = 1; seed <= 200; seed++) {
    int lo[HOLDERS], hi[HOLDERS], rest, cap;
    control_case trial;
    char text[64], limit[32];
    srand(seed);
    case_open(&trial);
    int company = hand_company(&trial.hand), first = company + 1;
    random_ends(lo, hi, &rest);
    cap = 3 + rand() % 15;
    snprintf(limit, sizeof limit, "%d/%d", cap, WHOLE);
    for (int i = 0; i < HOLDERS; i++) {
      hand_party(&trial.hand, CR_PERSON, CR_NOT_THIRD, 1);
      text_of(text, lo[i], hi[i]);
      case_capped(&trial, first + i, company, text, limit);
    }
    case_rest(&trial, company, "[0,1]");
    case_solve(&trial, company);
    cr_bound bound[2];
    cr_assert_eq(cr_control_votes(bound, trial.control, trial.view, first, company,
                                  trial.hand.arena),
                 CRIBLE_OK);
    for (int k = 0; k < 50; k++) {
      check_completion(bound, lo, hi, cap, seed);
    }
    case_close(&trial);
  }
}
