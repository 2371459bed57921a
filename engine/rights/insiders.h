/* Who holds capital or votes of the candidate, even indirectly. */
#ifndef CR_RIGHTS_INSIDERS_H
#define CR_RIGHTS_INSIDERS_H

#include "engine/rights/judge.h"

/* Whether one of the marked nodes (per node, pseudo-nodes included) holds: with `surely` in every
 * completion, else in some. */
CRIBLE_MUST_CHECK crible_status cr_insiders(bool *out, const cr_judge *judge, const bool *marked,
                                            bool surely);

#endif
