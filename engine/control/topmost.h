/* Who stands at the top, among several. */
#ifndef CR_CONTROL_TOPMOST_H
#define CR_CONTROL_TOPMOST_H

#include "engine/graph/view.h"

/* The first marked node (in node order) above which no other marked node stands, by ownership of
 * votes or stated control; those of one ring stand level. The undisclosed holder
 * comes last. CR_NONE when none is marked. */
CRIBLE_MUST_CHECK crible_status cr_topmost(int *out, const cr_view *view, const bool *marked,
                                           crible_context *context);

#endif
