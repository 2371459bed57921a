/* Vetoes and organs when some of what is open has been answered. */
#ifndef CR_REQUESTS_ANSWERED_RIGHTS_H
#define CR_REQUESTS_ANSWERED_RIGHTS_H

#include "engine/requests/inquiry.h"
#include "engine/screening/screening.h"

/* Judges rights and organs anew, the items asked being answered favourably. `inquiry` is on the
 * votes of third entities together, over the screening's views. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_answered_rights(cr_rights **out,
    const struct crible_screening *screening, const cr_inquiry *inquiry, const bool *asked,
    cr_arena *arena);

#endif
