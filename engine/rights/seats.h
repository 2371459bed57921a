/* How many seats of an organ third parties appoint (contract, section 7). */
#ifndef CR_RIGHTS_SEATS_H
#define CR_RIGHTS_SEATS_H

#include "engine/rights/judge.h"

/* Seats of an organ, n: least and most; a most of CR_NONE is not known. */
void cr_organ_size(const cr_organ *organ, int size[2]);
/* More than half of n seats. */
static inline int cr_seats_majority(int size) { return size / 2 + 1; }

/* Seats that third parties appoint, k: least and most, beside "the majority
 * of the members", surely and possibly. */
typedef struct cr_seats {
  int64_t least, most;
  bool majority[2]; /* [0] possibly, [1] surely */
} cr_seats;

/* Of all third parties, or of one node (its own, and those it is listed for in appointments
 * that are not "together"). Appointments must have been judged. */
cr_seats cr_seats_of(const cr_judge *judge, int organ, int who);
/* k for n seats: [0] least, [1] most. */
void cr_seats_in(const cr_seats *seats, int size, int k[2]);

/* Whether k seats of n get over the fraction `needed` of n, strictly or not, for every
 * size that the organ may have, for some, or for none. */
cr_effect cr_seats_exceed(const cr_seats *seats, const int size[2], const fmpq_t needed,
                          bool strictly);

cr_organ_finding cr_judge_organ(const cr_judge *judge, int organ, bool rights_complete);

#endif
