/* Whether the holdings of several entities trade off against each other (contract, section 4,
 * "Tight"): then the largest of their lower bounds is not reached by the largest holding. */
#ifndef CR_CONTROL_TRADEOFF_H
#define CR_CONTROL_TRADEOFF_H

#include "engine/control/ballot.h"

/* Whether some completion of the company's own votes is proven in which nobody of the
 * `count` surely third `entities` has more than `level`. False when not proven. */
CRIBLE_MUST_CHECK crible_status cr_tradeoff_free(bool *out, cr_ballot *ballot,
    const cr_entity_bounds *entities, int count, const fmpq_t level);

#endif
