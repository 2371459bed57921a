/* A box of answers: weights inside bands, seats settled or not. Boxes are split until what they
 * hold is decided. */
#ifndef CR_REQUESTS_ANSWER_BOX_H
#define CR_REQUESTS_ANSWER_BOX_H

#include "engine/requests/answer_space.h"

/* What a search looks through: one space for each view of the inquiry. */
typedef struct cr_answer_spaces {
  const cr_inquiry *inquiry;   /* of the views asked about */
  const bool *asked;           /* per item */
  cr_answer_space space[2];
  cr_request_items items;      /* the same, with the places of the spaces */
  bool bears[CR_PROPERTIES];   /* whose rows bear on the figure */
  bool plain;                  /* who stands behind remainders does not */
  bool whole;                  /* any split of a remainder is an answer; else none is looked at */
} cr_answer_spaces;

static inline cr_request_kind cr_kind_asked(const cr_answer_spaces *spaces, int item) {
  return spaces->items.items[item].kind;
}

/* Of a seat: inside, third, or either; of a remainder: who holds all of it, or several. */
enum { CR_BOX_INSIDE, CR_BOX_THIRD, CR_BOX_EITHER = -1, CR_BOX_SEVERAL = -2 };

typedef struct cr_answer_box {
  const cr_interval *weight[2][CR_PROPERTIES]; /* by view: per entry of its space */
  int *choice; /* per item: of a seat or remainder as above, CR_BOX_EITHER where not chosen */
  const cr_view *view[2]; /* with these bands and seats */
  int chosen;    /* choices made */
  fmpq *bound;   /* the least upper bound found inside */
} cr_answer_box;

CRIBLE_MUST_CHECK crible_status cr_answer_spaces_of(cr_answer_spaces *out,
    const cr_inquiry *inquiry, const bool *asked, cr_arena *arena);

/* The whole of the spaces; what is best whatever else is answered is chosen. */
CRIBLE_MUST_CHECK crible_status cr_answer_box_whole(cr_answer_box **out,
    const cr_answer_spaces *spaces, cr_arena *arena);

/* A box split in parts; 0: it is one single answer. */
typedef struct cr_box_split {
  int item, parts;            /* of a choice */
  int view; cr_property property; int entry; /* of a band: where there is no item */
  const fmpq *at;   /* the first part ends there; */
  bool with_second; /* the point itself belongs to the second part, else to the first */
} cr_box_split;

/* Part number `part`; NULL when no answers lie in it. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_answer_box_part(cr_answer_box **out,
    const cr_answer_spaces *spaces, const cr_answer_box *box, const cr_box_split *split, int part,
    cr_arena *arena);

#endif
