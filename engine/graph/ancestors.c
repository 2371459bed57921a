/* The links that count, holder to company and controller to controlled, and a
 * search against their direction with igraph. */
#include "engine/graph/ancestors.h"

#include <igraph/igraph.h>

#include "engine/graph/graph.h"
#include "engine/graph/links.h"

/* Everything from which `root` can be reached, itself included. */
static igraph_error_t search(igraph_vector_int_t *found, const igraph_vector_int_t *links,
                             int vertices, int root) {
  igraph_t graph;
  IGRAPH_CHECK(igraph_create(&graph, links, vertices, IGRAPH_DIRECTED));
  IGRAPH_FINALLY(igraph_destroy, &graph);
  IGRAPH_CHECK(igraph_subcomponent(&graph, found, root, IGRAPH_IN));
  igraph_destroy(&graph);
  IGRAPH_FINALLY_CLEAN(1);
  return IGRAPH_SUCCESS;
}

/* Marks what is found, in a list of `count` parties. */
static igraph_error_t mark_above(bool *above, const cr_snapshot *snapshot, int root) {
  int parties = (int)snapshot->facts->parties_count;
  igraph_vector_int_t links, found;
  IGRAPH_CHECK(igraph_vector_int_init(&links, 0));
  IGRAPH_FINALLY(igraph_vector_int_destroy, &links);
  IGRAPH_CHECK(igraph_vector_int_init(&found, 0));
  IGRAPH_FINALLY(igraph_vector_int_destroy, &found);
  IGRAPH_CHECK(cr_links_list(&links, snapshot, parties));
  IGRAPH_CHECK(search(&found, &links, parties + 1, root));
  for (igraph_integer_t i = 0; i < igraph_vector_int_size(&found); i++)
    if (VECTOR(found)[i] < parties) above[VECTOR(found)[i]] = true;
  igraph_vector_int_destroy(&found);
  igraph_vector_int_destroy(&links);
  IGRAPH_FINALLY_CLEAN(2);
  return IGRAPH_SUCCESS;
}

static crible_status find_above(bool **out, const cr_snapshot *snapshot, int root,
                                cr_arena *arena) {
  bool *above = cr_arena_alloc(arena, snapshot->facts->parties_count + 1, sizeof *above);
  if (!above) return CRIBLE_E_MEMORY;
  igraph_error_handler_t *before = igraph_set_error_handler(igraph_error_handler_ignore);
  igraph_error_t error = mark_above(above, snapshot, root);
  igraph_set_error_handler(before);
  if (error != IGRAPH_SUCCESS) return error == IGRAPH_ENOMEM ? CRIBLE_E_MEMORY : CRIBLE_E_INTERNAL;
  *out = above;
  return CRIBLE_OK;
}

crible_status cr_ancestors_find(bool **out, const cr_snapshot *snapshot, cr_arena *arena) {
  /* The links end in one more vertex that stands below every root. */
  return find_above(out, snapshot, (int)snapshot->facts->parties_count, arena);
}

/* Fewer ancestors first. An issuer strictly above another has strictly fewer, two in one
 * cycle have the same. */
static void sort_issuers(int *issuer, size_t *height, int count) {
  for (int i = 1; i < count; i++) {
    int moved = issuer[i];
    size_t key = height[i];
    int j = i;
    for (; j > 0 && height[j - 1] > key; j--) {
      issuer[j] = issuer[j - 1];
      height[j] = height[j - 1];
    }
    issuer[j] = moved;
    height[j] = key;
  }
}

static crible_status measure(size_t *height, const cr_snapshot *snapshot, int issuer,
                             cr_arena *arena) {
  bool *above = NULL;
  crible_status status = find_above(&above, snapshot, issuer, arena);
  if (status != CRIBLE_OK) return status;
  *height = 0;
  for (size_t i = 0; i < snapshot->facts->parties_count; i++) *height += above[i];
  return CRIBLE_OK;
}

static crible_status order_issuers(int **out, int *count, const cr_snapshot *snapshot,
                                   cr_arena *arena, cr_arena *scratch) {
  size_t parties = snapshot->facts->parties_count;
  bool *above = NULL;
  crible_status status = cr_ancestors_find(&above, snapshot, scratch);
  if (status != CRIBLE_OK) return status;
  int *issuers = cr_arena_alloc(arena, parties, sizeof *issuers);
  size_t *height = cr_arena_alloc(scratch, parties, sizeof *height);
  if (!issuers || !height) return CRIBLE_E_MEMORY;
  int found = 0;
  for (size_t i = 0; i < parties; i++)
    if (snapshot->issuer[i] && above[i]) issuers[found++] = (int)i;
  for (int i = 0; found > 1 && status == CRIBLE_OK && i < found; i++)
    status = measure(&height[i], snapshot, issuers[i], scratch);
  if (status != CRIBLE_OK) return status;
  sort_issuers(issuers, height, found);
  *out = issuers;
  *count = found;
  return CRIBLE_OK;
}

crible_status cr_graph_issuers(int **out, int *count, const cr_facts *facts,
                               const cr_reference *reference, const cr_graph_options *options,
                               cr_arena *arena) {
  cr_arena *scratch = NULL;
  cr_snapshot snapshot;
  crible_status status = cr_arena_new(&scratch, cr_arena_context(arena));
  if (status != CRIBLE_OK) return status;
  status = cr_snapshot_take(&snapshot, facts, reference, &options->reading, options->as_of,
                            scratch);
  if (status == CRIBLE_OK) status = order_issuers(out, count, &snapshot, arena, scratch);
  cr_arena_free(scratch);
  return status;
}
