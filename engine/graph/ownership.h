/* Who holds the capital and who casts the votes of a lot. */
#ifndef CR_GRAPH_OWNERSHIP_H
#define CR_GRAPH_OWNERSHIP_H

#include "engine/graph/capital.h"

/* Fills lot->owner. Capital is the bare owner's. Votes of a usufruct: in an SA the
 * usufructuary's at ordinary, the bare owner's at extraordinary meetings (C. com., art.
 * L.225-110); elsewhere the bare owner's (C. civ., art. 1844). Sets *by_meeting when
 * the kind of meeting decides. */
CRIBLE_MUST_CHECK crible_status cr_owners_find(cr_counted_lot *lot, bool *by_meeting,
                                               const cr_snapshot *snapshot, cr_meeting meeting,
                                               const cr_notes *notes);

#endif
