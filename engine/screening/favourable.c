#include "engine/screening/favourable.h"

#include <string.h>

#include "engine/screening/answer_points.h"
#include "engine/screening/refuted.h"

enum { CHANGED_ONE_AT_A_TIME = 12, TRIES = 24 };

/* The worse of both meetings. `answer` is per item. */
static crible_status try_answers(fmpq *bound, const cr_inquiry *inquiry, const bool *asked,
                                 const uint8_t *answer, bool thorough,
                                 const cr_kept_answers *kept) {
  crible_status status = CRIBLE_OK;
  fmpq_t here;
  fmpq_init(here);
  for (int i = 0; status == CRIBLE_OK && i < inquiry->view_count; i++) {
    const cr_answers answers = {&inquiry->items->places[i], asked, answer, CR_AGAINST_NOBODY};
    status = cr_try_view(here, inquiry, inquiry->view[i], &answers, thorough, i == 0 ? kept : NULL);
    if (status == CRIBLE_OK && (i == 0 || fmpq_cmp(here, bound) > 0)) fmpq_set(bound, here);
  }
  fmpq_clear(here);
  return status;
}

/* Whether it may matter who answers an item. */
static bool may_answer_so(const cr_inquiry *inquiry, const cr_request_item *item, int answer) {
  if (item->kind == CR_ASK_HOLDERS) return !cr_inquiry_multiplied(inquiry);
  return item->kind == CR_ASK_SEAT && !inquiry->together && answer == CR_ANSWER_ONE;
}

typedef struct cr_answer_search {
  const cr_inquiry *inquiry;
  const bool *asked;
  uint8_t *best, *tried; /* answers, per item */
  fmpq *bound;
  const cr_kept_answers *kept;
  int tries;             /* left */
  crible_status status;
} cr_answer_search;

static bool at_end(const cr_answer_search *search) {
  return search->status != CRIBLE_OK || search->tries == 0 || fmpq_cmp(search->bound, search->inquiry->ceiling) <= 0;
}

/* Takes over the answers tried when they are better than the best. */
static void try_instead(cr_answer_search *search) {
  const cr_request_items *items = search->inquiry->items;
  fmpq_t bound;
  fmpq_init(bound);
  search->tries--;
  search->status = try_answers(bound, search->inquiry, search->asked, search->tried, true, search->kept);
  if (search->status == CRIBLE_OK && fmpq_cmp(bound, search->bound) < 0) {
    fmpq_set(search->bound, bound);
    memcpy(search->best, search->tried, (size_t)items->count);
  }
  fmpq_clear(bound);
}

/* All remainders, or all seats, answered the same way. */
static void try_alike(cr_answer_search *search, cr_request_kind kind, int answer) {
  const cr_request_items *items = search->inquiry->items;
  bool any = false;
  memset(search->tried, CR_ANSWER_USUAL, (size_t)items->count);
  for (int i = 0; i < items->count; i++) {
    if (!search->asked[i] || items->items[i].kind != kind ||
        !may_answer_so(search->inquiry, &items->items[i], answer))
      continue;
    search->tried[i] = (uint8_t)answer;
    any = true;
  }
  if (any && !at_end(search)) try_instead(search);
}

/* One item answered otherwise than in the best answers so far. */
static void try_one(cr_answer_search *search, int item, int answer) {
  const cr_request_items *items = search->inquiry->items;
  const int other = answer == CR_ANSWER_USUAL ? CR_ANSWER_ONE : answer;
  if (at_end(search) || search->best[item] == answer ||
      !may_answer_so(search->inquiry, &items->items[item], other))
    return;
  memcpy(search->tried, search->best, (size_t)items->count);
  search->tried[item] = (uint8_t)answer;
  try_instead(search);
}

static void try_others(cr_answer_search *search) {
  const cr_request_items *items = search->inquiry->items;
  int open = 0;
  for (int i = 0; i < items->count; i++)
    open += search->asked[i] && may_answer_so(search->inquiry, &items->items[i], CR_ANSWER_ONE);
  if (open == 0) return;
  for (int answer = CR_ANSWER_ONE; answer < CR_ANSWERS; answer++) {
    try_alike(search, CR_ASK_HOLDERS, answer);
    try_alike(search, CR_ASK_SEAT, answer);
  }
  for (int i = 0; i < items->count && open <= CHANGED_ONE_AT_A_TIME; i++)
    for (int answer = CR_ANSWER_USUAL; search->asked[i] && answer < CR_ANSWERS; answer++)
      try_one(search, i, answer);
}

static crible_status search_answers(fmpq *bound, const cr_inquiry *inquiry, const bool *asked,
                                    bool thorough, const cr_kept_answers *kept) {
  const size_t count = (size_t)inquiry->items->count;
  uint8_t *answer = cr_allocate_zero(inquiry->context, 2 * count + 1, sizeof *answer);
  if (answer == NULL) return CRIBLE_E_MEMORY;
  cr_answer_search search = {inquiry, asked, answer, answer + count, bound, kept, TRIES, CRIBLE_OK};
  search.status = try_answers(bound, inquiry, asked, answer, false, kept);
  bool refuted = false;
  if (thorough && !at_end(&search)) search.status = cr_refuted(&refuted, inquiry, asked);
  if (thorough && !refuted && !at_end(&search))
    search.status = try_answers(bound, inquiry, asked, answer, true, kept);
  if (thorough && !refuted && !at_end(&search)) try_others(&search);
  cr_release(inquiry->context, answer);
  return search.status;
}

crible_status cr_most_favourable(fmpq *bound, bool *kept, const cr_inquiry *inquiry,
                                 const bool *asked, bool thorough) {
  crible_status status = search_answers(bound, inquiry, asked, thorough, NULL);
  *kept = status == CRIBLE_OK && fmpq_cmp(bound, inquiry->ceiling) <= 0;
  return status;
}

crible_status cr_kept_view(cr_view **out, const cr_inquiry *inquiry, const bool *asked,
                           cr_arena *arena) {
  cr_view *view = NULL;
  const cr_kept_answers kept = {&view, arena};
  fmpq_t bound;
  fmpq_init(bound);
  crible_status status = search_answers(bound, inquiry, asked, true, &kept);
  fmpq_clear(bound);
  if (status == CRIBLE_OK) *out = view;
  return status;
}
