#include "engine/holdings/problem.h"

#include <string.h>

#include "engine/holdings/sieve.h"

/* The largest member of a group of n holds at least 1/n of its part, and any
 * share below the whole; n = 0 is unknown, two at least. */
static cr_role group_role(cr_problem *problem, int64_t members) {
  if (members == 1) return CR_ROLE_WHOLE;
  if (problem->upper) {
    problem->unattained = problem->target;
    return CR_ROLE_WHOLE;
  }
  if (members > 1) {
    fmpq_set_si(problem->part, 1, (ulong)members);
    return CR_ROLE_PART;
  }
  problem->unattained = problem->target;
  return CR_ROLE_NONE;
}

/* What stands behind remainders. One third holder may be all of it, or none of it in particular,
 * for it may be split; all of them together are no less. */
static cr_role undisclosed_role(const cr_problem *problem) {
  cr_third third = problem->system->view->undisclosed;
  if (problem->upper) return third == CR_NOT_THIRD ? CR_ROLE_NONE : CR_ROLE_WHOLE;
  return third == CR_THIRD && problem->target == CR_TARGET_ALL ? CR_ROLE_WHOLE : CR_ROLE_NONE;
}

/* A single target that may be not third counts in an upper bound only. */
static cr_role target_role(cr_problem *problem) {
  const cr_view *view = problem->system->view;
  if (problem->target >= view->parties) return undisclosed_role(problem);
  if (!problem->upper && view->third[problem->target] != CR_THIRD) return CR_ROLE_NONE;
  if (cr_view_group(view, problem->target))
    return group_role(problem, view->members[problem->target]);
  return CR_ROLE_WHOLE;
}

static const cr_dependents *dependents_of(const cr_problem *problem) {
  return problem->system->view->dependents[problem->upper];
}

/* Who counts for third parties together, or for anybody. */
static bool counts_for_many(const cr_problem *problem, int node) {
  const cr_dependents *dependents = dependents_of(problem);
  if (dependents == NULL) return false;
  if (problem->target == CR_TARGET_ALL) return dependents->of_third[node];
  return problem->upper && dependents->of_anybody[node];
}

static cr_role party_role(const cr_problem *problem, int node) {
  const cr_system *system = problem->system;
  cr_third third = system->view->third[node];
  bool closed = problem->upper && system->closed[node];
  if (closed) return CR_ROLE_WHOLE;
  if (node == cr_system_detached(system)) return CR_ROLE_NONE;
  if (problem->target == CR_TARGET_ALL &&
      (third == CR_THIRD || (third == CR_MAYBE_THIRD && problem->upper)))
    return CR_ROLE_WHOLE;
  if (counts_for_many(problem, node)) return CR_ROLE_WHOLE;
  return cr_system_has_row(system, node) ? CR_ROLE_COMPANY : CR_ROLE_NONE;
}

void cr_problem_dependents(int *first, int *end, const cr_problem *problem) {
  const cr_dependents *dependents = dependents_of(problem);
  int target = problem->target;
  *first = *end = 0;
  if (dependents == NULL || target >= problem->system->view->parties ||
      problem->role[target] != CR_ROLE_WHOLE)
    return;
  *first = dependents->first[target];
  *end = dependents->first[target + 1];
}

void cr_problem_set_target(cr_problem *problem) {
  int first, end;
  problem->unattained = CR_NONE;
  problem->role[problem->target] = (uint8_t)target_role(problem);
  cr_problem_dependents(&first, &end, problem);
  for (int i = first; i < end; i++)
    problem->role[dependents_of(problem)->party[i]] = CR_ROLE_WHOLE;
}

void cr_problem_roles(cr_problem *problem) {
  const cr_view *view = problem->system->view;
  for (int v = 0; v < view->parties; v++) problem->role[v] = (uint8_t)party_role(problem, v);
  for (int pseudo = 0; pseudo < CR_PSEUDO_NODES; pseudo++)
    problem->role[view->parties + pseudo] = CR_ROLE_NONE;
  problem->role[view->parties + CR_UNDISCLOSED] = (uint8_t)undisclosed_role(problem);
  problem->unattained = CR_NONE;
  if (problem->target != CR_TARGET_ALL) cr_problem_set_target(problem);
}

void cr_problem_value(fmpq_t out, const cr_problem *problem, int node) {
  switch ((cr_role)problem->role[node]) {
  case CR_ROLE_WHOLE: fmpq_one(out); break;
  case CR_ROLE_PART: fmpq_set(out, problem->part); break;
  case CR_ROLE_NONE:
  case CR_ROLE_COMPANY: fmpq_zero(out); break;
  }
}

/* Companies that can be held wholly by themselves and nodes of value 0. */
static crible_status avoid(bool *inside, const cr_problem *problem, bool strict,
                           cr_arena *arena) {
  const cr_view *view = problem->system->view;
  size_t nodes = (size_t)cr_view_nodes(view);
  uint8_t *place = cr_arena_alloc(arena, nodes, sizeof *place);
  int *rank = cr_arena_alloc(arena, nodes, sizeof *rank);
  if (!place || !rank) return CRIBLE_E_MEMORY;
  for (size_t v = 0; v < nodes; v++) {
    bool positive = problem->role[v] == CR_ROLE_WHOLE || problem->role[v] == CR_ROLE_PART;
    place[v] = positive                              ? CR_PLACE_OUTSIDE
               : problem->role[v] == CR_ROLE_COMPANY ? CR_PLACE_SOUGHT
                                                     : CR_PLACE_INSIDE;
  }
  cr_sieve sieve = {.system = problem->system, .strict = strict, .place = place,
                    .detached = cr_system_detached(problem->system), .inside = inside,
                    .rank = rank};
  return cr_sieve_run(&sieve, cr_arena_context(arena));
}

static bool in_avoidance(const cr_problem *problem, const bool *inside, int node) {
  return inside[node] &&
         (problem->role[node] == CR_ROLE_COMPANY || node == problem->system->view->candidate);
}

/* Z, and whether it needs an open end. Its companies become nodes of value 0. */
static crible_status fix_avoidance(cr_problem *problem, cr_arena *arena) {
  const cr_view *view = problem->system->view;
  size_t nodes = (size_t)cr_view_nodes(view);
  bool *inside = cr_arena_alloc(arena, nodes, sizeof *inside);
  if (inside == NULL) return CRIBLE_E_MEMORY;
  crible_status status = avoid(inside, problem, false, arena);
  if (status != CRIBLE_OK) return status;
  if (problem->system->open) {
    problem->strict = cr_arena_alloc(arena, nodes, sizeof *problem->strict);
    if (problem->strict == NULL) return CRIBLE_E_MEMORY;
    status = avoid(problem->strict, problem, true, arena);
    if (status != CRIBLE_OK) return status;
  }
  for (int v = 0; v < view->parties; v++) {
    problem->fixed[v] = in_avoidance(problem, inside, v);
    if (problem->fixed[v] && problem->strict != NULL && !problem->strict[v])
      problem->open_avoidance = true;
  }
  for (int v = 0; v < view->parties; v++)
    if (problem->fixed[v]) problem->role[v] = CR_ROLE_NONE;
  return CRIBLE_OK;
}

crible_status cr_problem_set(cr_problem *out, const cr_system *system, int target, bool upper,
                             cr_arena *arena) {
  size_t nodes = (size_t)cr_view_nodes(system->view);
  cr_problem problem = {.system = system, .target = target, .upper = upper};
  problem.role = cr_arena_alloc(arena, nodes, sizeof *problem.role);
  problem.fixed = cr_arena_alloc(arena, nodes, sizeof *problem.fixed);
  problem.part = cr_arena_rationals(arena, 1);
  if (!problem.role || !problem.fixed || !problem.part) return CRIBLE_E_MEMORY;
  cr_problem_roles(&problem);
  if (upper)
    memcpy(problem.fixed, system->closed, (size_t)system->view->parties * sizeof *problem.fixed);
  crible_status status = upper ? CRIBLE_OK : fix_avoidance(&problem, arena);
  if (status == CRIBLE_OK) *out = problem;
  return status;
}
