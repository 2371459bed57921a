/* What is odd in the facts and worth a remark, though the graph can be built. */
#ifndef CR_GRAPH_ODDITIES_H
#define CR_GRAPH_ODDITIES_H

#include "engine/graph/notes.h"
#include "engine/graph/snapshot.h"

/* Facts recorded after the date, shares of more than ten decimals, classes without shares,
 * gaps between the periods of one holding or seat, options that are ignored, parties that a person
 * confirmed to be one. `node_of` says
 * which parties are in the view. */
CRIBLE_MUST_CHECK crible_status cr_oddities_note(const cr_snapshot *snapshot, const int *node_of,
                                                 const cr_notes *notes, cr_arena *scratch);

#endif
