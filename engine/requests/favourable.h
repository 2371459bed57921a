/* Whether a ceiling is kept for some answers to what is asked (contract, section 9). */
#ifndef CR_REQUESTS_FAVOURABLE_H
#define CR_REQUESTS_FAVOURABLE_H

#include "engine/requests/inquiry.h"
#include "engine/requests/smallest_set.h"

/* The least upper bound found over the usual answers: many stand behind a remainder, everybody is
 * seated inside, and weights leave the least to whoever counts. By multiplication and for third
 * entities together there are none better. For one entity alone several compete for the same
 * weights; by control, who answers how much may defeat a presumption, or bring votes to nothing. */
CRIBLE_MUST_CHECK crible_status cr_usual_bound(fmpq *bound, const cr_inquiry *inquiry,
                                               const bool *asked);

/* Whether some answers keep the ceiling: those, then all by branch and bound. */
CRIBLE_MUST_CHECK crible_status cr_find_favourable(cr_finding *out, const cr_inquiry *inquiry,
                                                   const bool *asked);

/* The first view with such answers in it, in `arena`; NULL when none was found. */
CRIBLE_MUST_CHECK crible_status cr_kept_view(cr_view **out, const cr_inquiry *inquiry,
    const bool *asked, cr_arena *arena);

#endif
