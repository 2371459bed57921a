/* Appointing and proposing: whose the seats are. */
#include "engine/rights/clauses.h"

#include <string.h>

#include "engine/rights/beneficiary.h"
#include "engine/rights/hurdle.h"
#include "engine/rights/seats.h"
#include "engine/rights/share_class.h"

crible_status cr_electorate_of_beneficiary(cr_electorate *out, bool *owned, const cr_judge *judge,
                                           const cr_right *right) {
  if (right->beneficiary == CR_TO_CLASS)
    return cr_electorate_of_class(out, owned, judge, right->share_class, right->base);
  *owned = true;
  return cr_electorate_of_group(out, judge, right);
}

static crible_status half(fmpq **out, const cr_judge *judge) {
  *out = cr_arena_rationals(judge->arena, 1);
  if (*out == NULL) return CRIBLE_E_MEMORY;
  fmpq_set_si(*out, 1, 2);
  return CRIBLE_OK;
}

/* The third parties have the majority of a class or of a listed group. */
static crible_status judge_majority_of(cr_right_finding *finding, const cr_judge *judge,
                                       const cr_right *right) {
  cr_electorate electorate;
  cr_hurdle hurdle;
  fmpq *q;
  bool owned;
  crible_status status = cr_electorate_of_beneficiary(&electorate, &owned, judge, right);
  if (status == CRIBLE_OK) status = half(&q, judge);
  if (status == CRIBLE_OK) status = cr_hurdle_to_decide(&hurdle, judge, q, true);
  if (status != CRIBLE_OK) return status;
  if (!owned) {
    finding->reason = "class-not-owned";
    return CRIBLE_OK;
  }
  status = cr_judge_share(finding, judge, &electorate, &hurdle, "appoints");
  if (status == CRIBLE_OK && finding->effect == CR_COUNTS_POSSIBLY &&
      cr_electorate_undisclosed(&electorate, judge))
    finding->reason = "class-undisclosed";
  return status;
}

static crible_status judge_beneficiary(cr_right_finding *finding, const cr_judge *judge,
                                       const cr_right *right) {
  bool several = right->beneficiary == CR_TO_PARTIES && right->party_count > 1;
  if (right->beneficiary == CR_TO_CLASS || several)
    return judge_majority_of(finding, judge, right);
  crible_status status = cr_judge_named_third(finding, judge, right);
  if (status == CRIBLE_OK && finding->effect != CR_COUNTS_NOT) finding->reason = "appoints";
  return status;
}

/* Everybody whose votes carry a proposal: beneficiary, class, undertakers. */
static crible_status mark_proposers(bool *marked, const cr_judge *judge, const cr_right *right) {
  const int *parties;
  int count;
  cr_named_parties(&parties, &count, judge, right);
  for (int i = 0; i < count; i++)
    if (judge->node_of[parties[i]] != CR_NONE) marked[judge->node_of[parties[i]]] = true;
  for (int i = 0; i < right->undertaker_count; i++) {
    int node = judge->node_of[right->undertakers[i]];
    if (node != CR_NONE) marked[node] = true;
  }
  if (right->beneficiary != CR_TO_CLASS) return CRIBLE_OK;
  cr_electorate owners;
  bool owned;
  crible_status status =
      cr_electorate_of_class(&owners, &owned, judge, right->share_class, CR_OF_SHARES);
  if (status != CRIBLE_OK) return status;
  for (int i = 0; i < owners.count; i++)
    if (owners.voters[i].node < judge->view->parties) marked[owners.voters[i].node] = true;
  return CRIBLE_OK;
}

/* A proposal binds whoever hears it only when those behind it have more than
 * half of the votes; remainders may be theirs. */
static crible_status carry_proposal(cr_right_finding *finding, const cr_judge *judge,
                                    const cr_right *right) {
  size_t nodes = (size_t)cr_view_nodes(judge->view);
  bool *surely = cr_arena_alloc(judge->arena, nodes, sizeof *surely);
  bool *possibly = cr_arena_alloc(judge->arena, nodes, sizeof *possibly);
  if (surely == NULL || possibly == NULL) return CRIBLE_E_MEMORY;
  cr_hurdle hurdle;
  fmpq *q;
  crible_status status = mark_proposers(surely, judge, right);
  if (status == CRIBLE_OK) status = half(&q, judge);
  if (status == CRIBLE_OK) status = cr_hurdle_to_decide(&hurdle, judge, q, true);
  if (status != CRIBLE_OK) return status;
  memcpy(possibly, surely, nodes * sizeof *possibly);
  possibly[cr_undisclosed(judge)] = true;
  status = cr_control_votes_together(finding->share, judge->control, judge->view, surely, possibly,
                                     judge->view->candidate, judge->arena);
  if (status != CRIBLE_OK) return status;
  cr_effect carried = cr_hurdle_cleared(&hurdle, finding->share);
  finding->has_share = true;
  finding->needed = hurdle.needed;
  finding->strictly = hurdle.strictly;
  if (carried < finding->effect) finding->effect = carried;
  finding->reason = carried == CR_COUNTS_NOT ? "proposes-without-majority"
                                             : "proposes-with-majority";
  return CRIBLE_OK;
}

static void count_seats(cr_right_finding *finding, const cr_judge *judge, const cr_right *right) {
  int size[2];
  if (finding->effect == CR_COUNTS_NOT) return;
  cr_organ_size(&judge->facts->organs[cr_organ_now(judge, right->organ)], size);
  if (right->majority) {
    finding->seats[0] = cr_seats_majority(size[0]);
    finding->seats[1] = size[1] == CR_NONE ? CR_NONE : cr_seats_majority(size[1]);
  } else if (right->seats != CR_NONE) {
    finding->seats[0] = finding->seats[1] = right->seats;
  } else {
    finding->effect = CR_COUNTS_POSSIBLY;
    finding->reason = "seats-unstated";
    finding->seats[1] = size[1] == CR_NONE ? INT32_MAX : size[1];
  }
  if (finding->effect == CR_COUNTS_POSSIBLY) finding->seats[0] = 0;
}

crible_status cr_judge_appointment(cr_right_finding *finding, const cr_judge *judge,
                                   const cr_right *right) {
  if (cr_organ_now(judge, right->organ) == CR_NONE) {
    finding->reason = "no-such-organ";
    return CRIBLE_OK;
  }
  crible_status status = judge_beneficiary(finding, judge, right);
  if (status == CRIBLE_OK && right->kind == CR_RIGHT_PROPOSE &&
      finding->effect != CR_COUNTS_NOT)
    status = carry_proposal(finding, judge, right);
  if (status == CRIBLE_OK) count_seats(finding, judge, right);
  return status;
}
