/* Whether the holdings in a company, or in one class, can be all there is: whether
 * weights inside their intervals sum to the whole (contract, section 2). */
#ifndef CR_GRAPH_FEASIBILITY_H
#define CR_GRAPH_FEASIBILITY_H

#include "engine/graph/merge.h"

typedef enum cr_fit { CR_FITS, CR_TOO_MUCH, CR_TOO_LITTLE } cr_fit;

/* Of the parts of one class, or of all (share_class CR_NONE). *sum gets their sum. */
cr_fit cr_row_fit(cr_interval *sum, const cr_row *row, int share_class, const fmpq_t whole);

/* Tells what does not fit, naming the facts. Returns CRIBLE_E_DATA, or CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_row_fault(const cr_row *row, int share_class, cr_fit fit,
                                             const cr_interval *sum, const fmpq_t whole,
                                             const cr_merge_input *input, cr_arena *scratch);

#endif
