/* Nodes and edges of the chart, from the rows of the companies that are shown. */
#include "engine/report/chart.h"

typedef struct drawing {
  cr_chart *chart;
  cr_builder *builder;
  const cr_chart_scope *scope;
  int *at;     /* per party: its node in the chart, or CR_NONE */
  int beside[CR_PSEUDO_NODES], summary; /* of the company at hand, or CR_NONE */
} drawing;

static int add_node(drawing *d, cr_chart_kind kind, int node, int company) {
  d->chart->nodes[d->chart->node_count] =
      (cr_chart_node){.kind = kind, .node = node, .company = company};
  return d->chart->node_count++;
}

static cr_chart_kind kind_of(const cr_view *view, int party) {
  if (party >= view->parties)
    return party == view->parties + CR_TREASURY ? CR_CHART_OTHER : CR_CHART_OPEN;
  if (party == view->candidate) return CR_CHART_CANDIDATE;
  return view->third[party] == CR_THIRD         ? CR_CHART_THIRD
         : view->third[party] == CR_MAYBE_THIRD ? CR_CHART_MAYBE
                                                : CR_CHART_OTHER;
}

/* The chart's node for a holder in the row of a company, made when it is new. */
static int holder_at(drawing *d, int holder, int company) {
  const cr_view *view = d->scope->view;
  if (holder < view->parties && d->scope->kept[holder]) return d->at[holder];
  int *place = holder < view->parties ? &d->summary : &d->beside[holder - view->parties];
  if (*place == CR_NONE)
    *place = holder < view->parties ? add_node(d, CR_CHART_SUMMARY, CR_NONE, company)
                                    : add_node(d, kind_of(view, holder), holder, company);
  return *place;
}

/* The edge between two nodes of the chart: of those of this company, from `first` on. */
static cr_chart_edge *edge_between(drawing *d, int first, int holder, int company) {
  cr_chart *chart = d->chart;
  for (int i = first; i < chart->edge_count; i++)
    if (chart->edges[i].holder == holder) return &chart->edges[i];
  cr_chart_edge *edge = &chart->edges[chart->edge_count++];
  *edge = (cr_chart_edge){.holder = holder, .company = company, .rows = 1};
  return edge;
}

/* Lots of one holder, and of those in one summary, are added up. */
static void add_share(drawing *d, cr_chart_edge *edge, cr_property property,
                      const cr_interval *weight) {
  edge->holds = true;
  edge->open = edge->open || !cr_interval_point(weight) ||
               d->chart->nodes[edge->holder].kind == CR_CHART_OPEN;
  fmpq *share = edge->share[property];
  if (!share) share = edge->share[property] = cr_arena_rationals(d->builder->arena, 2);
  if (!share) {
    d->builder->failed = true;
    return;
  }
  fmpq_add(&share[0], &share[0], &weight->lo);
  fmpq_add(&share[1], &share[1], &weight->hi);
  if (fmpq_cmp_ui(&share[1], 1) > 0) fmpq_one(&share[1]);
  edge->least_open[property] |= weight->lo_open;
  edge->most_open[property] |= weight->hi_open;
}

static void draw_holders(drawing *d, int first, int company, cr_property property) {
  const cr_edges *edges = &d->scope->view->edges[property];
  for (int e = edges->first[company]; e < edges->first[company + 1]; e++) {
    if (!cr_chart_holds(d->scope->view, edges, company, e)) continue;
    const int holder = holder_at(d, edges->holder[e], company);
    cr_chart_edge *edge = edge_between(d, first, holder, d->at[company]);
    add_share(d, edge, property, &edges->weight[e]);
    edge->suspended = edge->suspended || (edges->flags[e] & CR_EDGE_SUSPENDED);
  }
}

/* Control by facts, by a majority or a presumption; what follows from these is not drawn. */
static void draw_control(drawing *d, int first, int company) {
  const cr_view *view = d->scope->view;
  for (int i = 0; i < view->control_count; i++) {
    const cr_control_edge *control = &view->controls[i];
    if (control->controlled != company || !d->scope->kept[control->controller]) continue;
    cr_chart_edge *edge = edge_between(d, first, d->at[control->controller], d->at[company]);
    edge->controls = edge->stated = true;
    edge->manages = edge->manages || control->manager;
    edge->doubtful = !control->definite;
  }
  for (int i = first; i < d->chart->edge_count; i++) {
    cr_chart_edge *edge = &d->chart->edges[i];
    const int holder = d->chart->nodes[edge->holder].node;
    if (holder == CR_NONE || holder >= view->parties || edge->controls) continue;
    const cr_control_pair *pair =
        cr_control_definite_pair(d->builder->screening->analysis[0].control, holder, company);
    edge->controls = pair && pair->reason != CR_BY_TRANSITIVITY;
  }
}

static bool make_room(drawing *d) {
  const cr_view *view = d->scope->view;
  const int entries = view->edges[CR_CAPITAL].count + view->edges[CR_VOTES].count;
  cr_chart *chart = d->chart;
  chart->nodes = cr_elements(d->builder, d->scope->count + entries, sizeof *chart->nodes);
  chart->edges =
      cr_elements(d->builder, entries + view->control_count + 1, sizeof *chart->edges);
  d->at = cr_elements(d->builder, view->parties, sizeof *d->at);
  return !d->builder->failed;
}

void cr_chart_draw(cr_chart *chart, cr_builder *builder, const cr_chart_scope *scope) {
  drawing d = {.chart = chart, .builder = builder, .scope = scope};
  const cr_view *view = scope->view;
  if (!make_room(&d)) return;
  chart->parties = scope->count;
  for (int i = 0; i < view->parties; i++) d.at[i] = CR_NONE;
  for (int i = 0; i < scope->count; i++) {
    const int party = scope->order[i];
    if (!scope->kept[party]) chart->folded++;
    else d.at[party] = add_node(&d, kind_of(view, party), party, CR_NONE);
  }
  for (int i = 0; i < scope->count; i++) {
    const int company = scope->order[i], first = chart->edge_count;
    if (!scope->kept[company]) continue;
    for (int pseudo = 0; pseudo < CR_PSEUDO_NODES; pseudo++) d.beside[pseudo] = CR_NONE;
    d.summary = CR_NONE;
    for (int property = 0; property < CR_PROPERTIES; property++)
      draw_holders(&d, first, company, (cr_property)property);
    draw_control(&d, first, company);
  }
}
