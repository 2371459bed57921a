/* Where the boxes and lines of a chart stand: layers by "dot" (Gansner, Koutsofios, North, Vo, "A
 * technique for drawing directed graphs", 1993). Sizes are given, so that no font decides. */
#define _XOPEN_SOURCE 700 /* uselocale */
#include <graphviz/gvc.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/report/chart.h"

/* Points that an A4 page leaves, upright and across: margins of 14 mm at the sides, above and below
 * head, foot and a heading too. */
static const double UPRIGHT[2] = {515, 700}, ACROSS[2] = {760, 450};
enum { WIDEST = 584, MARGIN = 6, LEGEND = 112 };
enum { MOST_COLUMNS = 5, MOST_ROWS = 10, MANY = 6, LIFTS = 5, LABEL_GAP = 4 };
/* Above it lines are straight, and the layers are improved less: time grows faster than size. */
enum { LARGE = 150 };

typedef struct layout {
  cr_chart *chart;
  cr_arena *arena;
  GVC_t *library;
  graph_t *graph;
  Agnode_t **nodes;
  Agedge_t **edges;
  /* By node of the chart: lines downwards and upwards; those that hold it alone, and of these
   * how many have a row; where its row stands. */
  int *lines, *above, *held_by, *placed;
  double *row;
  int *lift[2]; /* of the arrangement at hand, and of the best */
} layout;

typedef struct arrangement {
  int columns;
  bool crowded;
  int *lift; /* per node: rows that it stands higher than it would */
} arrangement;

static void set(void *object, const char *name, const char *value) {
  agsafeset(object, (char *)name, (char *)value, (char *)"");
}

static void set_points(void *object, const char *name, double points) {
  char inches[32];
  snprintf(inches, sizeof inches, "%.4f", points / 72);
  set(object, name, inches);
}

static void add_node(layout *l, int index) {
  const cr_chart_node *node = &l->chart->nodes[index];
  char name[16];
  snprintf(name, sizeof name, "n%d", index);
  Agnode_t *made = l->nodes[index] = agnode(l->graph, name, 1);
  set(made, "shape", "box");
  set(made, "fixedsize", "true");
  set(made, "label", "");
  set_points(made, "width", node->width);
  set_points(made, "height", node->height + node->strip);
}

/* Room for the label is kept by an empty table of its size. */
static void add_edge(layout *l, int index) {
  const cr_chart_edge *edge = &l->chart->edges[index];
  char text[160];
  snprintf(text, sizeof text, "e%d", index);
  Agnode_t *upper = l->nodes[edge->upwards ? edge->company : edge->holder],
           *lower = l->nodes[edge->upwards ? edge->holder : edge->company];
  Agedge_t *made = l->edges[index] = agedge(l->graph, upper, lower, text, 1);
  if (edge->upwards) set(made, "dir", "back");
  snprintf(text, sizeof text, "%d", edge->rows);
  set(made, "minlen", text);
  if (edge->label_count == 0 || edge->at_holder) return;
  snprintf(text, sizeof text,
           "<TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" FIXEDSIZE=\"TRUE\" "
           "WIDTH=\"%d\" HEIGHT=\"%d\"><TR><TD></TD></TR></TABLE>",
           (int)edge->label_width, (int)edge->label_height);
  char *html = agstrdup_html(l->graph, text);
  set(made, "label", html);
  agstrfree(l->graph, html);
}

static bool make_graph(layout *l) {
  const cr_chart *chart = l->chart;
  l->graph = agopen((char *)"chart", Agdirected, NULL);
  if (!l->graph) return false;
  set(l->graph, "nodesep", "0.12");
  set(l->graph, "ranksep", "0.2");
  if (chart->node_count > LARGE) {
    set(l->graph, "splines", "line");
    set(l->graph, "nslimit", "1");
    set(l->graph, "nslimit1", "1");
    set(l->graph, "mclimit", "0.2");
  }
  for (int i = chart->node_count; i-- > 0;) add_node(l, i);
  for (int i = 0; i < chart->edge_count; i++) add_edge(l, i);
  return true;
}

static cr_chart_point place(const layout *l, pointf at) {
  return (cr_chart_point){at.x + MARGIN, l->chart->height - MARGIN - at.y};
}

static bool read_edge(layout *l, cr_chart_edge *edge, const Agedge_t *from) {
  const splines *drawn = ED_spl(from);
  edge->point_count = 0;
  if (!drawn || drawn->size < 1) return true;
  const bezier *curve = &drawn->list[0];
  edge->curve = cr_arena_alloc(l->arena, (size_t)curve->size, sizeof *edge->curve);
  if (!edge->curve) return false;
  const int last = curve->size - 1;
  for (int i = 0; i <= last; i++)
    edge->curve[i] = place(l, curve->list[edge->upwards ? last - i : i]);
  /* The end is where the arrow's point stands. */
  if (edge->upwards && curve->sflag) edge->curve[last] = place(l, curve->sp);
  if (!edge->upwards && curve->eflag) edge->curve[last] = place(l, curve->ep);
  edge->point_count = curve->size;
  const textlabel_t *label = ED_label(from);
  if (edge->at_holder) {
    const cr_chart_node *holder = &l->chart->nodes[edge->holder];
    edge->label_x = holder->x;
    edge->label_y = holder->y + (holder->height + holder->strip) / 2;
  } else if (label) {
    const cr_chart_point at = place(l, label->pos);
    edge->label_x = at.x;
    edge->label_y = at.y;
  }
  return true;
}

static bool read_layout(layout *l) {
  cr_chart *chart = l->chart;
  const boxf box = GD_bb(l->graph);
  chart->width = box.UR.x + 2 * MARGIN;
  chart->height = box.UR.y + 2 * MARGIN;
  for (int i = 0; i < chart->node_count; i++) {
    const cr_chart_point at = place(l, ND_coord(l->nodes[i]));
    chart->nodes[i].x = at.x;
    l->row[i] = at.y;
    chart->nodes[i].y = at.y - chart->nodes[i].strip / 2;
  }
  for (int i = 0; i < chart->edge_count; i++)
    if (!read_edge(l, &chart->edges[i], l->edges[i])) return false;
  return true;
}

/* Many holders that hold one company only stand in rows above it, each with its figures below its
 * box: figures along the lines would need more room than the boxes. In a crowded chart all that
 * have one line do. */
static void set_rows(layout *l, const arrangement *as) {
  const cr_chart *chart = l->chart;
  memset(l->lines, 0, (size_t)chart->node_count * sizeof *l->lines);
  memset(l->held_by, 0, (size_t)chart->node_count * sizeof *l->held_by);
  memset(l->placed, 0, (size_t)chart->node_count * sizeof *l->placed);
  for (int i = 0; i < chart->edge_count; i++) {
    l->lines[chart->edges[i].holder]++;
    l->lines[chart->edges[i].company] += chart->edges[i].upwards;
  }
  for (int i = 0; i < chart->edge_count; i++)
    l->held_by[chart->edges[i].company] += l->lines[chart->edges[i].holder] == 1;
  for (int i = 0; i < chart->edge_count; i++) {
    cr_chart_edge *edge = &chart->edges[i];
    const int beside = l->held_by[edge->company];
    const bool many = beside >= MANY;
    const int columns = beside > as->columns * MOST_ROWS ? beside / MOST_ROWS : as->columns;
    edge->at_holder = !edge->upwards && l->lines[edge->holder] == 1 && (many || as->crowded);
    chart->nodes[edge->holder].strip = edge->at_holder ? edge->label_height + LABEL_GAP : 0;
    edge->rows = 1 + as->lift[edge->holder];
    if (edge->at_holder && many && !as->crowded)
      edge->rows += l->placed[edge->company]++ / columns;
  }
}

static crible_status try_arrangement(layout *l, const arrangement *as) {
  crible_status status = CRIBLE_E_MEMORY;
  bool laid_out = false;
  set_rows(l, as);
  if (!make_graph(l)) goto cleanup;
  laid_out = gvLayout(l->library, l->graph, "dot") == 0;
  status = !laid_out ? CRIBLE_E_INTERNAL : read_layout(l) ? CRIBLE_OK : CRIBLE_E_MEMORY;
cleanup:
  if (laid_out) gvFreeLayout(l->library, l->graph);
  if (l->graph) agclose(l->graph);
  l->graph = NULL;
  return status;
}

static double fit_in(const cr_chart *chart, const double page[2]) {
  return fmin(page[0] / chart->width, page[1] / (chart->height + LEGEND));
}

double cr_chart_fit(const cr_chart *chart) {
  return fmax(fit_in(chart, UPRIGHT), fit_in(chart, ACROSS));
}

bool cr_chart_across(const cr_chart *chart) {
  const double upright = fit_in(chart, UPRIGHT);
  return upright < CR_CHART_LEAST_FIT && upright < fit_in(chart, ACROSS);
}

/* Who gives way in a row that is too long: those that nobody stands above, then those with the
 * fewest lines. */
static bool gives_way(const layout *l, int a, int b) {
  const bool top_a = l->above[a] == 0, top_b = l->above[b] == 0;
  if (top_a != top_b) return top_a;
  return l->lines[a] < l->lines[b];
}

/* Lifts what is too much in each row of the last layout into the rows above. */
static bool lift_surplus(layout *l, arrangement *as) {
  const cr_chart *chart = l->chart;
  bool lifted = false;
  for (int i = 1; i < chart->node_count; i++) {
    int in_row = 1, before = 0;
    for (int j = 1; j < chart->node_count; j++) {
      if (j == i || fabs(l->row[j] - l->row[i]) > 1) continue;
      in_row++;
      before += gives_way(l, j, i) || (!gives_way(l, i, j) && j < i);
    }
    const int surplus = in_row - as->columns;
    if (before >= surplus) continue;
    as->lift[i] += 1 + before / as->columns;
    lifted = true;
  }
  return lifted;
}

static void copy_lift(const layout *l, arrangement *to, const arrangement *from) {
  to->columns = from->columns;
  to->crowded = from->crowded;
  memcpy(to->lift, from->lift, (size_t)l->chart->node_count * sizeof *to->lift);
}

/* Rows of so many boxes: lifted a few times, as lifting some may push others. */
static crible_status try_columns(layout *l, arrangement *as, arrangement *best, double *best_fit) {
  memset(as->lift, 0, (size_t)l->chart->node_count * sizeof *as->lift);
  for (int i = 0; i < LIFTS; i++) {
    crible_status status = try_arrangement(l, as);
    if (status != CRIBLE_OK) return status;
    if (cr_chart_fit(l->chart) > *best_fit) {
      *best_fit = cr_chart_fit(l->chart);
      copy_lift(l, best, as);
    }
    if (*best_fit >= CR_CHART_LEAST_FIT || !lift_surplus(l, as)) break;
  }
  return CRIBLE_OK;
}

/* The usual layout when it can be read on a page; else the one that comes nearest. */
static crible_status lay_out(layout *l) {
  static const int columns[] = {5, 7, 4, 6, 3};
  arrangement as = {MOST_COLUMNS, false, l->lift[0]}, best = {MOST_COLUMNS, false, l->lift[1]};
  crible_status status = try_arrangement(l, &as);
  if (status != CRIBLE_OK || l->chart->node_count > LARGE || l->chart->width <= WIDEST)
    return status;
  double best_fit = cr_chart_fit(l->chart);
  as.crowded = true;
  for (size_t i = 0; i < sizeof columns / sizeof *columns && best_fit < CR_CHART_LEAST_FIT; i++) {
    as.columns = columns[i];
    status = try_columns(l, &as, &best, &best_fit);
    if (status != CRIBLE_OK) return status;
  }
  return try_arrangement(l, &best);
}

static bool make_lists(layout *l) {
  const size_t nodes = (size_t)l->chart->node_count;
  int **const lists[] = {&l->lines, &l->held_by, &l->placed, &l->above, &l->lift[0], &l->lift[1]};
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
    *lists[i] = cr_arena_alloc(l->arena, nodes, sizeof **lists[i]);
    if (!*lists[i]) return false;
  }
  l->row = cr_arena_alloc(l->arena, nodes, sizeof *l->row);
  l->nodes = cr_arena_alloc(l->arena, nodes, sizeof *l->nodes);
  l->edges = cr_arena_alloc(l->arena, (size_t)l->chart->edge_count + 1, sizeof *l->edges);
  if (!l->row || !l->nodes || !l->edges) return false;
  for (int i = 0; i < l->chart->edge_count; i++) l->above[l->chart->edges[i].company]++;
  return true;
}

crible_status cr_chart_lay_out(cr_chart *chart, cr_arena *arena) {
  if (chart->node_count > CR_CHART_LARGEST) return cr_chart_lay_out_rows(chart, arena);
  layout l = {.chart = chart, .arena = arena};
  if (!make_lists(&l)) return CRIBLE_E_MEMORY;
  crible_status status = cr_chart_turn(chart, arena);
  if (status != CRIBLE_OK) return status;
  /* Graphviz reads numbers in the language of the user, unless told otherwise. */
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  if (!plain) return CRIBLE_E_MEMORY;
  locale_t before = uselocale(plain);
  agseterr(AGMAX); /* says nothing: what fails is told by the status */
  status = CRIBLE_E_INTERNAL;
  l.library = gvContext();
  if (l.library) status = lay_out(&l);
  if (l.library) gvFreeContext(l.library);
  uselocale(before);
  freelocale(plain);
  return status;
}
