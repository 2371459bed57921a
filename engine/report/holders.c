/* Who holds of the candidate, directly and in total. */
#include <stdlib.h>

#include "engine/report/builder.h"

typedef struct cr_holders {
  cr_builder *builder;
  const cr_view *view;
  cr_shown_holder *items;
  int count;
  int *at; /* per node: its place in items, or CR_NONE */
} cr_holders;

static cr_third third_of(const cr_view *view, int node) {
  if (node < view->parties) return view->third[node];
  return node == view->parties + CR_UNDISCLOSED ? view->undisclosed : CR_NOT_THIRD;
}

static cr_shown_holder *holder_at(cr_holders *holders, int node) {
  if (holders->at[node] == CR_NONE) {
    holders->items[holders->count] =
        (cr_shown_holder){.party = cr_node_at(holders->builder, holders->view, node),
                          .node = node,
                          .third = third_of(holders->view, node)};
    holders->at[node] = holders->count++;
  }
  return &holders->items[holders->at[node]];
}

/* Adds an end of a lot to what the holder has: no more than all. */
static void add_end(cr_holders *holders, cr_bound *bound, const fmpq *end, bool open) {
  fmpq *sum = bound->value;
  if (!sum) {
    sum = cr_arena_rationals(holders->builder->arena, 1);
    if (!sum) {
      holders->builder->failed = true;
      return;
    }
    *bound = (cr_bound){.exact = true, .value = sum, .attained = true, .tight = true};
  }
  fmpq_add(sum, sum, end);
  if (fmpq_cmp_si(sum, 1) > 0) fmpq_one(sum);
  bound->attained = bound->attained && !open;
}

static int entries_of(const cr_edges *edges, int company) {
  return edges->first[company + 1] - edges->first[company];
}

static void add_direct(cr_holders *holders, cr_property property) {
  const cr_edges *edges = &holders->view->edges[property];
  const int company = holders->view->candidate;
  for (int i = edges->first[company]; i < edges->first[company + 1]; i++) {
    const cr_interval *weight = &edges->weight[i];
    if (fmpq_is_zero(&weight->hi)) continue;
    cr_shown_holder *holder = holder_at(holders, edges->holder[i]);
    add_end(holders, &holder->direct[property][0], &weight->lo, weight->lo_open);
    add_end(holders, &holder->direct[property][1], &weight->hi, weight->hi_open);
    if (holder->facts[property].count == 0)
      holder->facts[property] = cr_cite_edge(holders->builder, edges, i);
  }
}

static int by_upper_end(const cr_bound a[2], const cr_bound b[2]) {
  if (!a[1].value || !b[1].value) return (b[1].value != NULL) - (a[1].value != NULL);
  return fmpq_cmp(b[1].value, a[1].value);
}

static int by_direct(const void *a, const void *b) {
  const cr_shown_holder *left = a, *right = b;
  int order = by_upper_end(left->direct[CR_CAPITAL], right->direct[CR_CAPITAL]);
  if (order == 0) order = by_upper_end(left->direct[CR_VOTES], right->direct[CR_VOTES]);
  return order ? order : (left->node > right->node) - (left->node < right->node);
}

void cr_build_holders(cr_builder *builder) {
  cr_report_model *model = builder->model;
  const cr_view *view = builder->screening->analysis[0].graph.view;
  const int nodes = cr_view_nodes(view), company = view->candidate;
  const int most = model->entity_count + entries_of(&view->edges[CR_CAPITAL], company) +
                   entries_of(&view->edges[CR_VOTES], company);
  cr_holders holders = {.builder = builder,
                        .view = view,
                        .items = cr_elements(builder, most, sizeof *holders.items),
                        .at = cr_elements(builder, nodes, sizeof *holders.at)};
  if (!holders.items || !holders.at) return;
  for (int node = 0; node < nodes; node++) holders.at[node] = CR_NONE;
  for (int i = 0; i < model->entity_count; i++) {
    cr_shown_holder *holder = holder_at(&holders, model->entities[i].entity->node);
    holder->entity = &model->entities[i];
    holder->third = model->entities[i].entity->third;
  }
  for (int property = 0; property < CR_PROPERTIES; property++)
    add_direct(&holders, (cr_property)property);
  if (builder->failed) return;
  qsort(holders.items + model->entity_count, (size_t)(holders.count - model->entity_count),
        sizeof *holders.items, by_direct);
  model->holders = holders.items;
  model->holder_count = holders.count;
}
