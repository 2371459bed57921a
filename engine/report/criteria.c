#include "engine/base/words.h"
#include "engine/report/builder.h"

static const char *status_words(cr_status status) {
  switch (status) {
  case CR_MET: return _("met");
  case CR_UNDETERMINED: return _("UNDETERMINED");
  case CR_VIOLATED: return _("VIOLATED");
  }
  return "";
}

static bool together(cr_criterion_id id) {
  return id == CR_CAPITAL_COLLECTIVE || id == CR_VOTES_COLLECTIVE;
}
static bool of_capital(cr_criterion_id id) { return id <= CR_CAPITAL_COLLECTIVE; }

/* Who is at the bound that decides. */
static const char *holder_note(cr_builder *builder, const cr_shown_criterion *out) {
  const int side = out->criterion->status == CR_VIOLATED ? 0 : 1;
  if (!out->holder[side]) return "";
  const char *name = out->holder[side]->brief;
  if (cr_view_group(builder->screening->analysis[0].graph.view, out->criterion->holder[side]))
    name = cr_words(builder, _("largest member of: %s"), name);
  return out->criterion->status == CR_UNDETERMINED ? cr_words(builder, _("at most: %s"), name)
                                                   : name;
}

static const char *numeric_sentence(cr_builder *builder, const cr_shown_criterion *out) {
  const bool capital = of_capital(out->criterion->id), all = together(out->criterion->id);
  const cr_slot slots[] = {
      {"holder", out->holder[0] ? out->holder[0]->brief : _("one third entity")},
      {"figure", out->figure},
      {"ceiling", out->ceiling},
      {NULL, NULL}};
  const char *template = "";
  if (out->criterion->status == CR_VIOLATED) {
    if (all)
      template =
          capital ? _("third entities together hold {figure} of the capital, more than {ceiling}")
                  : _("third entities together hold {figure} of the votes, more than {ceiling}");
    else
      template = capital ? _("{holder} holds {figure} of the capital, more than {ceiling}")
                         : _("{holder} holds {figure} of the votes, more than {ceiling}");
  } else if (out->criterion->status == CR_UNDETERMINED) {
    if (all)
      template =
          capital
              ? _("third entities together may hold more than {ceiling} of the capital: {figure}")
              : _("third entities together may hold more than {ceiling} of the votes: {figure}");
    else
      template = capital
                     ? _("one third entity may hold more than {ceiling} of the capital: {figure}")
                     : _("one third entity may hold more than {ceiling} of the votes: {figure}");
  }
  return cr_sentence(builder, template, slots);
}

static void build_numeric(cr_builder *builder, cr_shown_criterion *out) {
  const cr_criterion *criterion = out->criterion;
  const cr_view *view = builder->screening->analysis[0].graph.view;
  out->subject = of_capital(criterion->id) ? _("capital") : _("votes");
  out->whose = together(criterion->id) ? _("together") : _("one alone");
  for (int side = 0; side < 2; side++)
    if (criterion->holder[side] != CR_NONE)
      out->holder[side] = cr_node_at(builder, view, criterion->holder[side]);
  out->figure = cr_range_words(builder, criterion->bound);
  out->exact = cr_figure_exact(builder->arena, criterion->bound);
  out->ceiling = cr_share_words(builder, criterion->threshold);
  out->note = together(criterion->id) ? "" : holder_note(builder, out);
  out->sentence = numeric_sentence(builder, out);
}

/* Names of the rights that count, or how many were looked at. */
static const char *veto_note(cr_builder *builder) {
  const cr_report_model *model = builder->model;
  const char **titles = cr_elements(builder, model->finding_count, sizeof *titles);
  int examined = 0, count = 0;
  const cr_effect least =
      builder->screening->rights->veto == CR_VIOLATED ? CR_COUNTS : CR_COUNTS_POSSIBLY;
  for (int i = 0; titles && i < model->finding_count; i++) {
    const cr_shown_finding *found = &model->findings[i];
    if (found->appoints) continue;
    examined++;
    if (found->finding->effect >= least) titles[count++] = found->title;
  }
  if (count > 0) return cr_listed(builder, titles, count);
  if (!builder->screening->rights->rights_complete)
    return _("the list of rights is not known to be complete");
  if (examined == 0) return _("no right stated, and the list is complete");
  return cr_words(builder, cr_plural("%d right examined", "%d rights examined", examined),
                  examined);
}

static const char *organs_note(cr_builder *builder) {
  const cr_report_model *model = builder->model;
  const char *note = "";
  for (int i = 0; i < model->organ_count; i++) {
    if (!model->organs[i].finding->examined) continue;
    note = *note ? cr_words(builder, "%s; %s", note, model->organs[i].sentence)
                 : model->organs[i].sentence;
  }
  if (*note) return note;
  return builder->screening->rights->organs_complete
             ? _("no organ stated, and the list is complete")
             : _("the list of organs is not known to be complete");
}

/* The third entities of the rights that count, or may count, each once. */
static const char *veto_holders(cr_builder *builder, cr_effect effect) {
  enum { NAMED_AT_MOST = 8 };
  const cr_report_model *model = builder->model;
  const char *names[NAMED_AT_MOST];
  int count = 0;
  for (int i = 0; i < model->finding_count; i++) {
    const cr_shown_finding *found = &model->findings[i];
    if (found->appoints || found->finding->effect != effect) continue;
    for (int k = 0; k < found->third.count && count < NAMED_AT_MOST; k++) {
      bool named = false;
      for (int n = 0; n < count; n++) named = named || names[n] == found->third.items[k]->brief;
      if (!named) names[count++] = found->third.items[k]->brief;
    }
  }
  return count > 0 ? cr_enumerated(builder, names, count) : _("a third entity");
}

static const char *rights_sentence(cr_builder *builder, const cr_criterion *criterion,
                                   const char *note) {
  const bool violated = criterion->status == CR_VIOLATED;
  if (criterion->status == CR_MET) return "";
  if (criterion->id == CR_ORGAN_MAJORITY)
    return violated
               ? cr_words(builder, _("third entities appoint the majority of an organ, %s"), note)
               : _("third entities may appoint the majority of an organ");
  return violated ? cr_words(builder, _("veto rights of %s"), veto_holders(builder, CR_COUNTS))
                  : cr_words(builder, _("possible veto rights of %s"),
                             veto_holders(builder, CR_COUNTS_POSSIBLY));
}

static void build_of_rights(cr_builder *builder, cr_shown_criterion *out) {
  const bool veto = out->criterion->id == CR_VETO;
  out->subject = veto ? _("vetoes") : _("organs");
  out->whose = out->figure = out->ceiling = "";
  out->note = veto ? veto_note(builder) : organs_note(builder);
  out->sentence = rights_sentence(builder, out->criterion, out->note);
}

void cr_build_criteria(cr_builder *builder) {
  const struct crible_screening *screening = builder->screening;
  int next_witness = 0;
  for (int id = 0; id < CR_CRITERIA; id++) {
    cr_shown_criterion *out = &builder->model->criteria[id];
    out->criterion = &screening->criteria[id];
    out->id = cr_criterion_name((cr_criterion_id)id);
    out->status = status_words(out->criterion->status);
    if (out->criterion->numeric) build_numeric(builder, out);
    else build_of_rights(builder, out);
    out->title = id == CR_ORGAN_MAJORITY ? _("third entities appoint the majority of an organ")
                                         : out->sentence;
    if (!out->criterion->numeric || out->criterion->status == CR_MET) continue;
    /* Witnesses stand in the criteria's order, a criterion of nobody has none. */
    const cr_property property = of_capital(out->criterion->id) ? CR_CAPITAL : CR_VOTES;
    if (next_witness >= screening->witness_count) continue;
    const cr_witness *witness = &screening->witnesses[next_witness];
    if (witness->property != property ||
        together(out->criterion->id) != (witness->entity == CR_TARGET_ALL))
      continue;
    next_witness++;
    out->witness = cr_build_witness(builder, witness);
  }
}

/* The criteria that make the verdict; for an eligible candidate, what was examined. */
void cr_build_headlines(cr_builder *builder) {
  cr_report_model *model = builder->model;
  const cr_status verdict = builder->screening->verdict;
  model->headlines = cr_elements(builder, CR_CRITERIA, sizeof *model->headlines);
  if (!model->headlines) return;
  for (int id = 0; verdict != CR_MET && id < CR_CRITERIA; id++)
    if (model->criteria[id].criterion->status == verdict)
      model->headlines[model->headline_count++] = model->criteria[id].sentence;
  if (verdict == CR_MET)
    model->headlines[model->headline_count++] =
        _("no third entity holds, blocks or appoints more than the clause allows, on the criteria "
          "examined");
}
