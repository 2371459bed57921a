#include "engine/holdings/individual.h"

#include "engine/base/rational.h"
#include "engine/holdings/vector.h"

static const cr_bound *side(const cr_entity_bounds *entity, int upper) {
  return upper ? &entity->upper : &entity->lower;
}

/* Exact comparison; an enclosure here never contains the largest bound. */
static int compare(const cr_bound *bound, const fmpq_t largest) {
  return bound->exact ? fmpq_cmp(bound->value, largest) : -1;
}

/* The largest bound. Of equal upper bounds one attained is enough; of equal
 * lower bounds one that every completion exceeds is enough to exceed it. */
static void find_largest(fmpq_t largest, bool *attained, const cr_holdings *holdings, int upper) {
  fmpq_zero(largest);
  for (int i = 0; i < holdings->entity_count; i++) {
    const cr_bound *bound = side(&holdings->entities[i], upper);
    if (compare(bound, largest) > 0) fmpq_set(largest, bound->value);
  }
  *attained = !upper || fmpq_is_zero(largest);
  for (int i = 0; i < holdings->entity_count; i++) {
    const cr_bound *bound = side(&holdings->entities[i], upper);
    if (compare(bound, largest) != 0) continue;
    *attained = upper ? *attained || bound->attained : *attained && bound->attained;
  }
}

/* Marks what stands above a node: its holders, theirs, and so on. */
static void mark_above(bool *above, int *queue, const cr_system *system, int node) {
  int count = 0;
  for (int v = 0; v < cr_view_nodes(system->view); v++) above[v] = false;
  queue[count++] = node;
  for (int taken = 0; taken < count; taken++) {
    if (!cr_system_has_row(system, queue[taken])) continue;
    int first = system->edges->first[queue[taken]], end = system->edges->first[queue[taken] + 1];
    for (int e = first; e < end; e++) {
      int h = system->edges->holder[e];
      if (above[h] || fmpq_is_zero(&system->weight[e].hi)) continue;
      above[h] = true;
      queue[count++] = h;
    }
  }
}

static bool counts_as(const cr_dependents *dependents, int controller, int party) {
  for (int i = dependents ? dependents->first[controller] : 0;
       dependents && i < dependents->first[controller + 1]; i++)
    if (dependents->party[i] == party) return true;
  return false;
}

/* Whether an equal entity stands above one (`above` it is marked, or the one counts as it), and not
 * below it too, as in a cycle. */
static bool passed_over(int node, const bool *above, const fmpq_t largest,
                        const cr_holdings *holdings, int upper, const cr_view *view) {
  const int *component = holdings->condensation->component;
  const cr_dependents *dependents = view->dependents[upper];
  for (int i = 0; i < holdings->entity_count; i++) {
    int other = holdings->entities[i].entity;
    if (other >= view->parties || component[other] == component[node]) continue;
    bool stands = above[other] ||
                  (counts_as(dependents, other, node) && !counts_as(dependents, node, other));
    if (stands &&
        compare(side(&holdings->entities[i], upper), largest) == 0)
      return true;
  }
  return false;
}

/* Among the entities at the bound the first of the topmost. */
static crible_status find_holder(int *out, const fmpq_t largest, const cr_holdings *holdings,
                                 const cr_system *system, int upper, cr_arena *scratch) {
  size_t nodes = (size_t)cr_view_nodes(system->view);
  int parties = system->view->parties;
  bool *above = cr_arena_alloc(scratch, nodes, sizeof *above);
  int *queue = cr_arena_alloc(scratch, nodes + 1, sizeof *queue);
  if (!above || !queue) return CRIBLE_E_MEMORY;
  for (int i = 0; i < holdings->entity_count; i++) {
    int node = holdings->entities[i].entity;
    if (compare(side(&holdings->entities[i], upper), largest) != 0) continue;
    *out = node;
    if (node >= parties) break;
    mark_above(above, queue, system, node);
    if (!passed_over(node, above, largest, holdings, upper, system->view)) break;
  }
  return CRIBLE_OK;
}

/* One side: the bound, its holder, and the holder's vector. */
static crible_status solve_side(cr_holdings *holdings, const cr_system *system, int upper,
                                cr_arena *scratch, cr_arena *arena) {
  cr_bound *bound = &holdings->individual[upper];
  fmpq *largest = cr_arena_rationals(arena, 1);
  if (largest == NULL) return CRIBLE_E_MEMORY;
  bool attained;
  find_largest(largest, &attained, holdings, upper);
  *bound = (cr_bound){.exact = true, .value = largest, .below = cr_rational_below(largest),
                      .above = cr_rational_above(largest), .attained = attained,
                      .tight = !system->view->relaxed};
  int *holder = &holdings->individual_holder[upper];
  cr_vector *vector = &holdings->individual_vector[upper];
  *holder = CR_NONE;
  if (fmpq_is_zero(largest)) {
    *vector = (cr_vector){.value = NULL};
    return CRIBLE_OK;
  }
  crible_status status = find_holder(holder, largest, holdings, system, upper, scratch);
  if (status != CRIBLE_OK) return status;
  if (vector->value != NULL && vector->target == *holder) return CRIBLE_OK;
  return cr_vector_solve(vector, system, *holder, upper != 0, arena);
}

crible_status cr_individual_solve(cr_holdings *holdings, const cr_system *system,
                                  cr_arena *arena) {
  cr_arena *scratch = NULL;
  crible_status status = cr_arena_new(&scratch, cr_arena_context(arena));
  if (status != CRIBLE_OK) return status;
  for (int upper = 0; status == CRIBLE_OK && upper <= 1; upper++)
    status = solve_side(holdings, system, upper, scratch, arena);
  cr_arena_free(scratch);
  if (status != CRIBLE_OK || system->view->relaxed) return status;
  return cr_individual_reached(&holdings->individual[0].tight, holdings, system,
                               cr_arena_context(arena));
}
