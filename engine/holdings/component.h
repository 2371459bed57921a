/* Exact values of one component under its best weights.
 *
 * Policy iteration: evaluate the weights exactly, change a company's weights
 * only where others are strictly better, until none is. For an upper bound each evaluation
 * is the least solution (a company that reaches no value under its weights has 0), so
 * the result is the least fixed point; for a lower one the avoidance set is fixed before,
 * outside it the fixed point is unique. */
#ifndef CR_HOLDINGS_COMPONENT_H
#define CR_HOLDINGS_COMPONENT_H

#include "engine/holdings/approximation.h"
#include "engine/holdings/problem.h"

/* What the solution of a problem works on, component after component. */
typedef struct cr_solver {
  const cr_problem *problem;
  crible_context *context;
  cr_values values;    /* per node, as a holder */
  fmpq *weight;        /* per entry: the weights chosen */
  fmpq *trial;         /* per entry: weights tried */
  cr_row_sorter sorter;
  cr_machine_policy policy;
  double *machine;     /* per node */
  int *unknown;        /* companies of the component being solved, … */
  int unknown_count;
  int *place;          /* … and per party their index there, or CR_NONE */
} cr_solver;

/* All in `arena`. The values of nodes that are not companies looked through
 * are set. */
CRIBLE_MUST_CHECK crible_status cr_solver_new(cr_solver *out, const cr_problem *problem,
                                              cr_arena *arena);

/* Solves component k, all earlier ones being solved.
 * Errors: CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_MUST_CHECK crible_status cr_solver_component(cr_solver *solver, int k);

/* Chooses a row's weights for the holders' present values. */
void cr_solver_choose(cr_solver *solver, int company);

#endif
