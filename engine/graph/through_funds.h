/* The candidate's capital with the holdings of transparent funds given to their investors. */
#ifndef CR_GRAPH_THROUGH_FUNDS_H
#define CR_GRAPH_THROUGH_FUNDS_H

#include "engine/graph/view.h"

/* `view`, unless funds are seen through in capital; else a copy in which the unit-holders of a fund
 * that holds the candidate stand in its place, each with its part of the fund's part; for funds of
 * funds likewise. Whoever stands behind a fund that holds itself is not known. Ends are sound;
 * `relaxed` says where they are no more. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_view_through_funds(const cr_view **out, const cr_view *view,
                                                      cr_arena *arena);

#endif
