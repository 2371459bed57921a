/* A view in which some of what is open has been answered. */
#ifndef CR_REQUESTS_ANSWERED_VIEW_H
#define CR_REQUESTS_ANSWERED_VIEW_H

#include "engine/requests/request_items.h"

/* Against whom answers are sought, besides a node. */
enum { CR_AGAINST_NOBODY = -1, CR_AGAINST_SOMEBODY_NEW = -2, CR_AGAINST_ALL = -3 };

typedef struct cr_answers {
  const cr_request_places *places; /* of the view */
  const bool *asked;     /* per item: open seats are answered inside the Union, remainders by many
                            holders none of whom has much, none of them third */
  int against; /* not CR_AGAINST_NOBODY: what is asked stays open, and of all else the worst is
                  supposed: a node of the view, or somebody new, stands behind the remainders;
                  CR_AGAINST_ALL: all seats are third too */
} cr_answers;

/* The item that is answered of an entry, or of a party's seat; CR_NONE without one. */
int cr_answered_entry(const cr_answers *answers, cr_property property, int entry);
int cr_answered_seat(const cr_answers *answers, int party);

/* `points` gives, per entry, the weight of an answered entry of that property; NULL: the
 * interval stays. The nodes of parties stay; new holders follow them. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_answered_view(cr_view **out, const cr_view *view,
    const cr_answers *answers, const fmpq *points[CR_PROPERTIES], cr_arena *arena);

/* What else a view made after another has of it. Where funds are seen through, they are nobody
 * themselves, whatever their manager's seat. */
CRIBLE_MUST_CHECK crible_status cr_keep_readings(cr_view *made, const cr_view *view,
                                                 cr_arena *arena);

#endif
