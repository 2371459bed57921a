/* Stated control: facts of L.233-3 I 2° to 4° and III, managers and trustees. */
#ifndef CR_GRAPH_CONTROLS_H
#define CR_GRAPH_CONTROLS_H

#include "engine/graph/notes.h"
#include "engine/graph/snapshot.h"
#include "engine/graph/view_builder.h"

/* Adds one entry per controller, in order of the controlled party. Facts on the issuer that is left
 * out are none. */
CRIBLE_MUST_CHECK crible_status cr_controls_add(cr_view_builder *builder,
                                                const cr_snapshot *snapshot, const int *node_of,
                                                int leave_out);

/* In a finished view: two stated sole controllers of one party of whom neither stands above the
 * other by control contradict each other; such control is possible, not definite. */
CRIBLE_MUST_CHECK crible_status cr_controls_compare(cr_view *view, const cr_snapshot *snapshot,
                                                    const cr_notes *notes, cr_arena *scratch);

#endif
