/* How much is answered to what is open, once it is chosen who stands behind it. */
#ifndef CR_REQUESTS_ANSWER_POINTS_H
#define CR_REQUESTS_ANSWER_POINTS_H

#include "engine/requests/inquiry.h"

/* Where a view with answers that keep the ceiling is to be put. */
typedef struct cr_kept_answers {
  cr_view **view;
  cr_arena *arena;
} cr_kept_answers;

/* The least upper bound found of one view of the inquiry, and the view, if it keeps the ceiling
 * (`kept` may be NULL). Stops as soon as it does. */
CRIBLE_MUST_CHECK crible_status cr_try_view(fmpq *bound, const cr_inquiry *inquiry,
    const cr_view *view, const cr_answers *answers, const cr_kept_answers *kept);

#endif
