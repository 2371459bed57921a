#include "engine/rights/beneficiary.h"

#include <string.h>

#include "engine/rights/insiders.h"
#include "engine/rights/thirds.h"

void cr_named_parties(const int **out, int *count, const cr_judge *judge, const cr_right *right) {
  *out = NULL;
  *count = 0;
  if (right->beneficiary == CR_TO_PARTIES) {
    *out = right->parties;
    *count = right->party_count;
  } else if (right->beneficiary == CR_TO_LOT) {
    int lot = cr_lot_now(judge, right->lot);
    if (lot == CR_NONE) return;
    *out = &judge->facts->lots[lot].holder;
    *count = 1;
  }
}

/* Marks the party, the third entities over it, and what these control. Who
 * may be the undisclosed holder may be any third entity. */
static crible_status mark_side(bool **out, const cr_judge *judge, int node, bool surely) {
  int nodes = cr_view_nodes(judge->view), candidate = judge->view->candidate;
  bool *marked = cr_arena_alloc(judge->arena, (size_t)nodes, sizeof *marked);
  if (marked == NULL) return CRIBLE_E_MEMORY;
  marked[node] = true;
  for (int e = 0; e <= cr_undisclosed(judge); e++) {
    if (!judge->third[surely][e] || !cr_stands_over(judge, e, node, surely)) continue;
    for (int held = 0; held < judge->view->parties; held++)
      if (cr_stands_over(judge, e, held, surely)) marked[held] = true;
    marked[e] = true;
  }
  marked[candidate] = false;
  *out = marked;
  return CRIBLE_OK;
}

static crible_status side_holds(bool *out, const cr_judge *judge, int node, bool surely) {
  bool *marked;
  crible_status status = mark_side(&marked, judge, node, surely);
  if (status == CRIBLE_OK) status = cr_insiders(out, judge, marked, surely);
  return status;
}

static crible_status set_third(cr_right_finding *finding, const cr_judge *judge, int node,
                               bool surely, cr_effect effect) {
  crible_status status =
      cr_thirds_over(&finding->third, &finding->third_count, judge, node, surely);
  if (status != CRIBLE_OK) return status;
  finding->effect = effect;
  finding->reason =
      judge->third[surely][node] ? "third-beneficiary" : "third-controls-beneficiary";
  return CRIBLE_OK;
}

static crible_status judge_third(cr_right_finding *finding, const cr_judge *judge, int node) {
  for (int surely = 1; surely >= 0; surely--)
    if (cr_third_has_right(judge, node, surely))
      return set_third(finding, judge, node, surely, surely ? CR_COUNTS : CR_COUNTS_POSSIBLY);
  return CRIBLE_OK;
}

static crible_status judge_veto(cr_right_finding *finding, const cr_judge *judge, int node) {
  for (int surely = 1; surely >= 0; surely--) {
    bool holds = cr_judge_option(judge, CR_CHOICE_OUTSIDER_RIGHTS) == CR_OUTSIDER_RIGHTS_ANYONE;
    if (!cr_third_has_right(judge, node, surely)) continue;
    crible_status status = holds ? CRIBLE_OK : side_holds(&holds, judge, node, surely);
    if (status != CRIBLE_OK) return status;
    if (holds)
      return set_third(finding, judge, node, surely, surely ? CR_COUNTS : CR_COUNTS_POSSIBLY);
    finding->reason = "outsider";
  }
  return CRIBLE_OK;
}

crible_status cr_finding_join(cr_right_finding *a, const cr_right_finding *b,
                              const cr_judge *judge) {
  bool plain = strcmp(a->reason, "no-third-beneficiary") == 0;
  if (b->effect > a->effect || (b->effect == a->effect && b->effect == CR_COUNTS_NOT && plain)) {
    *a = *b;
    return CRIBLE_OK;
  }
  if (b->effect < a->effect || b->third_count == 0) return CRIBLE_OK;
  int *both = cr_arena_alloc(judge->arena, (size_t)(a->third_count + b->third_count), sizeof *both);
  if (both == NULL) return CRIBLE_E_MEMORY;
  int count = a->third_count;
  if (count > 0) memcpy(both, a->third, (size_t)count * sizeof *both);
  for (int i = 0; i < b->third_count; i++) {
    bool known = false;
    for (int j = 0; j < a->third_count; j++) known = known || a->third[j] == b->third[i];
    if (!known) both[count++] = b->third[i];
  }
  a->third = both;
  a->third_count = count;
  return CRIBLE_OK;
}

typedef crible_status judge_node(cr_right_finding *finding, const cr_judge *judge, int node);

/* The gravest finding over the named parties. Who is not in the view stands
 * nowhere near the candidate. */
static crible_status judge_each(cr_right_finding *finding, const cr_judge *judge,
                                const cr_right *right, judge_node *judge_one) {
  const int *parties;
  int count;
  cr_named_parties(&parties, &count, judge, right);
  cr_right_finding all = cr_finding_new(finding->right, "no-third-beneficiary");
  for (int i = 0; i < count; i++) {
    cr_right_finding one = cr_finding_new(finding->right, "no-third-beneficiary");
    int node = judge->node_of[parties[i]];
    if (node == CR_NONE) continue;
    crible_status status = judge_one(&one, judge, node);
    if (status == CRIBLE_OK) status = cr_finding_join(&all, &one, judge);
    if (status != CRIBLE_OK) return status;
  }
  *finding = all;
  return CRIBLE_OK;
}

crible_status cr_judge_named_third(cr_right_finding *finding, const cr_judge *judge,
                                   const cr_right *right) {
  return judge_each(finding, judge, right, judge_third);
}

crible_status cr_judge_named_veto(cr_right_finding *finding, const cr_judge *judge,
                                  const cr_right *right) {
  return judge_each(finding, judge, right, judge_veto);
}

crible_status cr_leave_out_outsiders(cr_right_finding *finding, const cr_judge *judge,
                                     const cr_right *right) {
  if (finding->effect == CR_COUNTS_NOT) return CRIBLE_OK;
  cr_right_finding single = cr_finding_new(finding->right, finding->reason);
  crible_status status = cr_judge_named_veto(&single, judge, right);
  if (status != CRIBLE_OK) return status;
  if (single.effect >= finding->effect) return CRIBLE_OK;
  finding->effect = single.effect;
  if (single.effect == CR_COUNTS_NOT) finding->reason = single.reason;
  return CRIBLE_OK;
}
