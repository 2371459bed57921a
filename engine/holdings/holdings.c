#include "engine/holdings/holdings.h"

#include "engine/holdings/closed_groups.h"
#include "engine/holdings/entities.h"
#include "engine/holdings/individual.h"
#include "engine/holdings/vector.h"

crible_status cr_holdings_vector(cr_vector *out, const cr_view *view,
                                 const cr_condensation *condensation, cr_property property,
                                 int target, bool upper, cr_arena *arena) {
  cr_arena *scratch = NULL;
  crible_status status = cr_arena_new(&scratch, cr_arena_context(arena));
  if (status != CRIBLE_OK) return status;
  cr_system *system = NULL;
  status = cr_system_new(&system, view, condensation, property, scratch);
  if (status == CRIBLE_OK) status = cr_vector_solve(out, system, target, upper, arena);
  cr_arena_free(scratch);
  return status;
}

static crible_status solve_collective(cr_holdings *holdings, const cr_system *system,
                                      cr_arena *arena) {
  for (int upper = 0; upper <= 1; upper++) {
    cr_vector *vector = &holdings->collective[upper];
    crible_status status = cr_vector_solve(vector, system, CR_TARGET_ALL, upper != 0, arena);
    if (status == CRIBLE_OK)
      status = cr_vector_bound(&holdings->collective_bound[upper], vector,
                               system->view->candidate, arena);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

/* Bounds that meet are tight, whatever made them. */
static void settle_meeting(cr_bound *lower, cr_bound *upper) {
  if (lower->exact && upper->exact && fmpq_equal(lower->value, upper->value))
    lower->tight = upper->tight = true;
}

static void settle_all(cr_holdings *holdings) {
  settle_meeting(&holdings->collective_bound[0], &holdings->collective_bound[1]);
  settle_meeting(&holdings->individual[0], &holdings->individual[1]);
  for (int i = 0; i < holdings->entity_count; i++)
    settle_meeting(&holdings->entities[i].lower, &holdings->entities[i].upper);
}

crible_status cr_holdings_solve(cr_holdings **out, const cr_view *view, cr_property property,
                                const fmpq *thresholds, int threshold_count, cr_arena *arena) {
  cr_holdings *holdings = cr_arena_alloc(arena, 1, sizeof *holdings);
  if (holdings == NULL) return CRIBLE_E_MEMORY;
  holdings->property = property;
  cr_thresholds limits = {thresholds, threshold_count};
  cr_arena *scratch = NULL;
  crible_status status = cr_arena_new(&scratch, cr_arena_context(arena));
  if (status != CRIBLE_OK) return status;
  cr_system *system = NULL;
  status = cr_condensation_of(&holdings->condensation, view, property, arena);
  if (status == CRIBLE_OK)
    status = cr_system_new(&system, view, holdings->condensation, property, scratch);
  if (status == CRIBLE_OK) status = cr_closed_groups_number(holdings, system, arena);
  if (status == CRIBLE_OK) status = solve_collective(holdings, system, arena);
  if (status == CRIBLE_OK) status = cr_entities_bound(holdings, system, &limits, arena);
  if (status == CRIBLE_OK) status = cr_individual_solve(holdings, system, arena);
  cr_arena_free(scratch);
  if (status != CRIBLE_OK) return status;
  settle_all(holdings);
  *out = holdings;
  return CRIBLE_OK;
}
