/* What the known holders leave of a company. */
#ifndef CR_GRAPH_REMAINDER_H
#define CR_GRAPH_REMAINDER_H

#include "engine/graph/merge.h"

/* Appends the remainder as holdings of `behind` (CR_UNDISCLOSED, or CR_NOBODY for a company
 * that is third), unless the list of holders is complete. Where every holding is known by class,
 * the remainder is taken class by class, and holdings known as bands of a class are narrowed to
 * what the class allows.
 * Errors: CRIBLE_E_DATA, told: holders of a class that cannot be all there is. */
CRIBLE_MUST_CHECK crible_status cr_remainder_add(cr_row *row, int behind, bool of_company,
                                                 const cr_evidence_list *evidence,
                                                 const cr_merge_input *input, cr_arena *scratch);

#endif
