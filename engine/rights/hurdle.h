/* Whether third parties get over a hurdle: block a decision, or take one. */
#ifndef CR_RIGHTS_HURDLE_H
#define CR_RIGHTS_HURDLE_H

#include "engine/rights/electorate.h"

typedef struct cr_hurdle {
  fmpq *needed;
  bool strictly; /* a share above it, else equal or above */
} cr_hurdle;

/* Others cannot reach q: V > 1 − q; cannot exceed it: V ≥ 1 − q. */
CRIBLE_MUST_CHECK crible_status cr_hurdle_to_block(cr_hurdle *out, const cr_judge *judge,
                                                   const fmpq_t q, bool exceeded);
/* Reaches q, or exceeds it. */
CRIBLE_MUST_CHECK crible_status cr_hurdle_to_decide(cr_hurdle *out, const cr_judge *judge,
                                                    const fmpq_t q, bool exceeded);

/* Whether a share gets over it in every completion, in some, or in none. */
cr_effect cr_hurdle_cleared(const cr_hurdle *hurdle, const cr_bound bound[2]);

/* Third parties together, then each alone: fills effect, share, third entities and hurdle of
 * the finding. Its reason is `reason` when they get over it, else "others-reach-majority". */
CRIBLE_MUST_CHECK crible_status cr_judge_share(cr_right_finding *finding, const cr_judge *judge,
    const cr_electorate *electorate, const cr_hurdle *hurdle, const char *reason);

#endif
