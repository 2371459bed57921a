/* The three seats of a party on the date, and where they lie. */
#ifndef CR_GRAPH_SEATS_H
#define CR_GRAPH_SEATS_H

#include "engine/graph/notes.h"
#include "engine/graph/snapshot.h"

typedef enum cr_seat_place {
  CR_SEAT_UNSTATED,   /* not stated, or in a country that the reference data does not know */
  CR_SEAT_INSIDE,     /* in a member State */
  CR_SEAT_OUTSIDE,
  CR_SEAT_CONTRADICTED /* two facts name different countries */
} cr_seat_place;

typedef struct cr_seats {
  cr_seat_place place[CR_SEAT_KINDS];
  const char *country[CR_SEAT_KINDS]; /* NULL: not stated */
  cr_fact_ref fact[CR_SEAT_KINDS];    /* that states it: a seat, or the party of a public body */
} cr_seats;

/* The State of a public body counts as its registered office. Contradictions are remarked on. */
CRIBLE_MUST_CHECK crible_status cr_seats_find(cr_seats *out, const cr_snapshot *snapshot,
                                              int party, const cr_notes *notes);

/* "registered-office", "central-administration" or "principal-establishment". */
const char *cr_seat_kind_name(cr_seat_kind kind);

#endif
