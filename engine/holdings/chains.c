#include "engine/holdings/chains.h"

#include <stdlib.h>

#include "engine/holdings/chain_search.h"
#include "engine/holdings/local_rows.h"

/* Components of at most so many companies show their equations (contract,
 * section 9). */
enum { MOST_EQUATIONS = 5 };

typedef struct chain_maker {
  cr_passages *passages;
  const cr_condensation *condensation;
  const cr_found_chains *found;
  cr_arena *arena;
} chain_maker;

static bool through_cycle(const chain_maker *maker, const cr_link *link) {
  return cr_passages_cyclic(maker->passages, link->entry);
}

/* The largest member of a group has a part of what the group holds. */
static bool tops_with_part(const chain_maker *maker, const cr_link *top) {
  return maker->passages->role[maker->passages->system->edges->holder[top->edge]] ==
         CR_ROLE_PART;
}

static int count_steps(const chain_maker *maker, int end) {
  int count = tops_with_part(maker, &maker->found->links[end]);
  for (int at = end; at != CR_NONE; at = maker->found->links[at].below)
    count += through_cycle(maker, &maker->found->links[at]) ? 2 : 1;
  return count;
}

static void add_step(cr_chain *chain, fmpq *factors, cr_chain_step step, const fmpq *factor) {
  step.factor = &factors[chain->step_count];
  fmpq_set(step.factor, factor);
  fmpq_mul(chain->product, chain->product, factor);
  chain->steps[chain->step_count++] = step;
}

/* Steps of one link: the holding, then the way through the cycle below it. */
static crible_status add_link(cr_chain *chain, fmpq *factors, const chain_maker *maker,
                              const cr_link *link) {
  cr_passages *passages = maker->passages;
  const cr_system *system = passages->system;
  cr_chain_step holding = {.holder = system->edges->holder[link->edge], .company = link->left,
                           .component = CR_NONE, .edge = link->edge};
  add_step(chain, factors, holding, &passages->vector->weight[link->edge]);
  if (!through_cycle(maker, link)) return CRIBLE_OK;
  const fmpq *visits = NULL;
  crible_status status = cr_passages_exactly(&visits, passages, link->entry);
  if (status != CRIBLE_OK) return status;
  cr_chain_step passage = {.holder = link->left, .company = link->entry,
                           .component = maker->condensation->component[link->entry],
                           .edge = CR_NONE};
  add_step(chain, factors, passage, &visits[passages->place[link->left]]);
  return CRIBLE_OK;
}

static crible_status make_chain(cr_chain *chain, const chain_maker *maker, int end) {
  size_t steps = (size_t)count_steps(maker, end);
  fmpq *factors = cr_arena_rationals(maker->arena, steps);
  chain->steps = cr_arena_alloc(maker->arena, steps, sizeof *chain->steps);
  chain->product = cr_arena_rationals(maker->arena, 1);
  if (!factors || !chain->steps || !chain->product) return CRIBLE_E_MEMORY;
  fmpq_one(chain->product);
  const cr_link *top = &maker->found->links[end];
  if (tops_with_part(maker, top)) {
    int group = maker->passages->system->edges->holder[top->edge];
    cr_chain_step part = {.holder = group, .company = group, .component = CR_NONE,
                          .edge = CR_NONE};
    add_step(chain, factors, part, &maker->passages->vector->value[group]);
  }
  for (int at = end; at != CR_NONE; at = maker->found->links[at].below) {
    crible_status status = add_link(chain, factors, maker, &maker->found->links[at]);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

/* By product, largest first; equal ones by the nodes from the top down. */
static int compare_chains(const void *left, const void *right) {
  const cr_chain *a = left, *b = right;
  int order = fmpq_cmp(b->product, a->product);
  for (int i = 0; order == 0 && i < a->step_count && i < b->step_count; i++) {
    const cr_chain_step *s = &a->steps[i], *t = &b->steps[i];
    order = (s->holder > t->holder) - (s->holder < t->holder);
    if (order == 0) order = (s->company > t->company) - (s->company < t->company);
    if (order == 0) order = (s->edge > t->edge) - (s->edge < t->edge);
  }
  return order != 0 ? order : a->step_count - b->step_count;
}

static crible_status make_chains(cr_chains *chains, const chain_maker *maker, int limit) {
  size_t count = maker->found->end_count;
  int candidate = maker->passages->system->view->candidate;
  chains->chains = cr_arena_alloc(maker->arena, count, sizeof *chains->chains);
  chains->rest = cr_arena_rationals(maker->arena, 1);
  if (!chains->chains || !chains->rest) return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < count; i++) {
    crible_status status = make_chain(&chains->chains[i], maker, maker->found->ends[i]);
    if (status != CRIBLE_OK) return status;
  }
  qsort(chains->chains, count, sizeof *chains->chains, compare_chains);
  chains->chain_count = count < (size_t)limit ? (int)count : limit;
  fmpq_set(chains->rest, &maker->passages->vector->value[candidate]);
  for (int i = 0; i < chains->chain_count; i++)
    fmpq_sub(chains->rest, chains->rest, chains->chains[i].product);
  return CRIBLE_OK;
}

/* One company's equation: what it has from inside the cycle, and a constant. */
static crible_status make_equation(cr_cycle_equation *equation, const chain_maker *maker,
                                   int company) {
  const cr_passages *passages = maker->passages;
  const cr_system *system = passages->system;
  const cr_vector *vector = passages->vector;
  int first = system->edges->first[company], end = system->edges->first[company + 1];
  equation->company = company;
  equation->value = cr_arena_rationals(maker->arena, 2);
  equation->holders = cr_arena_alloc(maker->arena, (size_t)(end - first), sizeof(int));
  equation->factors = cr_arena_rationals(maker->arena, (size_t)(end - first));
  if (!equation->value || !equation->holders || !equation->factors) return CRIBLE_E_MEMORY;
  equation->constant = equation->value + 1;
  fmpq_set(equation->value, &vector->value[company]);
  for (int e = first; e < end; e++) {
    int h = system->edges->holder[e];
    if (fmpq_is_zero(&vector->weight[e]) || h == cr_system_detached(system)) continue;
    if (!cr_passages_through(passages, h) ||
        passages->cycles->component[h] != passages->cycles->component[company]) {
      fmpq_addmul(equation->constant, &vector->weight[e], &vector->value[h]);
      continue;
    }
    equation->holders[equation->term_count] = h;
    fmpq_set(&equation->factors[equation->term_count++], &vector->weight[e]);
  }
  return CRIBLE_OK;
}

/* Equations of the small cycles that the chains pass through, holders first. */
static crible_status make_equations(cr_chains *chains, const chain_maker *maker) {
  const cr_condensation *cycles = maker->passages->cycles;
  int parties = maker->passages->system->view->parties;
  bool *passed = cr_arena_alloc(maker->arena, (size_t)cycles->count, sizeof *passed);
  chains->equations = cr_arena_alloc(maker->arena, (size_t)parties, sizeof *chains->equations);
  if (!passed || !chains->equations) return CRIBLE_E_MEMORY;
  for (int i = 0; i < chains->chain_count; i++)
    for (int s = 0; s < chains->chains[i].step_count; s++)
      if (chains->chains[i].steps[s].component != CR_NONE)
        passed[cycles->component[chains->chains[i].steps[s].company]] = true;
  for (int k = 0; k < cycles->count; k++) {
    if (!passed[k] || cycles->first[k + 1] - cycles->first[k] > MOST_EQUATIONS) continue;
    for (int m = cycles->first[k]; m < cycles->first[k + 1]; m++) {
      crible_status status = make_equation(&chains->equations[chains->equation_count++], maker,
                                           cycles->member[m]);
      if (status != CRIBLE_OK) return status;
    }
  }
  return CRIBLE_OK;
}

static crible_status make(cr_chains *chains, cr_passages *passages,
                          const cr_condensation *condensation, int limit, cr_arena *arena) {
  cr_found_chains found = {.link_count = 0};
  chain_maker maker = {.passages = passages, .condensation = condensation, .found = &found,
                       .arena = arena};
  crible_status status = cr_chain_search(&found, passages, limit);
  if (status == CRIBLE_OK) status = make_chains(chains, &maker, limit);
  if (status == CRIBLE_OK) status = make_equations(chains, &maker);
  cr_found_chains_clear(&found, cr_arena_context(arena));
  return status;
}

crible_status cr_chains_of(cr_chains **out, const cr_view *view,
                           const cr_condensation *condensation, cr_property property,
                           const cr_vector *vector, int limit, cr_arena *arena) {
  cr_chains *chains = cr_arena_alloc(arena, 1, sizeof *chains);
  if (chains == NULL) return CRIBLE_E_MEMORY;
  cr_arena *scratch = NULL;
  crible_status status = cr_arena_new(&scratch, cr_arena_context(arena));
  if (status != CRIBLE_OK) return status;
  cr_system *system = NULL;
  cr_passages passages;
  status = cr_system_new(&system, view, condensation, property, scratch);
  if (status == CRIBLE_OK) status = cr_passages_of(&passages, system, property, vector, scratch);
  if (status == CRIBLE_OK) status = make(chains, &passages, condensation, limit, arena);
  cr_arena_free(scratch);
  if (status == CRIBLE_OK) *out = chains;
  return status;
}
