/* Qualified majorities and quorums (contract, section 6). */
#include "engine/rights/clauses.h"

#include "engine/rights/baseline.h"
#include "engine/rights/beneficiary.h"
#include "engine/rights/hurdle.h"
#include "engine/rights/organ_veto.h"
#include "engine/rights/share_class.h"

static bool at_meeting(const cr_right *right) {
  return right->meeting != CR_MEETING_CLASS && !cr_right_in_organ(right);
}

static bool option_is(const cr_judge *judge, uint8_t option) {
  return cr_judge_option(judge, CR_CHOICE_ARITHMETIC_VETO) == option;
}

/* What a clause that blocks is worth once the law has its share of it; all where what the law
 * demands counts too. */
static void set_beside_law(cr_right_finding *finding, const cr_judge *judge,
                           const cr_right *right, cr_beyond law) {
  finding->article = law.article;
  if (finding->effect == CR_COUNTS_NOT || option_is(judge, CR_ARITHMETIC_VETO_LEGAL_TOO) ||
      !(at_meeting(right) || right->source == CR_BY_LAW))
    return;
  if (law.beyond == CR_FALSE) {
    finding->effect = CR_COUNTS_NOT;
    finding->reason = "legal-only";
  } else if (law.beyond == CR_UNSTATED) {
    finding->effect = CR_COUNTS_POSSIBLY;
    finding->reason = law.unstated;
  }
}

/* Who votes: the class of a class meeting, a named class, or the whole meeting. */
static crible_status electorate_of(cr_electorate *out, bool *owned, const cr_judge *judge,
                                   const cr_right *right) {
  bool class_votes = right->share_class != CR_NONE &&
                     (right->meeting == CR_MEETING_CLASS || right->beneficiary == CR_TO_CLASS);
  if (class_votes)
    return cr_electorate_of_class(out, owned, judge, right->share_class, right->base);
  *owned = true;
  return cr_electorate_of_meeting(out, judge, right->base);
}

/* Third parties keep the others from the fraction q of a meeting. */
static crible_status judge_fraction(cr_right_finding *finding, const cr_judge *judge,
                                    const cr_right *right, const fmpq_t q, bool exceeded,
                                    const char *reason) {
  cr_electorate electorate;
  cr_hurdle hurdle;
  bool owned;
  crible_status status = electorate_of(&electorate, &owned, judge, right);
  if (status == CRIBLE_OK) status = cr_hurdle_to_block(&hurdle, judge, q, exceeded);
  if (status != CRIBLE_OK) return status;
  if (!owned) {
    finding->reason = "class-not-owned";
    return CRIBLE_OK;
  }
  return cr_judge_share(finding, judge, &electorate, &hurdle, reason);
}

static crible_status in_organ(cr_right_finding *finding, const cr_judge *judge,
                              const cr_right *right, const fmpq_t q, bool exceeded) {
  cr_hurdle hurdle;
  crible_status status = cr_hurdle_to_block(&hurdle, judge, q, exceeded);
  return status == CRIBLE_OK ? cr_judge_in_organ(finding, judge, right, &hurdle) : status;
}

static bool is_half(const fmpq_t q) {
  fmpq_t half;
  fmpq_init(half);
  fmpq_set_si(half, 1, 2);
  bool equal = fmpq_equal(q, half);
  fmpq_clear(half);
  return equal;
}

static crible_status unreadable(cr_right_finding *finding) {
  finding->effect = CR_COUNTS_POSSIBLY;
  finding->reason = "unreadable";
  return CRIBLE_OK;
}

static crible_status not_counted(cr_right_finding *finding) {
  finding->reason = "majority-not-counted";
  return CRIBLE_OK;
}

crible_status cr_judge_majority(cr_right_finding *finding, const cr_judge *judge,
                                const cr_right *right) {
  if (option_is(judge, CR_ARITHMETIC_VETO_NONE)) return not_counted(finding);
  if (right->fraction == NULL && !right->unanimity) return unreadable(finding);
  fmpq *q = cr_arena_rationals(judge->arena, 1);
  if (q == NULL) return CRIBLE_E_MEMORY;
  if (right->unanimity) fmpq_one(q);
  else fmpq_set(q, right->fraction);
  if (is_half(q)) {
    finding->reason = "simple-majority";
    return CRIBLE_OK;
  }
  bool exceeded = right->exceeded && !right->unanimity;
  if (cr_right_in_organ(right)) return in_organ(finding, judge, right, q, exceeded);
  crible_status status =
      judge_fraction(finding, judge, right, q, exceeded, "blocks-majority");
  if (status == CRIBLE_OK)
    set_beside_law(finding, judge, right, cr_majority_beyond_law(judge, right, q));
  return status;
}

/* The quorum left when a second call eases it, or NULL for none. */
static const fmpq *lasting_quorum(const cr_right *right) {
  if (right->second_call == CR_SECOND_NONE) return NULL;
  if (right->second_call == CR_SECOND_SAME || right->second_fraction == NULL)
    return right->fraction;
  return right->fraction == NULL || fmpq_cmp(right->second_fraction, right->fraction) < 0
             ? right->second_fraction
             : right->fraction;
}

/* Without the party there is no quorum, at the second call neither. */
static bool needs_party(const cr_right *right) {
  return right->fraction == NULL && right->second_call == CR_SECOND_SAME;
}

bool cr_right_arithmetic(const cr_right *right) {
  return right->kind == CR_RIGHT_MAJORITY ||
         (right->kind == CR_RIGHT_QUORUM && !needs_party(right));
}

crible_status cr_judge_quorum(cr_right_finding *finding, const cr_judge *judge,
                              const cr_right *right) {
  const fmpq *quorum = lasting_quorum(right);
  if (right->second_call == CR_SECOND_NONE) {
    finding->reason = "second-call-drops";
    return CRIBLE_OK;
  }
  if (needs_party(right))
    return right->beneficiary == CR_TO_NOBODY ? unreadable(finding)
                                              : cr_judge_consent(finding, judge, right);
  if (option_is(judge, CR_ARITHMETIC_VETO_NONE)) return not_counted(finding);
  if (quorum == NULL) return unreadable(finding);
  if (cr_right_in_organ(right))
    return in_organ(finding, judge, right, quorum, right->exceeded);
  crible_status status =
      judge_fraction(finding, judge, right, quorum, right->exceeded, "blocks-quorum");
  if (status == CRIBLE_OK)
    set_beside_law(finding, judge, right, cr_quorum_beyond_law(judge, right, quorum));
  return status;
}
