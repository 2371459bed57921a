/* A view prepared for the control relations: who acts, and what each holds.
 *
 * Actors 0 … parties-1 are the parties (an unnamed group never acts), the next one is an
 * undisclosed holder (the same number as its pseudo-node), then comes each fund manager once
 * more, as it is without the funds it manages: that is the row that whoever controls the
 * manager is credited with. */
#ifndef CR_CONTROL_NETWORK_H
#define CR_CONTROL_NETWORK_H

#include "engine/graph/view.h"

/* What a lot of votes can be in the figures of its company. */
typedef enum cr_lot_kind {
  CR_LOT_NAMED,       /* of a party that can act */
  CR_LOT_UNDISCLOSED, /* a remainder: anybody's */
  CR_LOT_STRANGERS,   /* a remainder of others than the parties, none third: counts, for no actor,
                         but any part of it may be a rival's */
  CR_LOT_NEUTRAL,     /* of a group, the float, nobody: counts, for no actor */
  CR_LOT_IDLE         /* treasury, suspended: not exercisable */
} cr_lot_kind;

typedef struct cr_network {
  const cr_view *view;
  cr_property property;
  const cr_edges *votes; /* or lots of capital, which are counted like theoretical votes */
  int undisclosed;  /* the actor */
  int actors;
  int *party;       /* per actor: the node whose lots it holds */
  int *credited;    /* per party: the actor whose row is credited to those who control it */
  int *company;     /* per entry of the votes */
  uint8_t *kind;    /* per entry: cr_lot_kind */
  int *held_first;  /* per party, and one more: its named lots are held[held_first[p]] … */
  int *held;        /* entries, ascending */
  bool *capped;     /* per company: a voting cap applies to some lot */
  bool any_cap;
  bool theoretical; /* votes are counted as theoretical votes everywhere */
} cr_network;

CRIBLE_MUST_CHECK crible_status cr_network_of(cr_network **out, const cr_view *view,
                                              cr_property property, bool theoretical,
                                              cr_arena *arena);

/* Whether all theoretical votes of a company count: nothing is suppressed, suspended or cut. So it
 * is where votes are known by declaration (contract, section 2, "Listed"). */
static inline bool cr_network_theoretical(const cr_network *network, int company) {
  return network->theoretical || network->view->declared[company];
}

/* Whether votes are cast in a party: it has holders. */
static inline bool cr_network_company(const cr_network *network, int party) {
  return network->votes->first[party] < network->votes->first[party + 1];
}

#endif
