/* Strongly connected components of a view, holders before companies.
 *
 * Components come in topological order: every holder outside a component
 * stands in an earlier one. Pseudo-nodes are not listed. Found with igraph (two
 * depth-first searches; Sharir, "A strong-connectivity algorithm", 1981). */
#ifndef CR_GRAPH_CONDENSATION_H
#define CR_GRAPH_CONDENSATION_H

#include "engine/graph/view.h"

typedef struct cr_condensation {
  int count;        /* components */
  int *first;       /* count + 1; members of component k are member[first[k]] … */
  int *member;      /* nodes, ascending inside a component */
  int *component;   /* per party */
  bool *cyclic;     /* per component: more than one member (a company never holds itself here) */
} cr_condensation;

/* Of the graph of one property. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_condensation_of(cr_condensation **out, const cr_view *view,
                                                   cr_property property, cr_arena *arena);

/* The same of a part of the graph: of the entries for which kept[entry] is
 * true. */
CRIBLE_MUST_CHECK crible_status cr_condensation_of_part(cr_condensation **out,
                                                        const cr_view *view,
                                                        cr_property property, const bool *kept,
                                                        cr_arena *arena);
#endif
