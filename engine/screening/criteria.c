#include "engine/screening/passes.h"
#include "engine/screening/worse.h"

/* "More than" the ceiling, exactly. A lower bound at the ceiling that no
 * completion attains leaves every completion above it. */
static cr_status numeric_status(const cr_criterion *criterion) {
  const cr_bound *lower = &criterion->bound[0], *upper = &criterion->bound[1];
  int order = fmpq_cmp(lower->value, criterion->threshold);
  if (order > 0 || (order == 0 && !lower->attained)) return CR_VIOLATED;
  return fmpq_cmp(upper->value, criterion->threshold) <= 0 ? CR_MET : CR_UNDETERMINED;
}

static const cr_bound *bound_of(const cr_holdings *holdings, bool together, int side) {
  return together ? &holdings->collective_bound[side] : &holdings->individual[side];
}

/* Takes a bound under one meeting, then keeps the worse of it and the other's. */
static void take_bound(cr_criterion *criterion, const struct crible_screening *screening,
                       cr_property property, bool together, int side) {
  const cr_analysis *analysis = screening->analysis;
  int from = 0;
  cr_bound bound = *bound_of(analysis[0].holdings[property], together, side);
  if (cr_screening_meetings(screening) > 1) {
    bool second = false;
    const cr_bound *other = bound_of(analysis[1].holdings[property], together, side);
    cr_bound_worse(&bound, &second, &bound, other, side == 1);
    from = second ? 1 : 0;
  }
  criterion->bound[side] = bound;
  criterion->meeting[side] = from;
  criterion->holder[side] =
      together ? CR_NONE
               : cr_screening_node(screening, from,
                                   analysis[from].holdings[property]->individual_holder[side]);
}

static crible_status decide_numeric(struct crible_screening *screening, cr_criterion_id id) {
  const cr_ruleset *ruleset = screening->ruleset;
  const cr_property property = id >= CR_VOTES_INDIVIDUAL ? CR_VOTES : CR_CAPITAL;
  const bool together = id == CR_CAPITAL_COLLECTIVE || id == CR_VOTES_COLLECTIVE;
  cr_criterion *criterion = &screening->criteria[id];
  criterion->id = id;
  criterion->numeric = true;
  criterion->threshold = together ? ruleset->collective[property] : ruleset->individual[property];
  for (int side = 0; side < 2; side++) {
    take_bound(criterion, screening, property, together, side);
    if (!criterion->bound[side].exact) return CRIBLE_E_INTERNAL;
  }
  criterion->status = numeric_status(criterion);
  return CRIBLE_OK;
}

static void decide_right(struct crible_screening *screening, cr_criterion_id id, cr_status status) {
  screening->criteria[id] = (cr_criterion){
      .id = id, .status = status, .holder = {CR_NONE, CR_NONE}};
}

/* One criterion not met excludes: the worst status is the verdict. */
static cr_status worst(const cr_criterion *criteria) {
  cr_status status = CR_MET;
  for (int id = 0; id < CR_CRITERIA; id++)
    if (criteria[id].status > status) status = criteria[id].status;
  return status;
}

crible_status cr_pass_criteria(struct crible_screening *screening) {
  crible_status status = CRIBLE_OK;
  for (int id = CR_CAPITAL_INDIVIDUAL; status == CRIBLE_OK && id <= CR_VOTES_COLLECTIVE; id++)
    status = decide_numeric(screening, (cr_criterion_id)id);
  decide_right(screening, CR_VETO, screening->rights->veto);
  decide_right(screening, CR_ORGAN_MAJORITY, screening->rights->organ_majority);
  screening->verdict = worst(screening->criteria);
  return status;
}
