/* A qualified majority inside an organ is blocked by whoever appoints enough
 * of its members. */
#ifndef CR_RIGHTS_ORGAN_VETO_H
#define CR_RIGHTS_ORGAN_VETO_H

#include "engine/rights/hurdle.h"

/* The organ is the right's; seats are those of the appointments judged before. */
CRIBLE_MUST_CHECK crible_status cr_judge_in_organ(cr_right_finding *finding,
    const cr_judge *judge, const cr_right *right, const cr_hurdle *hurdle);

#endif
