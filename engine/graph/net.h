/* Capital without treasury stock (choice capital-base). */
#ifndef CR_GRAPH_NET_H
#define CR_GRAPH_NET_H

#include "engine/graph/row.h"

/* Makes the holdings of a row, which fits, shares of what the company does not hold itself. Exact
 * where the treasury stock is; where it is a band, each holding becomes the least band that has
 * all its shares. *nothing: the company holds itself wholly, and the row is as it was. */
CRIBLE_MUST_CHECK crible_status cr_row_make_net(bool *nothing, cr_row *row);

#endif
