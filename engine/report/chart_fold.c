/* Which parties a chart of few nodes shows: those that the verdict rests on and the largest third
 * entities with the way they hold, then whoever is nearest to the candidate. The other
 * holders of a company that is shown are one node together. */
#include <string.h>

#include "engine/report/chart.h"

typedef struct folding {
  const cr_chart_scope *scope;
  cr_builder *builder;
  int most;
  int patience;   /* trials left: very large dossiers are not searched to the end */
  bool *trial;    /* per party */
} folding;

/* Nodes that a company's row takes beside the parties kept: who is nobody in particular, each
 * kind once, and the summary of the others. */
static int row_cost(const cr_chart_scope *scope, const bool *kept, int company) {
  bool pseudo[CR_PSEUDO_NODES] = {false};
  int cost = 0, others = 0;
  for (int property = 0; property < CR_PROPERTIES; property++) {
    const cr_edges *edges = &scope->view->edges[property];
    for (int e = edges->first[company]; e < edges->first[company + 1]; e++) {
      const int holder = edges->holder[e];
      if (!cr_chart_holds(scope->view, edges, company, e)) continue;
      if (holder < scope->view->parties) {
        others |= !kept[holder];
      } else if (!pseudo[holder - scope->view->parties]) {
        pseudo[holder - scope->view->parties] = true;
        cost++;
      }
    }
  }
  return cost + others;
}

static int cost_of(const cr_chart_scope *scope, const bool *kept) {
  int cost = 0;
  for (int i = 0; i < scope->count; i++)
    if (kept[scope->order[i]]) cost += 1 + row_cost(scope, kept, scope->order[i]);
  return cost;
}

/* Puts a party on trial, with the companies on its way to the candidate. */
static void propose(folding *f, int party) {
  while (party >= 0 && party < f->scope->view->parties && f->scope->reached[party] &&
         !f->trial[party]) {
    f->trial[party] = true;
    party = f->scope->next[party];
  }
}

/* Keeps what is on trial when there is room for it. */
static void settle(folding *f) {
  const size_t size = (size_t)f->scope->view->parties * sizeof *f->trial;
  if (f->patience > 0) f->patience--;
  if (f->patience > 0 && cost_of(f->scope, f->trial) <= f->most)
    memcpy(f->scope->kept, f->trial, size);
  else
    memcpy(f->trial, f->scope->kept, size);
}

/* A witness's view may differ from the chart's: its nodes are known by their facts. */
static void propose_node(folding *f, const cr_witness *witness, int node) {
  if (node < 0 || node >= witness->view->parties) return;
  const int fact = witness->view->party[node];
  const int here = f->builder->screening->analysis[0].graph.node_of[fact];
  if (here != CR_NONE) propose(f, here);
}

static void try_witness(folding *f, const cr_witness *witness) {
  if (!witness || f->patience <= 0) return;
  for (int i = 0; witness->chains && i < witness->chains->chain_count; i++) {
    const cr_chain *chain = &witness->chains->chains[i];
    for (int s = chain->step_count; s-- > 0;) propose_node(f, witness, chain->steps[s].holder);
    settle(f);
  }
  for (int i = 0; i < witness->part_count; i++) {
    propose_node(f, witness, witness->parts[i].holder);
    propose_node(f, witness, witness->parts[i].owner);
    settle(f);
  }
  for (int i = 0; i < witness->step_count; i++) {
    propose_node(f, witness, witness->steps[i].controller);
    settle(f);
  }
}

void cr_chart_fold(cr_chart_scope *scope, cr_builder *builder, int most) {
  const struct crible_screening *screening = builder->screening;
  if (cost_of(scope, scope->kept) <= most) return;
  folding f = {scope, builder, most, 4 * most,
               cr_elements(builder, scope->view->parties, sizeof *f.trial)};
  if (!f.trial) return;
  memset(scope->kept, 0, (size_t)scope->view->parties * sizeof *scope->kept);
  scope->kept[scope->view->candidate] = f.trial[scope->view->candidate] = true;
  for (int i = 0; i < screening->witness_count; i++) try_witness(&f, &screening->witnesses[i]);
  for (int i = 0; i < screening->entity_count && f.patience > most; i++) {
    propose(&f, screening->entities[i].node);
    settle(&f);
  }
  f.patience += 2 * most; /* for the nearest, whoever else was tried */
  for (int i = 0; i < scope->count && f.patience > 0; i++) {
    if (scope->kept[scope->order[i]]) continue;
    propose(&f, scope->order[i]);
    settle(&f);
  }
}
