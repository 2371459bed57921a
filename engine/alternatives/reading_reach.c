#include "engine/alternatives/reading_reach.h"

/* Whatever the facts. */
static const cr_reach reaches[CR_CHOICES] = {
    [CR_CHOICE_CEILINGS] = CR_REACHES_VERDICT,
    [CR_CHOICE_SCOPE] = CR_REACHES_VERDICT,
    [CR_CHOICE_CAPITAL_CHAIN] = CR_REACHES_ANALYSIS,
    [CR_CHOICE_VOTE_CHAIN] = CR_REACHES_ANALYSIS,
    [CR_CHOICE_CONTROL_PRESUMPTION] = CR_REACHES_ANALYSIS,
    [CR_CHOICE_THIRD_IN_CHAIN] = CR_REACHES_ANALYSIS,
    [CR_CHOICE_SEAT_TEST] = CR_REACHES_GRAPH,
    [CR_CHOICE_MISSING_SEAT] = CR_REACHES_GRAPH,
    [CR_CHOICE_NATURAL_PERSONS] = CR_REACHES_GRAPH,
    [CR_CHOICE_TERRITORY] = CR_REACHES_GRAPH,
    [CR_CHOICE_TRANSITION_2020] = CR_REACHES_GRAPH,
    [CR_CHOICE_FUNDS] = CR_REACHES_GRAPH,
    [CR_CHOICE_GROUPS] = CR_REACHES_ANALYSIS,
    [CR_CHOICE_RE_ENTRY] = CR_REACHES_GRAPH,
    [CR_CHOICE_VOTE_BASE] = CR_REACHES_ANALYSIS,
    [CR_CHOICE_VOTES_UNSTATED] = CR_REACHES_GRAPH,
    [CR_CHOICE_CAPITAL_BASE] = CR_REACHES_GRAPH,
    [CR_CHOICE_USUFRUCT] = CR_REACHES_GRAPH,
    [CR_CHOICE_DILUTION] = CR_REACHES_GRAPH,
    [CR_CHOICE_LISTED_ISSUER] = CR_REACHES_GRAPH,
    [CR_CHOICE_LISTED_CHAIN] = CR_REACHES_GRAPH,
    [CR_CHOICE_UNDISCLOSED] = CR_REACHES_GRAPH,
    [CR_CHOICE_ABOVE_THIRD] = CR_REACHES_GRAPH,
    [CR_CHOICE_VETO_SCOPE] = CR_REACHES_RIGHTS,
    [CR_CHOICE_ARITHMETIC_VETO] = CR_REACHES_RIGHTS,
    [CR_CHOICE_RIGHTS_ATTRIBUTION] = CR_REACHES_RIGHTS,
    [CR_CHOICE_OUTSIDER_RIGHTS] = CR_REACHES_RIGHTS,
    [CR_CHOICE_CONDITIONAL_RIGHTS] = CR_REACHES_RIGHTS,
    [CR_CHOICE_REFERENCE_DATE] = CR_REACHES_DATE,
    [CR_CHOICE_COLLECTIVE_CONTROL] = CR_REACHES_ANALYSIS,
    [CR_CHOICE_OWN_FOREIGN_SUBSIDIARY] = CR_REACHES_ANALYSIS,
};

static bool has_party(const cr_facts *facts, bool (*is)(const cr_party *)) {
  for (size_t i = 0; i < facts->parties_count; i++)
    if (is(&facts->parties[i])) return true;
  return false;
}

static bool is_person(const cr_party *party) {
  return party->kind == CR_PERSON || (party->kind == CR_GROUP && party->members_are_persons);
}

static bool is_fund(const cr_party *party) {
  return party->kind == CR_FUND || party->kind == CR_ARRANGEMENT;
}

static bool has_split_lot(const cr_facts *facts) {
  for (size_t i = 0; i < facts->lots_count; i++)
    if (facts->lots[i].nature != CR_FULL) return true;
  return false;
}

static bool has_conditional_right(const cr_facts *facts) {
  for (size_t i = 0; i < facts->rights_count; i++)
    if (facts->rights[i].condition != CR_UNCONDITIONAL) return true;
  return false;
}

/* Whether some State was treated as inside though it no longer was, on that date. */
static bool in_transition(const cr_reference *reference, cr_date date) {
  for (int i = 0; i < reference->country_count; i++)
    for (int k = 0; k < reference->countries[i].transition_count; k++)
      if (cr_period_contains(reference->countries[i].transition[k], date)) return true;
  return false;
}

/* Whether the facts that a choice is about are there at all; true where telling would take
 * the graph. */
static bool concerned(const struct crible_screening *screening, cr_choice_index choice) {
  const cr_facts *facts = screening->facts;
  switch (choice) {
  case CR_CHOICE_NATURAL_PERSONS: return has_party(facts, is_person);
  case CR_CHOICE_TRANSITION_2020: return in_transition(screening->reference, screening->as_of);
  case CR_CHOICE_FUNDS: return has_party(facts, is_fund);
  case CR_CHOICE_GROUPS: return facts->concerts_count > 0;
  case CR_CHOICE_USUFRUCT: return has_split_lot(facts);
  case CR_CHOICE_DILUTION: return facts->options_count > 0;
  case CR_CHOICE_LISTED_ISSUER:
  case CR_CHOICE_LISTED_CHAIN: return facts->admissions_count > 0;
  case CR_CHOICE_VETO_SCOPE:
  case CR_CHOICE_RIGHTS_ATTRIBUTION:
  case CR_CHOICE_OUTSIDER_RIGHTS: return facts->rights_count > 0;
  case CR_CHOICE_CONDITIONAL_RIGHTS: return has_conditional_right(facts);
  case CR_CHOICE_REFERENCE_DATE: return !screening->as_of_given;
  default: return true;
  }
}

cr_reach cr_reading_reach(const struct crible_screening *screening, cr_choice_index choice) {
  return concerned(screening, choice) ? reaches[choice] : CR_REACHES_NOTHING;
}
