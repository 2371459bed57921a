/* The individual criterion: the largest of the entities. */
#ifndef CR_HOLDINGS_INDIVIDUAL_H
#define CR_HOLDINGS_INDIVIDUAL_H

#include "engine/holdings/holdings.h"
#include "engine/holdings/system.h"

/* Fills the individual bounds, holders and vectors from the entities. In
 * `arena`. Errors: CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_MUST_CHECK crible_status cr_individual_solve(cr_holdings *holdings,
                                                    const cr_system *system, cr_arena *arena);

/* Whether some completions bring every entity down to the individual lower
 * bound, or as near to it as one likes: it is then tight. False says only that none was found.
 * Errors: CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_MUST_CHECK crible_status cr_individual_reached(bool *out, const cr_holdings *holdings,
                                                      const cr_system *system,
                                                      crible_context *context);

#endif
