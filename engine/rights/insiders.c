#include "engine/rights/insiders.h"

/* Possibly: a walk upwards from the candidate over holdings that may be above
 * 0 meets one of the nodes, or a remainder behind which anybody may stand. */
static bool walk_meets(const cr_judge *judge, const cr_edges *edges, const bool *empty,
                       const bool *marked, bool *seen, int *stack) {
  const cr_view *view = judge->view;
  int depth = 0;
  stack[depth++] = view->candidate;
  seen[view->candidate] = true;
  while (depth > 0) {
    int company = stack[--depth];
    if (empty[company]) return true;
    for (int i = edges->first[company]; i < edges->first[company + 1]; i++) {
      int holder = edges->holder[i];
      if (fmpq_is_zero(&edges->weight[i].hi)) continue;
      if (marked[holder] || holder == cr_undisclosed(judge)) return true;
      if (holder >= view->parties || seen[holder]) continue;
      seen[holder] = true;
      stack[depth++] = holder;
    }
  }
  return false;
}

/* Whether the company can be held wholly by nodes that `avoids` names. */
static bool can_avoid(const cr_edges *edges, int company, const bool *avoids) {
  fmpq_t inside, one;
  fmpq_init(inside);
  fmpq_init(one);
  fmpq_one(one);
  bool open = false, can = true;
  for (int i = edges->first[company]; i < edges->first[company + 1] && can; i++) {
    const cr_interval *weight = &edges->weight[i];
    if (avoids[edges->holder[i]]) {
      fmpq_add(inside, inside, &weight->hi);
      open = open || weight->hi_open;
    } else {
      can = fmpq_is_zero(&weight->lo) && !weight->lo_open;
    }
  }
  int order = fmpq_cmp(inside, one);
  fmpq_clear(one);
  fmpq_clear(inside);
  return can && (order > 0 || (order == 0 && !open));
}

/* Surely: the greatest set of companies that can be held wholly from inside it
 * and by parties not marked (contract, section 4, avoidance) leaves the candidate out. */
static bool cannot_avoid(const cr_judge *judge, const cr_edges *edges, const bool *marked,
                         bool *avoids) {
  const cr_view *view = judge->view;
  for (int node = 0; node < cr_view_nodes(view); node++) avoids[node] = !marked[node];
  for (bool changed = true; changed && avoids[view->candidate];) {
    changed = false;
    for (int company = 0; company < view->parties; company++) {
      if (!avoids[company] || edges->first[company] == edges->first[company + 1]) continue;
      if (can_avoid(edges, company, avoids)) continue;
      avoids[company] = false;
      changed = true;
    }
  }
  return !avoids[view->candidate];
}

static bool is_marked(const cr_judge *judge, const bool *marked, int party) {
  int node = party == CR_NONE ? CR_NONE : judge->node_of[party];
  return node != CR_NONE && marked[node];
}

/* Shares that a register shows are held although a listed issuer's undeclared
 * holders do not count in the graph. */
static bool holds_directly(const cr_judge *judge, const bool *marked) {
  const cr_snapshot *snapshot = &judge->snapshot;
  for CR_EACH (i, &snapshot->classes, judge->facts->candidate)
    for CR_EACH (j, &snapshot->lots, snapshot->classes.item[i]) {
      const cr_lot *lot = &judge->facts->lots[snapshot->lots.item[j]];
      if (is_marked(judge, marked, lot->holder) || is_marked(judge, marked, lot->bare_owner))
        return true;
    }
  return false;
}

crible_status cr_insiders(bool *out, const cr_judge *judge, const bool *marked, bool surely) {
  if (holds_directly(judge, marked)) {
    *out = true;
    return CRIBLE_OK;
  }
  size_t nodes = (size_t)cr_view_nodes(judge->view);
  bool holds = false;
  for (int property = 0; property < CR_PROPERTIES && !holds; property++) {
    const cr_edges *edges = &judge->view->edges[property];
    bool *set = cr_arena_alloc(judge->arena, nodes, sizeof *set);
    int *stack = cr_arena_alloc(judge->arena, nodes, sizeof *stack);
    if (set == NULL || stack == NULL) return CRIBLE_E_MEMORY;
    holds = surely ? cannot_avoid(judge, edges, marked, set)
                   : walk_meets(judge, edges, judge->view->empty[property], marked, set, stack);
  }
  *out = holds;
  return CRIBLE_OK;
}
