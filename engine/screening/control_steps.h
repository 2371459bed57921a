/* Why one party controls another, step by step, for a reader. */
#ifndef CR_SCREENING_CONTROL_STEPS_H
#define CR_SCREENING_CONTROL_STEPS_H

#include "engine/control/control.h"

typedef struct cr_steps {
  cr_control_pair *pairs;
  size_t count, capacity;
  crible_context *context;
} cr_steps;

/* Appends what shows that `x` controls `y`, in the definite relation or, if
 * `possibly`, in the possible one: no pair by transitivity, each pair once, and
 * before a pair by votes those that say whose votes were added. Nothing is
 * appended when x does not control y. `steps->pairs` is a block of the context. */
CRIBLE_MUST_CHECK crible_status cr_steps_add(cr_steps *steps, const cr_control *control,
    const cr_view *view, int x, int y, bool possibly);

#endif
