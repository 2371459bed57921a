/* From evidence to holdings: lots add up, stakes are evidence on one holding, which
 * is what all of them allow. */
#ifndef CR_GRAPH_MERGE_H
#define CR_GRAPH_MERGE_H

#include "engine/graph/evidence.h"
#include "engine/graph/row.h"

typedef struct cr_merge_input {
  const cr_snapshot *snapshot;
  const cr_capital *capital;
  cr_property property;
  const cr_notes *notes;
} cr_merge_input;

/* Appends the holdings to the row, holder by holder. *of_company: some holding is known
 * only as a share of the company, over all classes. */
CRIBLE_MUST_CHECK crible_status cr_merge(cr_row *row, bool *of_company,
                                         const cr_evidence_list *evidence,
                                         const cr_merge_input *input);

/* The cap on votes of a class, or of every class of the company alike; NULL: none. */
const fmpq *cr_merge_cap(const cr_merge_input *input, int share_class);
/* CR_EDGE_SUSPENDED when the votes of the class, or of every class, are suspended; else 0. */
uint8_t cr_merge_flags(const cr_merge_input *input, int share_class);

#endif
