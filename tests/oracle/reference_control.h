/* The relations D and P of the contract's section 5, read word by word and
 * computed without any cleverness: every rule tried on every pair until nothing
 * changes. Voting caps are not in it. */
#ifndef ORACLE_REFERENCE_CONTROL_H
#define ORACLE_REFERENCE_CONTROL_H

#include "engine/graph/view.h"

enum { REFERENCE_ACTORS = 64 };

/* Actors: the parties, one undisclosed holder, then each fund manager once
 * more, without the funds it manages. */
typedef struct reference_control {
  const cr_view *view;
  int parties, actors;
  int self[REFERENCE_ACTORS];       /* the node whose lots an actor holds */
  int row[REFERENCE_ACTORS];        /* per party: the actor its own controllers are credited with */
  bool relation[2][REFERENCE_ACTORS][REFERENCE_ACTORS]; /* [0] D, [1] P */
  int rounds;
} reference_control;

typedef struct reference_end {
  fmpq value;
  bool open;
} reference_end;

void reference_control_solve(reference_control *out, const cr_view *view);
static inline int reference_undisclosed(const reference_control *r) { return r->parties; }

/* L (upper false) or U of the votes of an actor, or of a set of parties (actor −1),
 * in company y. The caller clears out->value. */
void reference_votes(reference_end *out, const reference_control *r, int actor, const bool *set,
                     int y, bool upper);

/* The same of the capital of y: of what the actor, or any of the set, has and all that it controls.
 * Nothing is suppressed there. */
void reference_capital(reference_end *out, const reference_control *r, int actor, const bool *set,
                       int y, bool upper);

#endif
