/* Consent, opposition, golden shares: whose veto they are. */
#include "engine/rights/clauses.h"

#include "engine/rights/beneficiary.h"
#include "engine/rights/hurdle.h"
#include "engine/rights/share_class.h"

/* The internal majority, more than one half unless stated. */
static crible_status internal_majority(fmpq **r, bool *exceeded, const cr_judge *judge,
                                       const cr_right *right) {
  *r = cr_arena_rationals(judge->arena, 1);
  if (*r == NULL) return CRIBLE_E_MEMORY;
  *exceeded = right->exceeded;
  if (right->unanimity) {
    fmpq_one(*r);
    *exceeded = false;
  } else if (right->fraction != NULL) {
    fmpq_set(*r, right->fraction);
  } else {
    fmpq_set_si(*r, 1, 2);
    *exceeded = true;
  }
  return CRIBLE_OK;
}

/* To refuse a consent it is enough that the others cannot reach the majority;
 * to oppose, one needs it. */
static crible_status hurdle_of(cr_hurdle *out, const cr_judge *judge, const cr_right *right) {
  fmpq *r;
  bool exceeded;
  crible_status status = internal_majority(&r, &exceeded, judge, right);
  if (status != CRIBLE_OK) return status;
  return right->kind == CR_RIGHT_OPPOSITION ? cr_hurdle_to_decide(out, judge, r, exceeded)
                                            : cr_hurdle_to_block(out, judge, r, exceeded);
}

static crible_status remark_not_owned(const cr_judge *judge, const cr_right *right) {
  const cr_fact_ref facts[] = {{CR_FACT_rights, (int)(right - judge->facts->rights)},
                               {CR_FACT_classes, right->share_class}};
  const cr_remark remark = {.kind = CR_ODDITY, .code = "class-not-owned",
                            .party = judge->facts->candidate, .other = CR_NONE,
                            .property = CR_NONE, .detail = right->id, .facts = facts,
                            .fact_count = 2};
  return cr_remarks_add(judge->remarks, judge->arena, &remark);
}

static crible_status judge_by_majority(cr_right_finding *finding, const cr_judge *judge,
                                       const cr_right *right) {
  cr_electorate electorate;
  cr_hurdle hurdle;
  bool owned;
  crible_status status = cr_electorate_of_beneficiary(&electorate, &owned, judge, right);
  if (status == CRIBLE_OK) status = hurdle_of(&hurdle, judge, right);
  if (status != CRIBLE_OK) return status;
  if (!owned) {
    finding->reason = "class-not-owned";
    return remark_not_owned(judge, right);
  }
  status = cr_judge_share(finding, judge, &electorate, &hurdle, "blocks-in-class");
  if (status != CRIBLE_OK) return status;
  if (finding->effect == CR_COUNTS_POSSIBLY && cr_electorate_undisclosed(&electorate, judge))
    finding->reason = "class-undisclosed";
  return right->beneficiary == CR_TO_CLASS ? CRIBLE_OK
                                           : cr_leave_out_outsiders(finding, judge, right);
}

static crible_status nobody_named(cr_right_finding *finding) {
  finding->effect = CR_COUNTS_POSSIBLY;
  finding->reason = "beneficiary-unstated";
  return CRIBLE_OK;
}

crible_status cr_judge_consent(cr_right_finding *finding, const cr_judge *judge,
                               const cr_right *right) {
  if (right->beneficiary == CR_TO_NOBODY) return nobody_named(finding);
  bool majority = right->fraction != NULL && right->party_count > 1 &&
                  right->kind != CR_RIGHT_QUORUM;
  if (right->beneficiary == CR_TO_CLASS || majority)
    return judge_by_majority(finding, judge, right);
  return cr_judge_named_veto(finding, judge, right);
}

crible_status cr_judge_class_consent(cr_right_finding *finding, const cr_judge *judge,
                                     const cr_right *right) {
  if (right->beneficiary == CR_TO_NOBODY) {
    if (right->share_class == CR_NONE) return nobody_named(finding);
    cr_right of_class = *right;
    of_class.beneficiary = CR_TO_CLASS;
    return judge_by_majority(finding, judge, &of_class);
  }
  bool several = right->beneficiary == CR_TO_PARTIES && right->party_count > 1;
  if (right->beneficiary == CR_TO_CLASS || several)
    return judge_by_majority(finding, judge, right);
  return cr_judge_named_veto(finding, judge, right);
}
