#include "engine/requests/box_split.h"

enum { SMALLEST = 10 }; /* no band narrower than 2^-10 of the whole company is split */

/* Who stands above the candidate in the box, by holdings or stated control. */
static crible_status find_above(bool **out, const cr_answer_spaces *spaces,
                                const cr_answer_box *box, int v, cr_arena *arena) {
  const cr_view *view = box->view[v];
  bool *above = cr_arena_alloc(arena, (size_t)cr_view_nodes(view), sizeof *above);
  int *queue = cr_arena_alloc(arena, (size_t)cr_view_nodes(view), sizeof *queue), queued = 1;
  if (above == NULL || queue == NULL) return CRIBLE_E_MEMORY;
  queue[0] = view->candidate;
  above[view->candidate] = true;
  for (int i = 0; i < queued; i++) {
    const int company = queue[i];
    if (company >= view->parties) continue;
    for (int p = 0; p < CR_PROPERTIES; p++)
      for (int e = view->edges[p].first[company]; e < view->edges[p].first[company + 1]; e++) {
        const int holder = view->edges[p].holder[e];
        if (!spaces->bears[p] || above[holder] || fmpq_is_zero(&view->edges[p].weight[e].hi))
          continue;
        above[holder] = true;
        queue[queued++] = holder;
      }
    for (int k = 0; k < view->control_count; k++) {
      const int controller = view->controls[k].controller;
      if (view->controls[k].controlled != company || above[controller]) continue;
      above[controller] = true;
      queue[queued++] = controller;
    }
  }
  *out = above;
  return CRIBLE_OK;
}

/* What is split first: seats, wide bands of holders who are stated, who stands behind a remainder,
 * any band; then what does not stand above the candidate. */
enum { SPLIT_SEAT, SPLIT_WIDE, SPLIT_CHOICE, SPLIT_BAND, SPLIT_LAST, WIDE = 3 };

typedef struct cr_split_search {
  const cr_answer_spaces *spaces;
  const cr_answer_box *box;
  cr_box_split *best;
  int rank;                 /* of the best */
  fmpq *width, *wide, *own; /* of the best, and of another */
} cr_split_search;

cr_box_split cr_box_split_choice(const cr_answer_spaces *spaces, int item) {
  const bool seat = cr_kind_asked(spaces, item) == CR_ASK_SEAT;
  const int holders = CR_HOLDS_KNOWN + spaces->space[0].from->parties;
  return (cr_box_split){.item = item, .parts = seat ? 2 : holders + 1}; /* the last: several */
}

static void consider_choice(cr_split_search *search, int item, bool above) {
  const bool seat = cr_kind_asked(search->spaces, item) == CR_ASK_SEAT;
  const int rank = (seat ? SPLIT_SEAT : SPLIT_CHOICE) + (above ? 0 : SPLIT_LAST);
  if (!search->spaces->asked[item] || search->box->choice[item] != CR_BOX_EITHER ||
      rank >= search->rank)
    return;
  search->rank = rank;
  *search->best = cr_box_split_choice(search->spaces, item);
}

static void consider_band(cr_split_search *search, int v, cr_property property, int entry,
                          bool above) {
  const cr_interval *band = &search->box->weight[v][property][entry];
  const bool stated = search->spaces->space[v].who[property][entry] == CR_NONE;
  fmpq_sub(search->own, &band->hi, &band->lo);
  if (fmpq_is_zero(search->own)) return;
  const bool wide = stated && fmpq_cmp(search->own, search->wide) > 0;
  const int rank = (wide ? SPLIT_WIDE : SPLIT_BAND) + (above ? 0 : SPLIT_LAST);
  if (rank > search->rank || (rank == search->rank && fmpq_cmp(search->own, search->width) <= 0))
    return;
  search->rank = rank;
  fmpq_set(search->width, search->own);
  *search->best = (cr_box_split){
      .item = CR_NONE, .parts = 2, .view = v, .property = property, .entry = entry};
}

static crible_status look_in_view(cr_split_search *search, int v, cr_arena *arena) {
  const cr_answer_spaces *spaces = search->spaces;
  const cr_view *view = spaces->space[v].view;
  bool *above = NULL;
  crible_status status = find_above(&above, spaces, search->box, v, arena);
  for (int company = 0; status == CRIBLE_OK && company < view->parties; company++) {
    const int seat = spaces->space[v].places.seat[company];
    if (seat != CR_NONE) consider_choice(search, seat, above[company]);
    for (int p = 0; p < CR_PROPERTIES; p++)
      for (int e = view->edges[p].first[company]; e < view->edges[p].first[company + 1]; e++) {
        const int item = spaces->space[v].places.entry[p][e];
        if (!spaces->bears[p] || item == CR_NONE || !spaces->asked[item]) continue;
        if (spaces->space[v].who[p][e] != CR_NONE) consider_choice(search, item, above[company]);
        if (spaces->space[v].who[p][e] == CR_NONE || search->box->choice[item] != CR_BOX_EITHER)
          consider_band(search, v, (cr_property)p, e, above[company]);
      }
  }
  return status;
}

crible_status cr_box_split_next(cr_box_split *out, bool *tiny, const cr_answer_spaces *spaces,
                                 const cr_answer_box *box, cr_arena *arena) {
  fmpq *widths = cr_arena_rationals(arena, 4);
  crible_status status = widths == NULL ? CRIBLE_E_MEMORY : CRIBLE_OK;
  *out = (cr_box_split){.item = CR_NONE};
  *tiny = false;
  if (status != CRIBLE_OK) return status;
  fmpq *smallest = widths + 3;
  cr_split_search search = {spaces, box, out, 2 * SPLIT_LAST, widths, widths + 1, widths + 2};
  fmpq_one(smallest);
  fmpq_div_2exp(search.wide, smallest, WIDE);
  fmpq_div_2exp(smallest, smallest, SMALLEST);
  for (int v = 0; status == CRIBLE_OK && v < spaces->inquiry->view_count; v++)
    status = look_in_view(&search, v, arena);
  if (status != CRIBLE_OK || out->parts == 0 || out->item != CR_NONE) return status;
  *tiny = fmpq_cmp(search.width, smallest) <= 0;
  return cr_box_split_place(out, spaces, box, search.width, arena);
}

