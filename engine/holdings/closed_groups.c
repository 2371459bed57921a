#include "engine/holdings/closed_groups.h"

/* The first group among the holders of a company that is in no cycle of S. */
static int first_above(const int *group, const cr_system *system, const bool *kept, int company) {
  int first = CR_NONE;
  for (int e = system->edges->first[company]; e < system->edges->first[company + 1]; e++) {
    if (!kept[e]) continue;
    int above = group[system->edges->holder[e]];
    if (above != CR_NONE && (first == CR_NONE || above < first)) first = above;
  }
  return first;
}

/* Numbers the cycles in node order, then, holders first, the others. */
static void number(cr_holdings *holdings, int *group, int *of_cycle, const cr_system *system,
                   const cr_condensation *cycles, const bool *kept) {
  for (int k = 0; k < cycles->count; k++) of_cycle[k] = CR_NONE;
  for (int v = 0; v < system->view->parties; v++) {
    int k = cycles->component[v];
    if (cycles->cyclic[k] && of_cycle[k] == CR_NONE)
      of_cycle[k] = holdings->closed_group_count++;
    group[v] = of_cycle[k];
  }
  for (int i = 0; i < system->view->parties; i++) {
    int v = cycles->member[i];
    if (system->closed[v] && group[v] == CR_NONE) group[v] = first_above(group, system, kept, v);
  }
}

crible_status cr_closed_groups_number(cr_holdings *holdings, const cr_system *system,
                                      cr_arena *arena) {
  cr_arena *scratch = NULL;
  int *group = cr_arena_alloc(arena, (size_t)system->view->parties, sizeof *group);
  if (group == NULL) return CRIBLE_E_MEMORY;
  crible_status status = cr_arena_new(&scratch, cr_arena_context(arena));
  if (status != CRIBLE_OK) return status;
  cr_condensation *cycles = NULL;
  bool *kept = cr_arena_alloc(scratch, (size_t)system->edges->count, sizeof *kept);
  int *of_cycle = cr_arena_alloc(scratch, (size_t)system->view->parties, sizeof *of_cycle);
  if (!kept || !of_cycle) status = CRIBLE_E_MEMORY;
  for (int e = 0; status == CRIBLE_OK && e < system->edges->count; e++)
    kept[e] = system->closed[system->company[e]] && system->closed[system->edges->holder[e]] &&
              !fmpq_is_zero(&system->weight[e].hi);
  if (status == CRIBLE_OK)
    status = cr_condensation_of_part(&cycles, system->view, holdings->property, kept, scratch);
  if (status == CRIBLE_OK) {
    number(holdings, group, of_cycle, system, cycles, kept);
    holdings->closed_group = group;
  }
  cr_arena_free(scratch);
  return status;
}
