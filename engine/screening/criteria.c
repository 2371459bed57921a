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

static int holder_under(const struct crible_screening *screening, int meeting,
                        cr_property property, int side) {
  const cr_holdings *holdings = screening->analysis[meeting].holdings[property];
  return cr_screening_node(screening, meeting, holdings->individual_holder[side]);
}

/* The bound of the worse meeting. When both give the same one, the holder who
 * comes first in the dossier is named. */
static void take_bound(cr_criterion *criterion, const struct crible_screening *screening,
                       cr_property property, bool together, int side) {
  const cr_bound *first = bound_of(screening->analysis[0].holdings[property], together, side);
  int holder = together ? CR_NONE : holder_under(screening, 0, property, side);
  criterion->bound[side] = *first;
  criterion->meeting[side] = 0;
  if (cr_screening_meetings(screening) > 1) {
    const cr_bound *other = bound_of(screening->analysis[1].holdings[property], together, side);
    int other_holder = together ? CR_NONE : holder_under(screening, 1, property, side);
    bool second = false;
    cr_bound_worse(&criterion->bound[side], &second, first, other, side == 1);
    bool equal = cr_bound_compare(first, other, side == 1) == 0;
    if (second || (equal && other_holder != CR_NONE && other_holder < holder)) {
      criterion->meeting[side] = 1;
      holder = other_holder;
    }
  }
  criterion->holder[side] = holder;
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

static cr_status larger(cr_status a, cr_status b) { return a > b ? a : b; }
static cr_status smaller(cr_status a, cr_status b) { return a < b ? a : b; }

static cr_criterion_id other_property(cr_criterion_id id) {
  static const cr_criterion_id others[] = {CR_VOTES_INDIVIDUAL, CR_VOTES_COLLECTIVE,
                                           CR_CAPITAL_INDIVIDUAL, CR_CAPITAL_COLLECTIVE};
  return others[id];
}

static cr_criterion_id other_ceiling(cr_criterion_id id) {
  static const cr_criterion_id others[] = {CR_CAPITAL_COLLECTIVE, CR_CAPITAL_INDIVIDUAL,
                                           CR_VOTES_COLLECTIVE, CR_VOTES_INDIVIDUAL};
  return others[id];
}

/* "And" takes the smaller of three values: what must be exceeded together with something else
 * excludes no more than the latter does. */
cr_status cr_criterion_bearing(const struct crible_screening *screening, cr_criterion_id id) {
  const cr_criterion *criteria = screening->criteria;
  const uint8_t *option = screening->ruleset->reading.option;
  cr_status status = criteria[id].status;
  if (!criteria[id].numeric) return status;
  bool ceilings = option[CR_CHOICE_CEILINGS] == CR_CEILINGS_BOTH;
  bool scope = option[CR_CHOICE_SCOPE] == CR_SCOPE_BOTH;
  if (ceilings) status = smaller(status, criteria[other_ceiling(id)].status);
  if (scope) status = smaller(status, criteria[other_property(id)].status);
  if (ceilings && scope) status = smaller(status, criteria[other_ceiling(other_property(id))].status);
  return status;
}

/* One criterion not met excludes, as far as it bears: the worst status is the verdict. */
static cr_status worst(const struct crible_screening *screening) {
  cr_status status = CR_MET;
  for (int id = 0; id < CR_CRITERIA; id++)
    status = larger(status, cr_criterion_bearing(screening, (cr_criterion_id)id));
  return status;
}

crible_status cr_pass_criteria(struct crible_screening *screening) {
  crible_status status = CRIBLE_OK;
  for (int id = CR_CAPITAL_INDIVIDUAL; status == CRIBLE_OK && id <= CR_VOTES_COLLECTIVE; id++)
    status = decide_numeric(screening, (cr_criterion_id)id);
  decide_right(screening, CR_VETO, screening->rights->veto);
  decide_right(screening, CR_ORGAN_MAJORITY, screening->rights->organ_majority);
  screening->verdict = worst(screening);
  return status;
}
