/* Electorates read from the candidate's rows of the view. */
#include "engine/rights/electorate.h"

#include "engine/rights/beneficiary.h"
#include "engine/rights/thirds.h"

/* Votes that are never cast: suspended, or of a company that the candidate
 * controls (C. com., art. L.233-31), surely or only possibly. */
static cr_tristate suppressed(const cr_judge *judge, int entry) {
  const cr_view *view = judge->view;
  const cr_edges *edges = &view->edges[CR_VOTES];
  int holder = edges->holder[entry];
  if ((edges->flags[entry] & CR_EDGE_SUSPENDED) || holder == view->parties + CR_TREASURY)
    return CR_TRUE;
  if (holder >= view->parties || view->declared[view->candidate]) return CR_FALSE;
  if (cr_controls_definitely(judge->control, view->candidate, holder)) return CR_TRUE;
  return cr_controls_possibly(judge->control, view->candidate, holder) ? CR_UNSTATED : CR_FALSE;
}

static void add_weight(cr_voter *voter, const cr_interval *weight, bool least) {
  if (least) fmpq_add(voter->part, voter->part, &weight->lo);
  if (least) voter->open[0] = voter->open[0] || weight->lo_open;
  fmpq_add(voter->part + 1, voter->part + 1, &weight->hi);
  voter->open[1] = voter->open[1] || weight->hi_open;
}

/* One entry of a row, for a voter: its least part only when it is surely the voter's. */
static void take_entry(cr_voter *voter, const cr_judge *judge, cr_property property, int entry,
                       bool surely) {
  cr_tristate out = property == CR_VOTES ? suppressed(judge, entry) : CR_FALSE;
  if (out != CR_TRUE)
    add_weight(voter, &judge->view->edges[property].weight[entry], surely && out == CR_FALSE);
}

crible_status cr_electorate_of_meeting(cr_electorate *out, const cr_judge *judge,
                                       cr_right_base base) {
  if (base == CR_OF_VOTES) {
    *out = (cr_electorate){.by_control = true};
    return CRIBLE_OK;
  }
  cr_property property = base == CR_OF_SHARES ? CR_CAPITAL : CR_VOTES;
  const cr_edges *edges = &judge->view->edges[property];
  int first = edges->first[judge->view->candidate], end = edges->first[judge->view->candidate + 1];
  cr_electorate made;
  crible_status status = cr_electorate_init(&made, judge, end - first);
  if (status != CRIBLE_OK) return status;
  for (int i = first; i < end; i++)
    take_entry(cr_electorate_voter(&made, edges->holder[i]), judge, property, i, true);
  made.whole = base == CR_OF_SHARES;
  if (base == CR_OF_HEADS) cr_electorate_count_heads(&made, judge);
  *out = made;
  return CRIBLE_OK;
}

static bool nobody_holds(const cr_electorate *electorate) {
  for (int i = 0; i < electorate->count; i++)
    if (!fmpq_is_zero(electorate->voters[i].part + 1)) return false;
  return true;
}

static bool is_member(const cr_electorate *group, int node) {
  for (int i = 0; i < group->count; i++)
    if (group->voters[i].node == node) return true;
  return false;
}

/* What a member holds itself and through companies it controls, other members apart. */
static void take_member(cr_electorate *group, int member, const cr_judge *judge,
                        cr_property property) {
  const cr_edges *edges = &judge->view->edges[property];
  int node = group->voters[member].node, candidate = judge->view->candidate;
  for (int i = edges->first[candidate]; i < edges->first[candidate + 1]; i++) {
    int holder = edges->holder[i];
    if (holder != node && is_member(group, holder)) continue;
    bool surely = cr_stands_over(judge, node, holder, true);
    if (surely || cr_stands_over(judge, node, holder, false))
      take_entry(&group->voters[member], judge, property, i, surely);
  }
}

crible_status cr_electorate_of_group(cr_electorate *out, const cr_judge *judge,
                                     const cr_right *right) {
  const int *parties;
  int count;
  cr_named_parties(&parties, &count, judge, right);
  cr_electorate made;
  crible_status status = cr_electorate_init(&made, judge, count);
  if (status != CRIBLE_OK) return status;
  for (int i = 0; i < count; i++)
    if (judge->node_of[parties[i]] != CR_NONE)
      cr_electorate_voter(&made, judge->node_of[parties[i]]);
  for (int i = 0; i < made.count; i++)
    take_member(&made, i, judge, right->base == CR_OF_SHARES ? CR_CAPITAL : CR_VOTES);
  if (right->base == CR_OF_HEADS || nobody_holds(&made)) {
    for (int i = 0; i < made.count; i++) fmpq_one(made.voters[i].part);
    for (int i = 0; i < made.count; i++) fmpq_one(made.voters[i].part + 1);
    cr_electorate_count_heads(&made, judge);
  }
  *out = made;
  return CRIBLE_OK;
}
