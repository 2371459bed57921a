/* What a declaration says of today's holding: no threshold has been crossed since (C.
 * com., art. L.233-7, I). A declaration upwards is of more than the threshold, one
 * downwards of less; both ends of a bracket are taken in. */
#ifndef CR_GRAPH_BRACKETS_H
#define CR_GRAPH_BRACKETS_H

#include "engine/facts/reference.h"

/* Of a property in which the threshold was crossed. */
void cr_bracket_crossed(cr_interval *out, const cr_reference *reference,
                        const cr_declaration *declaration, cr_property property);

/* Around a holding of which it is only known that it has crossed nothing since `date`; in
 * place. One that stood exactly at a threshold may have gone either way. */
void cr_bracket_around(cr_interval *share, const cr_reference *reference, cr_date date);

#endif
