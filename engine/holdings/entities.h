/* Every entity that may be third, and its bounds at the candidate. */
#ifndef CR_HOLDINGS_ENTITIES_H
#define CR_HOLDINGS_ENTITIES_H

#include "engine/holdings/holdings.h"
#include "engine/holdings/system.h"

typedef struct cr_thresholds {
  const fmpq *value;
  int count;
} cr_thresholds;

/* Fills holdings->entities, and perhaps an individual vector, of whatever
 * entity. In `arena`. Errors: CRIBLE_E_MEMORY,
 * CRIBLE_E_INTERNAL. */
CRIBLE_MUST_CHECK crible_status cr_entities_bound(cr_holdings *holdings, const cr_system *system,
                                                  const cr_thresholds *thresholds,
                                                  cr_arena *arena);

#endif
