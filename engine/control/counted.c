#include "engine/control/counted.h"

#include <string.h>

#include "engine/control/solved.h"

/* Known parties that may control a party, in P. */
typedef struct cr_above {
  int *list, count;
  bool *in; /* per party */
} cr_above;

typedef struct cr_chains {
  const cr_view *view;
  const cr_control *control;
  const cr_relation *possible;
  cr_above chain, other; /* of the party in question; of another one */
  int *sure, sure_count; /* its controllers in D */
  bool *beaten;          /* per party of its chain: surely not at the top */
  cr_third *third;       /* per party, before this choice */
} cr_chains;

static void put(cr_above *above, int controller, int party) {
  if (controller == party || above->in[controller]) return;
  above->in[controller] = true;
  above->list[above->count++] = controller;
}

/* Where anybody may control v, P has no pairs of those who hold its votes: they may all the more. */
static void put_holders(cr_above *above, const cr_chains *chains, int v, int party) {
  const cr_view *view = chains->view;
  const cr_edges *votes = &view->edges[CR_VOTES];
  for (int i = votes->first[v]; i < votes->first[v + 1]; i++)
    if (votes->holder[i] < view->parties && !cr_view_group(view, votes->holder[i]) &&
        fmpq_sgn(&votes->weight[i].hi) > 0)
      put(above, votes->holder[i], party);
  for (int i = 0; i < view->control_count; i++)
    if (view->controls[i].controlled == v && view->controls[i].controller < view->parties)
      put(above, view->controls[i].controller, party);
}

static void find_above(cr_above *above, const cr_chains *chains, int party) {
  const cr_relation *possible = chains->possible;
  for (int i = 0; i < above->count; i++) above->in[above->list[i]] = false;
  above->count = 0;
  for (int v = party, next = 0;; v = above->list[next++]) {
    for (int pair = possible->column[v]; pair != CR_NONE; pair = possible->pairs[pair].next_in_column)
      put(above, possible->pairs[pair].pair.controller, party);
    if (possible->anybody[v]) put_holders(above, chains, v, party);
    /* P is transitive by itself, except through what is anybody's. */
    if (!possible->anybody[party] || next == above->count) return;
  }
}

static void find_sure(cr_chains *chains, int party) {
  chains->sure_count = 0;
  for (int i = 0; i < chains->chain.count; i++)
    if (cr_controls_definitely(chains->control, chains->chain.list[i], party))
      chains->sure[chains->sure_count++] = chains->chain.list[i];
}

/* Whether in every relation nobody at the top of the chain is, or may be, third: each who may
 * be third stands beneath somebody of the chain who is not, in turn, beneath it. */
static bool surely_not(cr_chains *chains, int party) {
  cr_above *chain = &chains->chain;
  chain->list[chain->count] = party; /* its place in its own chain */
  for (int i = 0; i <= chain->count; i++) chains->beaten[chain->list[i]] = false;
  for (int s = 0; s < chains->sure_count; s++) {
    int over = chains->sure[s];
    find_above(&chains->other, chains, over);
    for (int i = 0; i <= chain->count; i++) {
      int member = chain->list[i];
      if (cr_controls_definitely(chains->control, over, member) && !chains->other.in[member])
        chains->beaten[member] = true;
    }
  }
  for (int i = 0; i <= chain->count; i++)
    if (chains->third[chain->list[i]] != CR_NOT_THIRD && !chains->beaten[chain->list[i]])
      return false;
  return true;
}

/* Whether whoever may stand above `top` in the chain is surely third, or surely level with it. */
static bool third_upwards(cr_chains *chains, int top) {
  find_above(&chains->other, chains, top);
  for (int i = 0; i < chains->other.count; i++) {
    int above = chains->other.list[i];
    if (chains->chain.in[above] && chains->third[above] != CR_THIRD &&
        !cr_controls_definitely(chains->control, top, above))
      return false;
  }
  return true;
}

/* Whether in every relation somebody at the top of the chain is third. */
static bool surely(cr_chains *chains, int party) {
  if (third_upwards(chains, party)) return true;
  for (int s = 0; s < chains->sure_count; s++)
    if (chains->third[chains->sure[s]] == CR_THIRD && third_upwards(chains, chains->sure[s]))
      return true;
  return false;
}

/* The first definite controller above which no other of them stands. */
static int topmost_sure(const cr_chains *chains) {
  int top = chains->sure_count > 0 ? chains->sure[0] : CR_NONE;
  for (int s = 1; s < chains->sure_count; s++)
    if (cr_controls_definitely(chains->control, chains->sure[s], top) &&
        !cr_controls_definitely(chains->control, top, chains->sure[s]))
      top = chains->sure[s];
  return top;
}

static void judge_chain(cr_counted *counted, cr_chains *chains, int party) {
  cr_third seats = chains->third[party];
  if (seats == CR_NOT_THIRD) return;
  find_above(&chains->chain, chains, party);
  find_sure(chains, party);
  if (surely_not(chains, party)) counted->third[party] = CR_NOT_THIRD;
  else if (seats == CR_THIRD && !surely(chains, party)) counted->third[party] = CR_MAYBE_THIRD;
  if (counted->third[party] != seats) counted->over[party] = topmost_sure(chains);
}

static crible_status prepare(cr_chains *chains, cr_arena *arena) {
  size_t parties = (size_t)chains->view->parties;
  cr_above *both[] = {&chains->chain, &chains->other};
  for (int i = 0; i < 2; i++) {
    both[i]->list = cr_arena_alloc(arena, parties + 1, sizeof(int));
    both[i]->in = cr_arena_alloc(arena, parties, sizeof(bool));
    if (!both[i]->list || !both[i]->in) return CRIBLE_E_MEMORY;
  }
  chains->sure = cr_arena_alloc(arena, parties, sizeof(int));
  chains->beaten = cr_arena_alloc(arena, parties, sizeof(bool));
  chains->third = cr_arena_alloc(arena, parties, sizeof(cr_third));
  return chains->sure && chains->beaten && chains->third ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

static crible_status judge_chains(cr_counted *counted, const cr_control *control,
                                  const cr_view *view, crible_context *context) {
  cr_arena *working;
  crible_status status = cr_arena_new(&working, context);
  if (status != CRIBLE_OK) return status;
  cr_chains chains = {.view = view, .control = control, .possible = cr_solved_possible(control)};
  status = prepare(&chains, working);
  if (status == CRIBLE_OK) {
    memcpy(chains.third, counted->third, (size_t)view->parties * sizeof *chains.third);
    for (int party = 0; party < view->parties; party++) judge_chain(counted, &chains, party);
  }
  cr_arena_free(working);
  return status;
}

/* Companies that the candidate controls; whoever may stand behind a remainder may be the candidate. */
static void leave_out_own(cr_counted *counted, const cr_control *control, const cr_view *view) {
  for (int party = 0; party < view->parties; party++) {
    if (view->kind[party] != CR_COMPANY || counted->third[party] == CR_NOT_THIRD) continue;
    if (cr_controls_definitely(control, view->candidate, party)) {
      counted->third[party] = CR_NOT_THIRD;
      counted->over[party] = view->candidate;
    } else if (cr_controls_possibly(control, view->candidate, party)) {
      counted->third[party] = CR_MAYBE_THIRD;
    }
  }
}

crible_status cr_counted_thirds(cr_counted *out, const cr_third *by_seats,
                                const cr_control *control, const cr_view *view, cr_arena *arena) {
  const uint8_t *option = control->rules.reading.option;
  size_t parties = (size_t)view->parties;
  cr_counted counted = {.third = cr_arena_alloc(arena, parties, sizeof(cr_third)),
                        .over = cr_arena_alloc(arena, parties, sizeof(int))};
  if (!counted.third || !counted.over) return CRIBLE_E_MEMORY;
  memcpy(counted.third, by_seats, parties * sizeof *by_seats);
  for (int party = 0; party < view->parties; party++) counted.over[party] = CR_NONE;
  crible_status status = CRIBLE_OK;
  if (option[CR_CHOICE_OWN_FOREIGN_SUBSIDIARY] == CR_OWN_FOREIGN_SUBSIDIARY_NOT_THIRD)
    leave_out_own(&counted, control, view);
  if (option[CR_CHOICE_THIRD_IN_CHAIN] == CR_THIRD_IN_CHAIN_ULTIMATE)
    status = judge_chains(&counted, control, view, cr_arena_context(arena));
  if (status == CRIBLE_OK) *out = counted;
  return status;
}
