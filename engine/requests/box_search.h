/* Favourable answers sought by branch and bound: Land and Doig, "An automatic method of solving
 * discrete programming problems" (1960). */
#ifndef CR_REQUESTS_BOX_SEARCH_H
#define CR_REQUESTS_BOX_SEARCH_H

#include "engine/requests/answer_points.h"

/* Lowers *bound to the least upper bound found; stops once the ceiling is kept. *none: it is
 * proven that no answers keep it. */
CRIBLE_MUST_CHECK crible_status cr_search_boxes(fmpq *bound, bool *none, const cr_inquiry *inquiry,
    const bool *asked, const cr_kept_answers *kept);

#endif
