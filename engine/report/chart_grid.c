/* Charts too large for Graphviz, whose time and stack grow faster than the chart: rows by distance
 * from the candidate, boxes in columns, straight lines. */
#include "engine/report/chart.h"

#include <math.h>

enum { GAP = 30, ROW = 130, LEAST_COLUMNS = 12, MARGIN = 6 };

typedef struct grid {
  cr_chart *chart;
  int *distance, *order; /* by node; nodes, nearest first */
  int *first, *entry;    /* by company: its edges */
} grid;

static bool make_lists(grid *g, cr_arena *arena) {
  const size_t nodes = (size_t)g->chart->node_count, edges = (size_t)g->chart->edge_count;
  g->distance = cr_arena_alloc(arena, nodes, sizeof *g->distance);
  g->order = cr_arena_alloc(arena, nodes, sizeof *g->order);
  g->first = cr_arena_alloc(arena, nodes + 2, sizeof *g->first);
  g->entry = cr_arena_alloc(arena, edges + 1, sizeof *g->entry);
  if (!g->distance || !g->order || !g->first || !g->entry) return false;
  for (size_t e = 0; e < edges; e++) g->first[g->chart->edges[e].company + 2]++;
  for (size_t i = 2; i < nodes + 2; i++) g->first[i] += g->first[i - 1];
  for (size_t e = 0; e < edges; e++)
    g->entry[g->first[g->chart->edges[e].company + 1]++] = (int)e;
  return true;
}

/* Nearest first, from the candidate upwards; gives how many there are. */
static int walk(grid *g) {
  int count = 0;
  for (int i = 0; i < g->chart->node_count; i++) g->distance[i] = CR_NONE;
  g->distance[0] = 0;
  g->order[count++] = 0;
  for (int i = 0; i < count; i++) {
    const int company = g->order[i];
    for (int e = g->first[company]; e < g->first[company + 1]; e++) {
      const int holder = g->chart->edges[g->entry[e]].holder;
      if (g->distance[holder] != CR_NONE) continue;
      g->distance[holder] = g->distance[company] + 1;
      g->order[count++] = holder;
    }
  }
  return count;
}

/* Rows upwards from 0: a new one where the distance changes, or the row is full. */
static void place_nodes(grid *g, int count, int columns) {
  int row = 0, column = 0;
  double width = 0;
  for (int i = 0; i < count; i++) width = fmax(width, g->chart->nodes[i].width + GAP);
  for (int i = 0; i < count; i++) {
    cr_chart_node *node = &g->chart->nodes[g->order[i]];
    if (i > 0 && (g->distance[g->order[i]] != g->distance[g->order[i - 1]] || column == columns)) {
      row++;
      column = 0;
    }
    node->strip = 0;
    node->x = MARGIN + (column++ + 0.5) * width;
    node->y = row;
  }
  g->chart->width = columns * width + 2 * MARGIN;
  g->chart->height = (row + 1.0) * ROW + 2 * MARGIN;
  for (int i = 0; i < count; i++) {
    cr_chart_node *node = &g->chart->nodes[g->order[i]];
    node->y = MARGIN + (row - node->y + 0.5) * ROW;
  }
}

/* From the holder's lower or upper edge to the company's; figures stand by the holder. */
static bool place_line(cr_chart *chart, cr_chart_edge *edge, cr_arena *arena) {
  const cr_chart_node *holder = &chart->nodes[edge->holder],
                      *company = &chart->nodes[edge->company];
  const double side = holder->y <= company->y ? 0.5 : -0.5;
  edge->curve = cr_arena_alloc(arena, 4, sizeof *edge->curve);
  if (!edge->curve) return false;
  const cr_chart_point from = {holder->x, holder->y + side * holder->height},
                       to = {company->x, company->y - side * company->height};
  edge->curve[0] = edge->curve[1] = from;
  edge->curve[2] = edge->curve[3] = to;
  edge->point_count = 4;
  edge->label_x = from.x + (to.x - from.x) * 0.15;
  edge->label_y = from.y + (side > 0 ? 1 : -1) * (edge->label_height / 2 + 2);
  return true;
}

crible_status cr_chart_lay_out_rows(cr_chart *chart, cr_arena *arena) {
  grid g = {.chart = chart};
  if (!make_lists(&g, arena)) return CRIBLE_E_MEMORY;
  const int columns = (int)sqrt(chart->node_count);
  place_nodes(&g, walk(&g), columns < LEAST_COLUMNS ? LEAST_COLUMNS : columns);
  for (int i = 0; i < chart->edge_count; i++)
    if (!place_line(chart, &chart->edges[i], arena)) return CRIBLE_E_MEMORY;
  return CRIBLE_OK;
}
