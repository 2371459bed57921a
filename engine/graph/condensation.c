#include "engine/graph/condensation.h"

#include <igraph/igraph.h>

/* The edges that count: entries between parties, all or some. */
typedef struct part {
  const cr_view *view;
  const cr_edges *edges;
  const bool *kept; /* per entry, or NULL for all */
} part;

static bool counts(const part *graph, int e) {
  return graph->edges->holder[e] < graph->view->parties &&
         (graph->kept == NULL || graph->kept[e]);
}

/* igraph's answer, in a numbering that promises no order. */
typedef struct strong_components {
  igraph_vector_int_t of; /* per party */
  igraph_integer_t count;
} strong_components;

static igraph_error_t list_edges(igraph_vector_int_t *ends, const part *graph) {
  const cr_edges *edges = graph->edges;
  IGRAPH_CHECK(igraph_vector_int_reserve(ends, 2 * (igraph_integer_t)edges->count));
  for (int company = 0; company < graph->view->parties; company++) {
    for (int e = edges->first[company]; e < edges->first[company + 1]; e++) {
      if (!counts(graph, e)) continue;
      IGRAPH_CHECK(igraph_vector_int_push_back(ends, edges->holder[e]));
      IGRAPH_CHECK(igraph_vector_int_push_back(ends, company));
    }
  }
  return IGRAPH_SUCCESS;
}

static igraph_error_t find_components(strong_components *found, const part *kept_part) {
  igraph_vector_int_t ends;
  igraph_t graph;
  IGRAPH_CHECK(igraph_vector_int_init(&ends, 0));
  IGRAPH_FINALLY(igraph_vector_int_destroy, &ends);
  IGRAPH_CHECK(list_edges(&ends, kept_part));
  IGRAPH_CHECK(igraph_create(&graph, &ends, kept_part->view->parties, IGRAPH_DIRECTED));
  IGRAPH_FINALLY(igraph_destroy, &graph);
  IGRAPH_CHECK(igraph_vector_int_init(&found->of, 0));
  IGRAPH_FINALLY(igraph_vector_int_destroy, &found->of);
  IGRAPH_CHECK(
      igraph_connected_components(&graph, &found->of, NULL, &found->count, IGRAPH_STRONG));
  IGRAPH_FINALLY_CLEAN(1);
  igraph_destroy(&graph);
  igraph_vector_int_destroy(&ends);
  IGRAPH_FINALLY_CLEAN(2);
  return IGRAPH_SUCCESS;
}

/* Rows of members by component, ascending; first has count + 1 zeroed entries. */
static void group_members(int *first, int *member, const int *component, int parties, int count) {
  for (int v = 0; v < parties; v++) first[component[v] + 1]++;
  for (int k = 0; k < count; k++) first[k + 1] += first[k];
  for (int v = parties - 1; v >= 0; v--) member[--first[component[v] + 1]] = v;
  for (int k = 0; k < count; k++) first[k] = first[k + 1];
  first[count] = parties;
}

/* Peels components that hold nothing outside themselves, again and again: the
 * last come first. `below` counts edges that leave a component downwards. */
static void order_from_below(int *position, int *queue, int *below, const cr_condensation *raw,
                             const part *graph) {
  const cr_edges *edges = graph->edges;
  for (int company = 0; company < graph->view->parties; company++)
    for (int e = edges->first[company]; e < edges->first[company + 1]; e++)
      if (counts(graph, e) && raw->component[edges->holder[e]] != raw->component[company])
        below[raw->component[edges->holder[e]]]++;
  int queued = 0;
  for (int k = raw->count - 1; k >= 0; k--)
    if (below[k] == 0) queue[queued++] = k;
  for (int taken = 0; taken < queued; taken++) {
    int k = queue[taken];
    position[k] = raw->count - 1 - taken;
    for (int m = raw->first[k]; m < raw->first[k + 1]; m++) {
      int company = raw->member[m];
      for (int e = edges->first[company]; e < edges->first[company + 1]; e++) {
        int above = counts(graph, e) ? raw->component[edges->holder[e]] : k;
        if (above != k && --below[above] == 0) queue[queued++] = above;
      }
    }
  }
}

static crible_status allocate(cr_condensation *made, int parties, int count, cr_arena *arena) {
  made->count = count;
  made->first = cr_arena_alloc(arena, (size_t)count + 1, sizeof *made->first);
  made->member = cr_arena_alloc(arena, (size_t)parties, sizeof *made->member);
  made->component = cr_arena_alloc(arena, (size_t)parties, sizeof *made->component);
  made->cyclic = cr_arena_alloc(arena, (size_t)count, sizeof *made->cyclic);
  bool all = made->first && made->member && made->component && made->cyclic;
  return all ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

/* Renumbers igraph's components into topological order. */
static crible_status arrange(cr_condensation *made, const strong_components *found,
                             const part *graph, cr_arena *arena) {
  crible_context *context = cr_arena_context(arena);
  int parties = graph->view->parties, count = (int)found->count;
  cr_condensation raw;
  crible_status status = allocate(&raw, parties, count, arena);
  if (status == CRIBLE_OK) status = allocate(made, parties, count, arena);
  int *scratch = cr_allocate_zero(context, 3 * (size_t)count + 1, sizeof *scratch);
  if (scratch == NULL && status == CRIBLE_OK) status = CRIBLE_E_MEMORY;
  if (status != CRIBLE_OK) goto cleanup;
  for (int v = 0; v < parties; v++) raw.component[v] = (int)VECTOR(found->of)[v];
  group_members(raw.first, raw.member, raw.component, parties, count);
  int *position = scratch, *queue = scratch + count, *below = scratch + 2 * count;
  order_from_below(position, queue, below, &raw, graph);
  for (int v = 0; v < parties; v++) made->component[v] = position[raw.component[v]];
  group_members(made->first, made->member, made->component, parties, count);
  for (int k = 0; k < count; k++) made->cyclic[k] = made->first[k + 1] - made->first[k] > 1;
cleanup:
  cr_release(context, scratch);
  return status;
}

static crible_status condense(cr_condensation **out, const part *graph, cr_arena *arena) {
  cr_condensation *made = cr_arena_alloc(arena, 1, sizeof *made);
  if (made == NULL) return CRIBLE_E_MEMORY;
  strong_components found;
  igraph_error_handler_t *before = igraph_set_error_handler(igraph_error_handler_ignore);
  igraph_error_t error = find_components(&found, graph);
  igraph_set_error_handler(before);
  if (error != IGRAPH_SUCCESS) return error == IGRAPH_ENOMEM ? CRIBLE_E_MEMORY : CRIBLE_E_INTERNAL;
  crible_status status = arrange(made, &found, graph, arena);
  igraph_vector_int_destroy(&found.of);
  if (status == CRIBLE_OK) *out = made;
  return status;
}

crible_status cr_condensation_of_part(cr_condensation **out, const cr_view *view,
                                      cr_property property, const bool *kept, cr_arena *arena) {
  part graph = {view, &view->edges[property], kept};
  return condense(out, &graph, arena);
}

crible_status cr_condensation_of(cr_condensation **out, const cr_view *view, cr_property property,
                                 cr_arena *arena) {
  return cr_condensation_of_part(out, view, property, NULL, arena);
}
