/* Tightening one row: weights inside a box that sum to exactly 1. */
#include "engine/graph/view_builder.h"

typedef struct row_totals {
  fmpq_t lo, hi;
  int lo_open, hi_open; /* open ends among them */
} row_totals;

static bool add_up(row_totals *totals, const cr_interval *weights, int count) {
  for (int i = 0; i < count; i++) {
    if (cr_interval_empty(&weights[i])) return false;
    fmpq_add(totals->lo, totals->lo, &weights[i].lo);
    fmpq_add(totals->hi, totals->hi, &weights[i].hi);
    totals->lo_open += weights[i].lo_open;
    totals->hi_open += weights[i].hi_open;
  }
  return true;
}

/* Sum of lower ends ≤ 1 ≤ sum of upper ends; at equality every weight stands
 * at that end, which therefore has to belong to its interval. */
static bool feasible(const row_totals *totals) {
  int low = fmpq_cmp_si(totals->lo, 1), high = fmpq_cmp_si(totals->hi, 1);
  return low <= 0 && high >= 0 && (low < 0 || totals->lo_open == 0) &&
         (high > 0 || totals->hi_open == 0);
}

/* What the others' ends, together, leave of 1. */
static void left_by_others(fmpq_t out, bool *open, const fmpq_t total, int open_ends,
                           const fmpq_t own, bool own_open) {
  fmpq_sub(out, own, total);
  fmpq_add_si(out, out, 1);
  *open = open_ends > own_open;
}

/* The lower end that stands when the others are at their upper ends, and the
 * reverse; of two equal ends the open one is the stronger. */
static void tighten_one(cr_interval *weight, const row_totals *totals, fmpq_t lo, fmpq_t hi) {
  bool lo_open, hi_open;
  left_by_others(lo, &lo_open, totals->hi, totals->hi_open, &weight->hi, weight->hi_open);
  left_by_others(hi, &hi_open, totals->lo, totals->lo_open, &weight->lo, weight->lo_open);
  int low = fmpq_cmp(lo, &weight->lo), high = fmpq_cmp(hi, &weight->hi);
  if (low >= 0) {
    weight->lo_open = low > 0 ? lo_open : (weight->lo_open || lo_open);
    fmpq_swap(&weight->lo, lo);
  }
  if (high <= 0) {
    weight->hi_open = high < 0 ? hi_open : (weight->hi_open || hi_open);
    fmpq_swap(&weight->hi, hi);
  }
}

bool cr_tighten(cr_interval *weights, int count) {
  row_totals totals = {.lo_open = 0, .hi_open = 0};
  fmpq_t lo, hi;
  fmpq_init(totals.lo);
  fmpq_init(totals.hi);
  fmpq_init(lo);
  fmpq_init(hi);
  bool possible = add_up(&totals, weights, count) && feasible(&totals);
  for (int i = 0; possible && i < count; i++) tighten_one(&weights[i], &totals, lo, hi);
  fmpq_clear(totals.lo);
  fmpq_clear(totals.hi);
  fmpq_clear(lo);
  fmpq_clear(hi);
  return possible;
}
