#include "engine/holdings/choices.h"

/* Sets the levels of one sorted row. Equal holders are levelled together: they
 * stand at their upper ends only when what is left fills them all. */
static void level_row(cr_choices *choices, const cr_values *values, const int *order,
                      int company, fmpq_t rest, fmpq_t room) {
  const cr_system *system = choices->system;
  const int *holder = system->edges->holder;
  int count = system->edges->first[company + 1] - system->edges->first[company];
  fmpq_set(rest, &system->slack[company]);
  for (int i = 0, next; i < count && !fmpq_is_zero(rest); i = next) {
    fmpq_zero(room);
    for (next = i; next < count && cr_values_compare(values, holder[order[i]],
                                                     holder[order[next]]) == 0;
         next++)
      fmpq_add(room, room, &system->range[order[next]]);
    bool full = fmpq_cmp(room, rest) <= 0;
    for (int j = i; j < next; j++)
      choices->level[order[j]] = full ? CR_LEVEL_HIGH : CR_LEVEL_FREE;
    if (!full) fmpq_set(&choices->left[company], rest);
    if (full)
      fmpq_sub(rest, rest, room);
    else
      fmpq_zero(rest);
  }
}

/* Where nothing is free the low level is the high one too. */
static void level_rows(cr_choices *choices, bool upper, const cr_values *values,
                       cr_row_sorter *sorter) {
  const cr_system *system = choices->system;
  fmpq_t rest, room;
  fmpq_init(rest);
  fmpq_init(room);
  for (int c = 0; c < system->view->parties; c++) {
    if (fmpq_is_zero(&system->slack[c])) continue;
    cr_row_sort(sorter, system, c, upper, values);
    level_row(choices, values, sorter->order, c, rest, room);
  }
  fmpq_clear(rest);
  fmpq_clear(room);
}

crible_status cr_choices_of(cr_choices *out, const cr_system *system, bool upper,
                            const cr_values *values, cr_arena *arena) {
  cr_choices choices = {.system = system};
  choices.level = cr_arena_alloc(arena, (size_t)system->edges->count, sizeof *choices.level);
  choices.left = cr_arena_rationals(arena, (size_t)system->view->parties);
  if (!choices.level || !choices.left) return CRIBLE_E_MEMORY;
  cr_row_sorter sorter;
  crible_status status = cr_row_sorter_new(&sorter, system, arena);
  if (status != CRIBLE_OK) return status;
  level_rows(&choices, upper, values, &sorter);
  *out = choices;
  return CRIBLE_OK;
}

/* Whether a holder's values come from the weights of its row: companies looked through and those
 * of the avoidance set. The candidate's row is judged last where it is no such holder. */
static bool judged(const cr_problem *problem, int node) {
  return node != cr_system_detached(problem->system) &&
         (problem->role[node] == CR_ROLE_COMPANY || (!problem->upper && problem->fixed[node]));
}

/* Room above the lower ends that the free entries of a row still have. */
typedef struct free_room {
  fmpq_t room;
  bool open; /* an upper end among them is open */
} free_room;

/* Whether one entry lets its row choose; free ones add to the room. */
static bool entry_allows(const cr_blocking *blocking, int e, free_room *free_entries) {
  const cr_choices *choices = blocking->choices;
  const cr_system *system = choices->system;
  const cr_interval *weight = &system->weight[e];
  bool blocked = blocking->blocked[system->edges->holder[e]];
  switch ((cr_level)choices->level[e]) {
  case CR_LEVEL_HIGH:
    return !(blocking->strict && weight->hi_open) && !(blocked && !fmpq_is_zero(&weight->hi));
  case CR_LEVEL_LOW:
    return !(blocking->strict && weight->lo_open) && !(blocked && !fmpq_is_zero(&weight->lo));
  case CR_LEVEL_FREE:
    if (blocked) return fmpq_is_zero(&weight->lo) && !(blocking->strict && weight->lo_open);
    fmpq_add(free_entries->room, free_entries->room, &system->range[e]);
    free_entries->open = free_entries->open || weight->hi_open;
  }
  return true;
}

/* Whether some optimal choice of a row respects the ends that it must and puts
 * nothing on blocked holders. What is left is above 0 where entries are free, so
 * their lower ends are never all touched. */
static bool row_allows(const cr_blocking *blocking, int company) {
  const cr_choices *choices = blocking->choices;
  const cr_edges *edges = choices->system->edges;
  free_room free_entries = {.open = false};
  fmpq_init(free_entries.room);
  bool allows = true;
  for (int e = edges->first[company]; allows && e < edges->first[company + 1]; e++)
    allows = entry_allows(blocking, e, &free_entries);
  int room = fmpq_cmp(free_entries.room, &choices->left[company]);
  allows = allows && (room > 0 || (room == 0 && !(blocking->strict && free_entries.open)));
  fmpq_clear(free_entries.room);
  return allows;
}

/* Whether an allowed choice can put weight on entry e. */
static bool can_use(const cr_blocking *blocking, int e) {
  const cr_system *system = blocking->choices->system;
  const cr_interval *weight = &system->weight[e];
  if (blocking->blocked[system->edges->holder[e]]) return false;
  return !fmpq_is_zero(blocking->choices->level[e] == CR_LEVEL_LOW ? &weight->lo : &weight->hi);
}

/* Queue of nodes, each at most once a run. */
typedef struct node_queue {
  int *node;
  int taken, count;
} node_queue;

/* Blocks the rows that blocked holders leave no choice. */
static void spread_blocks(cr_blocking *blocking, node_queue *queue) {
  const cr_system *system = blocking->choices->system;
  for (; queue->taken < queue->count; queue->taken++) {
    int h = queue->node[queue->taken];
    for (int i = system->column_first[h]; i < system->column_first[h + 1]; i++) {
      int c = system->company[system->column[i]];
      if (blocking->blocked[c] || !judged(blocking->problem, c) || row_allows(blocking, c))
        continue;
      blocking->blocked[c] = true;
      queue->node[queue->count++] = c;
    }
  }
}

/* Blocks the companies that no allowed choice leads to a settled node. */
static void block_the_lost(cr_blocking *blocking, node_queue *queue, bool *led, int *walk) {
  const cr_system *system = blocking->choices->system;
  int nodes = cr_view_nodes(system->view), count = 0;
  for (int v = 0; v < nodes; v++) {
    led[v] = blocking->settled[v] && !blocking->blocked[v];
    if (led[v]) walk[count++] = v;
  }
  for (int taken = 0; taken < count; taken++) {
    for (int i = system->column_first[walk[taken]]; i < system->column_first[walk[taken] + 1];
         i++) {
      int e = system->column[i], c = system->company[e];
      if (led[c] || blocking->blocked[c] || !judged(blocking->problem, c) ||
          !can_use(blocking, e))
        continue;
      led[c] = true;
      walk[count++] = c;
    }
  }
  for (int c = 0; c < system->view->parties; c++) {
    if (led[c] || blocking->blocked[c] || !judged(blocking->problem, c)) continue;
    blocking->blocked[c] = true;
    queue->node[queue->count++] = c;
  }
}

static void run(cr_blocking *blocking, node_queue *queue, bool *led, int *walk) {
  const cr_system *system = blocking->choices->system;
  int detached = cr_system_detached(system);
  for (int v = 0; v < cr_view_nodes(system->view); v++)
    if (blocking->blocked[v]) queue->node[queue->count++] = v;
  for (int c = 0; c < system->view->parties; c++) {
    if (blocking->blocked[c] || !judged(blocking->problem, c) || row_allows(blocking, c))
      continue;
    blocking->blocked[c] = true;
    queue->node[queue->count++] = c;
  }
  spread_blocks(blocking, queue);
  while (blocking->settled != NULL) {
    block_the_lost(blocking, queue, led, walk);
    if (queue->taken == queue->count) break;
    spread_blocks(blocking, queue);
  }
  if (detached != CR_NONE)
    blocking->blocked[detached] =
        cr_system_has_row(system, detached) && !row_allows(blocking, detached);
}

crible_status cr_blocking_run(cr_blocking *blocking, crible_context *context) {
  size_t nodes = (size_t)cr_view_nodes(blocking->choices->system->view);
  cr_arena *scratch = NULL;
  crible_status status = cr_arena_new(&scratch, context);
  if (status != CRIBLE_OK) return status;
  node_queue queue = {.node = cr_arena_alloc(scratch, nodes, sizeof *queue.node)};
  bool *led = cr_arena_alloc(scratch, nodes, sizeof *led);
  int *walk = cr_arena_alloc(scratch, nodes, sizeof *walk);
  if (queue.node && led && walk)
    run(blocking, &queue, led, walk);
  else
    status = CRIBLE_E_MEMORY;
  cr_arena_free(scratch);
  return status;
}
