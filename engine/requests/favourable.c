#include "engine/requests/favourable.h"

#include <string.h>

#include "engine/requests/box_search.h"
#include "engine/requests/refuted.h"

/* Entries solved to find answers to one set: so many, and no more than a part of what is left. */
enum { SEARCHED = 30000, PARTS = 8 };

/* Without so many solutions of the view nothing is gained beyond the usual answers. */
enum { LEAST_SOLUTIONS = 20 };

static bool worth_a_search(const cr_inquiry *inquiry) {
  return *inquiry->left / LEAST_SOLUTIONS > inquiry->view[0]->edges[inquiry->property].count;
}

/* The worse of both meetings, all answers being the usual ones. */
static crible_status try_usual(fmpq *bound, const cr_inquiry *inquiry, const bool *asked,
                               const cr_kept_answers *kept) {
  crible_status status = CRIBLE_OK;
  fmpq_t here;
  fmpq_init(here);
  for (int i = 0; status == CRIBLE_OK && i < inquiry->view_count; i++) {
    const cr_answers answers = {&inquiry->items->places[i], asked, CR_AGAINST_NOBODY};
    status = cr_try_view(here, inquiry, inquiry->view[i], &answers, i == 0 ? kept : NULL);
    if (status == CRIBLE_OK && (i == 0 || fmpq_cmp(here, bound) > 0)) fmpq_set(bound, here);
  }
  fmpq_clear(here);
  return status;
}

/* The usual answers first; if they fail, whether any can do, and then all. */
static crible_status search(cr_finding *out, fmpq *bound, const cr_inquiry *inquiry,
                            const bool *asked, const cr_kept_answers *kept) {
  bool none = false;
  crible_status status = try_usual(bound, inquiry, asked, kept);
  const bool further = worth_a_search(inquiry) && fmpq_cmp(bound, inquiry->ceiling) > 0;
  if (status == CRIBLE_OK && further) status = cr_refuted(&none, inquiry, asked);
  if (status == CRIBLE_OK && further && !none && !cr_inquiry_spent(inquiry))
    status = cr_search_boxes(bound, &none, inquiry, asked, kept);
  *out = fmpq_cmp(bound, inquiry->ceiling) <= 0 ? CR_SUFFICE : none ? CR_FALL_SHORT : CR_NONE_FOUND;
  return status;
}

static crible_status search_within(cr_finding *out, const cr_inquiry *inquiry, const bool *asked,
                                   const cr_kept_answers *kept) {
  const bool limited = inquiry->left != NULL && *inquiry->left / PARTS < SEARCHED;
  const long given = limited ? *inquiry->left / PARTS + 1 : SEARCHED;
  long left = given;
  cr_inquiry limits = *inquiry;
  fmpq_t bound;
  fmpq_init(bound);
  limits.left = &left;
  crible_status status = search(out, bound, &limits, asked, kept);
  if (inquiry->left != NULL) *inquiry->left -= given - left;
  fmpq_clear(bound);
  return status;
}

crible_status cr_usual_bound(fmpq *bound, const cr_inquiry *inquiry, const bool *asked) {
  return try_usual(bound, inquiry, asked, NULL);
}

crible_status cr_find_favourable(cr_finding *out, const cr_inquiry *inquiry, const bool *asked) {
  return search_within(out, inquiry, asked, NULL);
}

crible_status cr_kept_view(cr_view **out, const cr_inquiry *inquiry, const bool *asked,
                           cr_arena *arena) {
  cr_view *view = NULL;
  cr_finding finding;
  const cr_kept_answers kept = {&view, arena};
  crible_status status = search_within(&finding, inquiry, asked, &kept);
  if (status == CRIBLE_OK) *out = view;
  return status;
}
