/* Who stands directly above whom, by any fact: as a holder, a controller, an investor. */
#ifndef CR_REGISTERS_STEPS_H
#define CR_REGISTERS_STEPS_H

#include "engine/facts/facts.h"

/* Gives each pair with the period of its fact; a status but CRIBLE_OK of `visit` ends it and is
 * given back. */
CRIBLE_MUST_CHECK crible_status cr_facts_each_step(
    const cr_facts *facts,
    crible_status (*visit)(void *user, int below, int above, cr_period period), void *user);

#endif
