#include "engine/rights/one_right.h"

#include "engine/rights/clauses.h"

static crible_status judge_unreadable(cr_right_finding *finding, const cr_judge *judge,
                                      const cr_right *right) {
  (void)judge;
  (void)right;
  finding->effect = CR_COUNTS_POSSIBLY;
  finding->reason = "unreadable";
  return CRIBLE_OK;
}

static crible_status judge_other_kind(cr_right_finding *finding, const cr_judge *judge,
                                      const cr_right *right) {
  (void)judge;
  (void)right;
  finding->reason = "not-this-kind";
  return CRIBLE_OK;
}

static cr_judgement *judgement_of(cr_right_kind kind) {
  switch (kind) {
  case CR_RIGHT_CONSENT:
  case CR_RIGHT_OPPOSITION:
  case CR_RIGHT_GOLDEN_SHARE: return cr_judge_consent;
  case CR_RIGHT_CLASS_CONSENT: return cr_judge_class_consent;
  case CR_RIGHT_MAJORITY: return cr_judge_majority;
  case CR_RIGHT_QUORUM: return cr_judge_quorum;
  case CR_RIGHT_APPOINT:
  case CR_RIGHT_PROPOSE: return cr_judge_appointment;
  case CR_RIGHT_UNREADABLE: return judge_unreadable;
  case CR_RIGHT_CASTING_VOTE:
  case CR_RIGHT_OBSERVER:
  case CR_RIGHT_VOTING_UNDERTAKING: break;
  }
  return judge_other_kind;
}

static void lower_to(cr_right_finding *finding, cr_effect most, const char *reason) {
  if (finding->effect == CR_COUNTS_NOT || (most == CR_COUNTS_POSSIBLY && finding->effect < most))
    return;
  finding->effect = most;
  finding->reason = reason;
  finding->seats[0] = 0;
  if (most == CR_COUNTS_NOT) finding->seats[1] = 0;
}

static bool in_scope(const cr_judge *judge, const char *decision) {
  const cr_decision *kind = cr_reference_decision(judge->input->reference, decision);
  if (cr_judge_option(judge, CR_CHOICE_VETO_SCOPE) == CR_VETO_SCOPE_STRATEGIC)
    return kind != NULL && kind->strategic;
  return kind == NULL || !kind->protective;
}

/* Whether a veto is over a decision that counts; one that names none is over all. */
static bool veto_counts(const cr_judge *judge, const cr_right *right) {
  bool appoints = right->kind == CR_RIGHT_APPOINT || right->kind == CR_RIGHT_PROPOSE;
  if (appoints || cr_judge_option(judge, CR_CHOICE_VETO_SCOPE) == CR_VETO_SCOPE_ANY ||
      right->decisions == NULL || right->decisions[0] == NULL)
    return true;
  for (const char *const *decision = right->decisions; *decision != NULL; decision++)
    if (in_scope(judge, *decision)) return true;
  return false;
}

/* Whether a right of the law's is no more than the law: not where any blocking minority counts. */
static bool legal_only(const cr_judge *judge, const cr_right *right) {
  return right->source == CR_BY_LAW &&
         !(cr_right_arithmetic(right) && cr_judge_option(judge, CR_CHOICE_ARITHMETIC_VETO) ==
                                             CR_ARITHMETIC_VETO_LEGAL_TOO);
}

/* What is found is reported, but does not count, when the law alone gives the
 * right, when it is about nothing that counts, or while its condition has not come true. */
static void apply_limits(cr_right_finding *finding, const cr_judge *judge,
                         const cr_right *right) {
  if (legal_only(judge, right)) lower_to(finding, CR_COUNTS_NOT, "legal-only");
  if (!veto_counts(judge, right)) lower_to(finding, CR_COUNTS_NOT, "out-of-scope");
  if (cr_judge_option(judge, CR_CHOICE_CONDITIONAL_RIGHTS) == CR_CONDITIONAL_RIGHTS_POTENTIAL)
    return;
  if (right->condition == CR_CONDITION_FALSE)
    lower_to(finding, CR_COUNTS_NOT, "condition-not-true");
  if (right->condition == CR_CONDITION_UNSTATED)
    lower_to(finding, CR_COUNTS_POSSIBLY, "condition-unstated");
}

crible_status cr_judge_right(cr_right_finding *finding, const cr_judge *judge,
                             const cr_right *right) {
  if (right->company != judge->facts->candidate) {
    finding->reason = "binds-another-company";
    return CRIBLE_OK;
  }
  cr_right_finding made = cr_finding_new(finding->right, "no-third-beneficiary");
  crible_status status = judgement_of(right->kind)(&made, judge, right);
  if (status != CRIBLE_OK) return status;
  apply_limits(&made, judge, right);
  *finding = made;
  return CRIBLE_OK;
}

bool cr_right_of_general_meeting(const cr_right *right) {
  return (right->kind == CR_RIGHT_MAJORITY || right->kind == CR_RIGHT_QUORUM) &&
         right->meeting != CR_MEETING_CLASS && !cr_right_in_organ(right);
}

cr_right_finding cr_right_of_meetings(const cr_right *right, const cr_right_finding *ordinary,
                                      const cr_right_finding *extraordinary) {
  if (right->meeting == CR_MEETING_ORDINARY) return *ordinary;
  if (right->meeting == CR_MEETING_EXTRAORDINARY) return *extraordinary;
  bool later = extraordinary->effect > ordinary->effect;
  cr_right_finding graver = later ? *extraordinary : *ordinary;
  if (cr_right_of_general_meeting(right) && ordinary->effect != extraordinary->effect &&
      graver.effect == CR_COUNTS) {
    graver.effect = CR_COUNTS_POSSIBLY;
    graver.reason = "meeting-unstated";
  }
  return graver;
}
