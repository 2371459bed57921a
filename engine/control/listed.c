#include "engine/control/listed.h"

/* The relation without one issuer, by node, and where its parties stand in the facts. */
typedef struct cr_without {
  int issuer;
  const cr_control *control;
  const int *node_of;
} cr_without;

typedef struct cr_without_all {
  cr_without *items; /* issuers settled so far: higher in the chain first */
  int count;
} cr_without_all;

/* Where issuers stand above each other, the one settled first meets rows of others that are
 * not yet: any control is possible there, none definite. */
static bool controls_without(const void *data, int issuer, int x, int y, bool definitely) {
  const cr_without_all *all = data;
  for (int i = 0; i < all->count; i++) {
    const cr_without *without = all->items + i;
    if (without->issuer == issuer) {
      int controller = without->node_of[x], controlled = without->node_of[y];
      if (controller == CR_NONE || controlled == CR_NONE) {
        return false;
      }
      return definitely ? cr_controls_definitely(without->control, controller, controlled)
                        : cr_controls_possibly(without->control, controller, controlled);
    }
  }
  return !definitely;
}

static crible_status settle_issuer(cr_without_all *all, int issuer, const cr_facts *facts,
                                   const cr_reference *reference, const cr_graph_options *options,
                                   const cr_control_rules *rules, cr_arena *arena) {
  const cr_declared_relation relation = {controls_without, all};
  cr_graph graph;
  cr_control *control = NULL;
  crible_status status =
      cr_graph_build(&graph, facts, reference, options, &relation, issuer, arena);
  if (status != CRIBLE_OK) {
    return status;
  }
  status = cr_control_solve(&control, graph.view, rules, arena);
  if (status == CRIBLE_OK) {
    all->items[all->count++] =
        (cr_without){.issuer = issuer, .control = control, .node_of = graph.node_of};
  }
  cr_graph_clear(&graph, cr_arena_context(arena));
  return status;
}

crible_status cr_graph_with_declared(cr_graph *out, const cr_facts *facts,
                                     const cr_reference *reference,
                                     const cr_graph_options *options,
                                     const cr_control_rules *rules, cr_arena *arena) {
  int *issuers = NULL, count = 0;
  cr_without_all all = {.items = NULL};
  const cr_declared_relation relation = {controls_without, &all};
  crible_status status = cr_graph_issuers(&issuers, &count, facts, reference, options, arena);
  if (status != CRIBLE_OK) {
    return status;
  }
  all.items = cr_arena_alloc(arena, (size_t)count, sizeof *all.items);
  if (!all.items) {
    return CRIBLE_E_MEMORY;
  }
  for (int i = 0; i < count && status == CRIBLE_OK; i++) {
    status = settle_issuer(&all, issuers[i], facts, reference, options, rules, arena);
  }
  if (status == CRIBLE_OK) {
    status = cr_graph_build(out, facts, reference, options, &relation, CR_NONE, arena);
  }
  return status;
}
