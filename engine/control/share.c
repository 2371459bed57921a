#include "engine/control/share.h"

void cr_tally_init(cr_tally *tally) {
  fmpq_init(&tally->lo);
  fmpq_init(&tally->hi);
  tally->lo_open = tally->hi_open = 0;
}

void cr_tally_clear(cr_tally *tally) {
  fmpq_clear(&tally->lo);
  fmpq_clear(&tally->hi);
}

void cr_tally_empty(cr_tally *tally) {
  fmpq_zero(&tally->lo);
  fmpq_zero(&tally->hi);
  tally->lo_open = tally->hi_open = 0;
}

void cr_tally_set(cr_tally *out, const cr_tally *value) {
  fmpq_set(&out->lo, &value->lo);
  fmpq_set(&out->hi, &value->hi);
  out->lo_open = value->lo_open;
  out->hi_open = value->hi_open;
}

void cr_tally_add(cr_tally *tally, const cr_interval *weight) {
  fmpq_add(&tally->lo, &tally->lo, &weight->lo);
  fmpq_add(&tally->hi, &tally->hi, &weight->hi);
  tally->lo_open += weight->lo_open;
  tally->hi_open += weight->hi_open;
}

void cr_tally_remove(cr_tally *tally, const cr_interval *weight) {
  fmpq_sub(&tally->lo, &tally->lo, &weight->lo);
  fmpq_sub(&tally->hi, &tally->hi, &weight->hi);
  tally->lo_open -= weight->lo_open;
  tally->hi_open -= weight->hi_open;
}

void cr_tally_plus(cr_tally *tally, const cr_tally *other) {
  fmpq_add(&tally->lo, &tally->lo, &other->lo);
  fmpq_add(&tally->hi, &tally->hi, &other->hi);
  tally->lo_open += other->lo_open;
  tally->hi_open += other->hi_open;
}

void cr_tally_minus(cr_tally *tally, const cr_tally *other) {
  fmpq_sub(&tally->lo, &tally->lo, &other->lo);
  fmpq_sub(&tally->hi, &tally->hi, &other->hi);
  tally->lo_open -= other->lo_open;
  tally->hi_open -= other->hi_open;
}

static void leave_of_one(fmpq_t out, bool *open, const cr_tally *rest, const cr_tally *more,
                         bool least) {
  fmpq_one(out);
  fmpq_sub(out, out, least ? &rest->hi : &rest->lo);
  *open = (least ? rest->hi_open : rest->lo_open) > 0;
  if (more) {
    fmpq_sub(out, out, least ? &more->hi : &more->lo);
    *open |= (least ? more->hi_open : more->lo_open) > 0;
  }
}

bool cr_tally_extreme(fmpq_t out, const cr_tally *sum, const cr_tally *rest, const cr_tally *more,
                      bool least) {
  const fmpq *own = least ? &sum->lo : &sum->hi;
  bool open = (least ? sum->lo_open : sum->hi_open) > 0, rest_open;
  leave_of_one(out, &rest_open, rest, more, least);
  int order = fmpq_cmp(own, out);
  if (order == 0) {
    return open || rest_open;
  }
  if ((order > 0) != least) {
    return rest_open;
  }
  fmpq_set(out, own);
  return open;
}

void cr_share_init(cr_share *share) {
  fmpq_init(&share->counted);
  fmpq_init(&share->others);
  share->open = false;
}

void cr_share_clear(cr_share *share) {
  fmpq_clear(&share->counted);
  fmpq_clear(&share->others);
}

void cr_share_settle(cr_share *share, bool counted_open, bool others_open) {
  if (fmpq_is_zero(&share->counted)) {
    fmpq_one(&share->others);
    share->open = counted_open;
  } else {
    share->open = others_open || (counted_open && !fmpq_is_zero(&share->others));
  }
}

void cr_share_extreme(cr_share *out, const cr_tally *counted, const cr_tally *others,
                      const cr_tally *left_out, bool least) {
  bool counted_open = cr_tally_extreme(&out->counted, counted, others, left_out, least);
  bool others_open = cr_tally_extreme(&out->others, others, counted, left_out, !least);
  cr_share_settle(out, counted_open, others_open);
}

/* a / (a + b) against c / (c + d): the sign of ad - bc. */
int cr_share_cmp(const cr_share *a, const cr_share *b) {
  fmpq_t left, right;
  fmpq_init(left);
  fmpq_init(right);
  fmpq_mul(left, &a->counted, &b->others);
  fmpq_mul(right, &a->others, &b->counted);
  int order = fmpq_cmp(left, right);
  fmpq_clear(left);
  fmpq_clear(right);
  return order;
}

int cr_share_cmp_fraction(const cr_share *share, const fmpq_t fraction) {
  fmpq_t whole;
  fmpq_init(whole);
  fmpq_add(whole, &share->counted, &share->others);
  fmpq_mul(whole, whole, fraction);
  int order = fmpq_cmp(&share->counted, whole);
  fmpq_clear(whole);
  return order;
}

void cr_share_value(fmpq_t out, const cr_share *share) {
  fmpq_t whole;
  fmpq_init(whole);
  fmpq_add(whole, &share->counted, &share->others);
  fmpq_div(out, &share->counted, whole);
  fmpq_clear(whole);
}
