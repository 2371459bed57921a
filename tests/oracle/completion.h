/* Completions of a view: exact holdings chosen inside the intervals, holders
 * for each remainder, third or not for each unknown party.
 *
 * A completed graph is dense: weight[company * nodes + holder]. Its nodes are
 * the view's parties, then a third and a not-third newcomer who may stand
 * behind remainders, then the holder of value 0 that stands for treasury stock,
 * float and the remainder of third companies. */
#ifndef ORACLE_COMPLETION_H
#define ORACLE_COMPLETION_H

#include "engine/graph/view.h"
#include "tests/oracle/random.h"

typedef struct completion {
  int nodes, parties;
  int candidate;
  bool re_entry;    /* the candidate met again is looked through */
  bool *third;      /* per node */
  bool *company;    /* per node: has holders */
  fmpq *weight;     /* nodes × nodes */
  bool *remainder;  /* per company: somebody was put behind an undisclosed remainder of it */
  fmpq *treasury;   /* per company: part that is not exercisable (votes) */
} completion;

#define EVERY_THIRD (-1)

static inline int newcomer_third(const completion *c) { return c->parties; }
static inline int newcomer_inside(const completion *c) { return c->parties + 1; }
static inline int nobody(const completion *c) { return c->parties + 2; }

static inline fmpq *completion_weight(const completion *c, int company, int holder) {
  return c->weight + company * c->nodes + holder;
}

/* Draws one; `weights` (may be NULL: drawn) fixes the weight of each entry. */
completion *random_completion(dice *d, const cr_view *view, cr_property property,
                              const fmpq *weights, cr_arena *arena);

/* The completion that is best (or worst) for `target` among those with these
 * weights: remainders to it (to somebody inside), unknown parties in its favour, but for
 * unknown companies: bit i of `third_companies` says whether the i-th is third.
 * `target` is a node of the view, the undisclosed one included, or EVERY_THIRD. */
completion *extreme_completion(const cr_view *view, cr_property property, const fmpq *weights,
                               int target, bool upper, int third_companies, cr_arena *arena);

/* Draws weights for the entries of one company that respect every end. */
void random_row(dice *d, const cr_edges *edges, int company, fmpq *weights);

#endif
