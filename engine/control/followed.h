/* The view along whose chains holdings are multiplied. */
#ifndef CR_CONTROL_FOLLOWED_H
#define CR_CONTROL_FOLLOWED_H

#include "engine/control/control.h"

/* `view`, for capital multiplied alone without concerts; else a copy of it with the same parties,
 * where the members of a concert count as it. For votes its rows
 * are shares of those that can be exercised, and a fund counts as its manager, who casts them. With
 * `greater`, all that a party controls counts as that party (contract, section 5, third method).
 * In `arena`; `view` must outlive it. */
CRIBLE_MUST_CHECK crible_status cr_followed_view(const cr_view **out, const cr_control *control,
    const cr_view *view, cr_property property, bool greater, cr_arena *arena);

#endif
