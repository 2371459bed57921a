/* For whom the tops of chains count, where the controlled count as their controller. */
#ifndef CR_SCREENING_CHAIN_OWNERS_H
#define CR_SCREENING_CHAIN_OWNERS_H

#include "engine/screening/screening.h"

/* Per chain: the holder at its top, when it counts by itself or anybody may stand behind it; else
 * the one that controls it and counts, the first in node order of several. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_chain_owners(int **out, const cr_witness *witness,
                                                cr_arena *arena);

#endif
