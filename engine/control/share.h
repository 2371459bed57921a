/* Sums of lots, and shares of what is exercisable.
 *
 * The lots of a company fall into three sums: those counted for somebody, the others that are
 * exercised against them, and those left out. With weights inside their intervals that sum to 1,
 * the counted sum is least where the others' is most, so that both ends of the share
 * counted / (counted + others) are found exactly. */
#ifndef CR_CONTROL_SHARE_H
#define CR_CONTROL_SHARE_H

#include "engine/base/interval.h"

/* Sums of lower and of upper ends, with the number of open ends among them. */
typedef struct cr_tally {
  fmpq lo, hi;
  int lo_open, hi_open;
} cr_tally;

void cr_tally_init(cr_tally *tally);
void cr_tally_clear(cr_tally *tally);
void cr_tally_empty(cr_tally *tally);
void cr_tally_set(cr_tally *out, const cr_tally *value);
void cr_tally_add(cr_tally *tally, const cr_interval *weight);
void cr_tally_remove(cr_tally *tally, const cr_interval *weight);
void cr_tally_plus(cr_tally *tally, const cr_tally *other);
void cr_tally_minus(cr_tally *tally, const cr_tally *other);

/* Least (or most) of a sum whose rest is `rest` and `more` (may be NULL): its own end, or what
 * the others' ends leave of 1. Returns whether no weights attain it. */
bool cr_tally_extreme(fmpq_t out, const cr_tally *sum, const cr_tally *rest, const cr_tally *more,
                      bool least);

/* counted / (counted + others), never 0 / 0. */
typedef struct cr_share {
  fmpq counted, others;
  bool open; /* no completion attains it */
} cr_share;

void cr_share_init(cr_share *share);
void cr_share_clear(cr_share *share);
/* The share from the two sums in it and whether each is open. A counted sum of 0 makes 0 whatever
 * the others are, and others of 0 make 1 whatever is counted. */
void cr_share_settle(cr_share *share, bool counted_open, bool others_open);
/* Its lower end (or upper) over all weights. */
void cr_share_extreme(cr_share *out, const cr_tally *counted, const cr_tally *others,
                      const cr_tally *left_out, bool least);

int cr_share_cmp(const cr_share *a, const cr_share *b);
int cr_share_cmp_fraction(const cr_share *share, const fmpq_t fraction);
void cr_share_value(fmpq_t out, const cr_share *share);

#endif
