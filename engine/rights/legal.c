#include "engine/rights/legal.h"

#include <string.h>

#include "engine/rights/baseline.h"
#include "engine/rights/one_right.h"

/* Extraordinary meetings change the statutes (C. com., art. L.225-96); ordinary ones decide
 * whatever is left. */
static const char *const change_of_statutes[] = {"statutes", NULL};

static cr_right as_right(const cr_judge *judge, const cr_legal_majority *law) {
  return (cr_right){
      .kind = CR_RIGHT_MAJORITY, .company = judge->facts->candidate, .source = CR_BY_LAW,
      .decisions = law->meeting == CR_MEETING_EXTRAORDINARY ? change_of_statutes : NULL,
      .meeting = law->meeting, .organ = CR_NONE, .lot = CR_NONE, .share_class = CR_NONE,
      .fraction = law->fraction, .exceeded = law->exceeded, .unanimity = law->unanimity,
      .base = law->base, .seats = CR_NONE};
}

static bool left_to_statutes(const cr_legal_majority *law) {
  return law->fraction == NULL && !law->unanimity;
}

/* Of two rules of which one applies, the graver; for sure only if both are. */
static void join(cr_right_finding *finding, const cr_right_finding *other) {
  bool differ = finding->effect != other->effect;
  if (other->effect > finding->effect) *finding = *other;
  if (differ && finding->effect == CR_COUNTS) {
    finding->effect = CR_COUNTS_POSSIBLY;
    finding->reason = "incorporation-unstated";
  }
}

/* Any majority may be the law's, of votes or of shares: who has a part may block it, as if
 * unanimity were demanded, but need not. */
static crible_status judge_unknown_law(cr_right_finding *finding, const cr_judge *judge) {
  static const cr_right_base bases[] = {CR_OF_VOTES, CR_OF_SHARES};
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && i < 2 && (i == 0 || finding->effect == CR_COUNTS_NOT); i++) {
    const cr_legal_majority strictest = {.meeting = judge->meeting, .unanimity = true,
                                         .base = bases[i]};
    const cr_right right = as_right(judge, &strictest);
    status = cr_judge_right(finding, judge, &right);
  }
  if (status == CRIBLE_OK && finding->effect != CR_COUNTS_NOT) {
    finding->effect = CR_COUNTS_POSSIBLY;
    finding->reason = "no-legal-baseline";
  }
  return status;
}

crible_status cr_judge_legal_majority(cr_right_finding *finding, bool *found,
                                      const cr_judge *judge) {
  cr_right_finding made = cr_finding_new(CR_NONE, "simple-majority");
  crible_status status = CRIBLE_OK;
  int count = 0, row = 0;
  const cr_legal_majority *law;
  while (status == CRIBLE_OK && (law = cr_legal_majority_next(&row, judge)) != NULL) {
    if (left_to_statutes(law)) continue;
    const cr_right right = as_right(judge, law);
    cr_right_finding one = cr_finding_new(CR_NONE, "simple-majority");
    status = cr_judge_right(&one, judge, &right);
    one.article = law->article;
    if (count++ == 0) made = one;
    else join(&made, &one);
  }
  if (status == CRIBLE_OK && cr_law_unknown(judge)) status = judge_unknown_law(&made, judge);
  if (status != CRIBLE_OK) return status;
  made.meeting = judge->meeting;
  *finding = made;
  *found = strcmp(made.reason, "simple-majority") != 0;
  return CRIBLE_OK;
}
