#include "engine/holdings/entities.h"

#include "engine/holdings/vector.h"

/* Nodes that some weights connect with the candidate. */
static crible_status find_holders(bool *holds, const cr_system *system, cr_arena *scratch) {
  const cr_view *view = system->view;
  int *queue = cr_arena_alloc(scratch, (size_t)cr_view_nodes(view), sizeof *queue);
  if (queue == NULL) return CRIBLE_E_MEMORY;
  int count = 0;
  holds[view->candidate] = true; /* not entered again */
  queue[count++] = view->candidate;
  for (int taken = 0; taken < count; taken++) {
    if (!cr_system_has_row(system, queue[taken])) continue;
    int first = system->edges->first[queue[taken]], end = system->edges->first[queue[taken] + 1];
    for (int e = first; e < end; e++) {
      int h = system->edges->holder[e];
      if (holds[h] || fmpq_is_zero(&system->weight[e].hi)) continue;
      holds[h] = true;
      queue[count++] = h;
    }
  }
  return CRIBLE_OK;
}

/* Those whose upper bound is above 0. Behind an undisclosed remainder or a
 * closed group anybody may stand. */
static crible_status list_entities(cr_holdings *holdings, const cr_system *system,
                                   cr_arena *scratch, cr_arena *arena) {
  const cr_view *view = system->view;
  size_t nodes = (size_t)cr_view_nodes(view);
  int undisclosed = view->parties + CR_UNDISCLOSED;
  bool *holds = cr_arena_alloc(scratch, nodes, sizeof *holds);
  holdings->entities = cr_arena_alloc(arena, nodes, sizeof *holdings->entities);
  if (!holds || !holdings->entities) return CRIBLE_E_MEMORY;
  crible_status status = find_holders(holds, system, scratch);
  if (status != CRIBLE_OK) return status;
  bool anybody = holds[undisclosed];
  for (int v = 0; v < view->parties; v++) anybody = anybody || (holds[v] && system->closed[v]);
  for (int v = 0; v < view->parties; v++)
    if (view->third[v] != CR_NOT_THIRD && (anybody || holds[v]))
      holdings->entities[holdings->entity_count++].entity = v;
  if (anybody) holdings->entities[holdings->entity_count++].entity = undisclosed;
  return CRIBLE_OK;
}

/* An entity's exact bound on one side; only the bound is kept. */
static crible_status bound_exactly(cr_bound *out, const cr_system *system, int entity, bool upper,
                                   cr_arena *arena) {
  cr_arena *scratch = NULL;
  crible_status status = cr_arena_new(&scratch, cr_arena_context(arena));
  if (status != CRIBLE_OK) return status;
  cr_vector vector;
  status = cr_vector_solve(&vector, system, entity, upper, scratch);
  if (status == CRIBLE_OK)
    status = cr_vector_bound(out, &vector, system->view->candidate, arena);
  cr_arena_free(scratch);
  return status;
}

crible_status cr_entities_bound(cr_holdings *holdings, const cr_system *system,
                                const cr_thresholds *thresholds, cr_arena *arena) {
  (void)thresholds;
  cr_arena *scratch = NULL;
  crible_status status = cr_arena_new(&scratch, cr_arena_context(arena));
  if (status != CRIBLE_OK) return status;
  status = list_entities(holdings, system, scratch, arena);
  for (int i = 0; status == CRIBLE_OK && i < holdings->entity_count; i++) {
    cr_entity_bounds *entity = &holdings->entities[i];
    status = bound_exactly(&entity->lower, system, entity->entity, false, arena);
    if (status == CRIBLE_OK)
      status = bound_exactly(&entity->upper, system, entity->entity, true, arena);
  }
  cr_arena_free(scratch);
  return status;
}
