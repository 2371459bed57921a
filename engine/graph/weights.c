/* What a lot, a class or the shares that no lot accounts for are of the whole company. */
#include "engine/graph/capital.h"

/* part ÷ total, where the part lies among [part[0], part[1]] and the rest of the total varies
 * on its own: it grows with the part and shrinks with the rest. */
static void share_of_votes(cr_interval *out, const fmpq *part, const fmpq *total) {
  fmpq_t whole;
  fmpq_init(whole);
  for (int end = 0; end < 2; end++) {
    fmpq *bound = end == 0 ? &out->lo : &out->hi;
    fmpq_sub(whole, &total[1 - end], &part[1 - end]);
    fmpq_add(whole, whole, &part[end]);
    if (fmpq_is_zero(&part[end])) fmpq_zero(bound);
    else fmpq_div(bound, &part[end], whole);
  }
  out->lo_open = out->hi_open = false;
  fmpq_clear(whole);
}

static void share_of_capital(cr_interval *out, const cr_capital *capital,
                             const cr_class_count *count, const fmpq *shares) {
  fmpq_t part;
  fmpq_init(part);
  fmpq_mul(part, shares, count->unit);
  fmpq_div(part, part, capital->total);
  cr_interval_set_point(out, part);
  fmpq_clear(part);
}

void cr_capital_lot(cr_interval *out, const cr_capital *capital, const cr_class_count *count,
                    const cr_counted_lot *lot, cr_property property) {
  if (property == CR_CAPITAL) {
    share_of_capital(out, capital, count, lot->told->quantity);
    return;
  }
  fmpq part[2] = {*lot->votes, *lot->votes}; /* read only */
  share_of_votes(out, part, capital->votes);
}

void cr_capital_class(cr_interval *out, const cr_capital *capital, const cr_class_count *count,
                      cr_property property) {
  if (property == CR_CAPITAL) share_of_capital(out, capital, count, count->told->issued);
  else share_of_votes(out, count->votes, capital->votes);
}

void cr_capital_remainder(cr_interval *out, const cr_capital *capital,
                          const cr_class_count *count, cr_property property) {
  if (property == CR_CAPITAL) {
    share_of_capital(out, capital, count, count->remainder);
    return;
  }
  fmpq part[2];
  fmpq_init(&part[0]);
  fmpq_init(&part[1]);
  fmpq_mul(&part[0], count->remainder, count->told->votes_per_share);
  fmpq_sub(&part[1], &count->votes[1], &count->votes[0]);
  fmpq_add(&part[1], &part[1], &part[0]);
  share_of_votes(out, part, capital->votes);
  fmpq_clear(&part[0]);
  fmpq_clear(&part[1]);
}
