#include "engine/rights/share_class.h"

#include "engine/graph/double_votes.h"
#include "engine/graph/evidence.h"
#include "engine/graph/ownership.h"

/* Who owns a lot, or casts its votes when they are what is counted. CR_NONE: not known. */
static int owner_of(const cr_class_holders *holders, const cr_lot *lot) {
  const cr_judge *judge = holders->judge;
  bool usufructuary =
      holders->property == CR_VOTES &&
      cr_usufructuary_votes(&judge->snapshot, holders->share_class->company, judge->meeting);
  if (lot->nature == CR_USUFRUCT && !usufructuary) return lot->bare_owner;
  return lot->nature == CR_BARE && usufructuary ? CR_NONE : lot->holder;
}

/* Votes that a lot casts. The graph has made its remarks on it already. */
static crible_status votes_of(fmpq_t votes, const cr_class_holders *holders, int index) {
  const cr_judge *judge = holders->judge;
  const cr_lot *lot = &judge->facts->lots[index];
  const cr_notes nowhere = {.remarks = NULL};
  bool twice;
  if (cr_lot_suspended(lot, holders->share_class, judge->input->as_of)) return CRIBLE_OK;
  crible_status status =
      cr_double_vote(&twice, &judge->snapshot, index,
                     cr_double_vote_years(&judge->snapshot, holders->index), &nowhere);
  if (status != CRIBLE_OK) return status;
  fmpq_mul(votes, lot->quantity, holders->share_class->votes_per_share);
  /* A class without votes votes by shares in its own meeting (art. L.225-99). */
  if (fmpq_is_zero(votes)) fmpq_set(votes, lot->quantity);
  if (twice) fmpq_add(votes, votes, votes);
  return CRIBLE_OK;
}

/* The node a holder is counted under; undeclared holders of a listed class
 * are not above the candidate and count as float. */
static int node_for(const cr_class_holders *holders, int party) {
  const cr_judge *judge = holders->judge;
  if (party == CR_NONE) return cr_undisclosed(judge);
  if (party == holders->share_class->company) return judge->view->parties + CR_TREASURY;
  int node = judge->node_of[party];
  return node == CR_NONE ? judge->view->parties + CR_FLOAT : node;
}

static int entry_of(cr_class_holders *holders, int node) {
  cr_electorate *electorate = &holders->electorate;
  return (int)(cr_electorate_voter(electorate, node) - electorate->voters);
}

static crible_status take_lot(cr_class_holders *holders, int index) {
  const cr_lot *lot = &holders->judge->facts->lots[index];
  fmpq_t votes;
  fmpq_init(votes);
  crible_status status = votes_of(votes, holders, index);
  if (status == CRIBLE_OK) {
    int entry = entry_of(holders, node_for(holders, owner_of(holders, lot)));
    fmpq *part = holders->electorate.voters[entry].part;
    for (int end = 0; end < 2; end++) fmpq_add(part + end, part + end, lot->quantity);
    fmpq_add(holders->lot_shares + entry, holders->lot_shares + entry, lot->quantity);
    fmpq_add(holders->lot_votes + entry, holders->lot_votes + entry, votes);
  }
  fmpq_clear(votes);
  return status;
}

/* Several facts on one holder are evidence of one holding: their intersection,
 * or their hull where they contradict each other (contract, section 2). */
static void reconcile(cr_voter *voter, const cr_interval *stated, bool known) {
  cr_interval before, both;
  cr_interval_init(&before);
  cr_interval_init(&both);
  fmpq_set(&before.lo, voter->part);
  fmpq_set(&before.hi, voter->part + 1);
  before.lo_open = voter->open[0];
  before.hi_open = voter->open[1];
  cr_interval_set(&both, stated);
  if (known) cr_interval_intersect(&both, &before, stated);
  if (cr_interval_empty(&both)) cr_interval_hull(&both, &before, stated);
  fmpq_set(voter->part, &both.lo);
  fmpq_set(voter->part + 1, &both.hi);
  voter->open[0] = both.lo_open;
  voter->open[1] = both.hi_open;
  cr_interval_clear(&both);
  cr_interval_clear(&before);
}

/* The share of the class that a stake states, or NULL. A stake of the whole
 * company is one of its only class. */
static const cr_interval *stated_share(const cr_class_holders *holders, const cr_stake *stake) {
  const cr_snapshot *snapshot = &holders->judge->snapshot;
  bool only = cr_buckets_count(&snapshot->classes, holders->share_class->company) == 1;
  bool of_class = stake->share_class == CR_NONE
                      ? only
                      : snapshot->class_now[stake->share_class] == holders->index;
  if (!of_class) return NULL;
  if (stake->states[holders->property]) return &stake->share[holders->property];
  return stake->states[CR_CAPITAL] ? &stake->share[CR_CAPITAL] : NULL;
}

static void take_stake(cr_class_holders *holders, const cr_stake *stake) {
  const cr_interval *share = stated_share(holders, stake);
  if (share == NULL) return;
  cr_interval shares;
  cr_interval_init(&shares);
  cr_interval_set(&shares, share);
  fmpq_mul(&shares.lo, &shares.lo, holders->share_class->issued);
  fmpq_mul(&shares.hi, &shares.hi, holders->share_class->issued);
  int before = holders->electorate.count;
  int entry = entry_of(holders, node_for(holders, stake->holder));
  reconcile(&holders->electorate.voters[entry], &shares, entry < before);
  cr_interval_clear(&shares);
}

/* What the known holders leave of the shares issued; of a listed class it
 * counts as not third. */
static void add_remainder(cr_class_holders *holders) {
  const cr_judge *judge = holders->judge;
  cr_electorate *electorate = &holders->electorate;
  if (cr_complete(&judge->snapshot, holders->share_class->company, holders->property)) return;
  int node = judge->view->parties +
             (cr_admitted(&judge->snapshot, holders->index) ? CR_FLOAT : CR_UNDISCLOSED);
  cr_voter rest = {.part = electorate->voters[electorate->capacity].part};
  for (int end = 0; end < 2; end++) {
    fmpq_set(rest.part + end, holders->share_class->issued);
    for (int i = 0; i < electorate->count; i++) {
      fmpq_sub(rest.part + end, rest.part + end, electorate->voters[i].part + !end);
      rest.open[end] = rest.open[end] || electorate->voters[i].open[!end];
    }
    if (fmpq_sgn(rest.part + end) >= 0) continue;
    fmpq_zero(rest.part + end);
    rest.open[end] = false;
  }
  if (fmpq_is_zero(rest.part + 1)) return;
  cr_voter *voter = cr_electorate_voter(electorate, node);
  for (int end = 0; end < 2; end++) {
    fmpq_add(voter->part + end, voter->part + end, rest.part + end);
    voter->open[end] = voter->open[end] || rest.open[end];
  }
}

static crible_status start(cr_class_holders *holders) {
  const cr_snapshot *snapshot = &holders->judge->snapshot;
  cr_arena *arena = holders->judge->arena;
  int capacity = cr_buckets_count(&snapshot->lots, holders->index) +
                 cr_buckets_count(&snapshot->stakes, holders->share_class->company) + 1;
  holders->lot_shares = cr_arena_rationals(arena, (size_t)capacity);
  holders->lot_votes = cr_arena_rationals(arena, (size_t)capacity);
  if (holders->lot_shares == NULL || holders->lot_votes == NULL) return CRIBLE_E_MEMORY;
  return cr_electorate_init(&holders->electorate, holders->judge, capacity);
}

static crible_status take_all(cr_class_holders *holders) {
  const cr_snapshot *snapshot = &holders->judge->snapshot;
  crible_status status = CRIBLE_OK;
  for CR_EACH (i, &snapshot->lots, holders->index)
    if (status == CRIBLE_OK) status = take_lot(holders, snapshot->lots.item[i]);
  if (status != CRIBLE_OK) return status;
  for CR_EACH (i, &snapshot->stakes, holders->share_class->company)
    take_stake(holders, &holders->judge->facts->stakes[snapshot->stakes.item[i]]);
  add_remainder(holders);
  return CRIBLE_OK;
}

crible_status cr_class_holders_read(cr_class_holders *out, const cr_judge *judge, int share_class,
                                    cr_property property) {
  cr_class_holders made = {.judge = judge, .property = property};
  made.index = judge->snapshot.class_now[share_class];
  if (made.index != CR_NONE) {
    made.share_class = &judge->facts->classes[made.index];
    crible_status status = start(&made);
    if (status == CRIBLE_OK && fmpq_sgn(made.share_class->issued) > 0) status = take_all(&made);
    if (status != CRIBLE_OK) return status;
  }
  *out = made;
  return CRIBLE_OK;
}
