#include "engine/requests/request_items.h"

#include <stdlib.h>
#include <string.h>

/* Something open at one place of a view. */
typedef struct cr_open_place {
  cr_request_item item;
  int found; /* in this order */
  int *place;
} cr_open_place;

typedef struct cr_item_search {
  const cr_view *view;
  const cr_request_places *places;
  cr_open_place *open;
  int open_count;
  bool *seen; /* per party of the view */
  int *queue;
  int queued;
} cr_item_search;

static void add(cr_item_search *search, cr_request_kind kind, int party, int holder, int *place) {
  search->open[search->open_count] = (cr_open_place){
      .item = {.kind = kind, .party = party, .holder = holder, .fact = CR_NONE},
      .found = search->open_count,
      .place = place};
  search->open_count++;
}

static void look_at_row(cr_item_search *search, int company, cr_property property) {
  const cr_view *view = search->view;
  const cr_edges *edges = &view->edges[property];
  int *places = search->places->entry[property];
  for (int i = edges->first[company]; i < edges->first[company + 1]; i++) {
    const int holder = edges->holder[i];
    places[i] = CR_NONE;
    if (fmpq_is_zero(&edges->weight[i].hi)) continue;
    if (holder == view->parties + CR_UNDISCLOSED)
      add(search, CR_ASK_HOLDERS, view->party[company], CR_NONE, &places[i]);
    if (holder >= view->parties) continue;
    if (!cr_interval_point(&edges->weight[i]))
      add(search, CR_ASK_SHARE, view->party[company], view->party[holder], &places[i]);
    if (search->seen[holder]) continue;
    search->seen[holder] = true;
    search->queue[search->queued++] = holder;
  }
}

/* From the candidate upwards, then whatever else stands in the view. */
static void look_at_view(cr_item_search *search) {
  const cr_view *view = search->view;
  search->queue[search->queued++] = view->candidate;
  search->seen[view->candidate] = true;
  for (int i = 0, next = 0; i < view->parties; i++) {
    while (i == search->queued && search->seen[next]) next++;
    if (i == search->queued) {
      search->seen[next] = true;
      search->queue[search->queued++] = next;
    }
    const int node = search->queue[i];
    int *seat = &search->places->seat[node];
    *seat = CR_NONE;
    if (view->third[node] == CR_MAYBE_THIRD)
      add(search, CR_ASK_SEAT, view->party[node], CR_NONE, seat);
    for (int property = 0; property < CR_PROPERTIES; property++)
      look_at_row(search, node, (cr_property)property);
  }
}

static int compare(int a, int b) { return (a > b) - (a < b); }

static int by_item(const void *a, const void *b) {
  const cr_open_place *left = a, *right = b;
  int order = compare((int)left->item.kind, (int)right->item.kind);
  if (order == 0) order = compare(left->item.party, right->item.party);
  if (order == 0) order = compare(left->item.holder, right->item.holder);
  return order != 0 ? order : compare(left->found, right->found);
}

static bool same_item(const cr_open_place *a, const cr_open_place *b) {
  return a->item.kind == b->item.kind && a->item.party == b->item.party &&
         a->item.holder == b->item.holder;
}

/* One item for all places of the same kind and parties, numbered in the order in which they were
 * first found. */
static void number_items(cr_request_items *out, cr_open_place *open, int count, int *first_of) {
  qsort(open, (size_t)count, sizeof *open, by_item);
  for (int i = 0; i < count; i++) first_of[i] = CR_NONE;
  for (int i = 0; i < count; i++)
    if (i == 0 || !same_item(&open[i], &open[i - 1])) first_of[open[i].found] = i;
  for (int found = 0; found < count; found++) {
    const int first = first_of[found];
    for (int i = first; i != CR_NONE && i < count && same_item(&open[i], &open[first]); i++)
      *open[i].place = out->count;
    if (first != CR_NONE) out->items[out->count++] = open[first].item;
  }
}

static crible_status make_places(cr_request_places *out, const cr_view *view, cr_arena *arena) {
  out->seat = cr_arena_alloc(arena, (size_t)view->parties, sizeof *out->seat);
  bool made = out->seat != NULL;
  for (int property = 0; property < CR_PROPERTIES; property++) {
    const size_t count = (size_t)view->edges[property].count + 1;
    out->entry[property] = cr_arena_alloc(arena, count, sizeof *out->entry[property]);
    made = made && out->entry[property] != NULL;
  }
  return made ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

crible_status cr_request_items_of_views(cr_request_items *out, const cr_view *const *views,
                                        int view_count, cr_arena *arena) {
  size_t room = 1;
  for (int i = 0; i < view_count; i++)
    room += (size_t)views[i]->parties + (size_t)views[i]->edges[CR_CAPITAL].count +
            (size_t)views[i]->edges[CR_VOTES].count;
  cr_request_items made = {.items = cr_arena_alloc(arena, room, sizeof *made.items)};
  cr_item_search search = {.open = cr_arena_alloc(arena, room, sizeof *search.open)};
  int *first_of = cr_arena_alloc(arena, room, sizeof *first_of);
  if (made.items == NULL || search.open == NULL || first_of == NULL) return CRIBLE_E_MEMORY;
  for (int i = 0; i < view_count; i++) {
    crible_status status = make_places(&made.places[i], views[i], arena);
    if (status != CRIBLE_OK) return status;
    search.view = views[i];
    search.places = &made.places[i];
    search.queued = 0;
    search.seen = cr_arena_alloc(arena, (size_t)views[i]->parties, sizeof *search.seen);
    search.queue = cr_arena_alloc(arena, (size_t)views[i]->parties, sizeof *search.queue);
    if (search.seen == NULL || search.queue == NULL) return CRIBLE_E_MEMORY;
    look_at_view(&search);
  }
  number_items(&made, search.open, search.open_count, first_of);
  *out = made;
  return CRIBLE_OK;
}

/* Whether what is open lies in the right itself, not in who stands behind its beneficiary. */
static bool open_in_itself(const cr_right_finding *finding) {
  static const char *const reasons[] = {
      "class-undisclosed", "condition-unstated",   "meeting-unstated", "incorporation-unstated",
      "no-legal-baseline", "beneficiary-unstated", "seats-unstated",   "unreadable",
      "blocks-in-class"};
  if (finding->effect != CR_COUNTS_POSSIBLY) return false;
  for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
    if (strcmp(finding->reason, reasons[i]) == 0) return true;
  return false;
}

crible_status cr_request_items_of_rights(cr_request_items *out, const cr_request_items *of_views,
                                         const cr_rights *rights, const cr_facts *facts,
                                         cr_arena *arena) {
  const size_t room =
      (size_t)of_views->count + (size_t)rights->finding_count + (size_t)rights->organ_count + 2;
  cr_request_items made = *of_views;
  made.items = cr_arena_alloc(arena, room, sizeof *made.items);
  if (made.items == NULL) return CRIBLE_E_MEMORY;
  made.count = 0;
  const int nobody = CR_NONE, candidate = facts->candidate;
  for (int i = 0; i < of_views->count; i++) made.items[made.count++] = of_views->items[i];
  if (!rights->rights_complete)
    made.items[made.count++] = (cr_request_item){CR_ASK_RIGHTS, candidate, nobody, CR_NONE};
  if (!rights->organs_complete)
    made.items[made.count++] = (cr_request_item){CR_ASK_ORGANS, candidate, nobody, CR_NONE};
  for (int i = 0; i < rights->finding_count; i++)
    if (open_in_itself(&rights->findings[i]))
      made.items[made.count++] =
          (cr_request_item){CR_ASK_RIGHT, candidate, nobody, rights->findings[i].right};
  for (int i = 0; i < rights->organ_count; i++)
    if (rights->organs[i].members[0] != rights->organs[i].members[1])
      made.items[made.count++] =
          (cr_request_item){CR_ASK_ORGAN, candidate, nobody, rights->organs[i].organ};
  *out = made;
  return CRIBLE_OK;
}
