/* Who counts as third once control is known: the choices third-in-chain and
 * own-foreign-subsidiary, which take parties out, never in. */
#ifndef CR_CONTROL_COUNTED_H
#define CR_CONTROL_COUNTED_H

#include "engine/control/control.h"

typedef struct cr_counted {
  cr_third *third; /* per party */
  int *over;       /* per party: where it does not surely count any more, whose control says so: the
                      topmost in D, or CR_NONE where control is only possible */
} cr_counted;

/* `by_seats`, per party of the view, is what seats and managers say.
 *
 * Under third-in-chain = "ultimate" a party counts only if the topmost known controller of its
 * chain is third; who is controlled by nobody, or stands in a ring at the top, is judged by itself;
 * of several at the top (joint control), any third one will do. Who merely may stand
 * behind a remainder is not known. Under own-foreign-subsidiary = "not-third" a company that the
 * candidate controls does not count. It counts surely, or surely not, if that holds in every
 * relation between D and P. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_counted_thirds(cr_counted *out, const cr_third *by_seats,
    const cr_control *control, const cr_view *view, cr_arena *arena);

#endif
