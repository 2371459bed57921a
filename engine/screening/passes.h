/* The passes of a screening, in the order in which crible_screen runs them.
 * Each reads what the passes before it wrote. */
#ifndef CR_SCREENING_PASSES_H
#define CR_SCREENING_PASSES_H

#include "engine/screening/screening.h"

/* The date of the facts: `as_of` when given, else that of the collection that
 * the submission belongs to. A submission after the last collection is remarked.
 * Errors: CRIBLE_E_USAGE, told in the diagnostics. */
CRIBLE_MUST_CHECK crible_status cr_pass_date(struct crible_screening *screening, const char *as_of);

/* Graph, control and holdings, for the ordinary meeting, and for the
 * extraordinary one where it makes a difference. */
CRIBLE_MUST_CHECK crible_status cr_pass_analysis(struct crible_screening *screening);

/* Vetoes and organs. */
CRIBLE_MUST_CHECK crible_status cr_pass_rights(struct crible_screening *screening);

/* A status per criterion, and the verdict. */
CRIBLE_MUST_CHECK crible_status cr_pass_criteria(struct crible_screening *screening);

/* What may still be acquired below the ceilings that are met. */
CRIBLE_MUST_CHECK crible_status cr_pass_headroom(struct crible_screening *screening);

/* Every party that may be third and may hold something. */
CRIBLE_MUST_CHECK crible_status cr_pass_entities(struct crible_screening *screening);

/* How the figures come about. */
CRIBLE_MUST_CHECK crible_status cr_pass_witnesses(struct crible_screening *screening);

/* How both bounds of every figure come about, whatever the status; on demand, once. */
CRIBLE_MUST_CHECK crible_status cr_pass_bounds(struct crible_screening *screening);

/* The witness of one bound under one meeting; `vector` is the bound's own by
 * multiplication, or NULL to have it computed. By control it is not looked at. */
CRIBLE_MUST_CHECK crible_status cr_witness_of(cr_witness *out, struct crible_screening *screening,
    int meeting, cr_property property, int entity, bool upper, const cr_vector *vector);

/* How many analyses there are: 1, or 2 when the kind of meeting makes a difference. */
int cr_screening_meetings(const struct crible_screening *screening);

/* The node of analysis[0] for a node of analysis[meeting]; CR_NONE when the
 * party stands above the candidate under that meeting alone. */
int cr_screening_node(const struct crible_screening *screening, int meeting, int node);

/* The node of analysis[meeting] for a node of analysis[0], or CR_NONE. */
int cr_screening_node_under(const struct crible_screening *screening, int meeting, int node);

#endif
