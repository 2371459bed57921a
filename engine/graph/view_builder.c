#include "engine/graph/view_builder.h"

#include <string.h>

typedef struct built_party {
  cr_party_kind kind;
  cr_third third;
  int64_t members;
  int fact_party;
  bool empty[CR_PROPERTIES];
  bool declared;
} built_party;

typedef struct built_edge {
  cr_property property;
  int holder, company; /* holder may be a CR_VIEW_PSEUDO */
  cr_interval weight;
  uint8_t flags;
  int cap;
  int first_cite, cite_count;
} built_edge;

struct cr_view_builder {
  crible_context *context;
  built_party *parties;
  size_t party_count, party_capacity;
  built_edge *edges;
  size_t edge_count, edge_capacity;
  fmpq *caps;
  size_t cap_count, cap_capacity;
  cr_fact_ref *cites;
  size_t cite_count, cite_capacity;
  cr_control_edge *controls;
  size_t control_count, control_capacity;
};

crible_status cr_view_builder_new(cr_view_builder **out, crible_context *context) {
  cr_view_builder *builder = cr_allocate_zero(context, 1, sizeof *builder);
  if (builder == NULL) return CRIBLE_E_MEMORY;
  builder->context = context;
  *out = builder;
  return CRIBLE_OK;
}

void cr_view_builder_free(cr_view_builder *builder) {
  if (builder == NULL) return;
  for (size_t i = 0; i < builder->edge_count; i++) cr_interval_clear(&builder->edges[i].weight);
  for (size_t i = 0; i < builder->cap_count; i++) fmpq_clear(&builder->caps[i]);
  cr_release(builder->context, builder->parties);
  cr_release(builder->context, builder->edges);
  cr_release(builder->context, builder->caps);
  cr_release(builder->context, builder->cites);
  cr_release(builder->context, builder->controls);
  cr_release(builder->context, builder);
}

/* Room for one more element of a growing array of the builder. */
#define ROOM(builder, array, count, capacity)                                         \
  cr_grow((builder)->context, (void **)&(builder)->array, &(builder)->capacity,      \
          (builder)->count + 1, sizeof *(builder)->array)

crible_status cr_view_builder_party(cr_view_builder *builder, int *node, cr_party_kind kind,
                                    cr_third third, int64_t members, int fact_party) {
  crible_status status = ROOM(builder, parties, party_count, party_capacity);
  if (status != CRIBLE_OK) return status;
  builder->parties[builder->party_count] =
      (built_party){.kind = kind, .third = third, .members = members, .fact_party = fact_party};
  *node = (int)builder->party_count++;
  return CRIBLE_OK;
}

static bool known_party(const cr_view_builder *builder, int node) {
  return node >= 0 && (size_t)node < builder->party_count;
}

static crible_status add_cites(cr_view_builder *builder, const cr_fact_ref *cited, int count) {
  crible_status status =
      cr_grow(builder->context, (void **)&builder->cites, &builder->cite_capacity,
              builder->cite_count + (size_t)count, sizeof *builder->cites);
  if (status != CRIBLE_OK) return status;
  if (count > 0) memcpy(builder->cites + builder->cite_count, cited, (size_t)count * sizeof *cited);
  builder->cite_count += (size_t)count;
  return CRIBLE_OK;
}

crible_status cr_view_builder_edge(cr_view_builder *builder, cr_property property, int holder,
                                   int company, const cr_interval *weight, uint8_t flags,
                                   const fmpq *cap, const cr_fact_ref *cited, int cited_count) {
  bool pseudo = holder < 0 && holder >= CR_VIEW_PSEUDO(CR_PSEUDO_NODES - 1);
  if (!known_party(builder, company) || (!pseudo && !known_party(builder, holder)) ||
      holder == company)
    return CRIBLE_E_INTERNAL;
  crible_status status = ROOM(builder, edges, edge_count, edge_capacity);
  if (status == CRIBLE_OK) status = ROOM(builder, caps, cap_count, cap_capacity);
  if (status == CRIBLE_OK) status = add_cites(builder, cited, cited_count);
  if (status != CRIBLE_OK) return status;
  built_edge *edge = &builder->edges[builder->edge_count++];
  *edge = (built_edge){.property = property, .holder = holder, .company = company, .flags = flags,
                       .cap = CR_NONE, .first_cite = (int)builder->cite_count - cited_count,
                       .cite_count = cited_count};
  cr_interval_init(&edge->weight);
  cr_interval_set(&edge->weight, weight);
  if (cap != NULL) {
    edge->cap = (int)builder->cap_count;
    fmpq_init(&builder->caps[builder->cap_count]);
    fmpq_set(&builder->caps[builder->cap_count++], cap);
  }
  return CRIBLE_OK;
}

crible_status cr_view_builder_control(cr_view_builder *builder, int controller, int controlled,
                                      bool manager, bool definite, cr_fact_ref cited) {
  if (!known_party(builder, controller) || !known_party(builder, controlled))
    return CRIBLE_E_INTERNAL;
  crible_status status = ROOM(builder, controls, control_count, control_capacity);
  if (status != CRIBLE_OK) return status;
  builder->controls[builder->control_count++] = (cr_control_edge){.controller = controller,
      .controlled = controlled, .manager = manager, .definite = definite, .cited = cited};
  return CRIBLE_OK;
}

crible_status cr_view_builder_flags(cr_view_builder *builder, int company, bool empty_capital,
                                    bool empty_votes, bool declared) {
  if (!known_party(builder, company)) return CRIBLE_E_INTERNAL;
  built_party *party = &builder->parties[company];
  party->empty[CR_CAPITAL] = empty_capital;
  party->empty[CR_VOTES] = empty_votes;
  party->declared = declared;
  return CRIBLE_OK;
}

/* Parties and what is known of each. */
static crible_status finish_parties(cr_view *view, const cr_view_builder *builder,
                                    cr_arena *arena) {
  size_t count = builder->party_count;
  view->parties = (int)count;
  view->undisclosed = CR_MAYBE_THIRD;
  view->kind = cr_arena_alloc(arena, count, sizeof *view->kind);
  view->third = cr_arena_alloc(arena, count, sizeof *view->third);
  view->members = cr_arena_alloc(arena, count, sizeof *view->members);
  view->party = cr_arena_alloc(arena, count, sizeof *view->party);
  view->declared = cr_arena_alloc(arena, count, sizeof *view->declared);
  for (int p = 0; p < CR_PROPERTIES; p++) {
    view->empty[p] = cr_arena_alloc(arena, count, sizeof *view->empty[p]);
    if (view->empty[p] == NULL) return CRIBLE_E_MEMORY;
  }
  if (!view->kind || !view->third || !view->members || !view->party || !view->declared)
    return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < count; i++) {
    const built_party *party = &builder->parties[i];
    view->kind[i] = party->kind;
    view->third[i] = party->third;
    view->members[i] = party->members;
    view->party[i] = party->fact_party;
    view->declared[i] = party->declared;
    for (int p = 0; p < CR_PROPERTIES; p++) view->empty[p][i] = party->empty[p];
  }
  return CRIBLE_OK;
}

static crible_status finish_caps_and_controls(cr_view *view, const cr_view_builder *builder,
                                              cr_arena *arena) {
  view->caps = cr_arena_rationals(arena, builder->cap_count);
  view->controls = cr_arena_alloc(arena, builder->control_count, sizeof *view->controls);
  if (view->caps == NULL || view->controls == NULL) return CRIBLE_E_MEMORY;
  view->cap_count = (int)builder->cap_count;
  view->control_count = (int)builder->control_count;
  for (size_t i = 0; i < builder->cap_count; i++) fmpq_set(&view->caps[i], &builder->caps[i]);
  if (builder->control_count > 0)
    memcpy(view->controls, builder->controls, builder->control_count * sizeof *view->controls);
  return CRIBLE_OK;
}

static crible_status allocate_edges(cr_edges *edges, int parties, size_t count, size_t cites,
                                    cr_arena *arena) {
  edges->first = cr_arena_alloc(arena, (size_t)parties + 2, sizeof *edges->first);
  edges->holder = cr_arena_alloc(arena, count, sizeof *edges->holder);
  edges->weight = cr_arena_alloc(arena, count, sizeof *edges->weight);
  edges->flags = cr_arena_alloc(arena, count, sizeof *edges->flags);
  edges->cap = cr_arena_alloc(arena, count, sizeof *edges->cap);
  edges->cites = cr_arena_alloc(arena, count + 1, sizeof *edges->cites);
  edges->cited = cr_arena_alloc(arena, cites, sizeof *edges->cited);
  bool all = edges->first && edges->holder && edges->weight && edges->flags && edges->cap &&
             edges->cites && edges->cited;
  return all ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

/* Positions of the builder's edges of one property, by company, then in the
 * order of addition. Fills edges->first. */
static void order_edges(int *order, cr_edges *edges, const cr_view_builder *builder,
                        cr_property property) {
  int parties = (int)builder->party_count;
  int *next = edges->first + 1; /* shifted by one: ends as first[c + 1] */
  for (size_t i = 0; i < builder->edge_count; i++)
    if (builder->edges[i].property == property) next[builder->edges[i].company + 1]++;
  for (int c = 1; c < parties; c++) next[c] += next[c - 1];
  for (size_t i = 0; i < builder->edge_count; i++)
    if (builder->edges[i].property == property)
      order[next[builder->edges[i].company]++] = (int)i;
}

/* Weights in the arena. Their ends are shallow copies of rationals that the
 * arena owns: a finished view is only read. */
static crible_status freeze_weights(cr_edges *edges, const cr_interval *weights, cr_arena *arena) {
  fmpq *ends = cr_arena_rationals(arena, 2 * (size_t)edges->count);
  if (ends == NULL) return CRIBLE_E_MEMORY;
  for (int e = 0; e < edges->count; e++) {
    fmpq_set(&ends[2 * e], &weights[e].lo);
    fmpq_set(&ends[2 * e + 1], &weights[e].hi);
    edges->weight[e] = (cr_interval){.lo = ends[2 * e], .hi = ends[2 * e + 1],
                                     .lo_open = weights[e].lo_open, .hi_open = weights[e].hi_open};
  }
  return CRIBLE_OK;
}

/* Tightens copies of the rows. Returns the first company whose row no
 * weights satisfy, or CR_NONE. */
static int tighten_rows(cr_interval *weights, const int *order, const cr_edges *edges,
                        const cr_view_builder *builder) {
  for (int e = 0; e < edges->count; e++)
    cr_interval_set(&weights[e], &builder->edges[order[e]].weight);
  for (int c = 0; c < (int)builder->party_count; c++) {
    int first = edges->first[c], count = edges->first[c + 1] - first;
    if (count > 0 && !cr_tighten(weights + first, count)) return c;
  }
  return CR_NONE;
}

static void copy_edges(cr_edges *edges, const int *order, const cr_view_builder *builder) {
  int cites = 0;
  for (int e = 0; e < edges->count; e++) {
    const built_edge *edge = &builder->edges[order[e]];
    edges->holder[e] =
        edge->holder >= 0 ? edge->holder : (int)builder->party_count - 1 - edge->holder;
    edges->flags[e] = edge->flags;
    edges->cap[e] = edge->cap;
    edges->cites[e] = cites;
    for (int i = 0; i < edge->cite_count; i++)
      edges->cited[cites++] = builder->cites[edge->first_cite + i];
  }
  edges->cites[edges->count] = cites;
}

static size_t count_edges(size_t *cites, const cr_view_builder *builder, cr_property property) {
  size_t count = 0;
  *cites = 0;
  for (size_t i = 0; i < builder->edge_count; i++) {
    if (builder->edges[i].property != property) continue;
    count++;
    *cites += (size_t)builder->edges[i].cite_count;
  }
  return count;
}

/* The rows of one property. CRIBLE_E_DATA: *infeasible is a company without
 * possible weights. */
static crible_status finish_edges(cr_view *view, const cr_view_builder *builder,
                                  cr_property property, int *infeasible, cr_arena *arena) {
  cr_edges *edges = &view->edges[property];
  size_t cites, count = count_edges(&cites, builder, property);
  int *order = cr_allocate(builder->context, (count + 1) * sizeof *order);
  cr_interval *weights = cr_allocate(builder->context, (count + 1) * sizeof *weights);
  size_t ready = 0;
  crible_status status = order && weights ? CRIBLE_OK : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) status = allocate_edges(edges, view->parties, count, cites, arena);
  if (status != CRIBLE_OK) goto cleanup;
  edges->count = (int)count;
  order_edges(order, edges, builder, property);
  for (; ready < count; ready++) cr_interval_init(&weights[ready]);
  *infeasible = tighten_rows(weights, order, edges, builder);
  if (*infeasible != CR_NONE) status = CRIBLE_E_DATA;
  if (status == CRIBLE_OK) status = freeze_weights(edges, weights, arena);
  if (status == CRIBLE_OK) copy_edges(edges, order, builder);
cleanup:
  for (size_t i = 0; i < ready; i++) cr_interval_clear(&weights[i]);
  cr_release(builder->context, weights);
  cr_release(builder->context, order);
  return status;
}

crible_status cr_view_builder_finish(cr_view **out, cr_view_builder *builder, cr_arena *arena,
                                     int candidate, int *infeasible_company,
                                     cr_property *infeasible_property) {
  if (!known_party(builder, candidate)) return CRIBLE_E_INTERNAL;
  cr_view *view = cr_arena_alloc(arena, 1, sizeof *view);
  if (view == NULL) return CRIBLE_E_MEMORY;
  view->candidate = candidate;
  crible_status status = finish_parties(view, builder, arena);
  if (status == CRIBLE_OK) status = finish_caps_and_controls(view, builder, arena);
  for (int p = 0; status == CRIBLE_OK && p < CR_PROPERTIES; p++) {
    int infeasible = CR_NONE;
    status = finish_edges(view, builder, (cr_property)p, &infeasible, arena);
    if (status != CRIBLE_E_DATA) continue;
    if (infeasible_company != NULL) *infeasible_company = infeasible;
    if (infeasible_property != NULL) *infeasible_property = (cr_property)p;
  }
  if (status == CRIBLE_OK) *out = view;
  return status;
}
