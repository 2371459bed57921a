#include "tests/control/fixture.h"

#include <criterion/criterion.h>

void case_open(control_case *c) {
  *c = (control_case){.view = NULL};
  hand_open(&c->hand);
}
void case_close(control_case *c) { hand_close(&c->hand); }

int case_rest(control_case *c, int company, const char *weight) {
  int group = hand_persons(&c->hand);
  hand_votes(&c->hand, group, company, weight);
  return group;
}

int case_third_group(control_case *c, int64_t members) {
  return hand_party(&c->hand, CR_GROUP, CR_THIRD, members);
}

void case_remainder(control_case *c, int company, const char *weight) {
  hand_votes(&c->hand, CR_VIEW_PSEUDO(CR_UNDISCLOSED), company, weight);
}

void case_treasury(control_case *c, int company, const char *weight) {
  hand_votes(&c->hand, CR_VIEW_PSEUDO(CR_TREASURY), company, weight);
}

static void add(control_case *c, int holder, int company, const char *weight, uint8_t flags,
                const char *cap) {
  cr_interval interval, limit;
  cr_interval_init(&interval);
  cr_interval_init(&limit);
  hand_interval(&interval, weight);
  if (cap) {
    hand_interval(&limit, cap);
  }
  cr_assert_eq(cr_view_builder_edge(c->hand.builder, CR_VOTES, holder, company, &interval, flags,
                                    cap ? &limit.lo : NULL, NULL, 0),
               CRIBLE_OK);
  cr_interval_clear(&interval);
  cr_interval_clear(&limit);
}

void case_suspended(control_case *c, int holder, int company, const char *weight) {
  add(c, holder, company, weight, CR_EDGE_SUSPENDED, NULL);
}

void case_capped(control_case *c, int holder, int company, const char *weight, const char *cap) {
  add(c, holder, company, weight, 0, cap);
}

void case_controls(control_case *c, int controller, int controlled, bool manager, bool definite) {
  cr_fact_ref fact = {CR_FACT_controls, 0};
  cr_assert_eq(cr_view_builder_control(c->hand.builder, controller, controlled, manager, definite,
                                       fact),
               CRIBLE_OK);
}

void case_solve(control_case *c, int candidate) {
  fmpq *fractions = cr_arena_rationals(c->hand.arena, 2);
  fmpq_set_si(fractions, 1, 2);
  fmpq_set_si(fractions + 1, 2, 5);
  cr_control_rules rules = {.majority = fractions[0], .presumption = fractions[1],
                            .reading = c->reading};
  c->view = hand_finish(&c->hand, candidate);
  cr_assert_eq(cr_control_solve(&c->control, c->view, &rules, c->hand.arena), CRIBLE_OK);
  cr_assert_eq(cr_control_holdings(&c->holdings, c->control, c->view, c->hand.arena), CRIBLE_OK);
}

int case_undisclosed(const control_case *c) { return c->view->parties + CR_UNDISCLOSED; }

void expect_bounds(const cr_bound *lower, const cr_bound *upper, const char *text, int line) {
  cr_interval want;
  cr_interval_init(&want);
  hand_interval(&want, text);
  cr_expect(fmpq_equal(lower->value, &want.lo), "line %d: lower end of %s is %s", line, text,
            fmpq_get_str(NULL, 10, lower->value));
  cr_expect(fmpq_equal(upper->value, &want.hi), "line %d: upper end of %s is %s", line, text,
            fmpq_get_str(NULL, 10, upper->value));
  cr_expect_eq(lower->attained, !want.lo_open, "line %d: lower end of %s attained", line, text);
  cr_expect_eq(upper->attained, !want.hi_open, "line %d: upper end of %s attained", line, text);
  cr_interval_clear(&want);
}

void expect_figures(const control_case *c, const char *individual, const char *collective,
                    int line) {
  const cr_holdings *h = c->holdings;
  expect_bounds(h->individual, h->individual + 1, individual, line);
  expect_bounds(h->collective_bound, h->collective_bound + 1, collective, line);
}

void expect_votes(const control_case *c, int x, int y, const char *text, int line) {
  cr_bound bound[2];
  cr_assert_eq(cr_control_votes(bound, c->control, c->view, x, y, c->hand.arena), CRIBLE_OK);
  expect_bounds(bound, bound + 1, text, line);
}

void expect_holders(const control_case *c, int lower, int upper, int line) {
  const int *holder = c->holdings->individual_holder;
  cr_expect_eq(holder[0], lower, "line %d: holder at the lower bound", line);
  cr_expect_eq(holder[1], upper, "line %d: holder at the upper bound", line);
}
