#include "engine/control/ballot.h"

#include "engine/control/caps.h"

static void look_at_lots(cr_ballot *ballot) {
  const cr_network *network = ballot->network;
  int company = ballot->poll.company;
  ballot->settled = true;
  for (int i = network->votes->first[company]; i < network->votes->first[company + 1]; i++) {
    cr_fate fate = cr_poll_fate(&ballot->poll, i);
    bool named = network->kind[i] == CR_LOT_NAMED;
    bool left_out = network->kind[i] == CR_LOT_IDLE || fate == CR_SUPPRESSED;
    ballot->anybody_lots += named && ballot->possible->anybody[network->votes->holder[i]];
    ballot->settled &= fate != CR_DOUBTFUL;
    ballot->settled &= !left_out || cr_interval_point(network->votes->weight + i);
  }
}

crible_status cr_ballot_open(cr_ballot *ballot, const cr_control *control, const cr_view *view,
                             int company) {
  cr_arena *working;
  cr_relation *possible = cr_solved_possible(control);
  crible_status status = cr_relation_complete(possible, company);
  if (status == CRIBLE_OK) {
    status = cr_arena_new(&working, cr_arena_context(possible->arena));
  }
  if (status != CRIBLE_OK) {
    return status;
  }
  *ballot = (cr_ballot){.view = view, .network = cr_solved_of(control)->network,
                        .definite = cr_solved_definite(control),
                        .possible = possible, .working = working};
  status = cr_poll_init(&ballot->poll, ballot->network, company, working);
  if (status != CRIBLE_OK) {
    cr_arena_free(working);
    return status;
  }
  cr_share_init(&ballot->share);
  cr_tally_init(ballot->own);
  cr_tally_init(ballot->own + 1);
  cr_poll_count(&ballot->poll, ballot->definite, ballot->possible);
  ballot->counts = cr_network_company(ballot->network, company);
  look_at_lots(ballot);
  return CRIBLE_OK;
}

void cr_ballot_close(cr_ballot *ballot) {
  cr_share_clear(&ballot->share);
  cr_tally_clear(ballot->own);
  cr_tally_clear(ballot->own + 1);
  cr_poll_clear(&ballot->poll);
  cr_arena_free(ballot->working);
}

static bool among(const cr_voters *voters, int node) {
  return voters->set ? voters->set[node] : voters->one == node;
}

/* Somebody of the voters for whom what anybody may have counts. */
static int anybody_among(const cr_ballot *ballot, const cr_voters *voters) {
  if (!voters->set) {
    return cr_view_group(ballot->view, voters->one) ? CR_NONE : voters->one;
  }
  if (voters->set[ballot->network->undisclosed]) {
    return ballot->network->undisclosed;
  }
  for (int p = 0; p < ballot->view->parties; p++) {
    if (voters->set[p] && !cr_view_group(ballot->view, p)) {
      return p;
    }
  }
  return CR_NONE;
}

static int controller_among(const cr_relation *relation, const cr_voters *voters, int holder) {
  int best = CR_NONE;
  for (int i = relation->column[holder]; i != CR_NONE; i = relation->pairs[i].next_in_column) {
    int actor = relation->pairs[i].actor;
    if (actor < relation->network->undisclosed && among(voters, actor) &&
        (best == CR_NONE || actor < best)) {
      best = actor;
    }
  }
  return best;
}

int cr_ballot_owner(const cr_ballot *ballot, const cr_voters *voters, int entry, bool upper) {
  int holder = ballot->network->votes->holder[entry];
  switch ((cr_lot_kind)ballot->network->kind[entry]) {
  case CR_LOT_IDLE:
    return CR_NONE;
  case CR_LOT_UNDISCLOSED:
    if (voters->set) {
      return voters->set[holder] ? holder : CR_NONE;
    }
    return upper ? voters->one : CR_NONE;
  case CR_LOT_STRANGERS:
  case CR_LOT_NEUTRAL:
    return cr_view_group(ballot->view, holder) && among(voters, holder) ? holder : CR_NONE;
  case CR_LOT_NAMED:
    break;
  }
  if (among(voters, holder)) {
    return holder;
  }
  const cr_relation *relation = upper ? ballot->possible : ballot->definite;
  int owner = controller_among(relation, voters, holder);
  return owner == CR_NONE && relation->anybody[holder] ? anybody_among(ballot, voters) : owner;
}

void cr_ballot_side(cr_ballot *ballot, int node, bool upper) {
  const cr_relation *relation = upper ? ballot->possible : ballot->definite;
  int side = cr_relation_find_side(relation, node, ballot->poll.company);
  if (upper) {
    cr_poll_side_upper(&ballot->share, &ballot->poll, side);
  } else {
    cr_poll_side_lower(&ballot->share, &ballot->poll, side);
  }
}

/* The share of marked lots. */
static void start_marking(cr_ballot *ballot) {
  cr_tally_empty(ballot->own);
  cr_tally_empty(ballot->own + 1);
  if (ballot->poll.caps) {
    ballot->poll.caps->party = CR_NONE;
  }
}

static void mark(cr_ballot *ballot, int entry, bool own) {
  cr_fate fate = cr_poll_fate(&ballot->poll, entry);
  if (own && fate != CR_SUPPRESSED) {
    cr_tally_add(ballot->own + fate, ballot->network->votes->weight + entry);
  }
  if (ballot->poll.caps) {
    int first = ballot->network->votes->first[ballot->poll.company];
    ballot->poll.caps->own[entry - first] = own;
  }
}

static void share_of_marked(cr_ballot *ballot, bool upper, bool one_holder) {
  if (ballot->poll.caps) {
    cr_caps_share(&ballot->share, &ballot->poll, upper, one_holder);
  } else if (upper) {
    cr_poll_upper(&ballot->share, &ballot->poll, ballot->own);
  } else {
    cr_poll_lower(&ballot->share, &ballot->poll, ballot->own);
  }
}

void cr_ballot_group(cr_ballot *ballot, int group, bool upper, bool lots, bool remainder) {
  const cr_network *network = ballot->network;
  int company = ballot->poll.company;
  start_marking(ballot);
  for (int i = network->votes->first[company]; i < network->votes->first[company + 1]; i++) {
    bool own = network->kind[i] == CR_LOT_NEUTRAL && network->votes->holder[i] == group;
    mark(ballot, i, (lots && own) || (remainder && network->kind[i] == CR_LOT_UNDISCLOSED));
  }
  share_of_marked(ballot, upper, upper);
}

void cr_ballot_together(cr_ballot *ballot, const bool *set, bool upper) {
  const cr_edges *votes = ballot->network->votes;
  const cr_voters voters = {.one = CR_NONE, .set = set};
  int company = ballot->poll.company;
  start_marking(ballot);
  for (int i = votes->first[company]; i < votes->first[company + 1]; i++) {
    mark(ballot, i, cr_ballot_owner(ballot, &voters, i, upper) != CR_NONE);
  }
  share_of_marked(ballot, upper, false);
}

bool cr_ballot_side_settled(const cr_ballot *ballot, int node) {
  int company = ballot->poll.company;
  int sure = cr_relation_find_side(ballot->definite, node, company);
  int maybe = cr_relation_find_side(ballot->possible, node, company);
  int lots = ballot->anybody_lots - (sure == CR_NONE ? 0 : ballot->definite->sides[sure].count);
  if (maybe != CR_NONE) {
    const cr_relation *possible = ballot->possible;
    for (int lot = possible->sides[maybe].first; lot != CR_NONE;
         lot = possible->side_lots[lot].next) {
      lots += !possible->anybody[ballot->network->votes->holder[possible->side_lots[lot].entry]];
    }
  }
  return lots == 0; /* D's lots are among P's */
}

bool cr_ballot_set_settled(const cr_ballot *ballot, const bool *set) {
  const cr_network *network = ballot->network;
  const cr_voters voters = {.one = CR_NONE, .set = set};
  int company = ballot->poll.company;
  for (int i = network->votes->first[company]; i < network->votes->first[company + 1]; i++) {
    if (network->kind[i] == CR_LOT_NAMED &&
        (cr_ballot_owner(ballot, &voters, i, false) == CR_NONE) !=
            (cr_ballot_owner(ballot, &voters, i, true) == CR_NONE)) {
      return false;
    }
  }
  return true;
}
