#include "engine/control/poll.h"

#include <string.h>

#include "engine/control/caps.h"

crible_status cr_poll_init(cr_poll *poll, const cr_network *network, int company,
                           cr_arena *arena) {
  int lots = network->votes->first[company + 1] - network->votes->first[company];
  uint8_t *fate = cr_arena_alloc(arena, (size_t)lots, sizeof *fate);
  cr_caps_work *caps = NULL;
  if (!fate) {
    return CRIBLE_E_MEMORY;
  }
  if (network->capped[company]) {
    crible_status status = cr_caps_prepare(&caps, network, lots, arena);
    if (status != CRIBLE_OK) {
      return status;
    }
  }
  *poll = (cr_poll){.network = network, .company = company, .fate = fate, .caps = caps};
  cr_tally_init(&poll->kept);
  cr_tally_init(&poll->doubtful);
  cr_tally_init(&poll->suppressed);
  cr_tally_init(&poll->idle);
  cr_tally_init(poll->anybody);
  cr_tally_init(poll->anybody + 1);
  cr_tally_init(&poll->strangers);
  return CRIBLE_OK;
}

void cr_poll_clear(cr_poll *poll) {
  cr_tally_clear(&poll->kept);
  cr_tally_clear(&poll->doubtful);
  cr_tally_clear(&poll->suppressed);
  cr_tally_clear(&poll->idle);
  cr_tally_clear(poll->anybody);
  cr_tally_clear(poll->anybody + 1);
  cr_tally_clear(&poll->strangers);
}

static void empty(cr_poll *poll) {
  cr_tally_empty(&poll->kept);
  cr_tally_empty(&poll->doubtful);
  cr_tally_empty(&poll->suppressed);
  cr_tally_empty(&poll->idle);
  cr_tally_empty(poll->anybody);
  cr_tally_empty(poll->anybody + 1);
  cr_tally_empty(&poll->strangers);
  poll->whole = true;
}

static cr_tally *tally_of(cr_poll *poll, cr_fate fate) {
  return fate == CR_KEPT ? &poll->kept : fate == CR_DOUBTFUL ? &poll->doubtful : &poll->suppressed;
}

static cr_fate fate_of(const cr_poll *poll, int holder) {
  if (cr_network_theoretical(poll->network, poll->company)) {
    return CR_KEPT;
  }
  if (cr_relation_has(poll->definite, poll->company, holder)) {
    return CR_SUPPRESSED;
  }
  return cr_relation_has(poll->possible, poll->company, holder) ? CR_DOUBTFUL : CR_KEPT;
}

/* The exercisable votes can come down to nothing. */
static bool none_surely_exercisable(const cr_poll *poll) {
  const cr_view *view = poll->network->view;
  if (view->empty[poll->network->property][poll->company]) {
    return true;
  }
  if (poll->whole || cr_network_theoretical(poll->network, poll->company) ||
      fmpq_sgn(&poll->kept.lo) > 0) {
    return false;
  }
  cr_tally rest;
  fmpq_t least;
  cr_tally_init(&rest);
  fmpq_init(least);
  cr_tally_set(&rest, &poll->doubtful);
  cr_tally_plus(&rest, &poll->suppressed);
  bool open = cr_tally_extreme(least, &poll->kept, &rest, &poll->idle, true);
  bool none = fmpq_sgn(least) <= 0 && !open;
  cr_tally_clear(&rest);
  fmpq_clear(least);
  return none;
}

static void count_lot(cr_poll *poll, int entry) {
  const cr_edges *votes = poll->network->votes;
  const cr_interval *weight = votes->weight + entry;
  uint8_t *fate = poll->fate + (entry - votes->first[poll->company]);
  cr_lot_kind kind = (cr_lot_kind)poll->network->kind[entry];
  *fate = CR_KEPT;
  if (kind == CR_LOT_IDLE) {
    cr_tally_add(&poll->idle, weight);
    poll->whole = false;
    return;
  }
  if (kind == CR_LOT_NAMED) {
    *fate = (uint8_t)fate_of(poll, votes->holder[entry]);
  }
  poll->whole &= *fate == CR_KEPT;
  cr_tally_add(tally_of(poll, (cr_fate)*fate), weight);
  if (kind == CR_LOT_STRANGERS) {
    cr_tally_add(&poll->strangers, weight);
  }
  bool anybody = kind == CR_LOT_UNDISCLOSED ||
                 (kind == CR_LOT_NAMED && poll->possible->anybody[votes->holder[entry]]);
  if (anybody && *fate != CR_SUPPRESSED) {
    cr_tally_add(poll->anybody + *fate, weight);
  }
}

void cr_poll_count(cr_poll *poll, const cr_relation *definite, const cr_relation *possible) {
  const cr_edges *votes = poll->network->votes;
  poll->definite = definite;
  poll->possible = possible;
  empty(poll);
  for (int i = votes->first[poll->company]; i < votes->first[poll->company + 1]; i++) {
    count_lot(poll, i);
  }
  poll->no_vote = none_surely_exercisable(poll);
}

void cr_poll_worsen(cr_poll *poll, int entry, cr_fate fate) {
  const cr_edges *votes = poll->network->votes;
  const cr_interval *weight = votes->weight + entry;
  uint8_t *now = poll->fate + (entry - votes->first[poll->company]);
  if (cr_network_theoretical(poll->network, poll->company) || *now >= fate) {
    return;
  }
  cr_tally_remove(tally_of(poll, (cr_fate)*now), weight);
  cr_tally_add(tally_of(poll, fate), weight);
  if (poll->possible->anybody[votes->holder[entry]]) {
    cr_tally_remove(poll->anybody + *now, weight);
    if (fate != CR_SUPPRESSED) {
      cr_tally_add(poll->anybody + fate, weight);
    }
  }
  *now = (uint8_t)fate;
  poll->whole = false;
  poll->no_vote = none_surely_exercisable(poll);
}

void cr_poll_open_to_anybody(cr_poll *poll, int entry) {
  cr_fate fate = cr_poll_fate(poll, entry);
  if (fate != CR_SUPPRESSED) {
    cr_tally_add(poll->anybody + fate, poll->network->votes->weight + entry);
  }
}

/* L: kept lots of one's own against all others that are not surely suppressed. */
void cr_poll_lower(cr_share *out, const cr_poll *poll, const cr_tally own[2]) {
  cr_tally others, left_out;
  cr_tally_init(&others);
  cr_tally_init(&left_out);
  cr_tally_set(&others, &poll->kept);
  cr_tally_minus(&others, own);
  if (!poll->whole) {
    cr_tally_plus(&others, &poll->doubtful);
    cr_tally_minus(&others, own + 1);
    cr_tally_set(&left_out, &poll->idle);
    cr_tally_plus(&left_out, &poll->suppressed);
    cr_tally_plus(&left_out, own + 1);
  }
  cr_share_extreme(out, own, &others, &left_out, true);
  cr_tally_clear(&others);
  cr_tally_clear(&left_out);
}

/* U: one's own lots that are not surely suppressed against all others that are kept. */
void cr_poll_upper(cr_share *out, const cr_poll *poll, const cr_tally own[2]) {
  cr_tally counted, others, left_out;
  cr_tally_init(&counted);
  cr_tally_init(&others);
  cr_tally_init(&left_out);
  cr_tally_set(&counted, own);
  cr_tally_set(&others, &poll->kept);
  cr_tally_minus(&others, own);
  if (!poll->whole) {
    cr_tally_plus(&counted, own + 1);
    cr_tally_set(&left_out, &poll->idle);
    cr_tally_plus(&left_out, &poll->suppressed);
    cr_tally_plus(&left_out, &poll->doubtful);
    cr_tally_minus(&left_out, own + 1);
  }
  cr_share_extreme(out, &counted, &others, &left_out, false);
  cr_tally_clear(&counted);
  cr_tally_clear(&others);
  cr_tally_clear(&left_out);
}

void cr_poll_own(cr_tally own[2], const cr_poll *poll, const cr_relation *relation, int side) {
  bool possible = relation == poll->possible;
  for (int fate = CR_KEPT; fate <= CR_DOUBTFUL; fate++) {
    if (possible) {
      cr_tally_set(own + fate, poll->anybody + fate);
    } else {
      cr_tally_empty(own + fate);
    }
  }
  int lot = side == CR_NONE ? CR_NONE : relation->sides[side].first;
  for (; lot != CR_NONE; lot = relation->side_lots[lot].next) {
    int entry = relation->side_lots[lot].entry;
    cr_fate fate = cr_poll_fate(poll, entry);
    bool anybody = possible && relation->anybody[poll->network->votes->holder[entry]];
    if (fate != CR_SUPPRESSED && !anybody) {
      cr_tally_add(own + fate, poll->network->votes->weight + entry);
    }
  }
}

static void side_share(cr_share *out, const cr_poll *poll, int side, bool upper) {
  const cr_relation *relation = upper ? poll->possible : poll->definite;
  if (poll->caps) {
    cr_caps_mark_side(poll, relation, side);
    cr_caps_share(out, poll, upper, true);
    return;
  }
  cr_tally own[2];
  cr_tally_init(own);
  cr_tally_init(own + 1);
  cr_poll_own(own, poll, relation, side);
  if (upper) {
    cr_poll_upper(out, poll, own);
  } else {
    cr_poll_lower(out, poll, own);
  }
  cr_tally_clear(own);
  cr_tally_clear(own + 1);
}

void cr_poll_side_lower(cr_share *out, const cr_poll *poll, int side) {
  side_share(out, poll, side, false);
}

void cr_poll_side_upper(cr_share *out, const cr_poll *poll, int side) {
  side_share(out, poll, side, true);
}

void cr_poll_rival_upper(cr_share *out, const cr_poll *poll, int side) {
  if (poll->caps) {
    cr_caps_mark_side(poll, poll->possible, side);
    cr_caps_mark_strangers(poll);
    cr_caps_share(out, poll, true, true);
    return;
  }
  cr_tally own[2];
  cr_tally_init(own);
  cr_tally_init(own + 1);
  cr_poll_own(own, poll, poll->possible, side);
  cr_tally_plus(own + CR_KEPT, &poll->strangers);
  cr_poll_upper(out, poll, own);
  cr_tally_clear(own);
  cr_tally_clear(own + 1);
}
