/* Who stands above a party, in the graph of every property and of control. */
#ifndef CR_GRAPH_ANCESTORS_H
#define CR_GRAPH_ANCESTORS_H

#include "engine/graph/snapshot.h"

/* Marks, per party of the facts, what stands above the candidate or above a party that a
 * right binding the candidate names, those included. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_ancestors_find(bool **out, const cr_snapshot *snapshot,
                                                  cr_arena *arena);

#endif
