/* One property's rows, made ready for solving: shared by all targets. */
#ifndef CR_HOLDINGS_SYSTEM_H
#define CR_HOLDINGS_SYSTEM_H

#include "engine/graph/condensation.h"
#include "engine/graph/view.h"

typedef struct cr_system {
  const cr_view *view;
  const cr_condensation *condensation;
  const cr_edges *edges;
  const cr_interval *weight; /* per entry: the view's, or narrower ones */
  fmpq *range;               /* per entry: upper end - lower end */
  fmpq *slack;               /* per company: 1 - Σ lower ends; 0 where nothing is free */
  int *company;              /* per entry */
  int *column_first, *column;/* entries by holder: nodes + 1, edges */
  int longest;               /* entries of the longest row */
  bool open;                 /* some end is open */
  bool *closed;              /* per party: in a closed group (contract, section 4: S) */
  int *closed_rank;          /* per party: proof that S is complete (section 10) */
  double *low, *spread;      /* per entry: weight's lower end and range, nearest or next to it */
  double *rest;              /* per company: its slack */
} cr_system;

/* In `arena`. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_system_new(cr_system **out, const cr_view *view,
                                              const cr_condensation *condensation,
                                              cr_property property, cr_arena *arena);

/* The same graph under other, closed weights, which leave completions of
 * `system`; closed groups are kept. The weights must outlive it. */
CRIBLE_MUST_CHECK crible_status cr_system_narrowed(cr_system **out, const cr_system *system,
                                                   const cr_interval *weight, cr_arena *arena);

static inline bool cr_system_has_row(const cr_system *system, int node) {
  return node < system->view->parties &&
         system->edges->first[node] < system->edges->first[node + 1];
}

/* The company whose row is asked for but that is worth nothing as a holder: the candidate, unless
 * it is looked through when it is met again; then CR_NONE. */
static inline int cr_system_detached(const cr_system *system) {
  return system->view->re_entry ? CR_NONE : system->view->candidate;
}

#endif
