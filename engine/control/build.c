#include "engine/control/build.h"

#include <string.h>

static crible_status allocate(cr_build *build) {
  size_t parties = (size_t)build->network->view->parties;
  build->polls = cr_arena_alloc(build->arena, parties, sizeof *build->polls);
  for (int i = 0; i < 2; i++) {
    build->waiting_of[i] = cr_arena_alloc(build->arena, (size_t)build->network->actors,
                                          sizeof *build->waiting);
  }
  build->rivals = cr_arena_alloc(build->arena, parties, sizeof *build->rivals);
  build->rivals_known = cr_arena_alloc(build->arena, parties, sizeof *build->rivals_known);
  build->contested = cr_arena_alloc(build->arena, parties, sizeof *build->contested);
  build->contests = cr_arena_alloc(build->arena, parties, sizeof *build->contests);
  build->rivalries = cr_arena_alloc(build->arena, parties + 1, sizeof *build->rivalries);
  bool all = build->polls && build->waiting_of[0] && build->waiting_of[1] && build->rivals &&
             build->rivals_known && build->contested && build->contests && build->rivalries;
  return all ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

crible_status cr_build_init(cr_build *build, const cr_network *network,
                            const cr_control_rules *rules, cr_arena *arena) {
  *build = (cr_build){.network = network, .rules = rules, .arena = arena};
  uint8_t presumption = rules->reading.option[CR_CHOICE_CONTROL_PRESUMPTION];
  build->presumes = presumption != CR_CONTROL_PRESUMPTION_NONE;
  build->ties_allowed = presumption == CR_CONTROL_PRESUMPTION_TIES_ALLOWED;
  bool majority = !build->presumes || fmpq_cmp(&rules->majority, &rules->presumption) < 0;
  build->lowest = majority ? &rules->majority : &rules->presumption;
  cr_share_init(&build->share);
  cr_share_init(&build->other);
  cr_tally_init(build->own);
  cr_tally_init(build->own + 1);
  crible_status status = allocate(build);
  int parties = network->view->parties;
  while (status == CRIBLE_OK && build->poll_count < parties) {
    status = cr_poll_init(build->polls + build->poll_count, network, build->poll_count, arena);
    build->poll_count += status == CRIBLE_OK;
  }
  if (status != CRIBLE_OK) {
    cr_build_clear(build);
  }
  return status;
}

void cr_build_clear(cr_build *build) {
  for (int p = 0; p < build->poll_count; p++) {
    cr_poll_clear(build->polls + p);
  }
  build->poll_count = 0;
  cr_share_clear(&build->share);
  cr_share_clear(&build->other);
  cr_tally_clear(build->own);
  cr_tally_clear(build->own + 1);
}

/* The lots that an actor holds itself. */
static crible_status lay_out_lots(cr_relation *relation, int actor) {
  const cr_network *network = relation->network;
  int party = network->party[actor], side;
  crible_status status = CRIBLE_OK;
  for (int i = network->held_first[party];
       status == CRIBLE_OK && i < network->held_first[party + 1]; i++) {
    status = cr_relation_side(&side, relation, actor, network->company[network->held[i]]);
    if (status == CRIBLE_OK) {
      status = cr_relation_add_lot(relation, side, network->held[i]);
    }
  }
  return status;
}

/* The sides before anything is controlled. Anybody may stand behind remainders: in P
 * the undisclosed holder has a side in every company. */
static crible_status lay_out_sides(cr_relation *relation, bool possible) {
  const cr_network *network = relation->network;
  crible_status status = CRIBLE_OK;
  int side, parties = network->view->parties;
  for (int actor = 0; status == CRIBLE_OK && actor < network->actors; actor++) {
    if (actor != network->undisclosed) {
      status = lay_out_lots(relation, actor);
    }
  }
  for (int p = 0; possible && status == CRIBLE_OK && p < parties; p++) {
    if (cr_network_company(network, p)) {
      status = cr_relation_side(&side, relation, network->undisclosed, p);
    }
  }
  return status;
}

static void nobody_waits(cr_build *build) {
  for (int actor = 0; actor < build->network->actors; actor++) {
    build->waiting[actor] = CR_NONE;
  }
}

static void start(cr_build *build) {
  size_t parties = (size_t)build->network->view->parties;
  for (size_t p = 0; p < parties; p++) {
    cr_poll_count(build->polls + p, build->definite, build->possible);
  }
  memset(build->rivals_known, 0, parties * sizeof *build->rivals_known);
  memset(build->contested, 0, parties * sizeof *build->contested);
  for (size_t p = 0; p <= parties; p++) {
    build->rivalries[p] = CR_NONE;
  }
  build->queue.first = build->queue.end = build->undisclosed.first = build->undisclosed.end = 0;
  build->rival_count = build->contest_count = 0;
  build->propagated = build->built->pair_count;
}

static crible_status queue_all(cr_build *build) {
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && i < build->built->side_count; i++) {
    status = cr_build_queue(build, i);
  }
  return status;
}

/* Where votes are no longer possibly somebody's, or possibly suppressed. */
static crible_status queue_fallen(cr_build *build, const cr_relation *before) {
  const cr_network *network = build->network;
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && i < before->pair_count; i++) {
    int party = before->pairs[i].pair.controlled;
    if (cr_relation_has(build->possible, before->pairs[i].actor, party)) {
      continue;
    }
    for (int k = network->held_first[party];
         status == CRIBLE_OK && k < network->held_first[party + 1]; k++) {
      status = cr_build_queue_company(build, network->company[network->held[k]]);
    }
  }
  return status;
}

/* Rule (ii). The manager of a fund controls it, whoever controls the manager does not by that. */
static crible_status add_facts(cr_build *build) {
  const cr_view *view = build->network->view;
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && i < view->control_count; i++) {
    const cr_control_edge *edge = view->controls + i;
    if (!build->upper && (!edge->definite || edge->controller >= view->parties)) {
      continue;
    }
    cr_control_pair pair = {.controlled = edge->controlled, .reason = CR_BY_FACT,
                            .through = CR_NONE, .fact = i};
    status = cr_build_add(build, edge->controller, pair, NULL);
    int alone = edge->controller < view->parties ? build->network->credited[edge->controller]
                                                 : edge->controller;
    if (status == CRIBLE_OK && !edge->manager && alone != edge->controller) {
      status = cr_build_add(build, alone, pair, NULL);
    }
  }
  return status;
}

/* A cap may cut more lots together whenever anything new is controlled. */
static crible_status queue_capped(cr_build *build) {
  crible_status status = CRIBLE_OK;
  for (int p = 0; status == CRIBLE_OK && p < build->network->view->parties; p++) {
    if (build->polls[p].caps) {
      status = cr_build_queue_company(build, p);
    }
  }
  return status;
}

static crible_status propagate_all(cr_build *build) {
  crible_status status = CRIBLE_OK;
  bool any = build->propagated < build->built->pair_count;
  while (status == CRIBLE_OK && build->propagated < build->built->pair_count) {
    status = cr_build_propagate(build, build->propagated++);
  }
  return status == CRIBLE_OK && any && build->network->any_cap ? queue_capped(build) : status;
}

static int next_side(cr_build *build) {
  cr_queue *queue =
      build->undisclosed.first < build->undisclosed.end ? &build->undisclosed : &build->queue;
  if (queue->first == queue->end) {
    return CR_NONE;
  }
  int side = queue->sides[queue->first++];
  build->built->sides[side].queued = false;
  return side;
}

static crible_status run(cr_build *build) {
  crible_status status = add_facts(build);
  if (status == CRIBLE_OK) {
    status = propagate_all(build);
  }
  for (int side = next_side(build); status == CRIBLE_OK && side != CR_NONE;
       side = next_side(build)) {
    status = cr_build_weigh(build, side);
    if (status == CRIBLE_OK) {
      status = propagate_all(build);
    }
  }
  return status;
}

static void choose(cr_build *build, cr_relation *definite, cr_relation *possible, bool upper,
                   int round) {
  build->definite = definite;
  build->possible = possible;
  build->built = upper ? possible : definite;
  build->fixed = upper ? definite : possible;
  build->waiting = build->waiting_of[upper];
  build->upper = upper;
  build->round = round;
}

crible_status cr_build_possible(cr_build *build, cr_relation *definite, cr_relation *possible,
                                int round) {
  choose(build, definite, possible, true, round);
  cr_relation_empty(possible);
  crible_status status = lay_out_sides(possible, true);
  if (status == CRIBLE_OK && round == 1) {
    status = lay_out_sides(definite, false);
  }
  if (status != CRIBLE_OK) {
    return status;
  }
  nobody_waits(build);
  start(build);
  status = queue_all(build);
  return status == CRIBLE_OK ? run(build) : status;
}

crible_status cr_build_definite(cr_build *build, cr_relation *definite, cr_relation *possible,
                                const cr_relation *before, int round) {
  choose(build, definite, possible, false, round);
  start(build);
  crible_status status;
  if (before) {
    status = queue_fallen(build, before);
  } else {
    nobody_waits(build);
    status = queue_all(build);
  }
  if (status == CRIBLE_OK && build->network->any_cap) {
    status = queue_capped(build);
  }
  return status == CRIBLE_OK ? run(build) : status;
}
