/* The smallest set to ask for that settles one criterion (contract, section 9). */
#ifndef CR_REQUESTS_REQUEST_SET_H
#define CR_REQUESTS_REQUEST_SET_H

#include "engine/requests/inquiry.h"
#include "engine/requests/smallest_set.h"

typedef struct cr_request_set {
  bool asked;      /* the criterion is open, and the verdict with it */
  bool sufficient; /* false: no answers were found that settle it */
  bool minimum;    /* proven: no smaller set is sufficient */
} cr_request_set;

/* Whether answers to the items marked keep the ceiling; `data` is the inquiry. Once its work is
 * spent none are looked for: no set is then taken for one that suffices. */
CRIBLE_MUST_CHECK crible_status cr_ceiling_kept(cr_finding *out, const void *data,
                                                const bool *marked);

/* The lowest upper bound found over answers to the items marked. */
CRIBLE_MUST_CHECK crible_status cr_lowest_bound(fmpq *out, const cr_inquiry *inquiry,
                                                const bool *marked);

/* Marks a sufficient set without an item to spare. `inquiry` is NULL for a criterion without a
 * figure. `order` has the items that come first when nothing else prefers one; those marked in
 * `before` are asked for anyway, and are taken alone when they suffice. */
CRIBLE_MUST_CHECK crible_status cr_request_set_find(cr_request_set *out, bool *marked,
    cr_sufficiency *sufficiency, const cr_inquiry *inquiry, const int *order, const bool *before);

#endif
