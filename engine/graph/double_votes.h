/* Double votes of shares registered long enough in one name (C. com., art. L.225-123). */
#ifndef CR_GRAPH_DOUBLE_VOTES_H
#define CR_GRAPH_DOUBLE_VOTES_H

#include "engine/graph/notes.h"
#include "engine/graph/snapshot.h"

/* Years after which a share of the class has twice its votes; 0: never. Where the
 * statutes are silent: two years in an SA on a regulated market. */
int cr_double_vote_years(const cr_snapshot *snapshot, int share_class);

/* Whether a lot of such a class has them. When it is not known since when it is registered it
 * has not, which is remarked on. */
CRIBLE_MUST_CHECK crible_status cr_double_vote(bool *twice, const cr_snapshot *snapshot, int lot,
                                               int years, const cr_notes *notes);

#endif
