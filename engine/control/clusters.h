/* Which capped lots of a company are cut together. */
#ifndef CR_CONTROL_CLUSTERS_H
#define CR_CONTROL_CLUSTERS_H

#include "engine/control/poll.h"

/* Writes, per lot of the row, a number shared by lots that are surely cut together: each lot
 * goes to the one definite controller that has most of them. CR_NONE where no cap cuts. */
void cr_clusters_sure(int *cluster, const cr_poll *poll);
/* The same for lots that may be cut together, directly or through a third. `party` (may be
 * CR_NONE) takes part without holding; its number is returned. */
int cr_clusters_possible(int *cluster, const cr_poll *poll, int party);

#endif
