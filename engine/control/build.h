/* Building one relation: the least one closed under the contract's rules (i) to (iv), the other
 * being fixed. Every rule only ever adds while it is built, so a worklist
 * finds the same relation in any order. */
#ifndef CR_CONTROL_BUILD_H
#define CR_CONTROL_BUILD_H

#include "engine/control/poll.h"

/* Someone whose share in a company may stand in the way of a presumption. */
typedef struct cr_rival_link {
  int side;          /* of the fixed relation */
  int next;          /* of the company */
  int next_of_rival; /* of the same party, in any company */
} cr_rival_link;

/* Where a rival keeps the undisclosed holder from being presumed in P, those related to the
 * rival may be presumed without any lot; until one is found who is related to everybody. */
typedef enum cr_contest { CR_UNCONTESTED, CR_CONTESTED, CR_ANSWERED } cr_contest;

typedef struct cr_queue {
  int *sides;
  int first, end, capacity;
} cr_queue;

typedef struct cr_build {
  const cr_network *network;
  const cr_control_rules *rules;
  bool presumes, ties_allowed; /* the reading of L.233-3 II */
  const fmpq *lowest;       /* at or below this share no rule applies */
  cr_relation *definite, *possible;
  cr_relation *built;       /* one of them */
  const cr_relation *fixed; /* the other */
  bool upper;               /* P is built, by U */
  int round;
  int propagated;           /* pairs whose consequences are drawn */
  cr_poll *polls;           /* per party */
  int poll_count;           /* with tallies to be cleared */
  cr_arena *arena;          /* of the working memory */
  cr_queue queue;           /* sides to be weighed */
  cr_queue undisclosed;     /* those of the undisclosed holder, weighed first: what holds for
                               anybody need not be found for each */
  int *waiting;             /* per actor: its sides that a rival keeps from being presumed */
  int *waiting_of[2];       /* while D is built, while P is */
  int *rivals;              /* per party: the first of rival_links, if known */
  bool *rivals_known;       /* per party */
  cr_rival_link *rival_links;
  int rival_count, rival_capacity;
  int *rivalries;           /* per party, and the undisclosed holder: where it is listed */
  uint8_t *contested;       /* per party: cr_contest */
  int *contests;            /* companies that are, or were, contested */
  int contest_count;
  int blocker;              /* the actor last found in the way */
  cr_share share, other;    /* under comparison */
  cr_tally own[2];
} cr_build;

CRIBLE_MUST_CHECK crible_status cr_build_init(cr_build *build, const cr_network *network,
                                              const cr_control_rules *rules, cr_arena *arena);
void cr_build_clear(cr_build *build);

/* Builds P from D. */
CRIBLE_MUST_CHECK crible_status cr_build_possible(cr_build *build, cr_relation *definite,
                                                  cr_relation *possible, int round);
/* Goes on building D: what it has is part of the least relation against the smaller P. `before` is
 * P of the round before, or NULL in the first. */
CRIBLE_MUST_CHECK crible_status cr_build_definite(cr_build *build, cr_relation *definite,
    cr_relation *possible, const cr_relation *before, int round);

/* The steps, used among the files that build. */

/* Adds a pair unless it is there, and what follows by transitivity; the polls follow at once. */
CRIBLE_MUST_CHECK crible_status cr_build_add(cr_build *build, int actor, cr_control_pair pair,
                                             const fmpq *share);
/* Draws the consequences of a pair for votes and rivals. */
CRIBLE_MUST_CHECK crible_status cr_build_propagate(cr_build *build, int pair);
/* Adds the pair of a side if its votes suffice. */
CRIBLE_MUST_CHECK crible_status cr_build_weigh(cr_build *build, int side);

CRIBLE_MUST_CHECK crible_status cr_build_queue(cr_build *build, int side);
/* The company's votes changed: every side of it. */
CRIBLE_MUST_CHECK crible_status cr_build_queue_company(cr_build *build, int company);
/* Weighs an actor in a company, even without any lot. */
CRIBLE_MUST_CHECK crible_status cr_build_touch(cr_build *build, int actor, int company);

/* Whether nobody stands in the way of the presumption of a side whose share is build->share. */
CRIBLE_MUST_CHECK crible_status cr_build_unrivalled(bool *out, cr_build *build, int side);
/* Keeps a side until relations change. */
CRIBLE_MUST_CHECK crible_status cr_build_wait(cr_build *build, int side);
/* A new pair (actor, party) may free somebody from a rival. */
CRIBLE_MUST_CHECK crible_status cr_build_related(cr_build *build, int actor, int party);

#endif
