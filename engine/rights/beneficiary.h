/* Vetoes of the parties that a right names (contract, section 6, first
 * bullet), and of outsiders. */
#ifndef CR_RIGHTS_BENEFICIARY_H
#define CR_RIGHTS_BENEFICIARY_H

#include "engine/rights/judge.h"

/* The parties (of the facts) that a right names, the holder of a named lot among them; none when
 * the right is a class's, nobody's, or of a lot that does not exist on the date. */
void cr_named_parties(const int **out, int *count, const cr_judge *judge, const cr_right *right);

/* Whether third parties stand over one of the named parties, who holds what
 * notwithstanding: effect, reason and third entities of the finding. */
CRIBLE_MUST_CHECK crible_status cr_judge_named_third(cr_right_finding *finding,
    const cr_judge *judge, const cr_right *right);

/* As before, but a third party without any holding in the candidate does not count. */
CRIBLE_MUST_CHECK crible_status cr_judge_named_veto(cr_right_finding *finding,
    const cr_judge *judge, const cr_right *right);

/* Takes back what was found for third entities that hold nothing: a listed group of outsiders. */
CRIBLE_MUST_CHECK crible_status cr_leave_out_outsiders(cr_right_finding *finding,
    const cr_judge *judge, const cr_right *right);

/* Adds b's third entities to a's when their effects are equal, else keeps the graver finding. */
CRIBLE_MUST_CHECK crible_status cr_finding_join(cr_right_finding *a, const cr_right_finding *b,
                                                const cr_judge *judge);

#endif
