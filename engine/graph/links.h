/* Links of the facts as igraph takes them: pairs of vertices, each from holder to
 * company or from controller to controlled. */
#ifndef CR_GRAPH_LINKS_H
#define CR_GRAPH_LINKS_H

#include <igraph/igraph.h>

#include "engine/graph/snapshot.h"

/* Appends every link that is a fact on the date, and links from the candidate and the
 * parties named by rights that bind it to the vertex `sink`. */
igraph_error_t cr_links_list(igraph_vector_int_t *links, const cr_snapshot *snapshot, int sink);

#endif
