#include "engine/holdings/component.h"

#include "engine/holdings/local_rows.h"

crible_status cr_solver_new(cr_solver *out, const cr_problem *problem, cr_arena *arena) {
  const cr_system *system = problem->system;
  size_t nodes = (size_t)cr_view_nodes(system->view), count = (size_t)system->edges->count;
  cr_solver solver = {.problem = problem, .context = cr_arena_context(arena)};
  solver.values.exact = cr_arena_rationals(arena, nodes);
  solver.values.near = cr_arena_alloc(arena, nodes, sizeof *solver.values.near);
  solver.weight = cr_arena_rationals(arena, count);
  solver.trial = cr_arena_rationals(arena, count);
  solver.machine = cr_arena_alloc(arena, nodes, sizeof *solver.machine);
  solver.unknown = cr_arena_alloc(arena, nodes, sizeof *solver.unknown);
  solver.place = cr_arena_alloc(arena, nodes, sizeof *solver.place);
  if (!solver.values.exact || !solver.values.near || !solver.weight || !solver.trial ||
      !solver.machine || !solver.unknown || !solver.place)
    return CRIBLE_E_MEMORY;
  crible_status status = cr_row_sorter_new(&solver.sorter, system, arena);
  if (status == CRIBLE_OK) status = cr_machine_policy_new(&solver.policy, system, arena);
  if (status != CRIBLE_OK) return status;
  fmpq_t value;
  fmpq_init(value);
  for (int v = 0; v < (int)nodes; v++) {
    solver.place[v] = CR_NONE;
    cr_problem_value(value, problem, v);
    cr_values_set(&solver.values, v, value);
  }
  fmpq_clear(value);
  *out = solver;
  return CRIBLE_OK;
}

void cr_solver_choose(cr_solver *solver, int company) {
  const cr_system *system = solver->problem->system;
  if (!fmpq_is_zero(&system->slack[company]))
    cr_row_sort(&solver->sorter, system, company, solver->problem->upper, &solver->values);
  cr_row_fill(solver->weight, system, company, solver->sorter.order);
}

static void solve_single(cr_solver *solver, int company) {
  fmpq_t value;
  fmpq_init(value);
  cr_solver_choose(solver, company);
  cr_row_value(value, solver->problem->system, company, solver->weight, solver->values.exact);
  cr_values_set(&solver->values, company, value);
  fmpq_clear(value);
}

/* Weights that machine numbers find best. */
static void choose_start(cr_solver *solver) {
  const cr_system *system = solver->problem->system;
  for (int i = 0; i < solver->unknown_count; i++) {
    int c = solver->unknown[i];
    for (int e = system->edges->first[c]; e < system->edges->first[c + 1]; e++)
      solver->machine[system->edges->holder[e]] = solver->values.near[system->edges->holder[e]];
  }
  cr_approximate(&solver->policy, solver->machine, &solver->sorter, system, solver->unknown,
                 solver->unknown_count, solver->problem->upper);
  for (int i = 0; i < solver->unknown_count; i++) {
    int c = solver->unknown[i];
    cr_row_fill(solver->weight, system, c, solver->policy.order + system->edges->first[c]);
  }
}

static bool counts_by_itself(const cr_solver *solver, int holder) {
  bool unknown = holder < solver->problem->system->view->parties &&
                 solver->place[holder] != CR_NONE;
  return !unknown && !fmpq_is_zero(&solver->values.exact[holder]);
}

/* Companies from which a walk under the weights comes to a value. */
typedef struct reaching {
  int *company;
  int count;
  bool *reached; /* per unknown */
} reaching;

static void reach(reaching *found, const cr_solver *solver, int company) {
  bool *reached = &found->reached[solver->place[company]];
  if (*reached) return;
  *reached = true;
  found->company[found->count++] = company;
}

static void find_reaching(reaching *found, const cr_solver *solver) {
  const cr_system *system = solver->problem->system;
  for (int i = 0; i < solver->unknown_count; i++) {
    int c = solver->unknown[i];
    for (int e = system->edges->first[c]; e < system->edges->first[c + 1]; e++)
      if (!fmpq_is_zero(&solver->weight[e]) && counts_by_itself(solver, system->edges->holder[e]))
        reach(found, solver, c);
  }
  for (int taken = 0; taken < found->count; taken++) {
    int h = found->company[taken];
    for (int i = system->column_first[h]; i < system->column_first[h + 1]; i++) {
      int e = system->column[i], c = system->company[e];
      if (solver->place[c] != CR_NONE && !fmpq_is_zero(&solver->weight[e]))
        reach(found, solver, c);
    }
  }
}

/* Values of the companies found; the other unknown ones have 0. */
static crible_status solve_reaching(cr_solver *solver, const reaching *found, cr_arena *scratch) {
  cr_local_rows rows;
  cr_linear *linear = NULL;
  fmpq *solution = cr_arena_rationals(scratch, (size_t)found->count);
  if (solution == NULL) return CRIBLE_E_MEMORY;
  for (int i = 0; i < solver->unknown_count; i++) solver->place[solver->unknown[i]] = CR_NONE;
  for (int i = 0; i < found->count; i++) solver->place[found->company[i]] = i;
  crible_status status =
      cr_local_rows_of(&rows, solver->problem->system, found->company, found->count,
                       solver->place, solver->weight, solver->values.exact, scratch);
  for (int i = 0; i < solver->unknown_count; i++) solver->place[solver->unknown[i]] = i;
  if (status == CRIBLE_OK) status = cr_linear_new(&linear, &rows.matrix, solver->context);
  if (status == CRIBLE_OK)
    status = cr_linear_solve(solution, linear, CR_LINEAR_ROWS, rows.constant);
  cr_linear_free(linear);
  for (int i = 0; status == CRIBLE_OK && i < found->count; i++)
    cr_values_set(&solver->values, found->company[i], &solution[i]);
  return status;
}

/* Values of the component's companies under their weights: the least
 * solution. */
static crible_status evaluate(cr_solver *solver) {
  size_t count = (size_t)solver->unknown_count;
  cr_arena *scratch = NULL;
  crible_status status = cr_arena_new(&scratch, solver->context);
  if (status != CRIBLE_OK) return status;
  reaching found = {.company = cr_arena_alloc(scratch, count, sizeof *found.company),
                    .reached = cr_arena_alloc(scratch, count, sizeof *found.reached)};
  if (!found.company || !found.reached) {
    cr_arena_free(scratch);
    return CRIBLE_E_MEMORY;
  }
  find_reaching(&found, solver);
  for (int i = 0; i < solver->unknown_count; i++) {
    fmpq_zero(&solver->values.exact[solver->unknown[i]]);
    solver->values.near[solver->unknown[i]] = 0;
  }
  if (found.count > 0) status = solve_reaching(solver, &found, scratch);
  cr_arena_free(scratch);
  return status;
}

/* Takes other weights for a company where they are strictly better. */
static bool improve(cr_solver *solver, int company, fmpq_t value) {
  const cr_system *system = solver->problem->system;
  bool upper = solver->problem->upper;
  if (fmpq_is_zero(&system->slack[company])) return false;
  cr_row_sort(&solver->sorter, system, company, upper, &solver->values);
  cr_row_fill(solver->trial, system, company, solver->sorter.order);
  cr_row_value(value, system, company, solver->trial, solver->values.exact);
  int gain = fmpq_cmp(value, &solver->values.exact[company]);
  if (upper ? gain <= 0 : gain >= 0) return false;
  for (int e = system->edges->first[company]; e < system->edges->first[company + 1]; e++)
    fmpq_swap(&solver->weight[e], &solver->trial[e]);
  return true;
}

static crible_status iterate(cr_solver *solver) {
  fmpq_t value;
  fmpq_init(value);
  choose_start(solver);
  crible_status status = CRIBLE_OK;
  for (bool changed = true; changed && status == CRIBLE_OK;) {
    status = evaluate(solver);
    changed = false;
    for (int i = 0; status == CRIBLE_OK && i < solver->unknown_count; i++)
      changed = improve(solver, solver->unknown[i], value) || changed;
  }
  fmpq_clear(value);
  return status;
}

crible_status cr_solver_component(cr_solver *solver, int k) {
  const cr_condensation *condensation = solver->problem->system->condensation;
  solver->unknown_count = 0;
  for (int m = condensation->first[k]; m < condensation->first[k + 1]; m++) {
    int v = condensation->member[m];
    if (solver->problem->role[v] != CR_ROLE_COMPANY) continue;
    solver->place[v] = solver->unknown_count;
    solver->unknown[solver->unknown_count++] = v;
  }
  crible_status status = CRIBLE_OK;
  if (solver->unknown_count == 1)
    solve_single(solver, solver->unknown[0]);
  else if (solver->unknown_count > 1)
    status = iterate(solver);
  for (int i = 0; i < solver->unknown_count; i++) solver->place[solver->unknown[i]] = CR_NONE;
  return status;
}
