/* Intervals of rationals whose ends are open or closed. */
#ifndef CR_BASE_INTERVAL_H
#define CR_BASE_INTERVAL_H

#include <stdbool.h>

#include <flint/fmpq.h>

/* The rationals between lo and hi; an open end does not belong. */
typedef struct cr_interval {
  fmpq lo, hi;
  bool lo_open, hi_open;
} cr_interval;

void cr_interval_init(cr_interval *interval);  /* [0, 0] */
void cr_interval_clear(cr_interval *interval);
void cr_interval_set(cr_interval *out, const cr_interval *value);
void cr_interval_set_point(cr_interval *out, const fmpq_t value);
void cr_interval_set_zero(cr_interval *out); /* [0, 0] */
void cr_interval_set_unit(cr_interval *out); /* [0, 1] */
bool cr_interval_empty(const cr_interval *interval);
bool cr_interval_point(const cr_interval *interval);
bool cr_interval_contains(const cr_interval *interval, const fmpq_t value);
bool cr_interval_equal(const cr_interval *a, const cr_interval *b);
/* out may be a or b. The intersection may be empty. */
void cr_interval_intersect(cr_interval *out, const cr_interval *a, const cr_interval *b);
void cr_interval_hull(cr_interval *out, const cr_interval *a, const cr_interval *b);
/* Sums of ends; an end of the sum is open when one of the ends summed is. */
void cr_interval_add(cr_interval *out, const cr_interval *a, const cr_interval *b);

#endif
