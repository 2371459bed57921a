#include "engine/control/build.h"

/* Above a limit in every completion (L), or in some (U). */
static bool exceeds(const cr_build *build, const fmpq *limit) {
  int order = cr_share_cmp_fraction(&build->share, limit);
  return order > 0 || (order == 0 && !build->upper && build->share.open);
}

static crible_status add(cr_build *build, int actor, int company, cr_control_reason reason) {
  cr_control_pair pair = {.controlled = company, .reason = reason, .through = CR_NONE,
                          .fact = CR_NONE, .share_attained = !build->share.open};
  fmpq_t value;
  fmpq_init(value);
  cr_share_value(value, &build->share);
  crible_status status = cr_build_add(build, actor, pair, value);
  fmpq_clear(value);
  return status;
}

/* Where no vote is surely exercisable, anybody may have them all. */
static crible_status add_without_vote(cr_build *build, int company) {
  cr_control_pair pair = {.controlled = company, .reason = CR_BY_NO_VOTE, .through = CR_NONE,
                          .fact = CR_NONE};
  return build->upper ? cr_build_add(build, build->network->undisclosed, pair, NULL) : CRIBLE_OK;
}

/* Few lots are enough for nothing: told from their upper ends where all votes are cast. */
static bool too_small(const cr_build *build, const cr_poll *poll) {
  int order = fmpq_cmp(&build->own[CR_KEPT].hi, build->lowest);
  return poll->whole && (order < 0 || (order == 0 && build->upper));
}

static bool measure(cr_build *build, const cr_poll *poll, int side) {
  if (!poll->caps) {
    cr_poll_own(build->own, poll, build->built, side);
    if (too_small(build, poll)) {
      return false;
    }
  }
  if (build->upper) {
    cr_poll_side_upper(&build->share, poll, side);
  } else {
    cr_poll_side_lower(&build->share, poll, side);
  }
  return true;
}

crible_status cr_build_weigh(cr_build *build, int side) {
  int actor = build->built->sides[side].actor, company = build->built->sides[side].company;
  const cr_poll *poll = build->polls + company;
  if (build->network->party[actor] == company || cr_relation_has(build->built, actor, company)) {
    return CRIBLE_OK;
  }
  if (poll->no_vote) {
    return add_without_vote(build, company);
  }
  if (!measure(build, poll, side)) {
    return CRIBLE_OK;
  }
  if (exceeds(build, &build->rules->majority)) {
    return add(build, actor, company, CR_BY_MAJORITY);
  }
  if (!build->presumes || !exceeds(build, &build->rules->presumption)) {
    return CRIBLE_OK;
  }
  bool unrivalled;
  crible_status status = cr_build_unrivalled(&unrivalled, build, side);
  if (status != CRIBLE_OK) {
    return status;
  }
  return unrivalled ? add(build, actor, company, CR_BY_PRESUMPTION) : cr_build_wait(build, side);
}
