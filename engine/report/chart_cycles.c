/* Which lines of a chart lead upwards. Layers need a drawing without cycles in which all lines
 * lead down to the candidate: those that close a cycle, walking from the candidate to its holders
 * depth first, are turned for the layout. (Graphviz would turn them too, but version 2.42 reads
 * freed memory where it does so and a layer is asked to be the lowest.) */
#include "engine/report/chart.h"

typedef struct walk {
  cr_chart *chart;
  int *first, *entry;      /* by company: its edges */
  bool *entered, *left;    /* by node */
} walk;

static bool make_lists(walk *w, cr_arena *arena) {
  const size_t nodes = (size_t)w->chart->node_count, edges = (size_t)w->chart->edge_count;
  w->first = cr_arena_alloc(arena, nodes + 2, sizeof *w->first);
  w->entry = cr_arena_alloc(arena, edges + 1, sizeof *w->entry);
  w->entered = cr_arena_alloc(arena, nodes, sizeof *w->entered);
  w->left = cr_arena_alloc(arena, nodes, sizeof *w->left);
  if (!w->first || !w->entry || !w->entered || !w->left) return false;
  for (size_t e = 0; e < edges; e++) w->first[w->chart->edges[e].company + 2]++;
  for (size_t i = 2; i < nodes + 2; i++) w->first[i] += w->first[i - 1];
  for (size_t e = 0; e < edges; e++)
    w->entry[w->first[w->chart->edges[e].company + 1]++] = (int)e;
  return true;
}

/* As deep as the longest chain: at most CR_CHART_LARGEST. */
static void enter(walk *w, int company) {
  w->entered[company] = true;
  for (int i = w->first[company]; i < w->first[company + 1]; i++) {
    cr_chart_edge *edge = &w->chart->edges[w->entry[i]];
    edge->upwards = w->entered[edge->holder] && !w->left[edge->holder];
    if (!w->entered[edge->holder]) enter(w, edge->holder);
  }
  w->left[company] = true;
}

crible_status cr_chart_turn(cr_chart *chart, cr_arena *arena) {
  walk w = {.chart = chart};
  if (!make_lists(&w, arena)) return CRIBLE_E_MEMORY;
  enter(&w, 0);
  return CRIBLE_OK;
}
