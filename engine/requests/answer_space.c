#include "engine/requests/answer_space.h"

#include "engine/graph/view_builder.h"

enum { KNOWN_PARTIES = 24 }; /* in views of so many parties each may stand behind a remainder */

typedef struct cr_expansion {
  cr_answer_space *space;
  const cr_request_places *places;
  const bool *asked;
  bool plain;
  cr_view_builder *builder;
  int newcomer;
  int count[CR_PROPERTIES];
} cr_expansion;

static bool is_asked(const cr_expansion *work, int item) {
  return item != CR_NONE && work->asked[item];
}

static bool is_remainder(const cr_expansion *work, cr_property property, int entry) {
  const cr_view *from = work->space->from;
  return from->edges[property].holder[entry] == from->parties + CR_UNDISCLOSED &&
         is_asked(work, work->places->entry[property][entry]);
}

/* In a large view the candidate, or who holds the rest of the company. */
static bool may_be_behind(const cr_expansion *work, cr_property property, int company, int node) {
  const cr_view *from = work->space->from;
  const cr_edges *edges = &from->edges[property];
  if (work->plain || node == company || from->party[node] == CR_NONE ||
      from->party[node] == from->party[company] || cr_view_group(from, node))
    return false;
  if (from->parties <= KNOWN_PARTIES || node == from->candidate) return true;
  for (int e = edges->first[company]; e < edges->first[company + 1]; e++)
    if (edges->holder[e] == node) return true;
  return false;
}

static crible_status add_parties(cr_expansion *work) {
  const cr_view *from = work->space->from;
  crible_status status = CRIBLE_OK;
  for (int node = 0, same; status == CRIBLE_OK && node < from->parties; node++) {
    status = cr_view_builder_party(work->builder, &same, from->kind[node], from->third[node],
                                   from->members[node], from->party[node]);
    if (status == CRIBLE_OK)
      status = cr_view_builder_flags(work->builder, node, from->empty[CR_CAPITAL][node],
                                     from->empty[CR_VOTES][node], from->declared[node]);
  }
  if (status != CRIBLE_OK) return status;
  return cr_view_builder_party(work->builder, &work->newcomer, CR_PERSON, CR_NOT_THIRD, 1, CR_NONE);
}

static crible_status add_entry(cr_expansion *work, cr_property property, int company, int entry,
                               int holder, const cr_interval *weight, int who) {
  const cr_view *from = work->space->from;
  const cr_edges *edges = &from->edges[property];
  const int at = work->count[property]++, cites = edges->cites[entry];
  work->space->places.entry[property][at] = work->places->entry[property][entry];
  work->space->who[property][at] = who;
  work->space->origin[property][at] = entry;
  return cr_view_builder_edge(work->builder, property, holder, company, weight,
                              edges->flags[entry],
                              edges->cap[entry] == CR_NONE ? NULL : &from->caps[edges->cap[entry]],
                              &edges->cited[cites], edges->cites[entry + 1] - cites);
}

/* The bands that stand for a remainder. */
static crible_status add_remainder(cr_expansion *work, cr_property property, int company,
                                   int entry) {
  const cr_view *from = work->space->from;
  const cr_interval *whole = &from->edges[property].weight[entry];
  cr_interval part = {.hi = whole->hi, .hi_open = whole->hi_open};
  fmpq_init(&part.lo);
  crible_status status = add_entry(work, property, company, entry, CR_VIEW_PSEUDO(CR_FLOAT),
                                   work->plain ? whole : &part, CR_HOLDS_MANY);
  if (status == CRIBLE_OK && !work->plain)
    status = add_entry(work, property, company, entry, work->newcomer, &part, CR_HOLDS_NEW);
  for (int node = 0; status == CRIBLE_OK && node < from->parties; node++)
    if (may_be_behind(work, property, company, node))
      status = add_entry(work, property, company, entry, node, &part,
                         CR_HOLDS_KNOWN + from->party[node]);
  return status;
}

static crible_status add_rows(cr_expansion *work, cr_property property) {
  const cr_view *from = work->space->from;
  const cr_edges *edges = &from->edges[property];
  crible_status status = CRIBLE_OK;
  for (int company = 0; company < from->parties; company++)
    for (int e = edges->first[company]; status == CRIBLE_OK && e < edges->first[company + 1]; e++) {
      const int holder = edges->holder[e], pseudo = holder - from->parties;
      status = is_remainder(work, property, e)
                   ? add_remainder(work, property, company, e)
                   : add_entry(work, property, company, e,
                               pseudo < 0 ? holder : CR_VIEW_PSEUDO(pseudo), &edges->weight[e],
                               CR_NONE);
    }
  return status;
}

static crible_status add_all(cr_expansion *work) {
  const cr_view *from = work->space->from;
  crible_status status = add_parties(work);
  for (int p = 0; status == CRIBLE_OK && p < CR_PROPERTIES; p++)
    status = add_rows(work, (cr_property)p);
  for (int i = 0; status == CRIBLE_OK && i < from->control_count; i++) {
    const cr_control_edge *edge = &from->controls[i];
    status = cr_view_builder_control(work->builder, edge->controller, edge->controlled,
                                     edge->manager, edge->definite, edge->cited);
  }
  return status;
}

static crible_status make_room(cr_expansion *work, cr_arena *arena) {
  cr_answer_space *space = work->space;
  const cr_view *from = space->from;
  bool made = true;
  for (int p = 0; p < CR_PROPERTIES; p++) {
    size_t room = 1;
    for (int e = 0; e < from->edges[p].count; e++)
      room += is_remainder(work, (cr_property)p, e) ? (size_t)from->parties + 2 : 1;
    space->places.entry[p] = cr_arena_alloc(arena, room, sizeof(int));
    space->who[p] = cr_arena_alloc(arena, room, sizeof(int));
    space->origin[p] = cr_arena_alloc(arena, room, sizeof(int));
    made = made && space->places.entry[p] && space->who[p] && space->origin[p];
  }
  space->places.seat = cr_arena_alloc(arena, (size_t)from->parties + 1, sizeof(int));
  if (!made || space->places.seat == NULL) return CRIBLE_E_MEMORY;
  for (int node = 0; node < from->parties; node++)
    space->places.seat[node] = work->places->seat[node];
  space->places.seat[from->parties] = CR_NONE;
  return CRIBLE_OK;
}

/* Whether the remainder may be whatever the others leave. */
static crible_status find_left(bool *out, const cr_edges *edges, int company, int remainder,
                               crible_context *context) {
  const int first = edges->first[company], count = edges->first[company + 1] - first;
  cr_interval *row = cr_allocate(context, (size_t)count * sizeof *row);
  if (row == NULL) return CRIBLE_E_MEMORY;
  for (int i = 0; i < count; i++) {
    cr_interval_init(&row[i]);
    if (first + i == remainder) cr_interval_set_unit(&row[i]);
    else cr_interval_set(&row[i], &edges->weight[first + i]);
  }
  *out = cr_tighten(row, count) &&
         cr_interval_equal(&row[remainder - first], &edges->weight[remainder]);
  for (int i = 0; i < count; i++) cr_interval_clear(&row[i]);
  cr_release(context, row);
  return CRIBLE_OK;
}

static crible_status find_whole(cr_expansion *work, crible_context *context) {
  const cr_view *from = work->space->from;
  crible_status status = CRIBLE_OK;
  work->space->whole = true;
  for (int p = 0; p < CR_PROPERTIES; p++)
    for (int c = 0; c < from->parties; c++)
      for (int e = from->edges[p].first[c]; e < from->edges[p].first[c + 1]; e++) {
        bool left = true;
        if (status == CRIBLE_OK && is_remainder(work, (cr_property)p, e))
          status = find_left(&left, &from->edges[p], c, e, context);
        work->space->whole = work->space->whole && left;
      }
  return status;
}

crible_status cr_answer_space_of(cr_answer_space *out, const cr_inquiry *inquiry, int view,
                                 const bool *asked, bool plain, cr_arena *arena) {
  *out = (cr_answer_space){.from = inquiry->view[view]};
  cr_expansion work = {
      .space = out, .places = &inquiry->items->places[view], .asked = asked, .plain = plain};
  crible_status status = cr_view_builder_new(&work.builder, inquiry->context);
  if (status != CRIBLE_OK) return status;
  status = make_room(&work, arena);
  if (status == CRIBLE_OK) status = add_all(&work);
  if (status == CRIBLE_OK)
    status = cr_view_builder_finish(&out->view, work.builder, arena, out->from->candidate, NULL,
                                    NULL);
  if (status == CRIBLE_OK) status = find_whole(&work, inquiry->context);
  if (status == CRIBLE_OK) status = cr_keep_readings(out->view, out->from, arena);
  cr_view_builder_free(work.builder);
  return status;
}
