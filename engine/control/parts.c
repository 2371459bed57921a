#include "engine/control/ballot.h"

typedef struct cr_parting {
  cr_ballot *ballot;
  cr_voters voters;
  bool upper;
  const fmpq *value;  /* of the bound */
  cr_arena *arena;
} cr_parting;

static bool counted(const cr_parting *parting, int entry, int *owner) {
  const cr_ballot *ballot = parting->ballot;
  cr_fate fate = cr_poll_fate(&ballot->poll, entry);
  *owner = cr_ballot_owner(ballot, &parting->voters, entry, parting->upper);
  return *owner != CR_NONE && fate <= (parting->upper ? CR_DOUBTFUL : CR_KEPT);
}

/* What the counted lots amount to before any cap, at the bound. */
static void counted_sum(fmpq_t sum, const cr_parting *parting) {
  const cr_ballot *ballot = parting->ballot;
  const cr_edges *votes = ballot->network->votes;
  cr_tally own[2];
  cr_share share;
  int owner, company = ballot->poll.company;
  cr_tally_init(own);
  cr_tally_init(own + 1);
  cr_share_init(&share);
  for (int i = votes->first[company]; i < votes->first[company + 1]; i++) {
    cr_fate fate = cr_poll_fate(&ballot->poll, i);
    if (cr_ballot_owner(ballot, &parting->voters, i, parting->upper) != CR_NONE &&
        fate != CR_SUPPRESSED) {
      cr_tally_add(own + fate, votes->weight + i);
    }
  }
  if (parting->upper) {
    cr_poll_upper(&share, &ballot->poll, own);
  } else {
    cr_poll_lower(&share, &ballot->poll, own);
  }
  fmpq_set(sum, &share.counted);
  for (int i = votes->first[company]; i < votes->first[company + 1]; i++) {
    if (counted(parting, i, &owner)) {
      fmpq_sub(sum, sum, &votes->weight[i].lo);
    }
  }
  cr_share_clear(&share);
  cr_tally_clear(own);
  cr_tally_clear(own + 1);
}

static int count_lots(const cr_parting *parting) {
  const cr_edges *votes = parting->ballot->network->votes;
  int company = parting->ballot->poll.company, count = 0, owner;
  for (int i = votes->first[company]; i < votes->first[company + 1]; i++) {
    count += counted(parting, i, &owner);
  }
  return count;
}

/* Lower ends, then the rest to the lots in their order, as far as each goes. */
static void weigh_lots(cr_vote_parts *out, const cr_parting *parting, fmpq_t rest) {
  const cr_edges *votes = parting->ballot->network->votes;
  int company = parting->ballot->poll.company, owner;
  fmpq_t room;
  fmpq_init(room);
  for (int i = votes->first[company]; i < votes->first[company + 1]; i++) {
    if (!counted(parting, i, &owner)) {
      continue;
    }
    cr_vote_part *part = out->parts + out->count;
    fmpq_sub(room, &votes->weight[i].hi, &votes->weight[i].lo);
    const fmpq *more = fmpq_cmp(room, rest) < 0 ? room : rest;
    fmpq_add(part->share, &votes->weight[i].lo, more);
    fmpq_sub(rest, rest, more);
    part->edge = i;
    part->holder = votes->holder[i];
    part->owner = owner;
    out->count += !fmpq_is_zero(part->share);
  }
  fmpq_clear(room);
}

/* Weights become shares of what is exercisable: together they are the bound. */
static void scale(cr_vote_parts *parts, const fmpq *value) {
  fmpq_t sum;
  fmpq_init(sum);
  for (int i = 0; i < parts->count; i++) {
    fmpq_add(sum, sum, parts->parts[i].share);
  }
  for (int i = 0; i < parts->count; i++) {
    fmpq_mul(parts->parts[i].share, parts->parts[i].share, value);
    fmpq_div(parts->parts[i].share, parts->parts[i].share, sum);
  }
  fmpq_clear(sum);
}

static crible_status part(cr_vote_parts *out, const cr_parting *parting) {
  int lots = count_lots(parting);
  cr_vote_parts found = {.count = 0};
  found.parts = cr_arena_alloc(parting->arena, (size_t)lots + 1, sizeof *found.parts);
  fmpq *shares = cr_arena_rationals(parting->arena, (size_t)lots + 1);
  if (!found.parts || !shares) {
    return CRIBLE_E_MEMORY;
  }
  for (int i = 0; i <= lots; i++) {
    found.parts[i].share = shares + i;
  }
  fmpq_t rest;
  fmpq_init(rest);
  counted_sum(rest, parting);
  weigh_lots(&found, parting, rest);
  fmpq_clear(rest);
  scale(&found, parting->value);
  *out = found;
  return CRIBLE_OK;
}

crible_status cr_control_parts(cr_vote_parts *out, const cr_control *control, const cr_view *view,
                               int x, const bool *definite, const bool *possible, int y,
                               bool upper, cr_arena *arena) {
  cr_ballot ballot;
  cr_bound bound[2];
  const bool *set = x != CR_TARGET_ALL ? NULL : upper ? possible : definite;
  crible_status status = cr_ballot_open(&ballot, control, view, y);
  if (status != CRIBLE_OK) {
    return status;
  }
  status = set ? cr_ballot_bounds_together(bound, &ballot, definite, possible, arena)
               : cr_ballot_bounds(bound, &ballot, x, arena);
  if (status == CRIBLE_OK && (ballot.poll.no_vote || fmpq_is_zero(bound[upper].value))) {
    *out = (cr_vote_parts){.parts = NULL};
  } else if (status == CRIBLE_OK) {
    cr_parting parting = {.ballot = &ballot, .voters = {.one = x, .set = set}, .upper = upper,
                          .value = bound[upper].value, .arena = arena};
    status = part(out, &parting);
  }
  cr_ballot_close(&ballot);
  return status;
}
