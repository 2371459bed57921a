/* Why the bounds are what they claim to be.
 *
 * Upper. Fix weights w of a completion. The walk from a company ends at a node
 * with a value of its own or stays in a closed class, whose members are not surely third and
 * are held wholly from inside: a part of S. So no completion exceeds
 * max P_w(reach the target or S), the least fixed point of the maximum operator
 * with S at 1. Conversely S can be closed under weights that respect open ends, and
 * P_w(reach) is lower semicontinuous in w (a supremum of polynomials: the chances of
 * reaching within n steps), so that weights inside open ends come as near to the
 * optimum of the closed intervals as one likes. The bound is tight.
 *
 * Lower. min P_w(reach) over closed intervals is below every completion: sound.
 * Under optimal weights every class closed outside Z would belong to Z, hence outside Z the
 * walk ends with certainty and P_w is continuous there. If Z can be kept under
 * weights that respect open ends, or be left for nodes of value 0 by an optimal
 * choice, weights inside open ends come as near as one likes: tight. Else
 * what stays in Z only at an open end leaks in every completion, and the bound
 * is sound only, if the candidate cannot avoid it. */
#include "engine/holdings/vector.h"

#include <string.h>

#include "engine/base/rational.h"
#include "engine/holdings/choices.h"
#include "engine/holdings/component.h"
#include "engine/holdings/sieve.h"

/* Ranks that prove progress: each company of positive value sends something to
 * a lower rank under every choice. */
static crible_status prove_progress(cr_vector *vector, const cr_problem *problem,
                                    cr_arena *arena) {
  const cr_system *system = problem->system;
  int candidate = system->view->candidate, detached = cr_system_detached(system);
  size_t nodes = (size_t)cr_view_nodes(system->view);
  uint8_t *place = cr_arena_alloc(arena, nodes, sizeof *place);
  bool *inside = cr_arena_alloc(arena, nodes, sizeof *inside);
  if (!place || !inside) return CRIBLE_E_MEMORY;
  for (size_t v = 0; v < nodes; v++)
    place[v] = problem->role[v] == CR_ROLE_COMPANY ? CR_PLACE_SOUGHT : CR_PLACE_OUTSIDE;
  cr_sieve sieve = {.system = system, .place = place, .detached = detached, .inside = inside,
                    .rank = vector->rank};
  crible_status status = cr_sieve_run(&sieve, cr_arena_context(arena));
  if (status != CRIBLE_OK) return status;
  if (problem->fixed[candidate] || !cr_system_has_row(system, candidate))
    vector->rank[candidate] = 0;
  for (int v = 0; v < system->view->parties; v++)
    if (inside[v]) return CRIBLE_E_INTERNAL; /* it would be in the avoidance set */
  return CRIBLE_OK;
}

/* Companies looked through need an optimal choice that leads somewhere, or
 * else what keeps an upper value up is a cycle that has nobody behind. */
static crible_status judge_attained(cr_vector *vector, const cr_problem *problem,
                                    const cr_choices *choices, const cr_values *values,
                                    cr_arena *arena) {
  size_t nodes = (size_t)cr_view_nodes(problem->system->view);
  bool *settled = cr_arena_alloc(arena, nodes, sizeof *settled);
  bool *blocked = cr_arena_alloc(arena, nodes, sizeof *blocked);
  if (!settled || !blocked) return CRIBLE_E_MEMORY;
  for (size_t v = 0; v < nodes; v++)
    settled[v] = problem->role[v] != CR_ROLE_COMPANY || fmpq_is_zero(&values->exact[v]);
  if (problem->unattained != CR_NONE) blocked[problem->unattained] = true;
  bool doubtful = problem->system->open || problem->unattained != CR_NONE;
  if (doubtful) {
    cr_blocking blocking = {.problem = problem, .choices = choices, .strict = true,
                            .blocked = blocked, .settled = problem->upper ? settled : NULL};
    crible_status status = cr_blocking_run(&blocking, cr_arena_context(arena));
    if (status != CRIBLE_OK) return status;
  }
  for (size_t v = 0; v < nodes; v++) vector->attained[v] = !blocked[v];
  int candidate = problem->system->view->candidate;
  if (problem->upper && problem->fixed[candidate]) vector->attained[candidate] = true;
  return CRIBLE_OK;
}

static crible_status judge_tight(cr_vector *vector, const cr_problem *problem,
                                 const cr_choices *choices, cr_arena *arena) {
  vector->tight = !problem->system->view->relaxed;
  if (!vector->tight || problem->upper || !problem->open_avoidance) return CRIBLE_OK;
  size_t nodes = (size_t)cr_view_nodes(problem->system->view);
  bool *settled = cr_arena_alloc(arena, nodes, sizeof *settled);
  bool *blocked = cr_arena_alloc(arena, nodes, sizeof *blocked);
  if (!settled || !blocked) return CRIBLE_E_MEMORY;
  int parties = problem->system->view->parties;
  for (int v = 0; v < (int)nodes; v++)
    settled[v] = v >= parties || !problem->fixed[v] || problem->strict[v];
  int detached = cr_system_detached(problem->system);
  if (detached != CR_NONE) settled[detached] = true;
  cr_blocking blocking = {.problem = problem, .choices = choices, .settled = settled,
                          .blocked = blocked};
  crible_status status = cr_blocking_run(&blocking, cr_arena_context(arena));
  if (status == CRIBLE_OK) vector->tight = !blocked[problem->system->view->candidate];
  return status;
}

/* Rows whose values are fixed have weights too: the greedy ones. */
static void choose_fixed_rows(cr_solver *solver) {
  const cr_problem *problem = solver->problem;
  for (int c = 0; c < problem->system->view->parties; c++)
    if (problem->role[c] != CR_ROLE_COMPANY && cr_system_has_row(problem->system, c))
      cr_solver_choose(solver, c);
}

/* Hands over what was found. The candidate's value becomes the answer to the
 * question: its row's, unless it is fixed. */
static void hand_over(cr_vector *out, cr_solver *solver) {
  const cr_problem *problem = solver->problem;
  const cr_system *system = problem->system;
  int parties = system->view->parties, candidate = system->view->candidate;
  if (problem->upper)
    memcpy(out->rank, system->closed_rank, (size_t)parties * sizeof *out->rank);
  memcpy(out->fixed, problem->fixed, (size_t)parties * sizeof *out->fixed);
  for (int v = 0; v < cr_view_nodes(system->view); v++)
    fmpq_swap(&out->value[v], &solver->values.exact[v]);
  for (int e = 0; e < system->edges->count; e++) fmpq_swap(&out->weight[e], &solver->weight[e]);
  if (problem->fixed[candidate])
    fmpq_set_si(&out->value[candidate], problem->upper, 1);
  else
    cr_row_value(&out->value[candidate], system, candidate, out->weight, out->value);
}

static crible_status solve(cr_vector *out, cr_solver *solver, cr_arena *scratch) {
  const cr_problem *problem = solver->problem;
  const cr_system *system = problem->system;
  for (int k = 0; k < system->condensation->count; k++) {
    crible_status status = cr_solver_component(solver, k);
    if (status != CRIBLE_OK) return status;
  }
  choose_fixed_rows(solver);
  cr_choices choices;
  crible_status status =
      cr_choices_of(&choices, system, problem->upper, &solver->values, scratch);
  if (status == CRIBLE_OK)
    status = judge_attained(out, problem, &choices, &solver->values, scratch);
  if (status == CRIBLE_OK) status = judge_tight(out, problem, &choices, scratch);
  if (status == CRIBLE_OK && !problem->upper) status = prove_progress(out, problem, scratch);
  if (status == CRIBLE_OK) hand_over(out, solver);
  return status;
}

crible_status cr_vector_solve(cr_vector *out, const cr_system *system, int target, bool upper,
                              cr_arena *arena) {
  size_t nodes = (size_t)cr_view_nodes(system->view), parties = (size_t)system->view->parties;
  cr_vector vector = {.upper = upper, .target = target};
  vector.value = cr_arena_rationals(arena, nodes);
  vector.weight = cr_arena_rationals(arena, (size_t)system->edges->count);
  vector.attained = cr_arena_alloc(arena, nodes, sizeof *vector.attained);
  vector.fixed = cr_arena_alloc(arena, parties, sizeof *vector.fixed);
  vector.rank = cr_arena_alloc(arena, parties, sizeof *vector.rank);
  if (!vector.value || !vector.weight || !vector.attained || !vector.fixed || !vector.rank)
    return CRIBLE_E_MEMORY;
  cr_arena *scratch = NULL;
  crible_status status = cr_arena_new(&scratch, cr_arena_context(arena));
  if (status != CRIBLE_OK) return status;
  cr_problem problem;
  cr_solver solver;
  status = cr_problem_set(&problem, system, target, upper, scratch);
  if (status == CRIBLE_OK) status = cr_solver_new(&solver, &problem, scratch);
  if (status == CRIBLE_OK) status = solve(&vector, &solver, scratch);
  if (status == CRIBLE_OK) *out = vector;
  cr_arena_free(scratch);
  return status;
}

crible_status cr_vector_bound(cr_bound *out, const cr_vector *vector, int candidate,
                              cr_arena *arena) {
  fmpq *value = cr_arena_rationals(arena, 1);
  if (value == NULL) return CRIBLE_E_MEMORY;
  fmpq_set(value, &vector->value[candidate]);
  *out = (cr_bound){.exact = true, .value = value, .below = cr_rational_below(value),
                    .above = cr_rational_above(value), .attained = vector->attained[candidate],
                    .tight = vector->tight};
  return CRIBLE_OK;
}
