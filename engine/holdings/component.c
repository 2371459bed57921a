#include "engine/holdings/component.h"

#include "engine/holdings/linear.h"

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

/* The linear system of the companies that reach a value under the weights. */
typedef struct evaluation {
  cr_arena *arena;
  int *reaching;  /* those companies */
  int *index;     /* per unknown: where it stands among them, or CR_NONE */
  int size;
  int *first, *column;
  fmpq *coefficient, *constant, *solution;
  int *at;        /* per reaching company: its entry in the row being written, or CR_NONE */
} evaluation;

static bool counts_by_itself(const cr_solver *solver, int holder) {
  bool unknown = holder < solver->problem->system->view->parties &&
                 solver->place[holder] != CR_NONE;
  return !unknown && !fmpq_is_zero(&solver->values.exact[holder]);
}

static void add_reaching(evaluation *work, const cr_solver *solver, int company) {
  int *index = &work->index[solver->place[company]];
  if (*index != CR_NONE) return;
  *index = work->size;
  work->reaching[work->size++] = company;
}

static void find_reaching(evaluation *work, const cr_solver *solver) {
  const cr_system *system = solver->problem->system;
  for (int i = 0; i < solver->unknown_count; i++) work->index[i] = CR_NONE;
  for (int i = 0; i < solver->unknown_count; i++) {
    int c = solver->unknown[i];
    for (int e = system->edges->first[c]; e < system->edges->first[c + 1]; e++)
      if (!fmpq_is_zero(&solver->weight[e]) && counts_by_itself(solver, system->edges->holder[e]))
        add_reaching(work, solver, c);
  }
  for (int taken = 0; taken < work->size; taken++) {
    int h = work->reaching[taken];
    for (int i = system->column_first[h]; i < system->column_first[h + 1]; i++) {
      int e = system->column[i], c = system->company[e];
      if (solver->place[c] != CR_NONE && !fmpq_is_zero(&solver->weight[e]))
        add_reaching(work, solver, c);
    }
  }
}

/* Appends one company's row; several lots of one holder are added up. */
static void write_row(evaluation *work, const cr_solver *solver, int row, int *filled) {
  const cr_system *system = solver->problem->system;
  int company = work->reaching[row], start = *filled;
  for (int e = system->edges->first[company]; e < system->edges->first[company + 1]; e++) {
    int h = system->edges->holder[e];
    if (fmpq_is_zero(&solver->weight[e])) continue;
    if (h >= system->view->parties || solver->place[h] == CR_NONE) {
      fmpq_addmul(&work->constant[row], &solver->weight[e], &solver->values.exact[h]);
      continue;
    }
    int j = work->index[solver->place[h]];
    if (j == CR_NONE) continue;
    if (work->at[j] == CR_NONE) {
      work->at[j] = *filled;
      work->column[(*filled)++] = j;
    }
    fmpq *coefficient = &work->coefficient[work->at[j]];
    fmpq_add(coefficient, coefficient, &solver->weight[e]);
  }
  for (int i = start; i < *filled; i++) work->at[work->column[i]] = CR_NONE;
}

static crible_status start_evaluation(evaluation *work, const cr_solver *solver) {
  const cr_edges *edges = solver->problem->system->edges;
  size_t count = (size_t)solver->unknown_count, entries = 0;
  for (int i = 0; i < solver->unknown_count; i++)
    entries += (size_t)(edges->first[solver->unknown[i] + 1] - edges->first[solver->unknown[i]]);
  work->reaching = cr_arena_alloc(work->arena, count, sizeof *work->reaching);
  work->index = cr_arena_alloc(work->arena, count, sizeof *work->index);
  work->at = cr_arena_alloc(work->arena, count, sizeof *work->at);
  work->first = cr_arena_alloc(work->arena, count + 1, sizeof *work->first);
  work->column = cr_arena_alloc(work->arena, entries, sizeof *work->column);
  work->coefficient = cr_arena_rationals(work->arena, entries);
  work->constant = cr_arena_rationals(work->arena, count);
  work->solution = cr_arena_rationals(work->arena, count);
  bool all = work->reaching && work->index && work->at && work->first && work->column &&
             work->coefficient && work->constant && work->solution;
  return all ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

static crible_status solve_rows(evaluation *work, const cr_solver *solver) {
  int filled = 0;
  for (int i = 0; i < work->size; i++) work->at[i] = CR_NONE;
  for (int i = 0; i < work->size; i++) {
    work->first[i] = filled;
    write_row(work, solver, i, &filled);
  }
  work->first[work->size] = filled;
  cr_linear_matrix matrix = {work->size, work->first, work->column, work->coefficient};
  cr_linear *linear = NULL;
  crible_status status = cr_linear_new(&linear, &matrix, solver->context);
  if (status == CRIBLE_OK)
    status = cr_linear_solve(work->solution, linear, CR_LINEAR_ROWS, work->constant);
  cr_linear_free(linear);
  return status;
}

/* Values of the component's companies under their weights: the least
 * solution. */
static crible_status evaluate(cr_solver *solver) {
  evaluation work = {.size = 0};
  crible_status status = cr_arena_new(&work.arena, solver->context);
  if (status != CRIBLE_OK) return status;
  fmpq_t zero;
  fmpq_init(zero);
  status = start_evaluation(&work, solver);
  if (status == CRIBLE_OK) {
    find_reaching(&work, solver);
    if (work.size > 0) status = solve_rows(&work, solver);
  }
  for (int i = 0; status == CRIBLE_OK && i < solver->unknown_count; i++)
    cr_values_set(&solver->values, solver->unknown[i],
                  work.index[i] == CR_NONE ? zero : &work.solution[work.index[i]]);
  fmpq_clear(zero);
  cr_arena_free(work.arena);
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
