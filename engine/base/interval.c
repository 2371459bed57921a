#include "engine/base/interval.h"

void cr_interval_init(cr_interval *interval) {
  fmpq_init(&interval->lo);
  fmpq_init(&interval->hi);
  interval->lo_open = interval->hi_open = false;
}

void cr_interval_clear(cr_interval *interval) {
  fmpq_clear(&interval->lo);
  fmpq_clear(&interval->hi);
}

void cr_interval_set(cr_interval *out, const cr_interval *value) {
  fmpq_set(&out->lo, &value->lo);
  fmpq_set(&out->hi, &value->hi);
  out->lo_open = value->lo_open;
  out->hi_open = value->hi_open;
}

void cr_interval_set_point(cr_interval *out, const fmpq_t value) {
  fmpq_set(&out->lo, value);
  fmpq_set(&out->hi, value);
  out->lo_open = out->hi_open = false;
}

void cr_interval_set_zero(cr_interval *out) {
  fmpq_zero(&out->lo);
  fmpq_zero(&out->hi);
  out->lo_open = out->hi_open = false;
}

void cr_interval_set_unit(cr_interval *out) {
  fmpq_zero(&out->lo);
  fmpq_one(&out->hi);
  out->lo_open = out->hi_open = false;
}

bool cr_interval_empty(const cr_interval *interval) {
  int order = fmpq_cmp(&interval->lo, &interval->hi);
  return order > 0 || (order == 0 && (interval->lo_open || interval->hi_open));
}

bool cr_interval_point(const cr_interval *interval) {
  return fmpq_equal(&interval->lo, &interval->hi) && !interval->lo_open && !interval->hi_open;
}

bool cr_interval_contains(const cr_interval *interval, const fmpq_t value) {
  int low = fmpq_cmp(value, &interval->lo), high = fmpq_cmp(value, &interval->hi);
  return (low > 0 || (low == 0 && !interval->lo_open)) &&
         (high < 0 || (high == 0 && !interval->hi_open));
}

bool cr_interval_equal(const cr_interval *a, const cr_interval *b) {
  return fmpq_equal(&a->lo, &b->lo) && fmpq_equal(&a->hi, &b->hi) && a->lo_open == b->lo_open &&
         a->hi_open == b->hi_open;
}

/* The larger (sign 1) or smaller (sign -1) of two ends with their
 * openness; at equal values `open_wins` says whether one open end opens it. */
static void pick(fmpq_t value, bool *open, const fmpq_t other, bool other_open, int sign,
                 bool open_wins) {
  int order = fmpq_cmp(other, value) * sign;
  if (order > 0) {
    fmpq_set(value, other);
    *open = other_open;
  } else if (order == 0) {
    *open = open_wins ? *open || other_open : *open && other_open;
  }
}

void cr_interval_intersect(cr_interval *out, const cr_interval *a, const cr_interval *b) {
  cr_interval result;
  cr_interval_init(&result);
  cr_interval_set(&result, a);
  pick(&result.lo, &result.lo_open, &b->lo, b->lo_open, 1, true);
  pick(&result.hi, &result.hi_open, &b->hi, b->hi_open, -1, true);
  cr_interval_set(out, &result);
  cr_interval_clear(&result);
}

void cr_interval_hull(cr_interval *out, const cr_interval *a, const cr_interval *b) {
  cr_interval result;
  cr_interval_init(&result);
  cr_interval_set(&result, a);
  pick(&result.lo, &result.lo_open, &b->lo, b->lo_open, -1, false);
  pick(&result.hi, &result.hi_open, &b->hi, b->hi_open, 1, false);
  cr_interval_set(out, &result);
  cr_interval_clear(&result);
}

void cr_interval_add(cr_interval *out, const cr_interval *a, const cr_interval *b) {
  fmpq_add(&out->lo, &a->lo, &b->lo);
  fmpq_add(&out->hi, &a->hi, &b->hi);
  out->lo_open = a->lo_open || b->lo_open;
  out->hi_open = a->hi_open || b->hi_open;
}
