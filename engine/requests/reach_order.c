#include "engine/requests/reach_order.h"

#include <stdlib.h>

enum { SWEEPS = 24 }; /* along cycles no further */

typedef struct cr_weighed_item {
  double weight;
  int item, place;
} cr_weighed_item;

typedef struct cr_reach {
  const cr_view *view;
  const cr_edges *edges;
  double *hi, *width;  /* per entry */
  double *third;       /* per node: what third entities may have of it */
  double *below, *next;/* per node: what of the candidate may be held through it */
} cr_reach;

static double value_of(const cr_reach *reach, int holder) {
  if (holder < reach->view->parties) return reach->third[holder];
  return holder == reach->view->parties + CR_UNDISCLOSED ? 1 : 0;
}

static crible_status make_room(cr_reach *reach, cr_arena *arena) {
  const size_t parties = (size_t)reach->view->parties, count = (size_t)reach->edges->count + 1;
  reach->hi = cr_arena_alloc(arena, count, sizeof(double));
  reach->width = cr_arena_alloc(arena, count, sizeof(double));
  reach->third = cr_arena_alloc(arena, parties, sizeof(double));
  reach->below = cr_arena_alloc(arena, parties, sizeof(double));
  reach->next = cr_arena_alloc(arena, parties, sizeof(double));
  const bool made = reach->hi && reach->width && reach->third && reach->below && reach->next;
  return made ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

static void read_weights(cr_reach *reach) {
  for (int e = 0; e < reach->edges->count; e++) {
    const cr_interval *weight = &reach->edges->weight[e];
    reach->hi[e] = fmpq_get_d(&weight->hi);
    reach->width[e] = reach->hi[e] - fmpq_get_d(&weight->lo);
  }
}

/* From the holders down. */
static void find_third(cr_reach *reach) {
  const cr_edges *edges = reach->edges;
  for (int sweep = 0; sweep < SWEEPS; sweep++)
    for (int c = reach->view->parties - 1; c >= 0; c--) {
      double sum = 0;
      for (int e = edges->first[c]; e < edges->first[c + 1]; e++)
        sum += reach->hi[e] * value_of(reach, edges->holder[e]);
      reach->third[c] = reach->view->third[c] != CR_NOT_THIRD || sum > 1 ? 1 : sum;
    }
}

/* From the candidate up, once a sweep along every holding. */
static void find_below(cr_reach *reach) {
  const cr_edges *edges = reach->edges;
  const int parties = reach->view->parties, candidate = reach->view->candidate;
  for (int sweep = 0; sweep < SWEEPS; sweep++) {
    for (int node = 0; node < parties; node++) reach->next[node] = node == candidate;
    for (int c = 0; c < parties; c++)
      for (int e = edges->first[c]; e < edges->first[c + 1]; e++)
        if (edges->holder[e] < parties && edges->holder[e] != candidate)
          reach->next[edges->holder[e]] += reach->below[c] * reach->hi[e];
    for (int node = 0; node < parties; node++)
      reach->below[node] = reach->next[node] > 1 ? 1 : reach->next[node];
  }
}

/* What is open in each item, in that share of the candidate. */
static void weigh_items(cr_weighed_item *weighed, const cr_reach *reach, const cr_inquiry *inquiry) {
  const cr_request_places *places = &inquiry->items->places[0];
  for (int c = 0; c < reach->view->parties; c++) {
    if (places->seat[c] != CR_NONE) weighed[places->seat[c]].weight += reach->below[c];
    for (int e = reach->edges->first[c]; e < reach->edges->first[c + 1]; e++) {
      const int item = places->entry[inquiry->property][e], holder = reach->edges->holder[e];
      const double open = holder < reach->view->parties ? reach->width[e] : reach->hi[e];
      if (item != CR_NONE) weighed[item].weight += reach->below[c] * open * value_of(reach, holder);
    }
  }
}

static int by_weight(const void *a, const void *b) {
  const cr_weighed_item *left = a, *right = b;
  if (left->weight != right->weight) return left->weight < right->weight ? 1 : -1;
  return left->place - right->place;
}

crible_status cr_order_by_reach(int *order, int count, const cr_inquiry *inquiry,
                                cr_arena *arena) {
  cr_reach reach = {.view = inquiry->view[0],
                    .edges = &inquiry->view[0]->edges[inquiry->property]};
  const size_t items = (size_t)inquiry->items->count + 1;
  cr_weighed_item *weighed = cr_arena_alloc(arena, items, sizeof *weighed);
  cr_weighed_item *sorted = cr_arena_alloc(arena, items, sizeof *sorted);
  if (weighed == NULL || sorted == NULL) return CRIBLE_E_MEMORY;
  crible_status status = make_room(&reach, arena);
  if (status != CRIBLE_OK) return status;
  read_weights(&reach);
  find_third(&reach);
  find_below(&reach);
  weigh_items(weighed, &reach, inquiry);
  for (int i = 0; i < count; i++)
    sorted[i] = (cr_weighed_item){weighed[order[i]].weight, order[i], i};
  qsort(sorted, (size_t)count, sizeof *sorted, by_weight);
  for (int i = 0; i < count; i++) order[i] = sorted[i].item;
  return CRIBLE_OK;
}
