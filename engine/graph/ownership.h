/* Who holds the capital and who casts the votes of a lot. */
#ifndef CR_GRAPH_OWNERSHIP_H
#define CR_GRAPH_OWNERSHIP_H

#include "engine/graph/capital.h"

/* Whether the usufructuary votes, or the bare owner. By law in an SA the usufructuary at ordinary,
 * the bare owner at extraordinary meetings (C. com., art. L.225-110); elsewhere the bare owner (C.
 * civ., art. 1844). Other readings (choice usufruct) make no difference of form. */
bool cr_usufructuary_votes(const cr_snapshot *snapshot, int company, cr_meeting meeting);

/* Fills lot->owner. Capital is the bare owner's. Sets *by_meeting when the kind of meeting decides
 * who votes. */
CRIBLE_MUST_CHECK crible_status cr_owners_find(cr_counted_lot *lot, bool *by_meeting,
                                               const cr_snapshot *snapshot, cr_meeting meeting,
                                               const cr_notes *notes);

#endif
