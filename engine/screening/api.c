#include "engine/base/diagnostic.h"
#include "engine/base/rational.h"
#include "engine/screening/screening.h"

const char *cr_criterion_name(cr_criterion_id id) {
  static const char *const names[CR_CRITERIA] = {"capital-individual", "capital-collective",
                                                 "votes-individual",   "votes-collective",
                                                 "veto",               "organ-majority"};
  return names[id];
}

const char *cr_status_name(cr_status status) {
  static const char *const names[] = {"met", "undetermined", "violated"};
  return names[status];
}

const cr_party *cr_view_party(const cr_facts *facts, const cr_view *view, int node) {
  return node >= 0 && node < view->parties ? &facts->parties[view->party[node]] : NULL;
}

const cr_party *cr_screening_party(const struct crible_screening *screening, int node) {
  return cr_view_party(screening->facts, screening->analysis[0].graph.view, node);
}

crible_verdict cr_verdict_of(cr_status status) {
  static const crible_verdict verdicts[] = {
      [CR_MET] = CRIBLE_ELIGIBLE,
      [CR_UNDETERMINED] = CRIBLE_UNDETERMINED,
      [CR_VIOLATED] = CRIBLE_INELIGIBLE,
  };
  return verdicts[status];
}

crible_verdict crible_screening_verdict(const crible_screening *screening) {
  return cr_verdict_of(screening->verdict);
}

size_t crible_screening_criterion_count(const crible_screening *screening) {
  (void)screening;
  return CR_CRITERIA;
}

const char *cr_screening_holder(const struct crible_screening *screening, int node) {
  const cr_party *party = cr_screening_party(screening, node);
  if (party != NULL) return party->id;
  return node == CR_NONE ? NULL : "undisclosed";
}

static crible_status publish_figures(crible_criterion *out, const cr_criterion *criterion,
                                     const char *const holder[2], cr_arena *arena) {
  crible_bound *bounds[2] = {&out->lower, &out->upper};
  out->threshold = cr_rational_text(arena, criterion->threshold);
  out->tight = criterion->bound[0].tight && criterion->bound[1].tight;
  if (out->threshold == NULL) return CRIBLE_E_MEMORY;
  for (int side = 0; side < 2; side++) {
    bounds[side]->value = cr_rational_text(arena, criterion->bound[side].value);
    bounds[side]->attained = criterion->bound[side].attained;
    bounds[side]->holder = holder[side];
    if (bounds[side]->value == NULL) return CRIBLE_E_MEMORY;
  }
  return CRIBLE_OK;
}

crible_status cr_criterion_publish(crible_criterion *out, const cr_criterion *criterion,
                                   const char *const holder[2], cr_arena *arena) {
  static const crible_criterion_status statuses[] = {
      [CR_MET] = CRIBLE_MET,
      [CR_UNDETERMINED] = CRIBLE_CRITERION_UNDETERMINED,
      [CR_VIOLATED] = CRIBLE_VIOLATED,
  };
  crible_criterion made = {.id = cr_criterion_name(criterion->id),
                           .status = statuses[criterion->status],
                           .tight = 1};
  crible_status status =
      criterion->numeric ? publish_figures(&made, criterion, holder, arena) : CRIBLE_OK;
  if (status == CRIBLE_OK) *out = made;
  return status;
}

static crible_status publish(struct crible_screening *screening) {
  crible_criterion *published = cr_arena_alloc(screening->arena, CR_CRITERIA, sizeof *published);
  if (published == NULL) return CRIBLE_E_MEMORY;
  for (int id = 0; id < CR_CRITERIA; id++) {
    const cr_criterion *criterion = &screening->criteria[id];
    const char *const holder[2] = {cr_screening_holder(screening, criterion->holder[0]),
                                   cr_screening_holder(screening, criterion->holder[1])};
    crible_status status =
        cr_criterion_publish(&published[id], criterion, holder, screening->arena);
    if (status != CRIBLE_OK) return status;
  }
  screening->published = published;
  return CRIBLE_OK;
}

crible_status crible_screening_criterion(crible_criterion *out, crible_screening *screening,
                                         size_t index) {
  if (index >= CR_CRITERIA) return CRIBLE_E_USAGE;
  crible_status status = screening->published == NULL ? publish(screening) : CRIBLE_OK;
  if (status == CRIBLE_OK) *out = screening->published[index];
  return status;
}
