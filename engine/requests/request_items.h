/* What is open in the facts and may be asked of the candidate (contract, section 9). */
#ifndef CR_REQUESTS_REQUEST_ITEMS_H
#define CR_REQUESTS_REQUEST_ITEMS_H

#include "engine/rights/rights.h"

typedef enum cr_request_kind {
  CR_ASK_HOLDERS, /* who holds the undisclosed remainder of `party` */
  CR_ASK_SHARE,   /* what `holder` holds of `party`, of which a band is known */
  CR_ASK_SEAT,    /* where `party` is seated */
  CR_ASK_RIGHT,   /* what a right says, whose it is, or whether its condition has come true */
  CR_ASK_ORGAN,   /* how many members an organ has */
  CR_ASK_RIGHTS,  /* that the rights listed are all */
  CR_ASK_ORGANS   /* that the organs listed are all */
} cr_request_kind;

typedef struct cr_request_item {
  cr_request_kind kind;
  int party, holder; /* fact parties (nodes of views made by hand), or CR_NONE */
  int fact;          /* a right's or organ's index in the facts, or CR_NONE */
} cr_request_item;

/* What is asked about in one view: the item, or CR_NONE. */
typedef struct cr_request_places {
  int *entry[CR_PROPERTIES]; /* per entry of the property's edges */
  int *seat;                 /* per party */
} cr_request_places;

typedef struct cr_request_items {
  cr_request_item *items;
  int count;
  cr_request_places places[2]; /* by view */
} cr_request_items;

/* Remainders, bands and seats in the views (one, or one for each kind of meeting), nearest to
 * the candidate first. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_request_items_of_views(cr_request_items *out,
    const cr_view *const *views, int view_count, cr_arena *arena);

/* Those of the views first, then completeness, and rights and organs of which something is not
 * stated. */
CRIBLE_MUST_CHECK crible_status cr_request_items_of_rights(cr_request_items *out,
    const cr_request_items *of_views, const cr_rights *rights, const cr_facts *facts,
    cr_arena *arena);

#endif
