/* From facts to the plain view, as of a date (contract, section 2). */
#ifndef CR_GRAPH_GRAPH_H
#define CR_GRAPH_GRAPH_H

#include "engine/facts/reading.h"
#include "engine/facts/reference.h"
#include "engine/facts/remark.h"
#include "engine/graph/view.h"

typedef struct cr_graph_options {
  cr_date as_of;
  cr_meeting meeting;   /* whose votes usufruct lots cast where the meeting decides:
                           CR_MEETING_ORDINARY (usufructuary) or CR_MEETING_EXTRAORDINARY (bare
                           owner) */
  cr_reading reading;   /* of the law; all zero: the first option of every choice */
} cr_graph_options;

/* Whether x controls y when issuer `issuer` is left out of the graph; parties
 * by fact index. The listed rule needs it (contract, section 2, "Listed"); who
 * computes it stands below this room, so it is handed in. */
typedef struct cr_declared_relation {
  bool (*controls)(const void *data, int issuer, int x, int y, bool definitely);
  const void *data;
} cr_declared_relation;

typedef struct cr_graph {
  cr_view *view;
  cr_remarks remarks;
  int *node_of;         /* per fact party: its node, or CR_NONE when it is not above the candidate */
  bool by_meeting;      /* the meeting makes a difference */
  bool listed;          /* the candidate has a class on a regulated market */
} cr_graph;

/* Issuers above the candidate, itself included, with a class on a regulated market, whose
 * listing counts, on the date (fact party indices). Issuers higher in the chain come first;
 * those that stand above each other are in the order of the facts. */
CRIBLE_MUST_CHECK crible_status cr_graph_issuers(int **out, int *count, const cr_facts *facts,
    const cr_reference *reference, const cr_graph_options *options, cr_arena *arena);

/* Builds the graph. `relation` may be NULL: nobody controls anybody. `leave_out` is an
 * issuer that is left out, or CR_NONE: those above it stay in the view, but nobody holds it
 * (CR_NOBODY) and no control fact on it counts.
 * Errors: CRIBLE_E_DATA when holdings in some company cannot sum to 1 (every such company is
 * told, naming the facts) or only some of its classes state a nominal value;
 * CRIBLE_E_MEMORY; CRIBLE_E_INTERNAL. In `arena`; the remarks are released by cr_graph_clear. */
CRIBLE_MUST_CHECK crible_status cr_graph_build(cr_graph *out, const cr_facts *facts,
    const cr_reference *reference, const cr_graph_options *options,
    const cr_declared_relation *relation, int leave_out, cr_arena *arena);
void cr_graph_clear(cr_graph *graph, crible_context *context);

#endif
