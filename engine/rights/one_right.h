/* One right: by its kind, then by its source and condition. */
#ifndef CR_RIGHTS_ONE_RIGHT_H
#define CR_RIGHTS_ONE_RIGHT_H

#include "engine/rights/judge.h"

CRIBLE_MUST_CHECK crible_status cr_judge_right(cr_right_finding *finding, const cr_judge *judge,
    const cr_right *right);

/* Whether it is a clause on majority or quorum at general meetings: the law's own differs by
 * kind of meeting. */
bool cr_right_of_general_meeting(const cr_right *right);

/* One finding from those under an ordinary and an extraordinary meeting: the stated meeting's;
 * when such a clause states none, a veto for sure only if it is one in both;
 * for every other right the graver. */
cr_right_finding cr_right_of_meetings(const cr_right *right, const cr_right_finding *ordinary,
                                      const cr_right_finding *extraordinary);

#endif
