/* A company of which shares of the whole have no meaning: nothing issued, or no vote that
 * can be cast. Every holding in it is [0, 1] (contract, section 2). */
#ifndef CR_GRAPH_VOID_ROW_H
#define CR_GRAPH_VOID_ROW_H

#include "engine/graph/merge.h"

/* Whether all votes are treasury stock's or suspended. */
bool cr_row_without_votes(const cr_row *row, cr_property property);

/* Makes every known holding [0, 1], one more of who stands `behind`, and remarks on it. */
CRIBLE_MUST_CHECK crible_status cr_row_make_void(cr_row *row, int behind,
                                                 const cr_merge_input *input);

#endif
