/* What to ask the candidate when the verdict is undetermined (contract, section 9). */
#ifndef CR_REQUESTS_REQUESTS_H
#define CR_REQUESTS_REQUESTS_H

#include "engine/requests/request_set.h"
#include "engine/screening/screening.h"

typedef struct cr_request {
  cr_request_item item;
  bool in_set[CR_CRITERIA];  /* of each criterion's own set */
  fmpq *adds[CR_CRITERIA];   /* what the upper bound has through it in the worst case, the rest of the
                                set being answered; NULL outside the set and without a figure */
  bool in_letter;            /* asked for, all criteria taken together */
  bool settles[CR_CRITERIA]; /* in the letter: alone, or with others of it */
} cr_request;

/* Those of the letter first, the most useful first. */
typedef struct cr_requests {
  cr_request *items;
  int count, letter_count;
  cr_request_set set[CR_CRITERIA];
} cr_requests;

/* Empty when the verdict is not undetermined. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_requests_find(cr_requests **out,
    const struct crible_screening *screening, cr_arena *arena);

/* The documents accepted for an item, as stable codes ending with NULL, the best first. */
const char *const *cr_request_evidence(const struct crible_screening *screening,
                                       const cr_request_item *item);

/* The id of the right or organ that an item is about, or NULL. */
const char *cr_request_subject(const cr_facts *facts, const cr_request_item *item);
const char *cr_request_kind_name(cr_request_kind kind); /* "holders" */

#endif
