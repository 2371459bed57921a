#include "engine/holdings/passages.h"

#include "engine/holdings/local_rows.h"

struct cr_passage {
  fmpq *exact;  /* NULL: not asked for yet */
  double *near;
};

bool cr_passages_through(const cr_passages *passages, int node) {
  return passages->role[node] == CR_ROLE_COMPANY &&
         !fmpq_is_zero(&passages->vector->value[node]);
}

bool cr_passages_cyclic(const cr_passages *passages, int company) {
  return cr_passages_through(passages, company) &&
         passages->cycles->cyclic[passages->cycles->component[company]];
}

static crible_status find_cycles(cr_passages *passages, cr_property property, cr_arena *arena) {
  const cr_system *system = passages->system;
  bool *kept = cr_arena_alloc(arena, (size_t)system->edges->count, sizeof *kept);
  if (kept == NULL) return CRIBLE_E_MEMORY;
  for (int e = 0; e < system->edges->count; e++)
    kept[e] = !fmpq_is_zero(&passages->vector->weight[e]) &&
              cr_passages_through(passages, system->edges->holder[e]) &&
              cr_passages_through(passages, system->company[e]);
  crible_status status =
      cr_condensation_of_part(&passages->cycles, system->view, property, kept, arena);
  if (status != CRIBLE_OK) return status;
  const cr_condensation *cycles = passages->cycles;
  for (int k = 0; k < cycles->count; k++)
    for (int m = cycles->first[k]; m < cycles->first[k + 1]; m++)
      passages->place[cycles->member[m]] = m - cycles->first[k];
  return CRIBLE_OK;
}

crible_status cr_passages_of(cr_passages *out, const cr_system *system, cr_property property,
                             const cr_vector *vector, cr_arena *arena) {
  size_t nodes = (size_t)cr_view_nodes(system->view), parties = (size_t)system->view->parties;
  cr_passages passages = {.system = system, .vector = vector, .arena = arena};
  passages.role = cr_arena_alloc(arena, nodes, sizeof *passages.role);
  passages.place = cr_arena_alloc(arena, parties, sizeof *passages.place);
  passages.weight = cr_arena_alloc(arena, (size_t)system->edges->count, sizeof *passages.weight);
  passages.from = cr_arena_alloc(arena, parties, sizeof *passages.from);
  cr_problem problem = {.system = system, .target = vector->target, .upper = vector->upper,
                        .role = passages.role, .part = cr_arena_rationals(arena, 1)};
  if (!passages.role || !passages.place || !passages.weight || !passages.from || !problem.part)
    return CRIBLE_E_MEMORY;
  for (int e = 0; e < system->edges->count; e++)
    passages.weight[e] = fmpq_get_d(&vector->weight[e]);
  cr_problem_roles(&problem);
  crible_status status = find_cycles(&passages, property, arena);
  if (status == CRIBLE_OK) *out = passages;
  return status;
}

/* The cycle's rows, and a place for every party in them. */
static crible_status local_rows(cr_local_rows *out, const cr_passages *passages, int company,
                                cr_arena *scratch) {
  const cr_condensation *cycles = passages->cycles;
  int k = cycles->component[company], parties = passages->system->view->parties;
  int *place = cr_arena_alloc(scratch, (size_t)parties, sizeof *place);
  if (place == NULL) return CRIBLE_E_MEMORY;
  for (int v = 0; v < parties; v++)
    place[v] = cycles->component[v] == k ? passages->place[v] : CR_NONE;
  return cr_local_rows_of(out, passages->system, cycles->member + cycles->first[k],
                          cycles->first[k + 1] - cycles->first[k], place,
                          passages->vector->weight, passages->vector->value, scratch);
}

static crible_status solve_visits(fmpq *visits, const cr_passages *passages, int company,
                                  cr_arena *scratch) {
  cr_local_rows rows;
  crible_status status = local_rows(&rows, passages, company, scratch);
  if (status != CRIBLE_OK) return status;
  fmpq *start = cr_arena_rationals(scratch, (size_t)rows.matrix.size);
  if (start == NULL) return CRIBLE_E_MEMORY;
  fmpq_one(&start[passages->place[company]]);
  cr_linear *linear = NULL;
  status = cr_linear_new(&linear, &rows.matrix, cr_arena_context(scratch));
  if (status == CRIBLE_OK) status = cr_linear_solve(visits, linear, CR_LINEAR_COLUMNS, start);
  cr_linear_free(linear);
  return status;
}

static size_t cycle_size(const cr_passages *passages, int company) {
  int k = passages->cycles->component[company];
  return (size_t)(passages->cycles->first[k + 1] - passages->cycles->first[k]);
}

crible_status cr_passages_exactly(const fmpq **out, cr_passages *passages, int company) {
  cr_passage *passage = &passages->from[company];
  if (passage->exact == NULL) {
    fmpq *visits = cr_arena_rationals(passages->arena, cycle_size(passages, company));
    cr_arena *scratch = NULL;
    crible_status status = cr_arena_new(&scratch, cr_arena_context(passages->arena));
    if (status != CRIBLE_OK) return status;
    status = visits ? solve_visits(visits, passages, company, scratch) : CRIBLE_E_MEMORY;
    cr_arena_free(scratch);
    if (status != CRIBLE_OK) return status;
    passage->exact = visits;
  }
  *out = passage->exact;
  return CRIBLE_OK;
}

/* Sends what has arrived on to holders inside the cycle, over and over. */
static void spread_visits(double *visits, double *moving, double *next,
                          const cr_passages *passages, int company) {
  const cr_system *system = passages->system;
  const cr_condensation *cycles = passages->cycles;
  int k = cycles->component[company], size = cycles->first[k + 1] - cycles->first[k];
  double total = 1;
  moving[passages->place[company]] = 1;
  for (int step = 0; step < 4096 && total > 0x1p-60; step++) {
    for (int i = 0; i < size; i++) next[i] = 0;
    for (int i = 0; i < size; i++) {
      visits[i] += moving[i];
      int c = cycles->member[cycles->first[k] + i];
      if (moving[i] <= 0) continue;
      for (int e = system->edges->first[c]; e < system->edges->first[c + 1]; e++) {
        int h = system->edges->holder[e];
        if (h < system->view->parties && cycles->component[h] == k)
          next[passages->place[h]] += moving[i] * passages->weight[e];
      }
    }
    total = 0;
    for (int i = 0; i < size; i++) total += moving[i] = next[i];
  }
}

crible_status cr_passages_nearly(const double **out, cr_passages *passages, int company) {
  enum { SMALL = 32 };
  cr_passage *passage = &passages->from[company];
  size_t size = cycle_size(passages, company);
  if (passage->near == NULL) {
    double *near = cr_arena_alloc(passages->arena, 3 * size, sizeof *near);
    if (near == NULL) return CRIBLE_E_MEMORY;
    const fmpq *exact = NULL;
    if (size > SMALL) {
      spread_visits(near, near + size, near + 2 * size, passages, company);
    } else {
      crible_status status = cr_passages_exactly(&exact, passages, company);
      if (status != CRIBLE_OK) return status;
      for (size_t i = 0; i < size; i++) near[i] = fmpq_get_d(&exact[i]);
    }
    passage->near = near;
  }
  *out = passage->near;
  return CRIBLE_OK;
}
