/* Holders that a document reports of a company that is not on a regulated market (a growth
 * market is none): ordinary evidence, where no register speaks of the holder. */
#ifndef CR_GRAPH_REPORTED_H
#define CR_GRAPH_REPORTED_H

#include "engine/graph/evidence.h"

/* Appends the rows of the latest table, but for declarants that have declared since and
 * holders that the list already speaks of. */
CRIBLE_MUST_CHECK crible_status cr_reported_add(cr_evidence_list *list,
                                                const cr_snapshot *snapshot,
                                                const cr_capital *capital,
                                                cr_property property);

#endif
