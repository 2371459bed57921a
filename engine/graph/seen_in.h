/* A view as one property sees it. */
#ifndef CR_GRAPH_SEEN_IN_H
#define CR_GRAPH_SEEN_IN_H

#include "engine/graph/view.h"

/* For capital a fund that is seen through is not third, whoever manages it: then a shallow copy in
 * `arena`, else the view itself. NULL when memory runs out. */
const cr_view *cr_view_seen_in(const cr_view *view, cr_property property, cr_arena *arena);

#endif
