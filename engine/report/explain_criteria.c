/* The explanation of each criterion: what is asked, who it is about, how the figure comes about,
 * and the comparison that makes the status. */
#include "engine/base/words.h"
#include "engine/report/explanation.h"

static bool together(cr_criterion_id id) {
  return id == CR_CAPITAL_COLLECTIVE || id == CR_VOTES_COLLECTIVE;
}

static const char *question(cr_builder *builder, const cr_shown_criterion *shown) {
  const bool capital = shown->criterion->id <= CR_CAPITAL_COLLECTIVE;
  const char *format;
  if (together(shown->criterion->id))
    format = capital ? _("Entities seated outside the Union may together hold no more than %s of "
                         "the capital, directly or indirectly (clause 3.1).")
                     : _("Entities seated outside the Union may together hold no more than %s of "
                         "the votes, directly or indirectly (clause 3.1).");
  else
    format = capital ? _("No single entity seated outside the Union may hold more than %s of the "
                         "capital, directly or indirectly (clause 3.1).")
                     : _("No single entity seated outside the Union may hold more than %s of the "
                         "votes, directly or indirectly (clause 3.1).");
  return cr_words(builder, format, cr_exact_words(builder, shown->criterion->threshold));
}

/* "At least, whatever is still open: Acme Inc. (United States, registered office)". */
static const char *side_title(cr_builder *builder, const cr_shown_criterion *shown, int side,
                              bool one_value) {
  const cr_shown_party *holder = shown->holder[side];
  const char *who = holder ? holder->label : _("third entities together");
  if (one_value) return cr_words(builder, _("Whose it is: %s."), who);
  return cr_words(builder,
                  side == 0 ? _("At least, whatever is still open: %s.")
                            : _("At most, if all that is open turns out so: %s."),
                  who);
}

static void explain_side(cr_builder *builder, cr_explanation *out,
                         const cr_shown_criterion *shown, int side, bool one_value) {
  const cr_bound *bound = &shown->criterion->bound[side];
  const cr_shown_witness *witness = shown->bound[side];
  const char *figure = cr_exact_words(builder, bound->value);
  if (!witness) {
    cr_explain_say(builder, out,
                   one_value   ? _("Nobody of whom it could be said holds anything: 0 %.")
                   : side == 0 ? _("At least: 0 %. Nothing is sure.")
                               : _("At most: 0 %."),
                   NULL);
    return;
  }
  if (!one_value || shown->holder[side])
    cr_explain_say(builder, out, side_title(builder, shown, side, one_value), NULL);
  const cr_witness *found = builder->screening->bound_witness[shown->criterion->id][side];
  if (witness->method == CR_BY_CONTROL) cr_explain_votes(builder, out, witness, found);
  else cr_explain_chains(builder, out, witness, found);
  const char *result = one_value   ? _("The figure is %s.")
                       : side == 0 ? _("It is at least %s.")
                                   : _("It is at most %s.");
  if (!bound->attained)
    result = side == 0 ? _("It is more than %s, which is an open end and is not reached.")
                       : _("It is less than %s, which is an open end and is not reached.");
  cr_explain_say(builder, out, cr_words(builder, result, figure), NULL);
}

static void compare(cr_builder *builder, cr_explanation *out, const cr_shown_criterion *shown) {
  const cr_criterion *criterion = shown->criterion;
  const char *ceiling = cr_exact_words(builder, criterion->threshold);
  const char *lower = cr_exact_words(builder, criterion->bound[0].value);
  const char *upper = cr_exact_words(builder, criterion->bound[1].value);
  const cr_slot slots[] = {
      {"lower", lower}, {"upper", upper}, {"ceiling", ceiling}, {NULL, NULL}};
  const char *template = "";
  switch (criterion->status) {
  case CR_MET: template = _("{upper} is not more than {ceiling}: the criterion is met."); break;
  case CR_VIOLATED:
    template = criterion->bound[0].attained
                   ? _("{lower} is more than {ceiling}: the criterion is violated.")
                   : _("What is more than {lower} is more than {ceiling}: the criterion is violated.");
    break;
  case CR_UNDETERMINED:
    template = _("The ceiling, {ceiling}, lies between {lower} and {upper}: the criterion is "
                 "undetermined.");
    break;
  }
  cr_explain_say(builder, out, cr_sentence(builder, template, slots), NULL);
}

static void explain_figure(cr_builder *builder, cr_explanation *out,
                           const cr_shown_criterion *shown) {
  const cr_criterion *criterion = shown->criterion;
  const bool one_value = cr_figure_point(criterion->bound);
  cr_explain_say(builder, out, question(builder, shown), NULL);
  if (one_value) {
    explain_side(builder, out, shown, shown->bound[0] ? 0 : 1, true);
  } else {
    explain_side(builder, out, shown, 0, false);
    explain_side(builder, out, shown, 1, false);
    if (!criterion->bound[0].tight || !criterion->bound[1].tight)
      cr_explain_say(builder, out,
                     _("These bounds hold whatever is still open, but may be wider than need be."),
                     NULL);
  }
  compare(builder, out, shown);
}

static const char *title(cr_builder *builder, const cr_shown_criterion *shown) {
  return *shown->whose
             ? cr_words(builder, _("%s, %s: %s"), shown->subject, shown->whose, shown->status)
             : cr_words(builder, _("%s: %s"), shown->subject, shown->status);
}

void cr_build_explanations(cr_builder *builder) {
  for (int id = 0; id < CR_CRITERIA; id++) {
    cr_shown_criterion *shown = &builder->model->criteria[id];
    cr_explanation *out = cr_elements(builder, 1, sizeof *out);
    if (!out) return;
    out->title = title(builder, shown);
    if (shown->criterion->numeric) explain_figure(builder, out, shown);
    else cr_explain_rights(builder, out, shown);
    shown->explanation = out;
  }
}
