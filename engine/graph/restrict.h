/* Stakes as evidence on a holding already known by its lots or classes, or on one that is not. */
#ifndef CR_GRAPH_RESTRICT_H
#define CR_GRAPH_RESTRICT_H

#include "engine/graph/merge.h"

/* Narrows the parts from `first` on, all of one holder, so that their sum is what the
 * stakes allow; without such parts adds one. Votes presumed as the capital count only
 * where nothing else speaks of votes. Facts that allow nothing together are remarked on, and
 * the holding is then anything between them. */
CRIBLE_MUST_CHECK crible_status cr_restrict(cr_row *row, size_t first, const cr_evidence *stakes,
                                            size_t count, const cr_merge_input *input);

#endif
