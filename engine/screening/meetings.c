#include "engine/screening/passes.h"

int cr_screening_meetings(const struct crible_screening *screening) {
  return screening->analysis[1].graph.view != NULL ? 2 : 1;
}

/* The node in `to` of a node in `from`: that of the same party. */
static int translate(const cr_graph *to, const cr_graph *from, int node) {
  if (to == from || node == CR_NONE) return node;
  if (node >= from->view->parties) return to->view->parties + (node - from->view->parties);
  return to->node_of[from->view->party[node]];
}

int cr_screening_node(const struct crible_screening *screening, int meeting, int node) {
  return translate(&screening->analysis[0].graph, &screening->analysis[meeting].graph, node);
}

int cr_screening_node_under(const struct crible_screening *screening, int meeting, int node) {
  return translate(&screening->analysis[meeting].graph, &screening->analysis[0].graph, node);
}
