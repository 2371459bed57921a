/* Rows of votes as shares of those that can be exercised (contract, sections 4 and 5). */
#ifndef CR_CONTROL_EXERCISABLE_H
#define CR_CONTROL_EXERCISABLE_H

#include "engine/control/control.h"

/* Replaces the rows of votes of `out`, a copy of `view` whose arrays are not its own: treasury stock
 * and suspended votes are left out, those that D suppresses too, those of P possibly, and what a
 * voting cap cuts. Where no vote is surely exercisable, anybody may have any part. Sets out->relaxed
 * when a row above the candidate admits weights that no completion has. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_exercisable_rows(cr_view *out, const cr_control *control,
                                                    const cr_view *view, cr_arena *arena);

#endif
