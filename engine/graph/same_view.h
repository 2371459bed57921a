/* Whether two graphs are the same to the analysis. */
#ifndef CR_GRAPH_SAME_VIEW_H
#define CR_GRAPH_SAME_VIEW_H

#include "engine/graph/graph.h"

/* Everything in two views that a figure may rest on is equal; the facts cited may differ. Whoever
 * adds a member to cr_view adds it here. */
bool cr_view_same(const cr_view *a, const cr_view *b);

/* The same of graphs of one store of facts, each under one kind of meeting. */
bool cr_graph_same(const cr_graph *a, const cr_graph *b);

#endif
