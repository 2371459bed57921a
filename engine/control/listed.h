/* The graph with the listed rule applied: each issuer's declared holders are
 * settled by the control relation computed without that issuer. */
#ifndef CR_CONTROL_LISTED_H
#define CR_CONTROL_LISTED_H

#include "engine/control/control.h"
#include "engine/graph/graph.h"

/* As cr_graph_build, for facts with or without listed issuers. */
CRIBLE_MUST_CHECK crible_status cr_graph_with_declared(cr_graph *out, const cr_facts *facts,
    const cr_reference *reference, const cr_graph_options *options,
    const cr_control_rules *rules, cr_arena *arena);

#endif
