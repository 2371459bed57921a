/* Natural persons, alone or in an unnamed group, and groups of entities: whether they are third
 * (contract, section 2, "Third"; choice natural-persons). */
#ifndef CR_GRAPH_PERSONS_H
#define CR_GRAPH_PERSONS_H

#include "engine/graph/notes.h"
#include "engine/graph/snapshot.h"
#include "engine/graph/view.h"

/* Third unless inside; perhaps third when that is not known. */
static inline cr_third cr_third_unless(cr_tristate inside) {
  return inside == CR_TRUE ? CR_NOT_THIRD : inside == CR_FALSE ? CR_THIRD : CR_MAYBE_THIRD;
}

CRIBLE_MUST_CHECK crible_status cr_person_judge(cr_third *third, const cr_snapshot *snapshot,
                                                int party, const cr_notes *notes);
CRIBLE_MUST_CHECK crible_status cr_group_judge(cr_third *third, const cr_snapshot *snapshot,
                                               int party, const cr_notes *notes);

#endif
