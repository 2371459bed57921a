/* Is the individual lower bound reached? It is the largest of the entities'
 * own lower bounds, which need not all be reached at once. Two completions are tried: the
 * one worst for the holder of the bound, then for all third parties together; and the
 * one worst for all together, then for the holder. If one leaves no entity
 * above the bound, the bound is tight. */
#include "engine/base/rational.h"
#include "engine/holdings/choices.h"
#include "engine/holdings/enclosure.h"
#include "engine/holdings/individual.h"
#include "engine/holdings/rough.h"
#include "engine/holdings/sieve.h"
#include "engine/holdings/vector.h"

typedef struct trial {
  const cr_holdings *holdings;
  const cr_system *system;
  cr_arena *arena;
} trial;

/* A copy whose ends are shallow: the rationals belong to `lo` and `hi`. */
static cr_interval closed_interval(const fmpq *lo, const fmpq *hi) {
  return (cr_interval){.lo = *lo, .hi = *hi};
}

/* The system narrowed to the optimal choices of a lower vector. */
static crible_status narrow(cr_system **out, const trial *work, const cr_vector *vector) {
  const cr_system *system = work->system;
  const cr_view *view = system->view;
  size_t nodes = (size_t)cr_view_nodes(view), count = (size_t)system->edges->count;
  cr_values values = {.exact = cr_arena_rationals(work->arena, nodes),
                      .near = cr_arena_alloc(work->arena, nodes, sizeof *values.near)};
  cr_interval *weight = cr_arena_alloc(work->arena, count, sizeof *weight);
  if (!values.exact || !values.near || !weight) return CRIBLE_E_MEMORY;
  for (int v = 0; v < (int)nodes; v++)
    if (v != cr_system_detached(system)) cr_values_set(&values, v, &vector->value[v]);
  cr_choices choices;
  crible_status status = cr_choices_of(&choices, system, false, &values, work->arena);
  if (status != CRIBLE_OK) return status;
  for (size_t e = 0; e < count; e++) {
    const cr_interval *given = &system->weight[e];
    weight[e] = closed_interval(choices.level[e] == CR_LEVEL_HIGH ? &given->hi : &given->lo,
                                choices.level[e] == CR_LEVEL_LOW ? &given->lo : &given->hi);
  }
  return cr_system_narrowed(out, system, weight, work->arena);
}

/* A completion that is worst for the vector's target, and good for the
 * second: it need not be best, as what matters is checked afterwards. */
static crible_status choose(cr_system **out, const trial *work, const cr_vector *first,
                            int second) {
  size_t count = (size_t)work->system->edges->count;
  cr_system *narrowed = NULL;
  fmpq *chosen = NULL;
  cr_interval *weight = cr_arena_alloc(work->arena, count, sizeof *weight);
  if (weight == NULL) return CRIBLE_E_MEMORY;
  crible_status status = narrow(&narrowed, work, first);
  if (status == CRIBLE_OK) status = cr_rough_weights(&chosen, narrowed, second, work->arena);
  if (status != CRIBLE_OK) return status;
  for (size_t e = 0; e < count; e++) weight[e] = closed_interval(&chosen[e], &chosen[e]);
  return cr_system_narrowed(out, work->system, weight, work->arena);
}

/* Marks what a walk under the pinned weights can leave for a terminal node. */
static crible_status mark_leaving(bool *leaving, const trial *work, const cr_system *pinned) {
  int nodes = cr_view_nodes(pinned->view), count = 0;
  int *queue = cr_arena_alloc(work->arena, (size_t)nodes, sizeof *queue);
  if (queue == NULL) return CRIBLE_E_MEMORY;
  for (int v = 0; v < nodes; v++) {
    leaving[v] = !cr_system_has_row(pinned, v) || v == cr_system_detached(pinned);
    if (leaving[v]) queue[count++] = v;
  }
  for (int taken = 0; taken < count; taken++) {
    for (int i = pinned->column_first[queue[taken]]; i < pinned->column_first[queue[taken] + 1];
         i++) {
      int e = pinned->column[i], c = pinned->company[e];
      if (leaving[c] || fmpq_is_zero(&pinned->weight[e].hi)) continue;
      leaving[c] = true;
      queue[count++] = c;
    }
  }
  return CRIBLE_OK;
}

/* Whether completions come near the pinned weights with the same values: what
 * the walk cannot leave there must be closed under weights that respect open ends
 * too, and hold no third party. */
static crible_status approachable(bool *out, const trial *work, const cr_system *pinned) {
  *out = true;
  if (!work->system->open) return CRIBLE_OK;
  const cr_view *view = pinned->view;
  size_t nodes = (size_t)cr_view_nodes(view);
  bool *leaving = cr_arena_alloc(work->arena, nodes, sizeof *leaving);
  bool *inside = cr_arena_alloc(work->arena, nodes, sizeof *inside);
  uint8_t *place = cr_arena_alloc(work->arena, nodes, sizeof *place);
  int *rank = cr_arena_alloc(work->arena, nodes, sizeof *rank);
  if (!leaving || !inside || !place || !rank) return CRIBLE_E_MEMORY;
  crible_status status = mark_leaving(leaving, work, pinned);
  if (status != CRIBLE_OK) return status;
  for (size_t v = 0; v < nodes; v++)
    place[v] = leaving[v] ? CR_PLACE_OUTSIDE : CR_PLACE_SOUGHT;
  cr_sieve sieve = {.system = work->system, .strict = true, .place = place, .detached = CR_NONE,
                    .inside = inside, .rank = rank};
  status = cr_sieve_run(&sieve, cr_arena_context(work->arena));
  for (int v = 0; v < view->parties; v++)
    if (!leaving[v] && (!inside[v] || view->third[v] == CR_THIRD)) *out = false;
  return status;
}

/* An entity's exact value under pinned weights, compared with the bound. */
static crible_status compare_exactly(bool *above, const cr_system *pinned, int entity,
                                     const fmpq_t limit, crible_context *context) {
  cr_arena *scratch = NULL;
  crible_status status = cr_arena_new(&scratch, context);
  if (status != CRIBLE_OK) return status;
  cr_vector vector;
  status = cr_vector_solve(&vector, pinned, entity, false, scratch);
  if (status == CRIBLE_OK)
    *above = fmpq_cmp(&vector.value[pinned->view->candidate], limit) > 0;
  cr_arena_free(scratch);
  return status;
}

/* Whether an entity may be above the bound at all. Only surely third parties
 * count: the others may be not third, and a remainder may be split. */
static bool may_exceed(const cr_entity_bounds *entity, const cr_view *view, const fmpq_t limit) {
  if (entity->entity >= view->parties || view->third[entity->entity] != CR_THIRD) return false;
  return entity->upper.exact ? fmpq_cmp(entity->upper.value, limit) > 0
                             : entity->upper.above > cr_rational_below(limit);
}

/* Whether no entity is above the bound under pinned weights; `at_bound` is one
 * that they bring down to its own, or CR_TARGET_ALL. */
static crible_status none_above(bool *out, const trial *work, const cr_system *pinned,
                                int at_bound) {
  const cr_holdings *holdings = work->holdings;
  const fmpq *limit = holdings->individual[0].value;
  cr_enclosure *enclosure = NULL;
  crible_status status = cr_enclosure_new(&enclosure, pinned, false, work->arena);
  bool above = false;
  for (int i = 0; status == CRIBLE_OK && !above && i < holdings->entity_count; i++) {
    int entity = holdings->entities[i].entity;
    if (entity == at_bound || !may_exceed(&holdings->entities[i], pinned->view, limit)) continue;
    double least, most;
    cr_enclosure_of(&least, &most, enclosure, entity);
    if (most <= cr_rational_below(limit)) continue;
    above = least > cr_rational_above(limit);
    if (!above)
      status = compare_exactly(&above, pinned, entity, limit, cr_arena_context(work->arena));
  }
  *out = !above;
  return status;
}

static crible_status try(bool *out, const trial *work, const cr_vector *first, int second) {
  cr_system *pinned = NULL;
  crible_status status = choose(&pinned, work, first, second);
  if (status == CRIBLE_OK) status = approachable(out, work, pinned);
  if (status == CRIBLE_OK && *out) status = none_above(out, work, pinned, first->target);
  return status;
}

/* Whether no surely third entity but the holder can be above the bound. */
static bool beyond_doubt(const cr_holdings *holdings, const cr_view *view) {
  int holder = holdings->individual_holder[0];
  if (holder != CR_NONE && !holdings->individual_vector[0].tight) return false;
  for (int i = 0; i < holdings->entity_count; i++)
    if (holdings->entities[i].entity != holder &&
        may_exceed(&holdings->entities[i], view, holdings->individual[0].value))
      return false;
  return true;
}

crible_status cr_individual_reached(bool *out, const cr_holdings *holdings,
                                    const cr_system *system, crible_context *context) {
  int holder = holdings->individual_holder[0];
  bool reached = beyond_doubt(holdings, system->view);
  trial work = {.holdings = holdings, .system = system};
  crible_status status = cr_arena_new(&work.arena, context);
  if (status != CRIBLE_OK) return status;
  if (!reached && holder != CR_NONE)
    status = try(&reached, &work, &holdings->individual_vector[0], CR_TARGET_ALL);
  if (status == CRIBLE_OK && !reached)
    status = try(&reached, &work, &holdings->collective[0],
                 holder == CR_NONE ? CR_TARGET_ALL : holder);
  if (status == CRIBLE_OK) *out = reached;
  cr_arena_free(work.arena);
  return status;
}
