/* Whom each party controls, for the chains that count the controlled as their controller. */
#ifndef CR_CONTROL_DEPENDENTS_H
#define CR_CONTROL_DEPENDENTS_H

#include "engine/control/control.h"

/* All that D, or (upper) P, says, but for the candidate, who is followed through its holders
 * whoever controls it. `seen` is the view as the property sees it; `together` says who, per node,
 * counts for third parties together without being third. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_dependents_of(const cr_dependents **out,
    const cr_control *control, const cr_view *seen, const bool *together, bool upper,
    cr_arena *arena);

/* Only funds and the like, of who manages them, and members of concerts, with those funds. */
CRIBLE_MUST_CHECK crible_status cr_dependents_managed(const cr_dependents **out,
    const cr_view *seen, const bool *together, bool upper, cr_arena *arena);

/* Only members of concerts, of these. */
CRIBLE_MUST_CHECK crible_status cr_dependents_in_concert(const cr_dependents **out,
    const cr_view *seen, bool upper, cr_arena *arena);

/* Whether the two sides are the same for the parties above the candidate in the property. */
CRIBLE_MUST_CHECK crible_status cr_dependents_settled(bool *out, const cr_view *view,
    cr_property property, crible_context *context);

#endif
