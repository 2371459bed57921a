#include "engine/report/chart.h"

static void add(cr_chart_scope *scope, int party, int company) {
  if (party >= scope->view->parties || scope->reached[party]) return;
  scope->reached[party] = true;
  scope->next[party] = company;
  scope->order[scope->count++] = party;
}

static void add_holders(cr_chart_scope *scope, int company) {
  for (int property = 0; property < CR_PROPERTIES; property++) {
    const cr_edges *edges = &scope->view->edges[property];
    for (int e = edges->first[company]; e < edges->first[company + 1]; e++)
      if (cr_chart_holds(scope->view, edges, company, e)) add(scope, edges->holder[e], company);
  }
  for (int i = 0; i < scope->view->control_count; i++)
    if (scope->view->controls[i].controlled == company)
      add(scope, scope->view->controls[i].controller, company);
}

void cr_chart_reach(cr_chart_scope *out, cr_builder *builder) {
  const cr_view *view = builder->screening->analysis[0].graph.view;
  *out = (cr_chart_scope){.view = view,
                          .order = cr_elements(builder, view->parties, sizeof *out->order),
                          .next = cr_elements(builder, view->parties, sizeof *out->next),
                          .reached = cr_elements(builder, view->parties, sizeof *out->reached),
                          .kept = cr_elements(builder, view->parties, sizeof *out->kept)};
  if (builder->failed) return;
  add(out, view->candidate, CR_NONE);
  for (int i = 0; i < out->count; i++) add_holders(out, out->order[i]);
  for (int i = 0; i < out->count; i++) out->kept[out->order[i]] = true;
}
