/* What is written in the chart, and the chart in words. */
#include <math.h>
#include <string.h>

#include "engine/base/words.h"
#include "engine/report/chart.h"
#include "engine/report/chart_text.h"

enum { NAME_SIZE = 9, SMALL_SIZE = 8, BOX_WIDTH = 108, LEAST_WIDTH = 58, PADDING = 5, LINE = 11 };

static const double BOLD = 1.08; /* wider letters */

typedef struct labelling {
  cr_chart *chart;
  cr_builder *builder;
  const cr_chart_scope *scope;
  const cr_entity **entity; /* per node of the view; NULL: no third entity */
} labelling;

const char *cr_chart_kind_words(cr_chart_kind kind) {
  static const char *const words[CR_CHART_KINDS] = {
      N_("candidate"),  N_("third entity"), N_("perhaps third"),
      N_("not third"), N_("not known who"), N_("several, not drawn one by one")};
  return _(words[kind]);
}

static const char *interval_words(labelling *l, const cr_chart_edge *edge, int property) {
  const fmpq *share = edge->share[property];
  const cr_interval interval = {share[0], share[1], edge->least_open[property],
                                edge->most_open[property]};
  return cr_kept(l->builder,
                 cr_figure_interval(l->builder->arena, &interval, &l->builder->model->marks));
}

static bool same_share(const cr_chart_edge *edge) {
  const fmpq *capital = edge->share[CR_CAPITAL], *votes = edge->share[CR_VOTES];
  return capital && votes && fmpq_equal(&capital[0], &votes[0]) &&
         fmpq_equal(&capital[1], &votes[1]) &&
         edge->least_open[CR_CAPITAL] == edge->least_open[CR_VOTES] &&
         edge->most_open[CR_CAPITAL] == edge->most_open[CR_VOTES];
}

static const char *control_words(const cr_chart_edge *edge) {
  if (edge->doubtful) return _("may control");
  return edge->manages ? _("manages") : _("controls");
}

static void label_edge(labelling *l, cr_chart_edge *edge) {
  const cr_chart_node *nodes = l->chart->nodes;
  const char **out = edge->labels;
  int count = 0;
  if (same_share(edge) && !edge->suspended) {
    out[count++] = interval_words(l, edge, CR_CAPITAL);
  } else {
    if (edge->share[CR_CAPITAL])
      out[count++] = cr_words(l->builder, _("capital %s"), interval_words(l, edge, CR_CAPITAL));
    if (edge->share[CR_VOTES])
      out[count++] =
          cr_words(l->builder, edge->suspended ? _("votes %s, suspended") : _("votes %s"),
                   interval_words(l, edge, CR_VOTES));
  }
  if (edge->controls) out[count++] = control_words(edge);
  edge->label_count = count;
  edge->title = cr_words(l->builder, _("%s in %s: %s"), nodes[edge->holder].title,
                         nodes[edge->company].title, cr_listed(l->builder, out, count));
  for (int i = 0; i < count; i++) {
    const double width = cr_chart_text_width(out[i], SMALL_SIZE) + 2 * PADDING;
    if (width > edge->label_width) edge->label_width = width;
  }
  edge->label_height = count * LINE;
}

/* How many holders stand in a summary, and how many of them may be third. */
static const char *summary_words(labelling *l, int company) {
  const cr_view *view = l->scope->view;
  bool *counted = cr_elements(l->builder, view->parties, sizeof *counted);
  int holders = 0, third = 0;
  for (int property = 0; counted && property < CR_PROPERTIES; property++) {
    const cr_edges *edges = &view->edges[property];
    for (int e = edges->first[company]; e < edges->first[company + 1]; e++) {
      const int holder = edges->holder[e];
      if (holder >= view->parties || l->scope->kept[holder] || counted[holder] ||
          !cr_chart_holds(view, edges, company, e))
        continue;
      counted[holder] = true;
      holders++;
      if (view->third[holder] != CR_NOT_THIRD) third++;
    }
  }
  const char *who =
      cr_words(l->builder, cr_plural("%d other holder", "%d other holders", holders), holders);
  if (third == 0) return cr_words(l->builder, _("%s, none of them third"), who);
  return cr_words(l->builder,
                  cr_plural("%s, %d of them third or perhaps", "%s, %d of them third or perhaps",
                            third),
                  who, third);
}

static bool is_person(const labelling *l, int node) {
  const cr_party *party = &l->builder->facts->parties[l->scope->view->party[node]];
  return party->kind == CR_PERSON || (party->kind == CR_GROUP && party->members_are_persons);
}

/* What a third entity has in all, directly and through others. */
static int add_totals(labelling *l, const char **lines, int room, int node) {
  const cr_entity *entity = l->entity[node];
  if (!entity || room < 1) return 0;
  const char *capital = cr_range_words(l->builder, entity->bound[CR_CAPITAL]),
             *votes = cr_range_words(l->builder, entity->bound[CR_VOTES]);
  if (strcmp(capital, votes) == 0) {
    lines[0] = cr_words(l->builder, _("in all %s"), capital);
    return 1;
  }
  lines[0] = cr_words(l->builder, _("capital in all %s"), capital);
  if (room > 1) lines[1] = cr_words(l->builder, _("votes in all %s"), votes);
  return room > 1 ? 2 : 1;
}

/* What stands below the name of whoever is not surely third. */
static const char *below_words(const labelling *l, const cr_chart_node *node) {
  const cr_view *view = l->scope->view;
  if (node->kind == CR_CHART_CANDIDATE || node->kind == CR_CHART_MAYBE)
    return cr_chart_kind_words(node->kind);
  const bool unknown = node->kind == CR_CHART_OTHER && node->node < view->parties &&
                       cr_chart_unknown(view, &view->edges[CR_CAPITAL], node->node) &&
                       cr_chart_unknown(view, &view->edges[CR_VOTES], node->node);
  return unknown ? _("holders not known") : "";
}

/* Nobody in particular has a small box. */
static const char *stand_in_words(const cr_view *view, int node) {
  switch (node - view->parties) {
  case CR_FLOAT: return _("undeclared");
  case CR_TREASURY: return _("treasury shares");
  default: return _("undisclosed");
  }
}

/* As wide as what stands in it. */
static void size_node(cr_chart_node *node) {
  node->width = LEAST_WIDTH;
  for (int i = 0; i < node->line_count; i++) {
    const double width =
        cr_chart_text_width(node->lines[i], i < node->name_lines ? NAME_SIZE * BOLD : SMALL_SIZE);
    node->width = fmax(node->width, width + 2 * PADDING);
  }
  node->height = node->line_count * LINE + 2 * PADDING;
}

static void label_node(labelling *l, cr_chart_node *node) {
  const double width = BOX_WIDTH - 2 * PADDING;
  const char *name, *below = "";
  if (node->kind == CR_CHART_SUMMARY) {
    name = node->title = summary_words(l, node->company);
  } else {
    const cr_shown_party *party = cr_node_at(l->builder, l->scope->view, node->node);
    name = party->stand_in ? stand_in_words(l->scope->view, node->node) : party->name;
    node->title = party->label;
    below = *party->place ? party->place : below_words(l, node);
    node->person = !party->stand_in && is_person(l, node->node);
  }
  node->name_lines = cr_chart_wrap(l->builder, node->lines, 4, name, NAME_SIZE, width / BOLD);
  node->line_count = node->name_lines;
  node->line_count +=
      cr_chart_wrap(l->builder, node->lines + node->line_count, 2, below, SMALL_SIZE, width);
  if (node->kind == CR_CHART_THIRD || node->kind == CR_CHART_MAYBE)
    node->line_count += add_totals(l, node->lines + node->line_count,
                                   CR_CHART_LINES - node->line_count, node->node);
  size_node(node);
}

/* The chart for whoever does not see it: company by company, who holds it. */
static void tell(labelling *l) {
  cr_chart *chart = l->chart;
  const char **sentences = cr_elements(l->builder, chart->edge_count, sizeof *sentences);
  for (int i = 0; sentences && i < chart->edge_count; i++) sentences[i] = chart->edges[i].title;
  chart->title = cr_words(l->builder, _("Who holds %s"), l->builder->model->candidate->name);
  chart->summary = sentences ? cr_listed(l->builder, sentences, chart->edge_count) : "";
  if (chart->folded > 0)
    chart->note = cr_words(
        l->builder,
        cr_plural("%d party of %d is not drawn; crible chart --full draws all.",
                  "%d parties of %d are not drawn; crible chart --full draws all.", chart->folded),
        chart->folded, chart->parties);
}

void cr_chart_label(cr_chart *chart, cr_builder *builder, const cr_chart_scope *scope) {
  const struct crible_screening *screening = builder->screening;
  labelling l = {chart, builder, scope,
                 cr_elements(builder, cr_view_nodes(scope->view), sizeof *l.entity)};
  if (!l.entity) return;
  for (int i = 0; i < screening->entity_count; i++)
    l.entity[screening->entities[i].node] = &screening->entities[i];
  for (int i = 0; i < chart->node_count; i++) label_node(&l, &chart->nodes[i]);
  for (int i = 0; i < chart->edge_count; i++) label_edge(&l, &chart->edges[i]);
  tell(&l);
}
