#include "engine/holdings/chain_search.h"

/* Chains beyond the limit that are looked at to break ties exactly, and links
 * after which a search among very many small chains ends. */
enum { MOST_TIES = 256, MOST_LINKS = 1 << 18 };

static const double NEAR = 1 - 0x1p-30;

typedef struct search {
  cr_passages *passages;
  cr_found_chains *found;
  crible_context *context;
  int *heap; /* links not followed yet */
  size_t heap_count, heap_capacity;
  double *best; /* per node: the largest chain from there, or more */
} search;

/* Largest first; equal ones in the order in which they were met. */
static bool precedes(const search *work, int a, int b) {
  double left = work->found->links[a].most, right = work->found->links[b].most;
  return left > right || (left >= right && a < b);
}

static crible_status push(search *work, int link) {
  crible_status status = cr_grow(work->context, (void **)&work->heap, &work->heap_capacity,
                                 work->heap_count + 1, sizeof *work->heap);
  if (status != CRIBLE_OK) return status;
  size_t at = work->heap_count++;
  for (; at > 0 && precedes(work, link, work->heap[(at - 1) / 2]); at = (at - 1) / 2)
    work->heap[at] = work->heap[(at - 1) / 2];
  work->heap[at] = link;
  return CRIBLE_OK;
}

static int pop(search *work) {
  int top = work->heap[0], last = work->heap[--work->heap_count];
  size_t at = 0, child;
  for (; (child = 2 * at + 1) < work->heap_count; at = child) {
    if (child + 1 < work->heap_count && precedes(work, work->heap[child + 1], work->heap[child]))
      child++;
    if (!precedes(work, work->heap[child], last)) break;
    work->heap[at] = work->heap[child];
  }
  work->heap[at] = last;
  return top;
}

/* The largest single chain upwards from every node. From a company in a cycle
 * the chains sum to its value: none is larger. */
static crible_status find_best(search *work, cr_arena *scratch) {
  const cr_passages *passages = work->passages;
  const cr_system *system = passages->system;
  int nodes = cr_view_nodes(system->view);
  work->best = cr_arena_alloc(scratch, (size_t)nodes, sizeof *work->best);
  if (work->best == NULL) return CRIBLE_E_MEMORY;
  for (int v = 0; v < nodes; v++)
    if (v != cr_system_detached(system) && !cr_passages_through(passages, v))
      work->best[v] = fmpq_get_d(&passages->vector->value[v]);
  for (int i = 0; i < system->view->parties; i++) {
    int c = passages->cycles->member[i];
    if (!cr_passages_through(passages, c)) continue;
    if (cr_passages_cyclic(passages, c)) {
      work->best[c] = fmpq_get_d(&passages->vector->value[c]);
      continue;
    }
    for (int e = system->edges->first[c]; e < system->edges->first[c + 1]; e++) {
      double through = passages->weight[e] * work->best[system->edges->holder[e]];
      if (through > work->best[c]) work->best[c] = through;
    }
  }
  return CRIBLE_OK;
}

/* Links to the holders of one company, which is where the walk has come to
 * from `entry` with the given product. */
static crible_status link_holders(search *work, int below, int entry, int left, double product) {
  const cr_passages *passages = work->passages;
  const cr_system *system = passages->system;
  cr_found_chains *found = work->found;
  for (int e = system->edges->first[left]; e < system->edges->first[left + 1]; e++) {
    int h = system->edges->holder[e];
    bool inside = cr_passages_through(passages, h) && left != cr_system_detached(system) &&
                  passages->cycles->component[h] == passages->cycles->component[left];
    double factor = product * passages->weight[e];
    if (inside || !(factor * work->best[h] > 0)) continue;
    crible_status status =
        cr_grow(work->context, (void **)&found->links, &found->link_capacity,
                found->link_count + 1, sizeof *found->links);
    if (status != CRIBLE_OK) return status;
    found->links[found->link_count] = (cr_link){.below = below, .entry = entry, .left = left,
        .edge = e, .product = factor, .most = factor * work->best[h]};
    status = push(work, (int)found->link_count++);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

/* Links from a company upwards: to its own holders, or to those of every
 * company to which the cycle leads. */
static crible_status follow(search *work, int below, int company, double product) {
  cr_passages *passages = work->passages;
  if (!cr_passages_cyclic(passages, company))
    return link_holders(work, below, company, company, product);
  const cr_condensation *cycles = passages->cycles;
  const double *visits = NULL;
  crible_status status = cr_passages_nearly(&visits, passages, company);
  int first = cycles->first[cycles->component[company]];
  int end = cycles->first[cycles->component[company] + 1];
  for (int m = first; status == CRIBLE_OK && m < end; m++)
    status = link_holders(work, below, company, cycles->member[m], product * visits[m - first]);
  return status;
}

static bool enough(const search *work, size_t limit) {
  const cr_found_chains *found = work->found;
  if (work->heap_count == 0 || found->link_count > MOST_LINKS) return true;
  if (found->end_count < limit) return false;
  if (found->end_count >= limit + MOST_TIES) return true;
  double last = found->links[found->ends[limit - 1]].product;
  return found->links[work->heap[0]].most < last * NEAR;
}

static crible_status run(search *work, size_t limit) {
  const cr_passages *passages = work->passages;
  cr_found_chains *found = work->found;
  crible_status status = follow(work, CR_NONE, passages->system->view->candidate, 1);
  while (status == CRIBLE_OK && !enough(work, limit)) {
    int link = pop(work);
    int holder = passages->system->edges->holder[found->links[link].edge];
    if (cr_passages_through(passages, holder)) {
      status = follow(work, link, holder, found->links[link].product);
      continue;
    }
    status = cr_grow(work->context, (void **)&found->ends, &found->end_capacity,
                     found->end_count + 1, sizeof *found->ends);
    if (status == CRIBLE_OK) found->ends[found->end_count++] = link;
  }
  return status;
}

crible_status cr_chain_search(cr_found_chains *out, cr_passages *passages, int limit) {
  int candidate = passages->system->view->candidate;
  if (limit <= 0 || (passages->vector->upper && passages->vector->fixed[candidate]))
    return CRIBLE_OK;
  search work = {.passages = passages, .found = out,
                 .context = cr_arena_context(passages->arena)};
  cr_arena *scratch = NULL;
  crible_status status = cr_arena_new(&scratch, work.context);
  if (status != CRIBLE_OK) return status;
  status = find_best(&work, scratch);
  if (status == CRIBLE_OK) status = run(&work, (size_t)limit);
  cr_release(work.context, work.heap);
  cr_arena_free(scratch);
  return status;
}

void cr_found_chains_clear(cr_found_chains *found, crible_context *context) {
  cr_release(context, found->links);
  cr_release(context, found->ends);
}
