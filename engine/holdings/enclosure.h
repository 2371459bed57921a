/* Proven bounds of single entities in machine numbers.
 *
 * Machine numbers err, so every value is an interval. Error of a row: let k be
 * its entries, e = 2^-52, which bounds the relative error of each operation and
 * of each weight, and m the largest value among its holders. The greedy choice goes by
 * the order of the values, which is exact; with partial sums T of the masses
 * given out its value is Σ T(j)·(x(j) - x(j+1)), and each T is off by at most (k + 3)·e.
 * Adding up errs by (2k + 6)·e·m. As masses sum to 1 the row is off by less than
 * (4k + 16)·e·m; where nothing is free, by less than that part of its value.
 *
 * A cyclic component is approximated, and the interval around the approximation proved: values
 * y ≥ F(y) are above the least solution (Park); values y with y < F(y) wherever y > 0
 * are below it, since under the weights that F chooses the largest y(i) - V(i),
 * were it positive, would exceed itself. Either holds for best and worst
 * weights alike. See Hartmanns, Kaminski, "Optimistic value iteration" (2020). */
#ifndef CR_HOLDINGS_ENCLOSURE_H
#define CR_HOLDINGS_ENCLOSURE_H

#include "engine/holdings/system.h"

typedef struct cr_enclosure cr_enclosure;

/* For all entities on one side. From above the values with nobody but the
 * undisclosed holder counting are the base that each entity adds to; from below it is
 * 0. So only what stands below an entity is computed for it. In `arena`.
 * Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_enclosure_new(cr_enclosure **out, const cr_system *system,
                                                 bool upper, cr_arena *arena);

/* below ≤ the entity's bound at the candidate ≤ above. */
void cr_enclosure_of(double *below, double *above, cr_enclosure *enclosure, int entity);

#endif
