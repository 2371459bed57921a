/* What all optimal choices of weights have in common.
 *
 * With the values known, a row's optimal weights are those that give every
 * holder better than a critical value its upper end, every worse one its lower
 * end, and split what is left among the holders of the critical value in any
 * way. From this follow which bounds no completion attains, and which lower
 * bounds no completion comes near. */
#ifndef CR_HOLDINGS_CHOICES_H
#define CR_HOLDINGS_CHOICES_H

#include "engine/holdings/problem.h"
#include "engine/holdings/row.h"

typedef enum cr_level { CR_LEVEL_LOW, CR_LEVEL_FREE, CR_LEVEL_HIGH } cr_level;

/* The optimal weights of every row that is a company's. */
typedef struct cr_choices {
  const cr_system *system;
  uint8_t *level; /* per entry: at its lower end, free, at its upper end */
  fmpq *left;     /* per company: what the free entries share beyond their lower ends */
} cr_choices;

/* For given values of the holders. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_choices_of(cr_choices *out, const cr_system *system,
                                              bool upper, const cr_values *values,
                                              cr_arena *arena);

/* A question to the choices. A company is blocked when each of its optimal
 * choices touches an open end (if `strict`) or has weight on a blocked holder,
 * or when none of those left leads it on to a settled one. */
typedef struct cr_blocking {
  const cr_problem *problem;
  const cr_choices *choices;
  bool strict;
  const bool *settled; /* per node: needs to be led nowhere; NULL: nobody needs */
  bool *blocked;       /* per node: those blocked from the start; result. Of the candidate: as a
                          holder from the start, by its row in the result */
} cr_blocking;

CRIBLE_MUST_CHECK crible_status cr_blocking_run(cr_blocking *blocking, crible_context *context);

#endif
