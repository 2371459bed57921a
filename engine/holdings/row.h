/* One company's weights: the greedy optimum inside the intervals. */
#ifndef CR_HOLDINGS_ROW_H
#define CR_HOLDINGS_ROW_H

#include "engine/holdings/system.h"

/* Values of nodes: exact, and near enough to decide most comparisons. */
typedef struct cr_values {
  fmpq *exact;
  double *near; /* |near - exact| < 2^-44 for values up to 1 */
} cr_values;

void cr_values_set(cr_values *values, int node, const fmpq_t value);
int cr_values_compare(const cr_values *values, int a, int b);

/* Two rooms for the entries of a row while they are sorted. */
typedef struct cr_row_sorter {
  int *order, *spare; /* as long as the longest row */
} cr_row_sorter;

CRIBLE_MUST_CHECK crible_status cr_row_sorter_new(cr_row_sorter *out, const cr_system *system,
                                                  cr_arena *arena);

/* The row's entries in sorter->order: by decreasing value of the holder for
 * an upper bound, increasing for a lower one; equal ones by entry. */
void cr_row_sort(cr_row_sorter *sorter, const cr_system *system, int company, bool upper,
                 const cr_values *values);
/* The same by machine numbers alone. */
void cr_row_sort_near(cr_row_sorter *sorter, const cr_system *system, int company, bool upper,
                      const double *values);

/* Weights of the row's entries: every lower end, then the rest to the entries
 * in `order` up to their upper ends. `weight` is per entry of the edges. */
void cr_row_fill(fmpq *weight, const cr_system *system, int company, const int *order);

/* Σ weight·value over the row, brought over one denominator first. */
void cr_row_value(fmpq_t out, const cr_system *system, int company, const fmpq *weight,
                  const fmpq *value);

#endif
