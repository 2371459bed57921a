#include "engine/control/build.h"
#include "engine/control/solved.h"

static crible_status prepare(cr_solved **out, const cr_view *view, const cr_control_rules *rules,
                             cr_arena *arena) {
  cr_solved *solved = cr_arena_alloc(arena, 1, sizeof *solved);
  if (!solved) {
    return CRIBLE_E_MEMORY;
  }
  bool theoretical = rules->reading.option[CR_CHOICE_VOTE_BASE] == CR_VOTE_BASE_THEORETICAL;
  crible_status status = cr_network_of(&solved->network, view, CR_VOTES, theoretical, arena);
  if (status == CRIBLE_OK) {
    status = cr_relation_init(&solved->definite, solved->network, arena);
  }
  for (int i = 0; i < 2 && status == CRIBLE_OK; i++) {
    status = cr_relation_init(solved->possible + i, solved->network, arena);
  }
  solved->fell.arena = arena;
  *out = solved;
  return status;
}

/* What P held in the round before and holds no longer. */
static crible_status note_fallen(cr_solved *solved, int round) {
  const cr_relation *before = solved->possible + !solved->last;
  const cr_relation *now = solved->possible + solved->last;
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && i < before->pair_count; i++) {
    int actor = before->pairs[i].actor, party = before->pairs[i].pair.controlled;
    if (!cr_relation_has(now, actor, party)) {
      status = cr_pair_map_put(&solved->fell, actor, party, round);
    }
  }
  return status;
}

/* P of a round is built from D of the round before, D from that P. P only shrinks and D only
 * grows; when D stays, P would too. */
static crible_status alternate(cr_solved *solved, int *rounds, cr_build *build) {
  for (int round = 1;; round++) {
    int pairs = solved->definite.pair_count;
    solved->last = !solved->last;
    cr_relation *possible = solved->possible + solved->last;
    const cr_relation *before = round > 1 ? solved->possible + !solved->last : NULL;
    crible_status status = cr_build_possible(build, &solved->definite, possible, round);
    if (status == CRIBLE_OK && round > 1) {
      status = note_fallen(solved, round);
    }
    if (status == CRIBLE_OK) {
      status = cr_build_definite(build, &solved->definite, possible, before, round);
    }
    *rounds = round;
    if (status != CRIBLE_OK || solved->definite.pair_count == pairs) {
      return status;
    }
  }
}

/* The pairs of D, those of a manager without its funds left out: they are among its own. */
static crible_status list_definite(cr_control *control, const cr_solved *solved, cr_arena *arena) {
  const cr_relation *definite = &solved->definite;
  control->definite =
      cr_arena_alloc(arena, (size_t)definite->pair_count, sizeof *control->definite);
  if (!control->definite) {
    return CRIBLE_E_MEMORY;
  }
  for (int i = 0; i < definite->pair_count; i++) {
    if (definite->pairs[i].actor < solved->network->undisclosed) {
      control->definite[control->definite_count++] = definite->pairs[i].pair;
    }
  }
  return CRIBLE_OK;
}

static crible_status copy_rules(cr_control *control, const cr_control_rules *rules,
                                cr_arena *arena) {
  fmpq *fractions = cr_arena_rationals(arena, 2);
  if (!fractions) {
    return CRIBLE_E_MEMORY;
  }
  fmpq_set(fractions, &rules->majority);
  fmpq_set(fractions + 1, &rules->presumption);
  control->rules = *rules;
  control->rules.majority = fractions[0];
  control->rules.presumption = fractions[1];
  return CRIBLE_OK;
}

crible_status cr_control_solve(cr_control **out, const cr_view *view,
                               const cr_control_rules *rules, cr_arena *arena) {
  cr_arena *working = NULL;
  cr_solved *solved = NULL;
  cr_build build;
  bool built = false;
  cr_control *control = cr_arena_alloc(arena, 1, sizeof *control);
  crible_status status = control ? copy_rules(control, rules, arena) : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) {
    status = cr_arena_new(&working, cr_arena_context(arena));
  }
  if (status != CRIBLE_OK) {
    goto cleanup;
  }
  status = prepare(&solved, view, rules, arena);
  if (status != CRIBLE_OK) {
    goto cleanup;
  }
  status = cr_build_init(&build, solved->network, &control->rules, working);
  built = status == CRIBLE_OK;
  if (status == CRIBLE_OK) {
    status = alternate(solved, &control->rounds, &build);
  }
  if (status == CRIBLE_OK) {
    status = list_definite(control, solved, arena);
  }
  if (status == CRIBLE_OK) {
    control->index = solved;
    *out = control;
  }
cleanup:
  if (built) {
    cr_build_clear(&build);
  }
  cr_arena_free(working);
  return status;
}
