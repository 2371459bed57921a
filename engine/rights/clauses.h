/* Vetoes by arithmetic, and the seats of an organ. Each function is a
 * cr_judgement: of one right, under the judge's kind of meeting. */
#ifndef CR_RIGHTS_CLAUSES_H
#define CR_RIGHTS_CLAUSES_H

#include "engine/rights/electorate.h"

/* A majority at a general meeting, in a class's or in an organ. */
CRIBLE_MUST_CHECK crible_status cr_judge_majority(cr_right_finding *finding, const cr_judge *judge,
    const cr_right *right);
/* A quorum that needs a party, a class, or a fraction. */
CRIBLE_MUST_CHECK crible_status cr_judge_quorum(cr_right_finding *finding, const cr_judge *judge,
    const cr_right *right);
/* Whether a clause gives a veto by arithmetic alone: a majority, or a quorum that no named party
 * must make. */
bool cr_right_arithmetic(const cr_right *right);
/* Consent or opposition of the beneficiary; of a class or listed group by its internal majority. */
CRIBLE_MUST_CHECK crible_status cr_judge_consent(cr_right_finding *finding, const cr_judge *judge,
    const cr_right *right);
CRIBLE_MUST_CHECK crible_status cr_judge_class_consent(cr_right_finding *finding, const cr_judge *judge,
    const cr_right *right);
/* Seats appointed, or proposed with the votes to carry the proposal. An outsider's seats
 * count: the clause and the contract's section 7 ask for no holding. */
CRIBLE_MUST_CHECK crible_status cr_judge_appointment(cr_right_finding *finding, const cr_judge *judge,
    const cr_right *right);

/* Class or listed group as the right names it. `owned` is false for a class nobody owns. */
CRIBLE_MUST_CHECK crible_status cr_electorate_of_beneficiary(cr_electorate *out, bool *owned,
    const cr_judge *judge, const cr_right *right);

#endif
