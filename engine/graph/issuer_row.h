/* The row of a company with classes on a regulated market: declared holders, holders of
 * classes that are not admitted, and the float (contract, section 2, "Listed"). */
#ifndef CR_GRAPH_ISSUER_ROW_H
#define CR_GRAPH_ISSUER_ROW_H

#include "engine/graph/graph.h"
#include "engine/graph/merge.h"

/* Appends the holdings. `relation` may be NULL: nobody controls anybody. `behind` is who
 * stands behind what is not disclosed of classes that are not admitted. `evidence` is scratch. */
CRIBLE_MUST_CHECK crible_status cr_issuer_row(cr_row *row, cr_evidence_list *evidence,
                                              int behind, const cr_declared_relation *relation,
                                              const cr_merge_input *input);

#endif
