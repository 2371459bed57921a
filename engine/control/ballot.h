/* Shares of the votes of one company, both relations being known. */
#ifndef CR_CONTROL_BALLOT_H
#define CR_CONTROL_BALLOT_H

#include "engine/control/poll.h"
#include "engine/control/solved.h"

/* Who is asked for: one node, or a set of nodes. */
typedef struct cr_voters {
  int one;         /* CR_NONE: a set */
  const bool *set; /* per node, pseudo-nodes included */
} cr_voters;

typedef struct cr_ballot {
  const cr_view *view;
  const cr_network *network;
  const cr_relation *definite, *possible;
  cr_arena *working;
  cr_poll poll;
  bool counts;        /* votes are cast in it */
  bool settled;       /* D = P on who is suppressed, and what is left out has no interval */
  int anybody_lots;   /* named lots of whom the undisclosed holder possibly controls */
  cr_share share;     /* the last one asked for */
  cr_tally own[2];
} cr_ballot;

CRIBLE_MUST_CHECK crible_status cr_ballot_open(cr_ballot *ballot, const cr_control *control,
                                               const cr_view *view, int company);
void cr_ballot_close(cr_ballot *ballot);

/* For whom of the voters a lot counts: a member that holds it, or controls its holder (the first
 * of several), in D or, upper, in P; CR_NONE when for none. */
int cr_ballot_owner(const cr_ballot *ballot, const cr_voters *voters, int entry, bool upper);

/* L or U of a party or of the undisclosed holder, into ballot->share. */
void cr_ballot_side(cr_ballot *ballot, int node, bool upper);
/* L or U of the lots of an unnamed group as a whole, U with the remainder if `remainder`. */
void cr_ballot_group(cr_ballot *ballot, int group, bool upper, bool lots, bool remainder);
/* L or U of a set together. */
void cr_ballot_together(cr_ballot *ballot, const bool *set, bool upper);
/* Whether D = P on every pair that makes the share of a party, or of a set. */
bool cr_ballot_side_settled(const cr_ballot *ballot, int node);
bool cr_ballot_set_settled(const cr_ballot *ballot, const bool *set);

/* Bounds of one node: of a group, of its largest member. */
CRIBLE_MUST_CHECK crible_status cr_ballot_bounds(cr_bound bound[2], cr_ballot *ballot, int node,
                                                 cr_arena *arena);
CRIBLE_MUST_CHECK crible_status cr_ballot_bounds_together(cr_bound bound[2], cr_ballot *ballot,
    const bool *definite, const bool *possible, cr_arena *arena);
CRIBLE_MUST_CHECK crible_status cr_bound_set(cr_bound *bound, const fmpq_t value, bool attained,
                                             bool tight, cr_arena *arena);

#endif
