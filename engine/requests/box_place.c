#include "engine/requests/box_split.h"

/* Where to split a band. */
typedef struct cr_place_search {
  const cr_interval *band;
  fmpq *at, *middle, *distance, *scratch;
  cr_box_split *split;
  bool at_end;
} cr_place_search;

/* An end at which something begins to be decided otherwise is an answer of its own; between the
 * ends, such a place is taken where it is nearest to the middle, in the middle half. */
static void consider(cr_place_search *search, const fmpq *value) {
  const cr_interval *band = search->band;
  const bool low = !band->lo_open && fmpq_equal(value, &band->lo);
  if (search->at_end) return;
  if (low || (!band->hi_open && fmpq_equal(value, &band->hi))) {
    search->at_end = true;
    search->split->with_second = !low;
    fmpq_set(search->at, value);
    return;
  }
  fmpq_sub(search->scratch, value, search->middle);
  fmpq_abs(search->scratch, search->scratch);
  if (fmpq_cmp(search->scratch, search->distance) > 0) return;
  fmpq_set(search->distance, search->scratch);
  fmpq_set(search->at, value);
}

/* A majority, the presumption or the ceiling, by itself or with another holder of the row; else the
 * middle. */
crible_status cr_box_split_place(cr_box_split *split, const cr_answer_spaces *spaces,
                                const cr_answer_box *box, const fmpq *width, cr_arena *arena) {
  const cr_edges *edges = &spaces->space[split->view].view->edges[split->property];
  const cr_interval *weight = box->weight[split->view][split->property];
  const cr_inquiry *inquiry = spaces->inquiry;
  const fmpq *marks[] = {&inquiry->rules->majority, &inquiry->rules->presumption, inquiry->ceiling};
  fmpq *values = cr_arena_rationals(arena, 5);
  if (values == NULL) return CRIBLE_E_MEMORY;
  const cr_interval *band = &weight[split->entry];
  cr_place_search search = {band, values, values + 1, values + 2, values + 3, split, false};
  int company = 0;
  while (split->entry >= edges->first[company + 1]) company++;
  fmpq_add(search.middle, &band->lo, &band->hi);
  fmpq_div_2exp(search.middle, search.middle, 1);
  fmpq_set(search.at, search.middle);
  fmpq_div_2exp(search.distance, width, 2);
  split->at = search.at;
  for (size_t m = 0; !spaces->plain && m < sizeof marks / sizeof *marks; m++) {
    consider(&search, marks[m]);
    for (int e = edges->first[company]; e < edges->first[company + 1]; e++)
      for (int end = 0; e != split->entry && end < 2; end++) {
        fmpq_sub(values + 4, marks[m], end ? &weight[e].hi : &weight[e].lo);
        consider(&search, values + 4);
      }
  }
  return CRIBLE_OK;
}

