#include "engine/control/topmost.h"

/* Rings of the graph holder → company, by Tarjan, "Depth-first search and linear graph
 * algorithms" (1972), without recursion. Rings are numbered from the bottom up. */
typedef struct cr_rings {
  int parties;
  int *first, *below;      /* successors of p: below[first[p]] … */
  int *index, *low, *next; /* per party: visit number from 1, lowest reached, next successor */
  int *ring;               /* per party, CR_NONE while open */
  int *path, *open;        /* parties being visited; those whose ring is not closed */
  int *order;              /* parties, ring by ring */
  int path_count, open_count, order_count, visits, rings;
} cr_rings;

static bool stands_above(const cr_edges *votes, int parties, int entry) {
  return votes->holder[entry] < parties && fmpq_sgn(&votes->weight[entry].hi) > 0;
}

/* Counts the successors of each party (fill false), or writes them. */
static void list_successors(cr_rings *rings, const cr_view *view, bool fill) {
  const cr_edges *votes = view->edges + CR_VOTES;
  for (int company = 0; company < view->parties; company++) {
    for (int i = votes->first[company]; i < votes->first[company + 1]; i++) {
      if (stands_above(votes, view->parties, i) && !fill) {
        rings->first[votes->holder[i] + 1]++;
      } else if (stands_above(votes, view->parties, i)) {
        rings->below[rings->next[votes->holder[i]]++] = company;
      }
    }
  }
  for (int i = 0; i < view->control_count; i++) {
    const cr_control_edge *edge = view->controls + i;
    if (edge->controller < view->parties && !fill) {
      rings->first[edge->controller + 1]++;
    } else if (edge->controller < view->parties) {
      rings->below[rings->next[edge->controller]++] = edge->controlled;
    }
  }
}

static crible_status prepare(cr_rings *rings, const cr_view *view, cr_arena *arena) {
  size_t parties = (size_t)view->parties;
  size_t links = (size_t)(view->edges[CR_VOTES].count + view->control_count);
  int **arrays[] = {&rings->index, &rings->low, &rings->next, &rings->ring, &rings->path,
                    &rings->open, &rings->order};
  rings->parties = view->parties;
  rings->first = cr_arena_alloc(arena, parties + 1, sizeof(int));
  rings->below = cr_arena_alloc(arena, links, sizeof(int));
  bool all = rings->first && rings->below;
  for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) {
    *arrays[i] = cr_arena_alloc(arena, parties, sizeof(int));
    all &= *arrays[i] != NULL;
  }
  if (!all) {
    return CRIBLE_E_MEMORY;
  }
  list_successors(rings, view, false);
  for (int p = 0; p < view->parties; p++) {
    rings->first[p + 1] += rings->first[p];
    rings->next[p] = rings->first[p];
    rings->ring[p] = CR_NONE;
  }
  list_successors(rings, view, true);
  for (int p = 0; p < view->parties; p++) {
    rings->next[p] = rings->first[p];
  }
  return CRIBLE_OK;
}

static void enter(cr_rings *rings, int party) {
  rings->index[party] = rings->low[party] = ++rings->visits;
  rings->path[rings->path_count++] = party;
  rings->open[rings->open_count++] = party;
}

static void leave(cr_rings *rings, int party) {
  rings->path_count--;
  if (rings->path_count > 0) {
    int *low = rings->low + rings->path[rings->path_count - 1];
    *low = rings->low[party] < *low ? rings->low[party] : *low;
  }
  if (rings->low[party] < rings->index[party]) {
    return;
  }
  int member;
  do {
    member = rings->open[--rings->open_count];
    rings->ring[member] = rings->rings;
    rings->order[rings->order_count++] = member;
  } while (member != party);
  rings->rings++;
}

static void visit_from(cr_rings *rings, int root) {
  enter(rings, root);
  while (rings->path_count > 0) {
    int party = rings->path[rings->path_count - 1];
    if (rings->next[party] == rings->first[party + 1]) {
      leave(rings, party);
      continue;
    }
    int company = rings->below[rings->next[party]++];
    if (rings->index[company] == 0) {
      enter(rings, company);
    } else if (rings->ring[company] == CR_NONE && rings->index[company] < rings->low[party]) {
      rings->low[party] = rings->index[company];
    }
  }
}

/* From the top ring downwards: beneath[r] when a marked party stands in a higher ring above it. */
static void mark_beneath(const cr_rings *rings, const bool *marked, bool *holds, bool *beneath) {
  for (int p = 0; p < rings->parties; p++) {
    holds[rings->ring[p]] |= marked[p];
  }
  for (int i = rings->parties - 1; i >= 0; i--) {
    int party = rings->order[i], ring = rings->ring[party];
    for (int k = rings->first[party]; k < rings->first[party + 1]; k++) {
      int lower = rings->ring[rings->below[k]];
      beneath[lower] |= lower != ring && (holds[ring] || beneath[ring]);
    }
  }
}

crible_status cr_topmost(int *out, const cr_view *view, const bool *marked,
                         crible_context *context) {
  cr_arena *arena;
  cr_rings rings = {.rings = 0};
  crible_status status = cr_arena_new(&arena, context);
  if (status != CRIBLE_OK) {
    return status;
  }
  bool *holds = cr_arena_alloc(arena, (size_t)view->parties, sizeof *holds);
  bool *beneath = cr_arena_alloc(arena, (size_t)view->parties, sizeof *beneath);
  status = holds && beneath ? prepare(&rings, view, arena) : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) {
    for (int p = 0; p < view->parties; p++) {
      if (rings.index[p] == 0) {
        visit_from(&rings, p);
      }
    }
    mark_beneath(&rings, marked, holds, beneath);
    int undisclosed = view->parties + CR_UNDISCLOSED;
    *out = marked[undisclosed] ? undisclosed : CR_NONE;
    for (int p = view->parties - 1; p >= 0; p--) {
      *out = marked[p] && !beneath[rings.ring[p]] ? p : *out;
    }
  }
  cr_arena_free(arena);
  return status;
}
