/* Gaps between the periods of facts that tell one story: a holding, a seat. */
#ifndef CR_GRAPH_GAPS_H
#define CR_GRAPH_GAPS_H

#include "engine/graph/notes.h"
#include "engine/graph/snapshot.h"

CRIBLE_MUST_CHECK crible_status cr_gaps_note(const cr_snapshot *snapshot, const int *node_of,
                                             const cr_notes *notes, cr_arena *scratch);

#endif
