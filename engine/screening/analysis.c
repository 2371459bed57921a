#include "engine/control/followed.h"
#include "engine/graph/through_funds.h"
#include "engine/facts/concert_parties.h"
#include "engine/screening/closed_groups.h"
#include "engine/screening/held_together.h"
#include "engine/screening/passes.h"
#include "engine/screening/who_counts.h"

static crible_status take_remarks(struct crible_screening *screening, const cr_remarks *remarks) {
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < remarks->count; i++)
    status = cr_remarks_add(&screening->remarks, screening->arena, &remarks->items[i]);
  return status;
}

/* Chains multiplied; an enclosure may contain neither ceiling. */
static crible_status multiply(struct crible_screening *screening, cr_analysis *analysis,
                              cr_property property) {
  const cr_ruleset *ruleset = screening->ruleset;
  fmpq *thresholds = cr_arena_rationals(screening->arena, 2);
  if (thresholds == NULL) return CRIBLE_E_MEMORY;
  fmpq_set(&thresholds[0], ruleset->individual[property]);
  fmpq_set(&thresholds[1], ruleset->collective[property]);
  return cr_holdings_solve(&analysis->holdings[property], analysis->view[property], property,
                           thresholds, 2, screening->arena);
}

static crible_status count_by_control(struct crible_screening *screening, cr_analysis *analysis,
                                      cr_property property) {
  cr_control *capital = NULL;
  crible_status status = CRIBLE_OK;
  analysis->counted[property] = analysis->control;
  if (property == CR_CAPITAL) {
    status = cr_view_through_funds(&analysis->view[property], analysis->graph.view,
                                   screening->arena);
    if (status == CRIBLE_OK)
      status = cr_control_of_capital(&capital, analysis->control, analysis->view[property],
                                     screening->arena);
    analysis->counted[property] = capital;
  }
  if (status != CRIBLE_OK) return status;
  return cr_control_holdings(&analysis->holdings[property], analysis->counted[property],
                             analysis->view[property], screening->arena);
}

static cr_method method_of(const cr_ruleset *ruleset, cr_property property) {
  const uint8_t *option = ruleset->reading.option;
  if (property == CR_CAPITAL) {
    static const cr_method of_capital[] = {
        [CR_CAPITAL_CHAIN_MULTIPLICATION] = CR_BY_MULTIPLICATION,
        [CR_CAPITAL_CHAIN_CONTROL] = CR_BY_CONTROL,
        [CR_CAPITAL_CHAIN_GREATER] = CR_BY_GREATER};
    return of_capital[option[CR_CHOICE_CAPITAL_CHAIN]];
  }
  static const cr_method of_votes[] = {[CR_VOTE_CHAIN_CONTROL] = CR_BY_CONTROL,
                                       [CR_VOTE_CHAIN_MULTIPLICATION] = CR_BY_MULTIPLICATION,
                                       [CR_VOTE_CHAIN_GREATER] = CR_BY_GREATER};
  return of_votes[option[CR_CHOICE_VOTE_CHAIN]];
}

/* By the method that the ruleset chooses for the property. */
static crible_status solve(struct crible_screening *screening, cr_analysis *analysis,
                           cr_property property) {
  const cr_method method = method_of(screening->ruleset, property);
  analysis->method[property] = method;
  analysis->view[property] = analysis->graph.view;
  if (method == CR_BY_CONTROL) return count_by_control(screening, analysis, property);
  crible_status status =
      cr_followed_view(&analysis->view[property], analysis->control, analysis->graph.view,
                       property, method == CR_BY_GREATER, screening->arena);
  return status == CRIBLE_OK ? multiply(screening, analysis, property) : status;
}

static crible_status remark_closed_groups(struct crible_screening *screening,
                                          const cr_analysis *analysis) {
  crible_status status = CRIBLE_OK;
  for (int property = 0; status == CRIBLE_OK && property < CR_PROPERTIES; property++)
    status = cr_closed_groups_remark(&screening->remarks, screening->arena, screening->facts,
                                     analysis->view[property], analysis->holdings[property]);
  return status;
}

static crible_status analyse(struct crible_screening *screening, cr_analysis *analysis,
                             cr_meeting meeting) {
  const cr_graph_options options = {.as_of = screening->as_of,
                                    .meeting = meeting,
                                    .reading = screening->ruleset->reading};
  const cr_control_rules *rules = &screening->ruleset->control;
  cr_arena *arena = screening->arena;

  crible_status status = cr_graph_with_declared(&analysis->graph, screening->facts,
                                                screening->reference, &options, rules, arena);
  if (status == CRIBLE_OK) status = take_remarks(screening, &analysis->graph.remarks);
  if (status == CRIBLE_OK)
    status = cr_control_and_thirds(&analysis->control, screening, &analysis->graph);
  for (int property = 0; status == CRIBLE_OK && property < CR_PROPERTIES; property++)
    status = solve(screening, analysis, (cr_property)property);
  if (status == CRIBLE_OK) status = cr_held_together_remark(screening, analysis);
  if (status == CRIBLE_OK) status = remark_closed_groups(screening, analysis);
  return status;
}

static crible_status remark_both_meetings(struct crible_screening *screening) {
  const cr_remark both = {.kind = CR_PRESUMPTION,
                          .code = "worse-of-meetings",
                          .party = screening->facts->candidate,
                          .other = CR_NONE,
                          .property = CR_NONE};
  return cr_remarks_add(&screening->remarks, screening->arena, &both);
}

/* In an SA the usufructuary votes at ordinary meetings and the bare owner at
 * extraordinary ones (C. com., art. L.225-110), in other companies by some readings. */
crible_status cr_pass_analysis(struct crible_screening *screening) {
  cr_analysis *analysis = screening->analysis;
  crible_status status = CRIBLE_OK;
  if (screening->ruleset->reading.option[CR_CHOICE_GROUPS] == CR_GROUPS_CONCERT)
    status = cr_facts_with_concerts(&screening->facts, screening->facts, screening->arena);
  if (status == CRIBLE_OK) status = analyse(screening, &analysis[0], CR_MEETING_ORDINARY);
  if (status != CRIBLE_OK || !analysis[0].graph.by_meeting) return status;
  status = analyse(screening, &analysis[1], CR_MEETING_EXTRAORDINARY);
  return status == CRIBLE_OK ? remark_both_meetings(screening) : status;
}

crible_status cr_pass_rights(struct crible_screening *screening) {
  const cr_analysis *analysis = screening->analysis;
  const cr_analysis *other = &analysis[cr_screening_meetings(screening) - 1];
  const cr_rights_input input = {.facts = screening->facts,
                                 .reference = screening->reference,
                                 .as_of = screening->as_of,
                                 .reading = screening->ruleset->reading,
                                 .graph = {&analysis->graph, &other->graph},
                                 .control = {analysis->control, other->control}};
  return cr_rights_judge(&screening->rights, &input, &screening->remarks, screening->arena);
}
