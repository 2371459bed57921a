/* Holdings along chains of an exact graph, by plain Gaussian elimination over
 * rationals: the least solution of φ(c) = Σ w(h→c)·φ(h). */
#ifndef ORACLE_REFERENCE_CHAIN_H
#define ORACLE_REFERENCE_CHAIN_H

#include "tests/oracle/completion.h"

/* The candidate's value for one target node or EVERY_THIRD; closed groups
 * without a third member have the value `behind` (0 or 1). */
void reference_chain(fmpq_t out, const completion *c, int target, int behind);

/* The same for a set of nodes that count alike; never the candidate. */
void reference_chain_of(fmpq_t out, const completion *c, const bool *counts, int behind);

/* Whether some closed group exists. */
bool reference_has_closed_group(const completion *c);

#endif
