/* How much room a criterion that is met leaves below its ceiling (contract, section 9). */
#ifndef CR_SCREENING_HEADROOM_H
#define CR_SCREENING_HEADROOM_H

#include "engine/control/control.h"

/* What one third entity may still acquire; one share more than is left, and the criterion is not
 * met. Shares are of what the figure counts: exercisable votes, say. */
typedef struct cr_room {
  fmpq *left;   /* ceiling less what is there, or may be */
  fmpq *bought; /* ordinary shares bought from holders of value 0: what is left, or all that they hold */
  fmpq *issued; /* newly issued shares, of the present number; NULL: any number */
} cr_room;

typedef struct cr_headroom {
  cr_room newcomer;  /* a new third entity, who may be an undisclosed holder already */
  bool has_largest;
  cr_room largest;   /* individual criteria: the third entity with the largest upper bound */
} cr_headroom;

/* The most that holders of value 0 hold in the candidate: those behind whom no third entity
 * may stand. The holdings are those of `view`; `control` too, looked at where the holdings were
 * not found by multiplication. */
CRIBLE_MUST_CHECK crible_status cr_headroom_held(fmpq *out, const cr_view *view,
    const cr_holdings *holdings, const cr_control *control, crible_context *context);

/* Whether the property of the candidate that changes hands, or is issued, changes nothing but who
 * holds it: nobody's control, no vote that can be exercised. What is left is then exact. */
bool cr_headroom_exact(const cr_view *view, const cr_control *control, cr_property property);

/* The most that one undisclosed holder may have, as the holdings say of it. */
CRIBLE_MUST_CHECK crible_status cr_headroom_undisclosed(fmpq *out, const cr_view *view,
    const cr_holdings *holdings, cr_arena *arena);

/* Of a criterion that is met, from its ceiling and upper bound; `undisclosed` is looked at where
 * each entity counts alone. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_headroom_below(cr_headroom **out, const fmpq *ceiling,
    const cr_bound *upper, bool together, const fmpq *undisclosed, const fmpq *held,
    cr_arena *arena);

#endif
