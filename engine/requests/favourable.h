/* Whether a ceiling is kept for some answers to what is asked (contract, section 9). */
#ifndef CR_REQUESTS_FAVOURABLE_H
#define CR_REQUESTS_FAVOURABLE_H

#include "engine/requests/inquiry.h"

/* The least upper bound found over answers to the items asked, and whether it keeps the
 * ceiling. By multiplication and for third entities together the answers tried are the best
 * there are. For one entity alone several compete for the same answers, and by control a known
 * holder may or may not defeat a presumption: answers are then improved one at a time. Not
 * `thorough`: the usual answers only. */
CRIBLE_MUST_CHECK crible_status cr_most_favourable(fmpq *bound, bool *kept,
    const cr_inquiry *inquiry, const bool *asked, bool thorough);

/* The first view with such answers in it, in `arena`; NULL when none was found. */
CRIBLE_MUST_CHECK crible_status cr_kept_view(cr_view **out, const cr_inquiry *inquiry,
    const bool *asked, cr_arena *arena);

#endif
