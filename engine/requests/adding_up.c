#include "engine/requests/adding_up.h"

/* Marks whoever stands above a company, along the property's rows. */
static void mark_above(bool *above, int *queue, const cr_edges *edges, int parties, int company) {
  int queued = 0;
  queue[queued++] = company;
  for (int i = 0; i < queued; i++)
    for (int e = edges->first[queue[i]]; e < edges->first[queue[i] + 1]; e++) {
      const int holder = edges->holder[e];
      if (holder >= parties || above[holder]) continue;
      above[holder] = true;
      queue[queued++] = holder;
    }
}

/* Counts, per company, the items about what its row says or where it is seated. */
static void count_items(int *items, const cr_inquiry *inquiry) {
  const cr_view *view = inquiry->view[0];
  const cr_edges *edges = &view->edges[inquiry->property];
  const cr_request_places *places = &inquiry->items->places[0];
  for (int company = 0; company < view->parties; company++) {
    items[company] += places->seat[company] != CR_NONE;
    for (int e = edges->first[company]; e < edges->first[company + 1]; e++)
      items[company] += places->entry[inquiry->property][e] != CR_NONE;
  }
}

crible_status cr_answers_add_up(bool *out, const cr_inquiry *inquiry, cr_arena *arena) {
  const cr_view *view = inquiry->view[0];
  const size_t parties = (size_t)view->parties;
  *out = false;
  if (!cr_inquiry_multiplied(inquiry) || !inquiry->together || inquiry->view_count > 1)
    return CRIBLE_OK;
  int *items = cr_arena_alloc(arena, parties, sizeof *items);
  int *queue = cr_arena_alloc(arena, parties + 1, sizeof *queue);
  bool *above = cr_arena_alloc(arena, parties, sizeof *above);
  if (items == NULL || queue == NULL || above == NULL) return CRIBLE_E_MEMORY;
  count_items(items, inquiry);
  *out = true;
  for (int company = 0; company < view->parties; company++)
    if (items[company] > 0)
      mark_above(above, queue, &view->edges[inquiry->property], view->parties, company);
  for (int company = 0; company < view->parties; company++)
    *out = *out && (items[company] == 0 || (items[company] == 1 && !above[company]));
  return CRIBLE_OK;
}
