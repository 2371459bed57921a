/* Concerts whose third members are one holder (choice groups): members that are not third never
 * count, unnamed groups never merge. */
#ifndef CR_GRAPH_CONCERTS_H
#define CR_GRAPH_CONCERTS_H

#include "engine/graph/snapshot.h"
#include "engine/graph/view.h"

/* Takes the party of each concert of the date into the view where two or more of its members are
 * in it. It holds nothing there and is not third. */
void cr_concerts_admit(bool *in_view, cr_third *third, const cr_snapshot *snapshot);

/* Lists the concerts admitted, with their members in the view. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_concerts_list(cr_view *view, const cr_snapshot *snapshot,
                                                 const int *node_of, cr_arena *arena);

/* Once it is known who counts as third: keeps the members that may, and where there are two
 * or more makes the concert third and gives it control of each, and of the funds that it manages,
 * as of itself: definite over those that surely are third. So it holds and controls as one. `*any`
 * tells whether there is such a concert. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_concerts_join(bool *any, cr_view *view, cr_arena *arena);

#endif
