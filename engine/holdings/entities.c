#include "engine/holdings/entities.h"

#include <math.h>

#include "engine/base/rational.h"
#include "engine/holdings/enclosure.h"
#include "engine/holdings/problem.h"
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

static bool of_anybody(const cr_view *view, int party) {
  return view->dependents[1] != NULL && view->dependents[1]->of_anybody[party];
}

/* Whether one who may count as the party holds. */
static bool holds_by_others(const cr_view *view, const bool *holds, int party) {
  const cr_dependents *dependents = view->dependents[1];
  if (dependents == NULL) return false;
  for (int i = dependents->first[party]; i < dependents->first[party + 1]; i++)
    if (holds[dependents->party[i]]) return true;
  return false;
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
  bool anybody = holds[undisclosed] && view->undisclosed != CR_NOT_THIRD;
  for (int v = 0; v < view->parties; v++)
    anybody = anybody || (holds[v] && (system->closed[v] || of_anybody(view, v)));
  for (int v = 0; v < view->parties; v++)
    if (view->third[v] != CR_NOT_THIRD && (anybody || holds[v] || holds_by_others(view, holds, v)))
      holdings->entities[holdings->entity_count++].entity = v;
  if (anybody) holdings->entities[holdings->entity_count++].entity = undisclosed;
  return CRIBLE_OK;
}

/* Graphs so small that every bound is solved exactly, to be shown as a
 * fraction; and the width beyond which an enclosure is no use. */
enum { SMALL_GRAPH = 200 };
static const double WIDE = 0x1p-30;

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

/* The first exact vector of a large graph is kept: mostly it is the largest. */
static crible_status bound_and_keep(cr_bound *out, cr_vector *kept, const cr_system *system,
                                    int entity, bool upper, cr_arena *arena) {
  crible_status status = cr_vector_solve(kept, system, entity, upper, arena);
  return status == CRIBLE_OK ? cr_vector_bound(out, kept, system->view->candidate, arena)
                             : status;
}

/* A lower bound of 0, attained, as entities have that may be not third. */
static crible_status bound_by_zero(cr_bound *out, cr_arena *arena) {
  fmpq *zero = cr_arena_rationals(arena, 1);
  if (zero == NULL) return CRIBLE_E_MEMORY;
  *out = (cr_bound){.exact = true, .value = zero, .attained = true, .tight = true};
  return CRIBLE_OK;
}

static bool surely_third(const cr_view *view, int entity) {
  return entity < view->parties && view->third[entity] == CR_THIRD;
}

/* The sides of all entities. */
static cr_bound *side(cr_holdings *holdings, int i, bool upper) {
  return upper ? &holdings->entities[i].upper : &holdings->entities[i].lower;
}

static crible_status enclose_all(cr_holdings *holdings, const cr_system *system, bool upper,
                                 cr_arena *scratch, cr_arena *arena) {
  cr_enclosure *enclosure = NULL;
  crible_status status = cr_enclosure_new(&enclosure, system, upper, scratch);
  for (int i = 0; status == CRIBLE_OK && i < holdings->entity_count; i++) {
    int entity = holdings->entities[i].entity;
    cr_bound *bound = side(holdings, i, upper);
    if (!upper && !surely_third(system->view, entity)) {
      status = bound_by_zero(bound, arena);
      continue;
    }
    *bound = (cr_bound){.tight = !system->view->relaxed && (upper || !system->open)};
    cr_enclosure_of(&bound->below, &bound->above, enclosure, entity);
  }
  return status;
}

/* Whether an enclosure leaves something open: a threshold, or who is largest. */
static bool leaves_open(const cr_bound *bound, double largest_below,
                        const cr_thresholds *thresholds) {
  if (bound->above >= largest_below || bound->above - bound->below > WIDE) return true;
  for (int i = 0; i < thresholds->count; i++)
    if (cr_rational_above(&thresholds->value[i]) >= bound->below &&
        cr_rational_below(&thresholds->value[i]) <= bound->above)
      return true;
  return false;
}

/* Whether an entity's lower bound is plainly 0: the walk can avoid it. */
static crible_status avoidable(bool *out, const cr_system *system, int entity,
                               crible_context *context) {
  cr_arena *scratch = NULL;
  crible_status status = cr_arena_new(&scratch, context);
  if (status != CRIBLE_OK) return status;
  cr_problem problem;
  status = cr_problem_set(&problem, system, entity, false, scratch);
  if (status == CRIBLE_OK)
    *out = !system->open && problem.unattained == CR_NONE &&
           problem.fixed[system->view->candidate];
  cr_arena_free(scratch);
  return status;
}

static crible_status settle(cr_bound *bound, cr_vector *kept, const cr_system *system,
                            int entity, bool upper, cr_arena *arena) {
  bool zero = false;
  if (!upper && bound->below <= 0) {
    crible_status status = avoidable(&zero, system, entity, cr_arena_context(arena));
    if (status != CRIBLE_OK) return status;
  }
  if (zero) return bound_by_zero(bound, arena);
  return kept->value == NULL ? bound_and_keep(bound, kept, system, entity, upper, arena)
                             : bound_exactly(bound, system, entity, upper, arena);
}

/* Every bound of a small graph is solved exactly. */
static crible_status solve_all(cr_holdings *holdings, const cr_system *system, bool upper,
                               cr_arena *arena) {
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && i < holdings->entity_count; i++)
    status = bound_exactly(side(holdings, i, upper), system, holdings->entities[i].entity, upper,
                           arena);
  return status;
}

static crible_status bound_side(cr_holdings *holdings, const cr_system *system,
                                const cr_thresholds *thresholds, bool upper, cr_arena *scratch,
                                cr_arena *arena) {
  if (system->view->parties <= SMALL_GRAPH) return solve_all(holdings, system, upper, arena);
  crible_status status = enclose_all(holdings, system, upper, scratch, arena);
  double largest_below = 0;
  for (int i = 0; status == CRIBLE_OK && i < holdings->entity_count; i++)
    largest_below = fmax(largest_below, side(holdings, i, upper)->below);
  for (int i = 0; status == CRIBLE_OK && i < holdings->entity_count; i++) {
    cr_bound *bound = side(holdings, i, upper);
    if (!bound->exact && leaves_open(bound, largest_below, thresholds))
      status = settle(bound, &holdings->individual_vector[upper], system,
                      holdings->entities[i].entity, upper, arena);
  }
  return status;
}

crible_status cr_entities_bound(cr_holdings *holdings, const cr_system *system,
                                const cr_thresholds *thresholds, cr_arena *arena) {
  cr_arena *scratch = NULL;
  crible_status status = cr_arena_new(&scratch, cr_arena_context(arena));
  if (status != CRIBLE_OK) return status;
  status = list_entities(holdings, system, scratch, arena);
  for (int upper = 0; status == CRIBLE_OK && upper <= 1; upper++)
    status = bound_side(holdings, system, thresholds, upper != 0, scratch, arena);
  cr_arena_free(scratch);
  return status;
}
