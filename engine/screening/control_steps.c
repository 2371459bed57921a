#include "engine/screening/control_steps.h"

/* Pairs still to be shown. A pair is opened (its reasons are pushed above it),
 * then written when it is met again. */
typedef struct cr_pending {
  const cr_control_pair *pair;
  bool opened;
} cr_pending;

typedef struct cr_search {
  cr_steps *steps;
  const cr_control *control;
  const cr_view *view;
  bool possibly;
  cr_pending *stack;
  size_t depth, stack_capacity;
  const cr_control_pair **seen; /* opened so far, those by transitivity too */
  size_t seen_count, seen_capacity;
} cr_search;

static const cr_control_pair *pair_of(const cr_search *search, int x, int y) {
  return search->possibly ? cr_control_possible_pair(search->control, x, y)
                          : cr_control_definite_pair(search->control, x, y);
}

static bool same_pair(const cr_control_pair *a, const cr_control_pair *b) {
  return a->controller == b->controller && a->controlled == b->controlled;
}

static bool seen(const cr_search *search, const cr_control_pair *pair) {
  for (size_t i = 0; i < search->seen_count; i++)
    if (same_pair(search->seen[i], pair)) return true;
  for (size_t i = 0; i < search->steps->count; i++)
    if (same_pair(&search->steps->pairs[i], pair)) return true;
  return false;
}

static crible_status push(cr_search *search, const cr_control_pair *pair) {
  if (pair == NULL || seen(search, pair)) return CRIBLE_OK;
  void *block = search->stack;
  crible_status status = cr_grow(search->steps->context, &block, &search->stack_capacity,
                                 search->depth + 1, sizeof *search->stack);
  if (status != CRIBLE_OK) return status;
  search->stack = block;
  search->stack[search->depth++] = (cr_pending){.pair = pair};
  return CRIBLE_OK;
}

static crible_status mark_seen(cr_search *search, const cr_control_pair *pair) {
  void *block = search->seen;
  crible_status status = cr_grow(search->steps->context, &block, &search->seen_capacity,
                                 search->seen_count + 1, sizeof *search->seen);
  if (status != CRIBLE_OK) return status;
  search->seen = block;
  search->seen[search->seen_count++] = pair;
  return CRIBLE_OK;
}

/* Derived before: what a pair rests on is older than the pair. */
static bool older(const cr_control_pair *a, const cr_control_pair *b) {
  return a->round < b->round || (a->round == b->round && a->order < b->order);
}

/* Holders of the company whose votes counted because the controller controls them. */
static crible_status push_voters(cr_search *search, const cr_control_pair *pair) {
  const cr_edges *edges = &search->view->edges[CR_VOTES];
  crible_status status = CRIBLE_OK;
  for (int edge = edges->first[pair->controlled + 1] - 1;
       status == CRIBLE_OK && edge >= edges->first[pair->controlled]; edge--) {
    if (edges->holder[edge] >= search->view->parties) continue;
    const cr_control_pair *voter = pair_of(search, pair->controller, edges->holder[edge]);
    if (voter != NULL && older(voter, pair)) status = push(search, voter);
  }
  return status;
}

/* The pairs that `pair` rests on, the topmost on top of the stack. */
static crible_status open_pair(cr_search *search, const cr_control_pair *pair) {
  crible_status status = mark_seen(search, pair);
  if (status != CRIBLE_OK) return status;
  if (pair->reason == CR_BY_TRANSITIVITY) {
    status = push(search, pair_of(search, pair->through, pair->controlled));
    if (status == CRIBLE_OK)
      status = push(search, pair_of(search, pair->controller, pair->through));
  } else if (pair->reason == CR_BY_MAJORITY || pair->reason == CR_BY_PRESUMPTION) {
    status = push_voters(search, pair);
  }
  return status;
}

static crible_status write_pair(cr_search *search, const cr_control_pair *pair) {
  cr_steps *steps = search->steps;
  if (pair->reason == CR_BY_TRANSITIVITY) return CRIBLE_OK;
  void *block = steps->pairs;
  crible_status status =
      cr_grow(steps->context, &block, &steps->capacity, steps->count + 1, sizeof *steps->pairs);
  if (status != CRIBLE_OK) return status;
  steps->pairs = block;
  steps->pairs[steps->count++] = *pair;
  return CRIBLE_OK;
}

crible_status cr_steps_add(cr_steps *steps, const cr_control *control, const cr_view *view, int x,
                           int y, bool possibly) {
  cr_search search = {.steps = steps, .control = control, .view = view, .possibly = possibly};
  crible_status status = push(&search, pair_of(&search, x, y));
  while (status == CRIBLE_OK && search.depth > 0) {
    cr_pending *top = &search.stack[search.depth - 1];
    const cr_control_pair *pair = top->pair;
    if (top->opened) {
      search.depth--;
      status = write_pair(&search, pair);
    } else if (seen(&search, pair)) {
      search.depth--; /* pushed twice before it was opened */
    } else {
      top->opened = true;
      status = open_pair(&search, pair);
    }
  }
  cr_release(steps->context, search.stack);
  cr_release(steps->context, search.seen);
  return status;
}
