/* Holdings along chains by multiplication: exact bounds over completions
 * (contract, sections 3 and 4). An interval Markov chain walked from the
 * candidate to its holders: Sen, Viswanathan, Agha, "Model-checking Markov
 * chains in the presence of uncertainty" (2006); Haddad, Monmege, "Interval
 * iteration algorithm for MDPs and IMDPs" (2018). */
#ifndef CR_HOLDINGS_HOLDINGS_H
#define CR_HOLDINGS_HOLDINGS_H

#include "engine/graph/condensation.h"
#include "engine/graph/view.h"

/* One side of a bound, a fraction of 1. */
typedef struct cr_bound {
  bool exact;          /* value is set; else below ≤ bound ≤ above is all that is known, on one
                          side of every threshold */
  fmpq *value;         /* NULL when not exact */
  double below, above; /* proven enclosure, both equal or next to the exact value when exact */
  bool attained;       /* by some completion; said of exact bounds only */
  bool tight;          /* the infimum or supremum over completions, not only sound; false of a
                          lower enclosure when nobody looked */
} cr_bound;

/* Everything known of one vector of bounds: the least solution of
 * φ(c) = Σ w(h→c)·φ(h) under the best (upper) or worst (lower) weights.
 *
 * The candidate stands twice. As a holder met again its value is 0 (1 in an
 * upper bound when it belongs to a closed group), unless the view looks through
 * it there; everything given for it here is that of its own row, the question.
 *
 * An unnamed group as target stands for its largest member: its own value is 1/n
 * (0, not attained, when n is not known) from below, 1 (not attained unless n = 1)
 * from above. A target that may be not third has 0 from below. */
typedef struct cr_vector {
  bool upper;
  int target;     /* CR_TARGET_ALL, a node (CR_UNDISCLOSED + parties for the undisclosed
                     holder), or a group standing for its largest member */
  fmpq *value;    /* per node, pseudo-nodes included, exact */
  bool *attained; /* per node */
  bool *fixed;    /* per party: upper: member of a closed group (S); lower: of the avoidance
                     set (Z) */
  fmpq *weight;   /* per entry of the property's edges: the optimal weights chosen */
  int *rank;      /* per party: proof of completeness (upper) or of progress (lower), contract
                     section 10; 0 where that section says rank 0 */
  bool tight;
} cr_vector;

#define CR_TARGET_ALL (-1)

typedef struct cr_entity_bounds {
  int entity;       /* a party (group: its largest member), or the undisclosed pseudo-node */
  cr_bound lower, upper;
} cr_entity_bounds;

typedef struct cr_holdings {
  cr_property property;
  cr_condensation *condensation;
  cr_vector collective[2];      /* [0] lower, [1] upper, exact */
  cr_bound collective_bound[2]; /* at the candidate */
  cr_entity_bounds *entities;   /* every node that may be third and whose upper bound is above 0, in
                                   node order, undisclosed last */
  int entity_count;
  cr_bound individual[2];       /* the criterion: largest of the entities; exact */
  int individual_holder[2];     /* node at that bound: among equals the topmost in the chain, then
                                   node order, undisclosed last; CR_NONE when the bound is 0 */
  cr_vector individual_vector[2]; /* of those holders; value NULL when CR_NONE */
  int *closed_group;            /* per party: number of its closed group, from 0, or CR_NONE */
  int closed_group_count;
} cr_holdings;

/* Bounds at the view's candidate, for one property, every possibly third
 * entity and all together. The view's weights are taken as they are: votes that are not
 * exercisable were taken out before. `thresholds` (fractions, `threshold_count` of them)
 * are those that an enclosure may not contain. All in `arena`.
 * Errors: CRIBLE_E_MEMORY; CRIBLE_E_INTERNAL for a view that breaks its invariants. */
CRIBLE_MUST_CHECK crible_status cr_holdings_solve(cr_holdings **out, const cr_view *view,
    cr_property property, const fmpq *thresholds, int threshold_count, cr_arena *arena);

/* One exact vector (with rank, weights, attained) for one target. */
CRIBLE_MUST_CHECK crible_status cr_holdings_vector(cr_vector *out, const cr_view *view,
    const cr_condensation *condensation, cr_property property, int target, bool upper,
    cr_arena *arena);

#endif
