/* Every answer to what is asked, in one view: each party that may stand behind an undisclosed
 * remainder holds a band of its own in it, so that answers are weights and seats alone. */
#ifndef CR_REQUESTS_ANSWER_SPACE_H
#define CR_REQUESTS_ANSWER_SPACE_H

#include "engine/requests/inquiry.h"

/* Who stands behind a remainder: many of whom none has much, somebody new (the same in all
 * companies), or CR_HOLDS_KNOWN + a fact party. */
enum { CR_HOLDS_MANY, CR_HOLDS_NEW, CR_HOLDS_KNOWN };

typedef struct cr_answer_space {
  const cr_view *from;          /* the view asked about */
  cr_view *view;                /* its nodes are those of `from`, then somebody new */
  cr_request_places places;     /* of `view`: the items asked about, and the others */
  int *who[CR_PROPERTIES];      /* per entry: who is behind a remainder; CR_NONE: no part of one */
  int *origin[CR_PROPERTIES];   /* per entry: that of `from` */
  bool whole; /* what is asked about is just what others leave: any split of it is an answer */
} cr_answer_space;

/* Of view number `view` of the inquiry. Where `plain`, who stands behind a remainder does not
 * matter, and it is many. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_answer_space_of(cr_answer_space *out, const cr_inquiry *inquiry,
    int view, const bool *asked, bool plain, cr_arena *arena);

#endif
