/* Errors in the facts that leave a company without possible weights, told with the
 * places of the facts concerned. */
#ifndef CR_GRAPH_FAULTS_H
#define CR_GRAPH_FAULTS_H

#include "engine/facts/facts.h"

/* Reports an error at the last of the facts in the file; the others are told as related.
 * Returns CRIBLE_E_DATA, or CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_fault(const cr_facts *facts, const char *code,
                                         const char *message, const char *advice,
                                         const cr_fact_ref *concerned, int count);

/* "104.5": a fraction in percent, with as many decimals as it needs, four at most. NULL when
 * memory is short. */
const char *cr_percent(cr_arena *arena, const fmpq_t fraction);

#endif
