#include "engine/control/union.h"

#include "engine/control/ballot.h"
#include "engine/graph/seen_in.h"

/* More than the majority; a lower bound at it that no completion attains is more. */
static bool over_half(const cr_bound *bound, const fmpq_t majority, bool upper) {
  int order = fmpq_cmp(bound->value, majority);
  return order > 0 || (order == 0 && !upper && !bound->attained);
}

static crible_status weigh(bool *grown, cr_third_union *made, const cr_control *control,
                           const cr_view *view, int company, cr_arena *working) {
  cr_bound bound[2];
  crible_status status = cr_control_votes_together(bound, control, view, made->definite,
                                                   made->possible, company, working);
  if (status != CRIBLE_OK) {
    return status;
  }
  bool *set[2] = {made->definite, made->possible};
  for (int upper = 0; upper < 2; upper++) {
    if (!set[upper][company] && over_half(bound + upper, &control->rules.majority, upper)) {
      set[upper][company] = *grown = true;
    }
  }
  return status;
}

/* Until nothing is added; each set only grows, so the order does not matter. */
static crible_status hold_together(cr_third_union *made, const cr_control *control,
                                   const cr_view *view, crible_context *context) {
  cr_arena *working;
  crible_status status = cr_arena_new(&working, context);
  if (status != CRIBLE_OK) {
    return status;
  }
  const cr_network *network = cr_solved_of(control)->network;
  for (bool grown = true; status == CRIBLE_OK && grown;) {
    grown = false;
    for (int company = 0; status == CRIBLE_OK && company < view->parties; company++) {
      if (cr_network_company(network, company) && !made->definite[company]) {
        status = weigh(&grown, made, control, view, company, working);
      }
    }
  }
  cr_arena_free(working);
  return status;
}

crible_status cr_third_union_of(cr_third_union *out, const cr_control *control,
                                const cr_view *view, cr_arena *arena) {
  const cr_property property = cr_solved_of(control)->network->property;
  const cr_view *seen = cr_view_seen_in(view, property, arena);
  size_t nodes = (size_t)cr_view_nodes(view);
  cr_third_union made = {.definite = cr_arena_alloc(arena, nodes, sizeof(bool)),
                         .possible = cr_arena_alloc(arena, nodes, sizeof(bool))};
  if (!seen || !made.definite || !made.possible) {
    return CRIBLE_E_MEMORY;
  }
  for (int p = 0; p < view->parties; p++) {
    made.definite[p] = seen->third[p] == CR_THIRD;
    made.possible[p] = seen->third[p] != CR_NOT_THIRD;
  }
  made.definite[view->parties + CR_UNDISCLOSED] = view->undisclosed == CR_THIRD;
  made.possible[view->parties + CR_UNDISCLOSED] = true; /* behind a closed group, if nowhere else */
  crible_status status = CRIBLE_OK;
  if (property == CR_VOTES && control->rules.reading.option[CR_CHOICE_COLLECTIVE_CONTROL] ==
                                  CR_COLLECTIVE_CONTROL_TOGETHER) {
    status = hold_together(&made, control, view, cr_arena_context(arena));
  }
  if (status == CRIBLE_OK) {
    *out = made;
  }
  return status;
}
