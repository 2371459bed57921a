/* The votes of one company, by what may become of them as two relations stand.
 *
 * A lot is suppressed if its holder is definitely controlled by the company, doubtful
 * if only possibly so, kept otherwise. Idle lots are never exercised. */
#ifndef CR_CONTROL_POLL_H
#define CR_CONTROL_POLL_H

#include "engine/control/relation.h"
#include "engine/control/share.h"

typedef enum cr_fate { CR_KEPT, CR_DOUBTFUL, CR_SUPPRESSED } cr_fate;

/* Working memory for a company whose voting caps matter: one place per lot of the
 * row, and one per actor. */
typedef struct cr_caps_work {
  bool *own;          /* lots of the side under examination */
  int *own_cluster, *cluster;
  bool *done;
  int *joined;        /* per actor: union-find */
  int *weight;        /* per actor */
  int party;          /* the one holder asked for, when a party */
  bool cuts;          /* some share computed since it was set to false may have been cut */
} cr_caps_work;

typedef struct cr_poll {
  const cr_network *network;
  const cr_relation *definite, *possible;
  int company;
  uint8_t *fate;        /* per lot of the company's row: cr_fate */
  cr_tally kept, doubtful, suppressed, idle;
  cr_tally anybody[2];  /* kept, doubtful: what anybody may have, the remainder and the lots of
                           whom the undisclosed holder possibly controls */
  cr_tally strangers;   /* remainders that are no actor's, all kept */
  bool no_vote;         /* no vote is surely exercisable: L = 0, U = 1 */
  bool whole;           /* every lot is kept: shares are of all votes */
  cr_caps_work *caps;   /* NULL when no cap applies */
} cr_poll;

/* Takes memory from the arena; cr_poll_clear before the arena is freed. */
CRIBLE_MUST_CHECK crible_status cr_poll_init(cr_poll *poll, const cr_network *network, int company,
                                             cr_arena *arena);
void cr_poll_clear(cr_poll *poll);

/* Looks at every lot anew, as both relations stand. */
void cr_poll_count(cr_poll *poll, const cr_relation *definite, const cr_relation *possible);
/* One lot's holder is now controlled by the company; `fate` is the worse one. */
void cr_poll_worsen(cr_poll *poll, int entry, cr_fate fate);
/* One lot's holder is now possibly controlled by the undisclosed holder. */
void cr_poll_open_to_anybody(cr_poll *poll, int entry);

/* What is counted for somebody: [0] of the kept lots, [1] of the doubtful ones. */
void cr_poll_lower(cr_share *out, const cr_poll *poll, const cr_tally own[2]);
void cr_poll_upper(cr_share *out, const cr_poll *poll, const cr_tally own[2]);

/* The own lots of a side of `relation` (CR_NONE: no lots beyond anybody's). */
void cr_poll_own(cr_tally own[2], const cr_poll *poll, const cr_relation *relation, int side);
/* L and U of a side, voting caps included. For a company with exercisable votes. */
void cr_poll_side_lower(cr_share *out, const cr_poll *poll, int side);
void cr_poll_side_upper(cr_share *out, const cr_poll *poll, int side);

/* U of whoever may be a rival: strangers may be behind the side, or be it (CR_NONE). */
void cr_poll_rival_upper(cr_share *out, const cr_poll *poll, int side);

static inline cr_fate cr_poll_fate(const cr_poll *poll, int entry) {
  return (cr_fate)poll->fate[entry - poll->network->votes->first[poll->company]];
}

#endif
