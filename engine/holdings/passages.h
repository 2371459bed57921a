/* Passages through the cycles that a vector's weights leave.
 *
 * Only companies of positive value count, and holders that have no value of their own; what
 * is left of a component of the graph may be several cycles, or none. */
#ifndef CR_HOLDINGS_PASSAGES_H
#define CR_HOLDINGS_PASSAGES_H

#include "engine/holdings/problem.h"

typedef struct cr_passage cr_passage;

typedef struct cr_passages {
  const cr_system *system;
  const cr_vector *vector;
  uint8_t *role;           /* per node, as a holder */
  cr_condensation *cycles; /* of the companies walked through */
  int *place;              /* per party: its index in its cycle */
  double *weight;          /* per entry: near the vector's */
  cr_passage *from;        /* per party: passages from there */
  cr_arena *arena;
} cr_passages;

/* In `arena`. Errors: CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_MUST_CHECK crible_status cr_passages_of(cr_passages *out, const cr_system *system,
                                               cr_property property, const cr_vector *vector,
                                               cr_arena *arena);

/* Whether a walk goes on from a company through a cycle. */
bool cr_passages_cyclic(const cr_passages *passages, int company);

/* Whether a walk that comes to a node goes on to that node's holders. */
bool cr_passages_through(const cr_passages *passages, int node);

/* Sums over the walks inside the cycle that start at `company`, by where
 * they end: one entry per company of the cycle, in its order. */
CRIBLE_MUST_CHECK crible_status cr_passages_exactly(const fmpq **out, cr_passages *passages,
                                                    int company);
CRIBLE_MUST_CHECK crible_status cr_passages_nearly(const double **out, cr_passages *passages,
                                                   int company);

#endif
