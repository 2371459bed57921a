#include "engine/requests/favourable.h"

#include <string.h>

#include "engine/requests/answer_points.h"
#include "engine/requests/refuted.h"

enum {
  CHANGED_ONE_AT_A_TIME = 12, /* items of which each is answered otherwise */
  COMBINED = 6,               /* items of which all answers are combined */
  KNOWN_PARTIES = 24,         /* in views of so many parties each may stand behind a remainder */
  SEARCHED = 60000            /* entries solved to find answers to one set */
};

/* The worse of both meetings. `answer` is per item. */
static crible_status try_answers(fmpq *bound, const cr_inquiry *inquiry, const bool *asked,
                                 const int *answer, bool thorough,
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

typedef struct cr_answer_search {
  cr_inquiry inquiry;
  long left;             /* entries still to be solved */
  const bool *asked;
  int *best, *tried;     /* answers, per item */
  int *open, open_count; /* items asked of which it may matter who answers */
  int *company;          /* of these: the node asked about, or CR_NONE */
  fmpq *bound;
  const cr_kept_answers *kept;
  crible_status status;
} cr_answer_search;

static bool at_end(const cr_answer_search *search) {
  return search->status != CRIBLE_OK || search->left <= 0 ||
         fmpq_cmp(search->bound, search->inquiry.ceiling) <= 0;
}

static bool may_matter(const cr_inquiry *inquiry, const cr_request_item *item) {
  if (item->kind == CR_ASK_HOLDERS) return !cr_inquiry_multiplied(inquiry);
  return item->kind == CR_ASK_SEAT && !(inquiry->together && cr_inquiry_multiplied(inquiry));
}

static int answers(const cr_answer_search *search, int item) {
  const bool holders = search->inquiry.items->items[item].kind == CR_ASK_HOLDERS;
  return holders ? CR_ANSWER_KNOWN + search->inquiry.view[0]->parties : CR_ANSWER_KNOWN;
}

/* An item's answer of that number: any party of a small view may stand behind a remainder, in a
 * large one the candidate, or who holds the rest of the company. */
static bool choose(cr_answer_search *search, int item, int number) {
  const cr_view *view = search->inquiry.view[0];
  const cr_request_item *what = &search->inquiry.items->items[item];
  search->tried[item] = number;
  if (number < CR_ANSWER_KNOWN) return true;
  const int node = number - CR_ANSWER_KNOWN, company = search->company[item];
  search->tried[item] = CR_ANSWER_KNOWN + view->party[node];
  if (view->party[node] == CR_NONE || view->party[node] == what->party ||
      cr_view_group(view, node))
    return false;
  if (view->parties <= KNOWN_PARTIES || node == view->candidate) return true;
  const cr_edges *edges = &view->edges[search->inquiry.property];
  if (company == CR_NONE) return false;
  for (int e = edges->first[company]; e < edges->first[company + 1]; e++)
    if (edges->holder[e] == node) return true;
  return false;
}

/* Takes over the answers tried when they are better than the best. */
static void try_instead(cr_answer_search *search) {
  const size_t count = (size_t)search->inquiry.items->count;
  fmpq_t bound;
  fmpq_init(bound);
  search->status =
      try_answers(bound, &search->inquiry, search->asked, search->tried, true, search->kept);
  if (search->status == CRIBLE_OK && fmpq_cmp(bound, search->bound) < 0) {
    fmpq_set(search->bound, bound);
    memcpy(search->best, search->tried, count * sizeof *search->best);
  }
  fmpq_clear(bound);
}

static void start_from(cr_answer_search *search, const int *answer) {
  const size_t count = (size_t)search->inquiry.items->count;
  if (answer != NULL) memcpy(search->tried, answer, count * sizeof *answer);
  else memset(search->tried, 0, count * sizeof *search->tried);
}

/* All remainders, or all seats, answered the same way. */
static void try_alike(cr_answer_search *search, cr_request_kind kind, int number) {
  bool any = false;
  start_from(search, NULL);
  for (int k = 0; k < search->open_count; k++) {
    const int item = search->open[k];
    if (search->inquiry.items->items[item].kind != kind) continue;
    if (choose(search, item, number)) any = true;
    else search->tried[item] = CR_ANSWER_USUAL;
  }
  if (any && !at_end(search)) try_instead(search);
}

/* One item answered otherwise than in the best answers so far. */
static void try_one_by_one(cr_answer_search *search) {
  for (int k = 0; k < search->open_count; k++)
    for (int number = 0; number < answers(search, search->open[k]); number++) {
      start_from(search, search->best);
      const bool possible = choose(search, search->open[k], number);
      if (possible && search->tried[search->open[k]] != search->best[search->open[k]] &&
          !at_end(search))
        try_instead(search);
    }
}

/* All answers to items open[at] …, those before being answered; the first one that keeps the
 * ceiling ends it. */
static void combine(cr_answer_search *search, int at) {
  if (at == search->open_count) {
    try_instead(search);
    return;
  }
  for (int number = 0; number < answers(search, search->open[at]); number++)
    if (!at_end(search) && choose(search, search->open[at], number)) combine(search, at + 1);
}

static int node_of(const cr_view *view, int party) {
  for (int node = 0; node < view->parties; node++)
    if (view->party[node] == party) return node;
  return CR_NONE;
}

static void try_others(cr_answer_search *search) {
  const cr_request_items *items = search->inquiry.items;
  const cr_view *view = search->inquiry.view[0];
  for (int item = 0; item < items->count; item++)
    if (search->asked[item] && may_matter(&search->inquiry, &items->items[item]))
      search->open[search->open_count++] = item;
  for (int k = 0; k < search->open_count; k++)
    search->company[search->open[k]] = node_of(view, items->items[search->open[k]].party);
  if (search->open_count == 0) return;
  try_alike(search, CR_ASK_HOLDERS, CR_ANSWER_ONE);
  try_alike(search, CR_ASK_SEAT, CR_ANSWER_ONE);
  for (int node = 0; node < view->parties; node++)
    if (view->parties <= KNOWN_PARTIES || node == view->candidate)
      try_alike(search, CR_ASK_HOLDERS, CR_ANSWER_KNOWN + node);
  if (search->open_count <= CHANGED_ONE_AT_A_TIME) try_one_by_one(search);
  start_from(search, NULL);
  if (search->open_count > 1 && search->open_count <= COMBINED) combine(search, 0);
}

/* The usual answers first; if they fail, whether any can do, and then the others. */
static void search_all(cr_answer_search *search, bool thorough) {
  const cr_inquiry *inquiry = &search->inquiry;
  bool refuted = false;
  search->status =
      try_answers(search->bound, inquiry, search->asked, search->best, false, search->kept);
  if (!thorough || at_end(search)) return;
  search->status = cr_refuted(&refuted, inquiry, search->asked);
  if (refuted || at_end(search)) return;
  try_instead(search);
  if (!at_end(search)) try_others(search);
}

static crible_status search_answers(fmpq *bound, const cr_inquiry *inquiry, const bool *asked,
                                    bool thorough, const cr_kept_answers *kept) {
  const size_t count = (size_t)inquiry->items->count;
  int *answer = cr_allocate_zero(inquiry->context, 4 * count + 1, sizeof *answer);
  if (answer == NULL) return CRIBLE_E_MEMORY;
  const bool limited = inquiry->left != NULL && *inquiry->left < SEARCHED;
  const long given = limited ? *inquiry->left : SEARCHED;
  cr_answer_search search = {.inquiry = *inquiry,
                             .left = given,
                             .asked = asked,
                             .best = answer,
                             .tried = answer + count,
                             .open = answer + 2 * count,
                             .company = answer + 3 * count,
                             .bound = bound,
                             .kept = kept};
  search.inquiry.left = &search.left;
  search_all(&search, thorough);
  if (inquiry->left != NULL) *inquiry->left -= given - search.left;
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
