/* Options exercised, all of everybody at once (choice dilution). */
#ifndef CR_GRAPH_DILUTE_H
#define CR_GRAPH_DILUTE_H

#include "engine/graph/merge.h"

/* Whether the ruleset asks for it and an option is not past its time. */
bool cr_option_exercised(const cr_snapshot *snapshot, int option);

/* Makes the holdings of a row, which fits, shares of the company as it is then: new shares add to
 * what is issued and to their holder, others move from who sells them. *nothing says whether
 * shares of the whole have no meaning, before and after. `scratch` keeps numbers. */
CRIBLE_MUST_CHECK crible_status cr_row_dilute(cr_row *row, bool *nothing,
                                              const cr_merge_input *input, cr_arena *scratch);

#endif
