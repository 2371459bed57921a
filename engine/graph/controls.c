#include "engine/graph/controls.h"

crible_status cr_controls_add(cr_view_builder *builder, const cr_snapshot *snapshot,
                              const int *node_of, int leave_out) {
  crible_status status = CRIBLE_OK;
  for (int party = 0; party < (int)snapshot->facts->parties_count; party++) {
    if (node_of[party] == CR_NONE || party == leave_out) continue;
    for CR_EACH (i, &snapshot->controls, party) {
      int index = snapshot->controls.item[i];
      const cr_control_fact *fact = &snapshot->facts->controls[index];
      for (int c = 0; status == CRIBLE_OK && c < fact->controller_count; c++)
        status = cr_view_builder_control(builder, node_of[fact->controllers[c]], node_of[party],
                                         fact->kind == CR_CONTROL_MANAGER, !fact->possible,
                                         (cr_fact_ref){CR_FACT_controls, index});
    }
  }
  return status;
}

/* Entries of view->controls stand together by controlled party. */
typedef struct comparison {
  cr_view *view;
  const cr_snapshot *snapshot;
  const cr_notes *notes;
  cr_buckets controls; /* by controlled node */
  bool *reached;
  int *queue;
} comparison;

static crible_status prepare(comparison *comparing, cr_arena *scratch) {
  const cr_view *view = comparing->view;
  size_t parties = (size_t)view->parties, controls = (size_t)view->control_count;
  int *key = cr_arena_alloc(scratch, controls, sizeof *key);
  comparing->reached = cr_arena_alloc(scratch, parties, sizeof(bool));
  comparing->queue = cr_arena_alloc(scratch, parties, sizeof(int));
  if (!key || !comparing->reached || !comparing->queue) return CRIBLE_E_MEMORY;
  for (int i = 0; i < view->control_count; i++) key[i] = view->controls[i].controlled;
  return cr_buckets_make(&comparing->controls, parties, key, controls, scratch);
}

/* More than half of the votes, whatever the completion (L.233-3 I 1°). */
static bool majority(const cr_interval *weight) {
  fmpq_t half;
  fmpq_init(half);
  fmpq_set_si(half, 1, 2);
  int order = fmpq_cmp(&weight->lo, half);
  fmpq_clear(half);
  return order > 0 || (order == 0 && weight->lo_open);
}

static void reach(comparison *comparing, int *queued, int node) {
  if (node >= comparing->view->parties || comparing->reached[node]) return;
  comparing->reached[node] = true;
  comparing->queue[(*queued)++] = node;
}

/* Whether `above` controls `below` by facts and majorities of votes along a chain. */
static bool stands_above(comparison *comparing, int above, int below) {
  const cr_view *view = comparing->view;
  const cr_edges *votes = &view->edges[CR_VOTES];
  int queued = 0;
  reach(comparing, &queued, below);
  for (int taken = 0; taken < queued; taken++) {
    int node = comparing->queue[taken];
    for CR_EACH (i, &comparing->controls, node)
      reach(comparing, &queued, view->controls[comparing->controls.item[i]].controller);
    for (int e = votes->first[node]; e < votes->first[node + 1]; e++)
      if (majority(&votes->weight[e])) reach(comparing, &queued, votes->holder[e]);
  }
  bool found = comparing->reached[above];
  for (int i = 0; i < queued; i++) comparing->reached[comparing->queue[i]] = false;
  return found;
}

static bool sole(const comparison *comparing, const cr_control_edge *control) {
  const cr_control_fact *fact = &comparing->snapshot->facts->controls[control->cited.index];
  return fact->controller_count == 1 && !fact->possible && fact->kind != CR_CONTROL_MANAGER &&
         fact->kind != CR_CONTROL_TRUSTEE;
}

static crible_status compare_pair(comparison *comparing, cr_control_edge *a, cr_control_edge *b) {
  if (a->controller == b->controller || !sole(comparing, a) || !sole(comparing, b))
    return CRIBLE_OK;
  if (stands_above(comparing, a->controller, b->controller) ||
      stands_above(comparing, b->controller, a->controller))
    return CRIBLE_OK;
  a->definite = b->definite = false;
  cr_fact_ref facts[] = {a->cited, b->cited};
  const int *party = comparing->view->party;
  return cr_note(comparing->notes, CR_CONTRADICTION, "controls-contradict",
                 party[a->controlled], CR_NONE, CR_NONE, NULL, facts, 2);
}

crible_status cr_controls_compare(cr_view *view, const cr_snapshot *snapshot,
                                  const cr_notes *notes, cr_arena *scratch) {
  comparison comparing = {.view = view, .snapshot = snapshot, .notes = notes};
  crible_status status = prepare(&comparing, scratch);
  for (int node = 0; status == CRIBLE_OK && node < view->parties; node++) {
    const int *item = comparing.controls.item;
    for CR_EACH (i, &comparing.controls, node)
      for (int j = i + 1; status == CRIBLE_OK && j < comparing.controls.first[node + 1]; j++)
        status = compare_pair(&comparing, &view->controls[item[i]], &view->controls[item[j]]);
  }
  return status;
}
