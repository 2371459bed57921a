/* Companies whose votes third parties hold together. */
#ifndef CR_SCREENING_HELD_TOGETHER_H
#define CR_SCREENING_HELD_TOGETHER_H

#include "engine/screening/screening.h"

/* Says which companies count for third parties together under collective-control = "together". */
CRIBLE_MUST_CHECK crible_status cr_held_together_remark(struct crible_screening *screening,
                                                        const cr_analysis *analysis);

#endif
