/* Building a plain view holder by holder, tightened on completion. */
#ifndef CR_GRAPH_VIEW_BUILDER_H
#define CR_GRAPH_VIEW_BUILDER_H

#include "engine/graph/view.h"

typedef struct cr_view_builder cr_view_builder;

CRIBLE_MUST_CHECK crible_status cr_view_builder_new(cr_view_builder **out, crible_context *context);
void cr_view_builder_free(cr_view_builder *builder);

/* Adds a party (members: 1 but for groups) and gives its node. */
CRIBLE_MUST_CHECK crible_status cr_view_builder_party(cr_view_builder *builder, int *node,
    cr_party_kind kind, cr_third third, int64_t members, int fact_party);

/* Adds a holding. `holder` is a party, or CR_VIEW_PSEUDO(CR_UNDISCLOSED) and the like. */
#define CR_VIEW_PSEUDO(which) (-1 - (which))
CRIBLE_MUST_CHECK crible_status cr_view_builder_edge(cr_view_builder *builder, cr_property property,
    int holder, int company, const cr_interval *weight, uint8_t flags,
    const fmpq *cap /* or NULL */, const cr_fact_ref *cited, int cited_count);

CRIBLE_MUST_CHECK crible_status cr_view_builder_control(cr_view_builder *builder, int controller,
    int controlled, bool manager, bool definite, cr_fact_ref cited);
CRIBLE_MUST_CHECK crible_status cr_view_builder_flags(cr_view_builder *builder, int company,
    bool empty_capital, bool empty_votes, bool declared);

/* Completes the view in `arena`: rows sorted by company, then in the order of
 * addition, intervals tightened. `infeasible` (may be NULL) receives the company and property
 * of the first row that no weights satisfy.
 * Errors: CRIBLE_E_DATA for such a row, CRIBLE_E_MEMORY. The builder stays usable. */
CRIBLE_MUST_CHECK crible_status cr_view_builder_finish(cr_view **out, cr_view_builder *builder,
    cr_arena *arena, int candidate, int *infeasible_company, cr_property *infeasible_property);

/* Tightens one row in place; false when no weights inside the intervals sum to
 * 1 (row then unchanged). Open ends are respected. */
bool cr_tighten(cr_interval *weights, int count);

#endif
