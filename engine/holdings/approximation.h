/* Approximate values of a cyclic component in machine numbers: a starting
 * point for the exact solution, and for a proven enclosure. Nothing is
 * promised about their error. */
#ifndef CR_HOLDINGS_APPROXIMATION_H
#define CR_HOLDINGS_APPROXIMATION_H

#include "engine/holdings/row.h"

/* A choice of weights, per entry of the edges. */
typedef struct cr_machine_policy {
  double *weight;
  int *order; /* of each row's entries: best first */
} cr_machine_policy;

CRIBLE_MUST_CHECK crible_status cr_machine_policy_new(cr_machine_policy *out,
                                                      const cr_system *system, cr_arena *arena);

/* The greedy weights for given values of the holders. */
void cr_machine_choose(cr_machine_policy *policy, cr_row_sorter *sorter, const cr_system *system,
                       int company, bool upper, const double *value);

double cr_machine_row(const cr_system *system, int company, const double *weight,
                      const double *value);

/* The value of the greedy weights for the order in `sorter`. */
double cr_machine_greedy(const cr_row_sorter *sorter, const cr_system *system, int company,
                         const double *value);

/* Policy iteration over `count` companies: each policy is evaluated by
 * Gauss-Seidel sweeps and changed only where clearly better, so that an upper
 * policy keeps reaching the target. `value` holds the other nodes' values, and 0 for
 * the companies. */
void cr_approximate(cr_machine_policy *policy, double *value, cr_row_sorter *sorter,
                    const cr_system *system, const int *companies, int count, bool upper);

#endif
