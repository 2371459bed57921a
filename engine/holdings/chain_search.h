/* The largest chains of a vector, best first, found with machine numbers. */
#ifndef CR_HOLDINGS_CHAIN_SEARCH_H
#define CR_HOLDINGS_CHAIN_SEARCH_H

#include "engine/holdings/passages.h"

/* A chain grows from the candidate upwards, one link a holder. */
typedef struct cr_link {
  int below;    /* link of the company held, or CR_NONE: the candidate */
  int entry;    /* company below, where a cycle is entered if there is one */
  int left;     /* company that the holder holds: another one when a cycle leads there */
  int edge;     /* by which the holder holds it */
  double product; /* of the factors so far */
  double most;    /* no chain through this link is larger */
} cr_link;

typedef struct cr_found_chains {
  cr_link *links;
  size_t link_count, link_capacity;
  int *ends;    /* top links of complete chains, largest first */
  size_t end_count, end_capacity;
} cr_found_chains;

/* Finds the `limit` largest chains and, up to a fixed number, those too near
 * to the last of them to be told apart. `out` starts zeroed and is released by
 * cr_found_chains_clear. Errors: CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_MUST_CHECK crible_status cr_chain_search(cr_found_chains *out, cr_passages *passages,
                                                int limit);
void cr_found_chains_clear(cr_found_chains *found, crible_context *context);

#endif
