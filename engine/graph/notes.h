/* Remarks made while the graph is built. */
#ifndef CR_GRAPH_NOTES_H
#define CR_GRAPH_NOTES_H

#include "engine/facts/remark.h"

/* Where remarks go. `remarks` NULL: nowhere, the parties concerned are not in the view. */
typedef struct cr_notes {
  cr_remarks *remarks;
  cr_arena *arena;
} cr_notes;

/* A remark on `party` (and `other`, and a property, or CR_NONE) citing `facts`. */
CRIBLE_MUST_CHECK crible_status cr_note(const cr_notes *notes, cr_remark_kind kind,
                                        const char *code, int party, int other, int property,
                                        const char *detail, const cr_fact_ref *facts,
                                        int fact_count);

/* The same citing one fact and no property. */
CRIBLE_MUST_CHECK crible_status cr_note_fact(const cr_notes *notes, cr_remark_kind kind,
                                             const char *code, int party, int other,
                                             const char *detail, cr_fact_kind fact, int index);

#endif
