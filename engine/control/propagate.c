#include <string.h>

#include "engine/control/build.h"

static crible_status push(cr_queue *queue, int side, cr_arena *arena) {
  if (queue->end == queue->capacity && queue->first > 0) {
    queue->end -= queue->first;
    memmove(queue->sides, queue->sides + queue->first, (size_t)queue->end * sizeof *queue->sides);
    queue->first = 0;
  }
  void *sides = queue->sides;
  crible_status status =
      cr_arena_grow(arena, &sides, &queue->capacity, queue->end + 1, sizeof *queue->sides);
  if (status == CRIBLE_OK) {
    queue->sides = sides;
    queue->sides[queue->end++] = side;
  }
  return status;
}

crible_status cr_build_queue(cr_build *build, int side) {
  cr_side *queued = build->built->sides + side;
  if (queued->queued) {
    return CRIBLE_OK;
  }
  queued->queued = true;
  bool undisclosed = queued->actor == build->network->undisclosed;
  return push(undisclosed ? &build->undisclosed : &build->queue, side, build->arena);
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

static crible_status add_one(cr_build *build, int actor, cr_control_pair pair, const fmpq *share) {
  pair.controller = build->network->party[actor];
  pair.round = build->round;
  crible_status status = cr_relation_add(build->built, actor, &pair, share);
  if (status == CRIBLE_OK) {
    update_polls(build, actor, pair.controlled);
  }
  return status;
}

static bool to_be_added(const cr_build *build, int actor, int party) {
  return build->network->party[actor] != party && !cr_relation_has(build->built, actor, party);
}

static crible_status add_through(cr_build *build, int actor, int through, int party) {
  cr_control_pair pair = {.controlled = party, .reason = CR_BY_TRANSITIVITY, .through = through,
                          .fact = CR_NONE};
  return to_be_added(build, actor, party) ? add_one(build, actor, pair, NULL) : CRIBLE_OK;
}

/* Downwards: the actor controls whom the party controls. */
static crible_status add_row(cr_build *build, int actor, int party) {
  const cr_relation *built = build->built;
  crible_status status = CRIBLE_OK;
  for (int i = built->row[build->network->credited[party]]; status == CRIBLE_OK && i != CR_NONE;
       i = built->pairs[i].next_in_row) {
    status = add_through(build, actor, party, built->pairs[i].pair.controlled);
  }
  return status;
}

/* Who controls the middle controls the party, and whom that one controls. */
static crible_status add_for_controller(cr_build *build, int actor, int middle, int party) {
  if (!to_be_added(build, actor, party)) {
    return CRIBLE_OK; /* and whom it controls, by then */
  }
  crible_status status = add_through(build, actor, middle, party);
  return status == CRIBLE_OK ? add_row(build, actor, party) : status;
}

/* Rule (iii): the relation stays closed under it with each pair added for another reason (Italiano,
 * "Amortized efficiency of a path retrieval data structure", 1986). */
crible_status cr_build_add(cr_build *build, int actor, cr_control_pair pair, const fmpq *share) {
  const cr_network *network = build->network;
  int party = pair.controlled, self = network->party[actor];
  if (!to_be_added(build, actor, party)) {
    return CRIBLE_OK;
  }
  crible_status status = add_one(build, actor, pair, share);
  if (status == CRIBLE_OK) {
    status = add_row(build, actor, party);
  }
  if (status != CRIBLE_OK || actor == network->undisclosed || network->credited[self] != actor) {
    return status;
  }
  if (build->built->anybody[self]) {
    status = add_for_controller(build, network->undisclosed, self, party);
  }
  for (int i = build->built->column[self]; status == CRIBLE_OK && i != CR_NONE;
       i = build->built->pairs[i].next_in_column) {
    status = add_for_controller(build, build->built->pairs[i].actor, self, party);
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
    if (build->upper && cr_relation_has(build->built, actor, company)) {
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
  crible_status status = add_lots(build, actor, party);
  return status == CRIBLE_OK ? cr_build_related(build, actor, party) : status;
}
