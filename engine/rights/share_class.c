#include "engine/rights/share_class.h"

/* Votes of the class's shares that the company or companies it controls hold
 * are not cast (C. com., art. L.225-210, L.233-31). */
static cr_tristate suppressed(const cr_class_holders *holders, int node) {
  const cr_judge *judge = holders->judge;
  int company = judge->node_of[holders->share_class->company];
  if (node == judge->view->parties + CR_TREASURY) return CR_TRUE;
  if (company == CR_NONE || node >= judge->view->parties) return CR_FALSE;
  if (cr_controls_definitely(judge->control, company, node)) return CR_TRUE;
  return cr_controls_possibly(judge->control, company, node) ? CR_UNSTATED : CR_FALSE;
}

/* Votes of one share: of the holder's lots on average, else of the class. */
static void find_rate(fmpq_t rate, const cr_class_holders *holders, int entry) {
  fmpq_set(rate, holders->share_class->votes_per_share);
  if (fmpq_is_zero(rate)) fmpq_one(rate);
  if (!fmpq_is_zero(holders->lot_shares + entry))
    fmpq_div(rate, holders->lot_votes + entry, holders->lot_shares + entry);
}

/* Whether every share casts as much as any other. */
static bool uniform(const cr_class_holders *holders) {
  fmpq_t rate, first;
  fmpq_init(rate);
  fmpq_init(first);
  bool same = true;
  for (int i = 0; i < holders->electorate.count && same; i++) {
    find_rate(rate, holders, i);
    if (i == 0) fmpq_set(first, rate);
    same = !fmpq_is_zero(rate) && fmpq_equal(rate, first) &&
           suppressed(holders, holders->electorate.voters[i].node) == CR_FALSE;
  }
  fmpq_clear(first);
  fmpq_clear(rate);
  return same;
}

static void apply_rate(cr_voter *voter, const fmpq_t rate, cr_tristate out) {
  for (int end = 0; end < 2; end++) {
    fmpq_mul(voter->part + end, voter->part + end, rate);
    if (out == CR_TRUE) fmpq_zero(voter->part + end);
    if (fmpq_is_zero(voter->part + end) && fmpq_is_zero(rate)) voter->open[end] = false;
  }
  if (out == CR_TRUE) voter->open[1] = false;
  if (out == CR_FALSE) return;
  fmpq_zero(voter->part);
  voter->open[0] = false;
}

static void apply_votes(cr_class_holders *holders) {
  if (uniform(holders)) return;
  holders->electorate.whole = false;
  fmpq_t rate;
  fmpq_init(rate);
  for (int i = 0; i < holders->electorate.count; i++) {
    cr_voter *voter = &holders->electorate.voters[i];
    find_rate(rate, holders, i);
    apply_rate(voter, rate, suppressed(holders, voter->node));
  }
  fmpq_clear(rate);
}

/* Shares as fractions of those issued. */
static void normalise(cr_class_holders *holders) {
  for (int i = 0; i < holders->electorate.count; i++)
    for (int end = 0; end < 2; end++) {
      fmpq *part = holders->electorate.voters[i].part + end;
      fmpq_div(part, part, holders->share_class->issued);
    }
}

static bool somebody_owns(const cr_class_holders *holders) {
  for (int i = 0; i < holders->electorate.count; i++)
    if (holders->electorate.voters[i].node != holders->judge->view->parties + CR_TREASURY &&
        !fmpq_is_zero(holders->electorate.voters[i].part + 1))
      return true;
  return false;
}

crible_status cr_electorate_of_class(cr_electorate *out, bool *owned, const cr_judge *judge,
                                     int share_class, cr_right_base base) {
  cr_class_holders holders;
  crible_status status = cr_class_holders_read(&holders, judge, share_class,
                                               base == CR_OF_SHARES ? CR_CAPITAL : CR_VOTES);
  if (status != CRIBLE_OK) return status;
  bool somebody = somebody_owns(&holders);
  if (somebody) {
    normalise(&holders);
    holders.electorate.whole = true;
    if (base == CR_OF_VOTES) apply_votes(&holders);
    if (base == CR_OF_HEADS) cr_electorate_count_heads(&holders.electorate, judge);
  }
  *out = holders.electorate;
  *owned = somebody;
  return CRIBLE_OK;
}

bool cr_electorate_undisclosed(const cr_electorate *electorate, const cr_judge *judge) {
  for (int i = 0; i < electorate->count; i++)
    if (electorate->voters[i].node == cr_undisclosed(judge) &&
        (electorate->voters[i].unbounded || !fmpq_is_zero(electorate->voters[i].part + 1)))
      return true;
  return false;
}
