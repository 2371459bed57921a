/* Which items weigh most in the upper bound: a guess, that says only where to begin. */
#ifndef CR_REQUESTS_REACH_ORDER_H
#define CR_REQUESTS_REACH_ORDER_H

#include "engine/requests/inquiry.h"

/* Sorts the first `count` items of `order` by what third entities may have through what is open
 * there, along chains at their upper ends; items that weigh the same stay in order. */
CRIBLE_MUST_CHECK crible_status cr_order_by_reach(int *order, int count, const cr_inquiry *inquiry,
                                                  cr_arena *arena);

#endif
