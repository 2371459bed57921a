/* One relation "controls" while it is built and when it is done.
 *
 * The possible relation is dense: whoever may stand behind remainders may be anybody. So what the
 * undisclosed holder controls is kept once, as its own row, and holds for every actor but the
 * controlled party itself; the other rows only keep what they have beyond it.
 *
 * A side is what an actor votes with in one company: its own named lots and those of the parties
 * in its row, the undisclosed holder's row left aside. In the possible relation sides are kept
 * only as far as they are needed to build it; they are completed for a company whose shares are
 * asked for later. */
#ifndef CR_CONTROL_RELATION_H
#define CR_CONTROL_RELATION_H

#include "engine/control/control.h"
#include "engine/control/growth.h"
#include "engine/control/network.h"

typedef struct cr_relation_pair {
  cr_control_pair pair;  /* its controller is the actor's party */
  int actor;
  int next_in_row, next_in_column;
} cr_relation_pair;

typedef struct cr_side {
  int actor, company;
  int first, count;       /* lots: a chain in side_lots */
  int next_of_company;
  int next_waiting;       /* while built: sides of the actor that wait for relations to change */
  bool queued, waiting;
} cr_side;

typedef struct cr_side_lot {
  int entry, next;
} cr_side_lot;

typedef struct cr_relation {
  const cr_network *network;
  cr_arena *arena;
  cr_relation_pair *pairs; /* in order of derivation */
  int pair_count, pair_capacity;
  int *row;                /* per actor: its pairs, last first */
  int *column;             /* per party: the pairs that control it, last first, without the
                              undisclosed holder's */
  bool *anybody;           /* per party: the undisclosed holder controls it */
  cr_pair_map pair_of, side_of;
  cr_side *sides;
  int side_count, side_capacity;
  cr_side_lot *side_lots;
  int lot_count, lot_capacity;
  int *company_sides;      /* per party */
  bool *complete;          /* per party: its sides have been completed */
  fmpq **shares;           /* blocks of shares for the pairs */
  int share_count, share_block_capacity, share_blocks;
} cr_relation;

CRIBLE_MUST_CHECK crible_status cr_relation_init(cr_relation *relation, const cr_network *network,
                                                 cr_arena *arena);
/* No pair and no side left. */
void cr_relation_empty(cr_relation *relation);

bool cr_relation_has(const cr_relation *relation, int actor, int party);
/* Adds a pair that is not in it yet. `share` (may be NULL) is copied. */
CRIBLE_MUST_CHECK crible_status cr_relation_add(cr_relation *relation, int actor,
                                                const cr_control_pair *pair, const fmpq *share);
/* The side of an actor in a company, made when there is none. */
CRIBLE_MUST_CHECK crible_status cr_relation_side(int *side, cr_relation *relation, int actor,
                                                 int company);
/* CR_NONE when there is none. */
int cr_relation_find_side(const cr_relation *relation, int actor, int company);
CRIBLE_MUST_CHECK crible_status cr_relation_add_lot(cr_relation *relation, int side, int entry);

/* Gives the sides of a company every lot; the relation is done. */
CRIBLE_MUST_CHECK crible_status cr_relation_complete(cr_relation *relation, int company);

#endif
