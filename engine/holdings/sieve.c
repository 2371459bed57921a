#include "engine/holdings/sieve.h"

/* What is left of a company's row as holders leave. */
typedef struct row_state {
  fmpq *reach;   /* Σ upper ends of holders inside */
  int *open;     /* open ends among them */
} row_state;

static bool as_holder_inside(const cr_sieve *sieve, int node) {
  if (node == sieve->detached) return sieve->place[node] == CR_PLACE_INSIDE;
  return sieve->inside[node];
}

/* Whether a weight's holder outside keeps a company from being held wholly
 * from inside. */
static bool leaks(const cr_sieve *sieve, int e) {
  const cr_interval *weight = &sieve->system->weight[e];
  return !fmpq_is_zero(&weight->lo) || (sieve->strict && weight->lo_open);
}

static bool reaches_whole(const cr_sieve *sieve, const row_state *state, int company) {
  int order = fmpq_cmp_si(&state->reach[company], 1);
  return order > 0 || (order == 0 && (!sieve->strict || state->open[company] == 0));
}

/* Judges a row while everyone sought is still inside. */
static bool stays_at_first(const cr_sieve *sieve, row_state *state, int company) {
  const cr_system *system = sieve->system;
  bool leak = false;
  for (int e = system->edges->first[company]; e < system->edges->first[company + 1]; e++) {
    if (!as_holder_inside(sieve, system->edges->holder[e])) {
      leak = leak || leaks(sieve, e);
      continue;
    }
    fmpq_add(&state->reach[company], &state->reach[company], &system->weight[e].hi);
    state->open[company] += system->weight[e].hi_open;
  }
  return !leak && reaches_whole(sieve, state, company);
}

/* Judges a row again when the holder of entry e has left. */
static bool stays_without(const cr_sieve *sieve, row_state *state, int company, int e) {
  const cr_interval *weight = &sieve->system->weight[e];
  if (leaks(sieve, e)) return false;
  fmpq_sub(&state->reach[company], &state->reach[company], &weight->hi);
  state->open[company] -= weight->hi_open;
  return reaches_whole(sieve, state, company);
}

/* Companies leave in the order of a queue, so that ranks never decrease. */
static void run(cr_sieve *sieve, row_state *state, int *queue) {
  const cr_system *system = sieve->system;
  int parties = system->view->parties, queued = 0;
  for (int v = 0; v < cr_view_nodes(system->view); v++)
    sieve->inside[v] = sieve->place[v] != CR_PLACE_OUTSIDE || v == sieve->detached;
  for (int c = 0; c < parties; c++) {
    sieve->rank[c] = 0;
    bool judged = sieve->place[c] == CR_PLACE_SOUGHT || c == sieve->detached;
    if (judged && !stays_at_first(sieve, state, c)) queue[queued++] = c;
  }
  for (int i = 0; i < queued; i++) {
    sieve->inside[queue[i]] = false;
    sieve->rank[queue[i]] = 1;
  }
  for (int taken = 0; taken < queued; taken++) {
    int left = queue[taken];
    if (left == sieve->detached) continue;
    for (int i = system->column_first[left]; i < system->column_first[left + 1]; i++) {
      int e = system->column[i], c = system->company[e];
      bool judged = sieve->place[c] == CR_PLACE_SOUGHT || c == sieve->detached;
      if (!judged || !sieve->inside[c] || stays_without(sieve, state, c, e)) continue;
      sieve->inside[c] = false;
      sieve->rank[c] = sieve->rank[left] + 1;
      queue[queued++] = c;
    }
  }
}

crible_status cr_sieve_run(cr_sieve *sieve, crible_context *context) {
  size_t parties = (size_t)sieve->system->view->parties;
  cr_arena *scratch = NULL;
  crible_status status = cr_arena_new(&scratch, context);
  if (status != CRIBLE_OK) return status;
  row_state state = {.reach = cr_arena_rationals(scratch, parties),
                     .open = cr_arena_alloc(scratch, parties, sizeof *state.open)};
  int *queue = cr_arena_alloc(scratch, parties, sizeof *queue);
  if (state.reach && state.open && queue)
    run(sieve, &state, queue);
  else
    status = CRIBLE_E_MEMORY;
  cr_arena_free(scratch);
  return status;
}
