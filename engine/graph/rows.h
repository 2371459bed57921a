/* The rows of the view, company by company. */
#ifndef CR_GRAPH_ROWS_H
#define CR_GRAPH_ROWS_H

#include "engine/graph/graph.h"
#include "engine/graph/notes.h"
#include "engine/graph/snapshot.h"
#include "engine/graph/view_builder.h"

typedef struct cr_rows_input {
  const cr_snapshot *snapshot;
  const cr_graph_options *options;
  const cr_declared_relation *relation;
  int leave_out;
  const cr_third *third;   /* per party of the facts */
  const int *node_of;      /* per party of the facts, or CR_NONE */
  const cr_notes *notes;
  cr_view_builder *builder;
  cr_arena *scratch;
} cr_rows_input;

/* Adds the holdings in every company to the builder. Companies that are not in the view are
 * looked at too, for a fault in them is one of the dossier. Sets *by_meeting.
 * Errors: CRIBLE_E_DATA when holdings in some company cannot be all there is; all are told. */
CRIBLE_MUST_CHECK crible_status cr_rows_add(const cr_rows_input *input, bool *by_meeting);

#endif
