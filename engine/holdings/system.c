#include "engine/holdings/system.h"

#include "engine/graph/seen_in.h"
#include "engine/holdings/sieve.h"

static crible_status allocate_numbers(cr_system *system, cr_arena *arena) {
  size_t parties = (size_t)system->view->parties, count = (size_t)system->edges->count;
  system->range = cr_arena_rationals(arena, count);
  system->slack = cr_arena_rationals(arena, parties);
  system->low = cr_arena_alloc(arena, count, sizeof *system->low);
  system->spread = cr_arena_alloc(arena, count, sizeof *system->spread);
  system->rest = cr_arena_alloc(arena, parties, sizeof *system->rest);
  bool all = system->range && system->slack && system->low && system->spread && system->rest;
  return all ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

static void fill_numbers(cr_system *system) {
  const cr_edges *edges = system->edges;
  for (int c = 0; c < system->view->parties; c++) {
    if (!cr_system_has_row(system, c)) continue;
    fmpq *slack = &system->slack[c];
    fmpq_one(slack);
    for (int e = edges->first[c]; e < edges->first[c + 1]; e++) {
      const cr_interval *weight = &system->weight[e];
      fmpq_sub(slack, slack, &weight->lo);
      fmpq_sub(&system->range[e], &weight->hi, &weight->lo);
      system->low[e] = fmpq_get_d(&weight->lo);
      system->spread[e] = fmpq_get_d(&system->range[e]);
      if (weight->lo_open || weight->hi_open) system->open = true;
    }
    system->rest[c] = fmpq_get_d(slack);
  }
}

/* Entries by holder, ascending. */
static crible_status fill_columns(cr_system *system, cr_arena *arena) {
  const cr_edges *edges = system->edges;
  int nodes = cr_view_nodes(system->view);
  system->company = cr_arena_alloc(arena, (size_t)edges->count, sizeof *system->company);
  system->column = cr_arena_alloc(arena, (size_t)edges->count, sizeof *system->column);
  system->column_first = cr_arena_alloc(arena, (size_t)nodes + 2, sizeof *system->column_first);
  if (!system->company || !system->column || !system->column_first) return CRIBLE_E_MEMORY;
  int *next = system->column_first + 1; /* shifted by one: ends as column_first[h + 1] */
  for (int e = 0; e < edges->count; e++) next[edges->holder[e] + 1]++;
  for (int h = 1; h < nodes; h++) next[h] += next[h - 1];
  for (int c = 0; c < system->view->parties; c++) {
    int length = edges->first[c + 1] - edges->first[c];
    if (length > system->longest) system->longest = length;
    for (int e = edges->first[c]; e < edges->first[c + 1]; e++) {
      system->company[e] = c;
      system->column[next[edges->holder[e]]++] = e;
    }
  }
  return CRIBLE_OK;
}

/* Closed groups: companies not surely third that can be held wholly from
 * inside. The candidate is a company like the others here. */
static crible_status find_closed_groups(cr_system *system, cr_arena *arena) {
  const cr_view *view = system->view;
  size_t nodes = (size_t)cr_view_nodes(view);
  uint8_t *place = cr_arena_alloc(arena, nodes, sizeof *place);
  system->closed = cr_arena_alloc(arena, nodes, sizeof *system->closed);
  system->closed_rank = cr_arena_alloc(arena, (size_t)view->parties, sizeof *system->closed_rank);
  if (!place || !system->closed || !system->closed_rank) return CRIBLE_E_MEMORY;
  for (int v = 0; v < view->parties; v++)
    place[v] = cr_system_has_row(system, v) && view->third[v] != CR_THIRD ? CR_PLACE_SOUGHT
                                                                         : CR_PLACE_OUTSIDE;
  cr_sieve sieve = {.system = system, .strict = true, .place = place, .detached = CR_NONE,
                    .inside = system->closed, .rank = system->closed_rank};
  return cr_sieve_run(&sieve, cr_arena_context(arena));
}

crible_status cr_system_new(cr_system **out, const cr_view *view,
                            const cr_condensation *condensation, cr_property property,
                            cr_arena *arena) {
  cr_system *system = cr_arena_alloc(arena, 1, sizeof *system);
  if (system == NULL) return CRIBLE_E_MEMORY;
  system->view = cr_view_seen_in(view, property, arena);
  if (system->view == NULL) return CRIBLE_E_MEMORY;
  system->condensation = condensation;
  system->edges = &view->edges[property];
  system->weight = system->edges->weight;
  crible_status status = allocate_numbers(system, arena);
  if (status == CRIBLE_OK) status = fill_columns(system, arena);
  if (status != CRIBLE_OK) return status;
  fill_numbers(system);
  status = find_closed_groups(system, arena);
  if (status == CRIBLE_OK) *out = system;
  return status;
}

crible_status cr_system_narrowed(cr_system **out, const cr_system *system,
                                 const cr_interval *weight, cr_arena *arena) {
  cr_system *narrowed = cr_arena_alloc(arena, 1, sizeof *narrowed);
  if (narrowed == NULL) return CRIBLE_E_MEMORY;
  *narrowed = *system;
  narrowed->weight = weight;
  narrowed->open = false;
  crible_status status = allocate_numbers(narrowed, arena);
  if (status != CRIBLE_OK) return status;
  fill_numbers(narrowed);
  *out = narrowed;
  return CRIBLE_OK;
}
