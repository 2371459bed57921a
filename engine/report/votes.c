#include "engine/base/words.h"
#include "engine/report/builder.h"

static const char *reason_name(cr_control_reason reason) {
  switch (reason) {
  case CR_BY_MAJORITY: return "majority";
  case CR_BY_FACT: return "fact";
  case CR_BY_TRANSITIVITY: return "transitivity";
  case CR_BY_PRESUMPTION: return "presumption";
  case CR_BY_NO_VOTE: return "no-vote";
  }
  return "";
}

static bool votes_with(const cr_control *control, int controller, int holder, bool possibly) {
  if (holder == controller || !control) return holder == controller;
  return possibly ? cr_controls_possibly(control, controller, holder)
                  : cr_controls_definitely(control, controller, holder);
}

/* Facts of the controller's own votes and of those that it controls in the controlled company. */
static cr_citations cite_votes(cr_builder *builder, const cr_witness *witness,
                               const cr_control_pair *pair) {
  const cr_edges *edges = &witness->view->edges[CR_VOTES];
  const cr_control *control = witness->control;
  int first = edges->first[pair->controlled], end = edges->first[pair->controlled + 1], count = 0;
  cr_citations cited = {
      cr_elements(builder, edges->cites[end] - edges->cites[first], sizeof(cr_citation)), 0};
  for (int i = first; cited.items && i < end; i++) {
    if (edges->holder[i] >= witness->view->parties) continue;
    if (!votes_with(control, pair->controller, edges->holder[i], witness->upper)) continue;
    cr_citations more = cr_cite_edge(builder, edges, i);
    for (int k = 0; k < more.count; k++) cited.items[count++] = more.items[k];
  }
  cited.count = count;
  return cited;
}

/* Whether votes of others than the controller are counted for it. */
static bool with_others(const cr_witness *witness, const cr_control_pair *pair) {
  const cr_edges *edges = &witness->view->edges[CR_VOTES];
  const cr_control *control = witness->control;
  for (int i = edges->first[pair->controlled]; i < edges->first[pair->controlled + 1]; i++)
    if (edges->holder[i] != pair->controller && edges->holder[i] < witness->view->parties &&
        votes_with(control, pair->controller, edges->holder[i], witness->upper))
      return true;
  return false;
}

static const char *fact_template(const cr_builder *builder, const cr_witness *witness,
                                 const cr_control_pair *pair) {
  const cr_control_edge *edge = &witness->view->controls[pair->fact];
  if (edge->cited.kind == CR_FACT_concerts) return _("{controlled} acts in {controller}");
  if (edge->cited.kind != CR_FACT_controls) return _("{controller} controls {controlled}");
  const cr_control_fact *fact = &builder->facts->controls[edge->cited.index];
  if (fact->possible)
    return _("{controller} may control {controlled}: what is stated does not say whether it does");
  switch (fact->kind) {
  case CR_CONTROL_AGREEMENT:
    return _("{controller} controls {controlled} by agreement (C. com., art. L.233-3 I 2°)");
  case CR_CONTROL_IN_FACT:
    return _("{controller} decides in fact at the meetings of {controlled} (C. com., art. L.233-3 "
             "I 3°)");
  case CR_CONTROL_APPOINTMENTS:
    return _("{controller} can appoint or remove the majority of a body of {controlled} (C. com., "
             "art. L.233-3 I 4°)");
  case CR_CONTROL_MANAGER: return _("{controller} manages {controlled} and casts its votes");
  case CR_CONTROL_TRUSTEE:
    return _("{controller} is the trustee of {controlled} and casts its votes");
  }
  return "";
}

static const char *pair_template(const cr_builder *builder, const cr_witness *witness,
                                 const cr_control_pair *pair) {
  bool others = with_others(witness, pair), possibly = witness->upper;
  switch (pair->reason) {
  case CR_BY_FACT: return fact_template(builder, witness, pair);
  case CR_BY_TRANSITIVITY: return _("{controller} controls {through}, and so {controlled}");
  case CR_BY_NO_VOTE:
    return _("no vote of {controlled} is surely exercisable: anybody may control it");
  case CR_BY_PRESUMPTION:
    if (possibly)
      return _("{controller} may have as much as {share} of the votes of {controlled}, with nobody "
               "else as many: it may be presumed to control it (C. com., art. L.233-3 II)");
    return others
               ? _("{controller}, with those it controls, has {share} of the votes of {controlled} "
                   "and nobody else has as many: presumed to control it (C. com., art. L.233-3 II)")
               : _("{controller} has {share} of the votes of {controlled} and nobody else has as "
                   "many: presumed to control it (C. com., art. L.233-3 II)");
  case CR_BY_MAJORITY:
    if (possibly)
      return _("{controller} may have as much as {share} of the votes of {controlled}: it may "
               "control it (C. com., art. L.233-3 I 1°)");
    return others ? _("{controller}, with those it controls, has {share} of the votes of "
                      "{controlled}, and so controls it (C. com., art. L.233-3 I 1°)")
                  : _("{controller} has {share} of the votes of {controlled}, and so controls it "
                      "(C. com., art. L.233-3 I 1°)");
  }
  return "";
}

/* A lower bound that is not attained is "more than" itself. */
static const char *pair_share(cr_builder *builder, const cr_witness *witness,
                              const cr_control_pair *pair) {
  if (!pair->share) return "";
  const char *share = cr_share_words(builder, pair->share);
  return pair->share_attained || witness->upper ? share
                                                : cr_words(builder, _("more than %s"), share);
}

static void build_control(cr_builder *builder, cr_shown_control *out, const cr_witness *witness,
                          const cr_control_pair *pair) {
  out->controller = cr_node_at(builder, witness->view, pair->controller);
  out->controlled = cr_node_at(builder, witness->view, pair->controlled);
  out->pair = pair;
  out->reason = reason_name(pair->reason);
  const cr_slot slots[] = {
      {"controller", out->controller->name},
      {"controlled", out->controlled->name},
      {"share", pair_share(builder, witness, pair)},
      {"through",
       pair->through == CR_NONE ? "" : cr_node_at(builder, witness->view, pair->through)->name},
      {NULL, NULL}};
  out->sentence = cr_sentence(builder, pair_template(builder, witness, pair), slots);
  if (pair->reason == CR_BY_FACT)
    out->facts = cr_cite(builder, &witness->view->controls[pair->fact].cited, 1);
  else if (pair->share) out->facts = cite_votes(builder, witness, pair);
}

void cr_build_controls(cr_builder *builder, cr_shown_witness *out, const cr_witness *witness) {
  out->controls = cr_elements(builder, witness->step_count, sizeof *out->controls);
  if (out->controls) out->control_count = witness->step_count;
  for (int i = 0; i < out->control_count; i++)
    build_control(builder, &out->controls[i], witness, &witness->steps[i]);
}
