/* Optimum of a target's value over every vertex completion: each company's
 * weights at a vertex of the polytope that its intervals and the sum 1 cut out. */
#ifndef ORACLE_VERTICES_H
#define ORACLE_VERTICES_H

#include "tests/oracle/reference_chain.h"

/* False, with *out untouched, when there are more than `most` completions.
 * `ends` replaces the intervals of the view's entries, taken as closed. */
bool vertex_optimum(fmpq_t out, const cr_view *view, cr_property property, const cr_interval *ends,
                    int target, bool upper, int most, crible_context *context);

/* Copies of the entries' intervals with each open end moved inwards by
 * 1/`parts` and closed. */
cr_interval *shrunk_ends(const cr_edges *edges, int parts, cr_arena *arena);

#endif
