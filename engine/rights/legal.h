/* Majorities that the law itself demands of the candidate's meetings, judged like clauses: under
 * the option "legal-too" of the choice arithmetic-veto any blocking minority is a veto. */
#ifndef CR_RIGHTS_LEGAL_H
#define CR_RIGHTS_LEGAL_H

#include "engine/rights/judge.h"

/* The finding on the judge's kind of meeting; `*found` is false where the law leaves the majority
 * to the statutes, or asks for a simple one only.
 *
 * The law's rules for one decision alone (nationality, C. com., art. L.225-97; the clauses of
 * art. L.227-19) are not among them: their unanimity protects every holder of a single share, which
 * is no minority that blocks. Nor are its quorums: they are never above the majority, so who could
 * prevent the quorum blocks the majority too. */
CRIBLE_MUST_CHECK crible_status cr_judge_legal_majority(cr_right_finding *finding, bool *found,
                                                        const cr_judge *judge);

#endif
