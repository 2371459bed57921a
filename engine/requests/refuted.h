/* Whether no answers to what is asked can keep the ceiling. */
#ifndef CR_REQUESTS_REFUTED_H
#define CR_REQUESTS_REFUTED_H

#include "engine/requests/inquiry.h"

/* Supposes the worst of what is not asked, in one completion: where the lower bound then is above
 * the ceiling, no answers help. False says only that this did not show it. */
CRIBLE_MUST_CHECK crible_status cr_refuted(bool *out, const cr_inquiry *inquiry,
                                           const bool *asked);

/* The lower bound then, of an inquiry about one view. */
CRIBLE_MUST_CHECK crible_status cr_worst_bound(fmpq *out, const cr_inquiry *inquiry,
                                               const bool *asked);

#endif
