/* Good weights for a lower bound, by machine numbers alone: any weights inside
 * the intervals, chosen quickly, exact in themselves. */
#ifndef CR_HOLDINGS_ROUGH_H
#define CR_HOLDINGS_ROUGH_H

#include "engine/holdings/system.h"

/* Weights of every entry that make the target's lower value small. In `arena`.
 * Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_rough_weights(fmpq **out, const cr_system *system, int target,
                                                 cr_arena *arena);

#endif
