#include <string.h>

#include "engine/control/build.h"

crible_status cr_build_queue(cr_build *build, int side) {
  if (build->built->sides[side].queued) {
    return CRIBLE_OK;
  }
  if (build->queue_end == build->queue_capacity && build->queue_first > 0) {
    build->queue_end -= build->queue_first;
    memmove(build->queue, build->queue + build->queue_first,
            (size_t)build->queue_end * sizeof *build->queue);
    build->queue_first = 0;
  }
  void *queue = build->queue;
  crible_status status = cr_arena_grow(build->arena, &queue, &build->queue_capacity,
                                       build->queue_end + 1, sizeof *build->queue);
  if (status != CRIBLE_OK) {
    return status;
  }
  build->queue = queue;
  build->queue[build->queue_end++] = side;
  build->built->sides[side].queued = true;
  return CRIBLE_OK;
}

crible_status cr_build_queue_company(cr_build *build, int company) {
  crible_status status = CRIBLE_OK;
  build->rivals_known[company] = false;
  for (int side = build->built->company_sides[company]; status == CRIBLE_OK && side != CR_NONE;
       side = build->built->sides[side].next_of_company) {
    status = cr_build_queue(build, side);
  }
  return status;
}

crible_status cr_build_touch(cr_build *build, int actor, int company) {
  int party = build->network->party[actor], side;
  if (party == company || cr_view_group(build->network->view, party)) {
    return CRIBLE_OK;
  }
  crible_status status = cr_relation_side(&side, build->built, actor, company);
  return status == CRIBLE_OK ? cr_build_queue(build, side) : status;
}

/* Votes of a company's shares held by who it controls are suppressed; anybody may have what
 * the undisclosed holder may have. */
static void update_polls(cr_build *build, int actor, int party) {
  const cr_network *network = build->network;
  cr_fate fate = build->upper ? CR_DOUBTFUL : CR_SUPPRESSED;
  for (int i = network->held_first[party]; i < network->held_first[party + 1]; i++) {
    int entry = network->held[i], company = network->company[entry];
    if (actor == network->undisclosed) {
      cr_poll_open_to_anybody(build->polls + company, entry);
    }
    if (actor == network->undisclosed || actor == company) {
      cr_poll_worsen(build->polls + company, entry, fate);
    }
  }
}

crible_status cr_build_add(cr_build *build, int actor, cr_control_pair pair, const fmpq *share) {
  int party = pair.controlled;
  if (build->network->party[actor] == party || cr_relation_has(build->built, actor, party)) {
    return CRIBLE_OK;
  }
  pair.controller = build->network->party[actor];
  pair.round = build->round;
  crible_status status = cr_relation_add(build->built, actor, &pair, share);
  if (status == CRIBLE_OK) {
    update_polls(build, actor, party);
  }
  return status;
}

static crible_status add_through(cr_build *build, int actor, int through, int party) {
  cr_control_pair pair = {.controlled = party, .reason = CR_BY_TRANSITIVITY, .through = through,
                          .fact = CR_NONE};
  return cr_build_add(build, actor, pair, NULL);
}

/* Rule (iii), upwards from the new pair: who controls the actor controls the party. */
static crible_status extend_upwards(cr_build *build, int actor, int party) {
  const cr_relation *built = build->built;
  int self = build->network->party[actor];
  crible_status status = CRIBLE_OK;
  if (actor == build->network->undisclosed || build->network->credited[self] != actor) {
    return CRIBLE_OK;
  }
  if (built->anybody[self]) {
    status = add_through(build, build->network->undisclosed, self, party);
  }
  for (int i = built->column[self]; status == CRIBLE_OK && i != CR_NONE;
       i = built->pairs[i].next_in_column) {
    status = add_through(build, built->pairs[i].actor, self, party);
  }
  return status;
}

/* Downwards: the actor controls whom the party controls. */
static crible_status extend_downwards(cr_build *build, int actor, int party) {
  const cr_relation *built = build->built;
  crible_status status = CRIBLE_OK;
  for (int i = built->row[build->network->credited[party]]; status == CRIBLE_OK && i != CR_NONE;
       i = built->pairs[i].next_in_row) {
    status = add_through(build, actor, party, built->pairs[i].pair.controlled);
  }
  return status;
}

/* The actor now votes with the party's lots. */
static crible_status add_lots(cr_build *build, int actor, int party) {
  const cr_network *network = build->network;
  crible_status status = CRIBLE_OK;
  for (int i = network->held_first[party];
       status == CRIBLE_OK && i < network->held_first[party + 1]; i++) {
    int entry = network->held[i], company = network->company[entry], side;
    if (actor == network->undisclosed) {
      status = cr_build_queue_company(build, company);
      continue;
    }
    status = cr_relation_side(&side, build->built, actor, company);
    if (status == CRIBLE_OK) {
      status = cr_relation_add_lot(build->built, side, entry);
    }
    if (status == CRIBLE_OK) {
      status = actor == company ? cr_build_queue_company(build, company)
                                : cr_build_queue(build, side);
    }
  }
  return status;
}

crible_status cr_build_propagate(cr_build *build, int pair) {
  int actor = build->built->pairs[pair].actor;
  int party = build->built->pairs[pair].pair.controlled;
  crible_status status = extend_upwards(build, actor, party);
  if (status == CRIBLE_OK) {
    status = extend_downwards(build, actor, party);
  }
  if (status == CRIBLE_OK) {
    status = add_lots(build, actor, party);
  }
  return status == CRIBLE_OK ? cr_build_related(build, actor, party) : status;
}
