/* What the law itself demands of a meeting, and whether a clause goes beyond it. */
#ifndef CR_RIGHTS_BASELINE_H
#define CR_RIGHTS_BASELINE_H

#include "engine/rights/judge.h"

typedef struct cr_beyond {
  cr_tristate beyond;  /* CR_UNSTATED: depends on a fact that is not stated */
  const char *unstated;/* which one, as a reason of a finding */
  const char *article; /* of the law compared with, or NULL */
} cr_beyond;

/* A majority clause at the judge's kind of meeting of the candidate. Beyond the law is a larger
 * share, "more than" where the law says "at least", or all shares where it says votes cast,
 * for at least one decision that the clause covers. What the law leaves to the statutes, or does
 * not know, any clause goes beyond. */
cr_beyond cr_majority_beyond_law(const cr_judge *judge, const cr_right *right, const fmpq_t q);

/* A quorum of fraction `f` that holds at the second call too, against the quorum that the law
 * keeps at its second call. */
cr_beyond cr_quorum_beyond_law(const cr_judge *judge, const cr_right *right, const fmpq_t f);

/* The rows of the law on any decision of the candidate at the judge's kind of meeting, from
 * `*row` on: the next one and its index, or NULL. Several only where the date of incorporation
 * is not stated. */
const cr_legal_majority *cr_legal_majority_next(int *row, const cr_judge *judge);

/* Whether nothing is known of the law on the candidate's form. */
bool cr_law_unknown(const cr_judge *judge);

#endif
