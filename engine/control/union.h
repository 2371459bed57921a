/* Third parties together, as the collective figures see them. */
#ifndef CR_CONTROL_UNION_H
#define CR_CONTROL_UNION_H

#include "engine/control/control.h"

/* Per node, pseudo-nodes included: who is surely (a subset), who possibly in it. */
typedef struct cr_third_union {
  bool *definite, *possible;
} cr_third_union;

/* Of the property that `control` takes lots of: third parties and, for votes under
 * collective-control = "together", companies in which they have, with what any of them controls
 * and what they hold so already, more than half of the votes. The union is then one more x of
 * the contract's section 5, rule (i), for the collective figures alone: it presumes nothing, and
 * nobody else's control changes for it. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_third_union_of(cr_third_union *out, const cr_control *control,
                                                  const cr_view *view, cr_arena *arena);

/* Whether the union has a party only because third parties hold it together. */
static inline bool cr_held_together(const bool *set, const cr_view *view, int node) {
  return set[node] && node < view->parties && view->third[node] == CR_NOT_THIRD;
}

#endif
