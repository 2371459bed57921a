/* One exact vector for one target. */
#ifndef CR_HOLDINGS_VECTOR_H
#define CR_HOLDINGS_VECTOR_H

#include "engine/holdings/holdings.h"
#include "engine/holdings/system.h"

/* In `arena`. Errors: CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_MUST_CHECK crible_status cr_vector_solve(cr_vector *out, const cr_system *system,
                                                int target, bool upper, cr_arena *arena);

/* The vector's bound at the candidate. In `arena`. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_vector_bound(cr_bound *out, const cr_vector *vector,
                                                int candidate, cr_arena *arena);

#endif
