/* Which parties are third: entities with a seat outside the Union on the date
 * (contract, section 2, "Third"). */
#ifndef CR_GRAPH_THIRD_H
#define CR_GRAPH_THIRD_H

#include "engine/graph/notes.h"
#include "engine/graph/snapshot.h"
#include "engine/graph/view.h"

/* Per party of the facts; only those `in_view` are remarked on. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_third_judge(cr_third **out, const cr_snapshot *snapshot,
                                               const bool *in_view, const cr_notes *notes,
                                               cr_arena *arena);

#endif
