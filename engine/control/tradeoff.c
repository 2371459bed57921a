#include "engine/control/tradeoff.h"

/* One entity that could exceed the level: how much more may still go to its side. */
typedef struct cr_room {
  int entity;
  fmpq *left;
} cr_room;

typedef struct cr_trial {
  const cr_ballot *ballot;
  cr_room *rooms;
  int room_count;
  fmpq *rest; /* not yet given to any lot */
} cr_trial;

/* Whether a lot is on an entity's side, or may be. Nobody third need stand behind a
 * remainder; a group of several need have no member that counts. */
static bool may_own(const cr_ballot *ballot, int entity, int entry) {
  const cr_voters voters = {.one = entity, .set = NULL};
  return ballot->network->kind[entry] != CR_LOT_UNDISCLOSED &&
         cr_poll_fate(&ballot->poll, entry) == CR_KEPT &&
         cr_ballot_owner(ballot, &voters, entry, true) != CR_NONE;
}

/* The level in shares of all votes, of a group's members together. */
static void allowance(fmpq_t out, const cr_ballot *ballot, int entity, const fmpq_t level) {
  cr_tally exercised;
  cr_tally_init(&exercised);
  fmpq_one(out);
  cr_tally_set(&exercised, &ballot->poll.idle);
  cr_tally_plus(&exercised, &ballot->poll.suppressed);
  fmpq_sub(out, out, &exercised.lo);
  fmpq_mul(out, out, level);
  if (cr_view_group(ballot->view, entity)) {
    fmpz_t members;
    fmpz_init_set_si(members, ballot->view->members[entity]);
    fmpq_mul_fmpz(out, out, members);
    fmpz_clear(members);
  }
  cr_tally_clear(&exercised);
}

static bool takes_part(const cr_ballot *ballot, const cr_entity_bounds *bounds,
                       const fmpq_t level) {
  int entity = bounds->entity;
  if (entity >= ballot->view->parties || ballot->view->third[entity] != CR_THIRD) {
    return false; /* need not be third */
  }
  bool several = cr_view_group(ballot->view, entity) && ballot->view->members[entity] <= 0;
  return !several && fmpq_cmp(bounds->upper.value, level) > 0;
}

static int company_row(const cr_ballot *ballot, int *end) {
  *end = ballot->network->votes->first[ballot->poll.company + 1];
  return ballot->network->votes->first[ballot->poll.company];
}

static bool start_at_lower_ends(cr_trial *trial) {
  int end, first = company_row(trial->ballot, &end);
  const cr_interval *weight = trial->ballot->network->votes->weight;
  bool fits = true;
  fmpq_one(trial->rest);
  for (int i = first; i < end; i++) {
    fmpq_sub(trial->rest, trial->rest, &weight[i].lo);
  }
  for (int r = 0; r < trial->room_count; r++) {
    for (int i = first; i < end; i++) {
      if (may_own(trial->ballot, trial->rooms[r].entity, i)) {
        fmpq_sub(trial->rooms[r].left, trial->rooms[r].left, &weight[i].lo);
      }
    }
    fits &= fmpq_sgn(trial->rooms[r].left) >= 0;
  }
  return fits;
}

/* Gives a lot as much as it takes and as every side it is on has room for. Lots on no side
 * come first. */
static void fill(cr_trial *trial, int entry, bool on_sides) {
  const cr_interval *weight = trial->ballot->network->votes->weight + entry;
  bool on_any = false;
  fmpq_t more;
  fmpq_init(more);
  fmpq_sub(more, &weight->hi, &weight->lo);
  if (fmpq_cmp(more, trial->rest) > 0) {
    fmpq_set(more, trial->rest);
  }
  for (int r = 0; r < trial->room_count && !fmpq_is_zero(more); r++) {
    if (may_own(trial->ballot, trial->rooms[r].entity, entry)) {
      on_any = true;
      if (fmpq_cmp(more, trial->rooms[r].left) > 0) {
        fmpq_set(more, trial->rooms[r].left);
      }
    }
  }
  if (on_any == on_sides) {
    fmpq_sub(trial->rest, trial->rest, more);
    for (int r = 0; r < trial->room_count; r++) {
      if (may_own(trial->ballot, trial->rooms[r].entity, entry)) {
        fmpq_sub(trial->rooms[r].left, trial->rooms[r].left, more);
      }
    }
  }
  fmpq_clear(more);
}

static bool try(cr_trial *trial) {
  if (!start_at_lower_ends(trial)) {
    return false;
  }
  int end, first = company_row(trial->ballot, &end);
  for (int on_sides = 0; on_sides < 2; on_sides++) {
    for (int i = first; i < end && !fmpq_is_zero(trial->rest); i++) {
      fill(trial, i, on_sides);
    }
  }
  return fmpq_is_zero(trial->rest);
}

crible_status cr_tradeoff_free(bool *out, cr_ballot *ballot, const cr_entity_bounds *entities,
                               int count, const fmpq_t level) {
  *out = false;
  if (ballot->poll.no_vote || !ballot->settled || ballot->poll.caps) {
    return CRIBLE_OK;
  }
  cr_room *rooms = cr_arena_alloc(ballot->working, (size_t)count + 1, sizeof *rooms);
  fmpq *left = cr_arena_rationals(ballot->working, (size_t)count + 1);
  if (!rooms || !left) {
    return CRIBLE_E_MEMORY;
  }
  cr_trial trial = {.ballot = ballot, .rooms = rooms, .rest = left + count};
  for (int i = 0; i < count; i++) {
    if (takes_part(ballot, entities + i, level)) {
      allowance(left + i, ballot, entities[i].entity, level);
      rooms[trial.room_count++] = (cr_room){entities[i].entity, left + i};
    }
  }
  *out = trial.room_count == 0 || try(&trial);
  return CRIBLE_OK;
}
