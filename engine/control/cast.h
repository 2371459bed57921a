/* What each lot of a company casts, after voting caps.
 *
 * A cap is a fraction of all votes before any cut, the most that one holder casts with its capped
 * lots, companies it controls included. How holders that are cut together share the cut is not
 * said: each casts what the cap leaves beside the others at most, and at least. The lots of
 * one holder are told as one, at the first of them. */
#ifndef CR_CONTROL_CAST_H
#define CR_CONTROL_CAST_H

#include "engine/control/poll.h"

typedef struct cr_cast {
  bool cuts;           /* some lot may be cut; else the rest is not set */
  int count;           /* lots of the row */
  cr_interval *unit;   /* per lot: what its holder has under the same cap */
  cr_interval *weight; /* per lot: what is cast of it */
} cr_cast;

/* Memory from the arena; cr_cast_clear before it is freed. The poll has been counted. */
CRIBLE_MUST_CHECK crible_status cr_cast_of(cr_cast *out, const cr_poll *poll, cr_arena *arena);
void cr_cast_clear(cr_cast *cast);

/* The lot's share of all votes cast, at least or (upper) at most. False: it casts nothing, [0, 0] on
 * that side. */
bool cr_cast_share(cr_share *out, const cr_cast *cast, const cr_poll *poll, int entry, bool upper);

#endif
