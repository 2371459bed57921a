/* Who is third over a party: the party itself or who controls it. A right of
 * a company that a third party controls is the third party's. */
#ifndef CR_RIGHTS_THIRDS_H
#define CR_RIGHTS_THIRDS_H

#include "engine/rights/judge.h"

/* Whether `node` is `e` or controlled by it: surely (by D) or possibly (by P, or because anybody
 * may control it). */
bool cr_stands_over(const cr_judge *judge, int e, int node, bool surely);

/* Whether some third party stands over `node`: with `surely`, a surely third one, surely. */
bool cr_third_over(const cr_judge *judge, int node, bool surely);

/* The same of third parties together, where they also hold what a company holds of whose votes they
 * have most together. */
bool cr_third_union_over(const cr_judge *judge, int node, bool surely);

/* Whether a right of `node` is a third party's: its own or, unless the reading leaves rights to
 * their holders only, that of a company it controls. Votes are counted by cr_third_over in every reading. */
bool cr_third_has_right(const cr_judge *judge, int node, bool surely);

/* Those who do, topmost first and `node` itself, when third, last. Who only may be the
 * undisclosed holder that possibly controls `node` is told by that pseudo-node. */
CRIBLE_MUST_CHECK crible_status cr_thirds_over(int **out, int *count, const cr_judge *judge,
                                               int node, bool surely);

/* Orders nodes so that who definitely controls another stands before it, ties and rings by node. */
void cr_topmost_first(int *nodes, int count, const cr_judge *judge);

#endif
