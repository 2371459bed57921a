/* A set that suffices and has no item to spare: Junker, "QuickXplain: preferred explanations and
 * relaxations for over-constrained problems" (2004). */
#ifndef CR_REQUESTS_SMALLEST_SET_H
#define CR_REQUESTS_SMALLEST_SET_H

#include <stdbool.h>

#include "engine/base/memory.h"

/* Whether items suffice: that none of their answers do is proven, or none were found. */
typedef enum cr_finding { CR_SUFFICE, CR_FALL_SHORT, CR_NONE_FOUND } cr_finding;

/* Looks whether the items marked suffice. More items never suffice less: what was found is
 * remembered, and nothing that follows from it is looked at again. */
typedef struct cr_sufficiency {
  crible_status (*holds)(cr_finding *out, const void *data, const bool *marked);
  const void *data;
  int count; /* items */
  cr_arena *arena;
  struct cr_known_set *known; /* NULL to begin with; private */
} cr_sufficiency;

CRIBLE_MUST_CHECK crible_status cr_suffices(bool *out, cr_sufficiency *sufficiency,
                                            const bool *marked);

/* Says beforehand whether a set suffices. */
CRIBLE_MUST_CHECK crible_status cr_suffices_known(cr_sufficiency *sufficiency, const bool *marked,
                                                  cr_finding finding);

/* Marks such a set among the first `among` items of `order`; *found is false, and nothing marked,
 * when these together do not suffice. Items that come first are preferred. */
CRIBLE_MUST_CHECK crible_status cr_set_without_spare(bool *marked, bool *found,
    cr_sufficiency *sufficiency, const int *order, int among);

/* Makes it one of least size where at most `trials` smaller sets need to be looked at; *least
 * tells whether it is proven to be. */
CRIBLE_MUST_CHECK crible_status cr_set_of_least_size(bool *marked, bool *least,
    cr_sufficiency *sufficiency, const int *order, int trials);

#endif
