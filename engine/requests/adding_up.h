/* Whether what answers to several items do adds up. */
#ifndef CR_REQUESTS_ADDING_UP_H
#define CR_REQUESTS_ADDING_UP_H

#include "engine/requests/inquiry.h"

/* For third entities together and by multiplication, where each item is about a company of its own
 * and none of these stands above another: no answer bears on what another one leaves open. */
CRIBLE_MUST_CHECK crible_status cr_answers_add_up(bool *out, const cr_inquiry *inquiry,
                                                  cr_arena *arena);

#endif
