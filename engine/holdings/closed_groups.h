/* Numbers of the closed groups. */
#ifndef CR_HOLDINGS_CLOSED_GROUPS_H
#define CR_HOLDINGS_CLOSED_GROUPS_H

#include "engine/holdings/holdings.h"
#include "engine/holdings/system.h"

/* Fills closed_group and closed_group_count: companies of S that hold each
 * other are a group, numbered in node order of its first; a company that groups hold
 * wholly goes with the first of them. In `arena`. Errors: CRIBLE_E_MEMORY,
 * CRIBLE_E_INTERNAL. */
CRIBLE_MUST_CHECK crible_status cr_closed_groups_number(cr_holdings *holdings,
                                                        const cr_system *system,
                                                        cr_arena *arena);

#endif
