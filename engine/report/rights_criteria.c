/* Vetoes and organs in the table of criteria. */
#include "engine/base/words.h"
#include "engine/report/builder.h"

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
    note = *note ? cr_words(builder, _("%s; %s"), note, model->organs[i].sentence)
                 : model->organs[i].sentence;
  }
  if (*note) return note;
  return builder->screening->rights->organs_complete
             ? _("no organ stated, and the list is complete")
             : _("the list of organs is not known to be complete");
}

/* The third entities of the rights with an effect, each once; "" when none is named. */
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
  return cr_enumerated(builder, names, count);
}

static const char *veto_sentence(cr_builder *builder, bool violated) {
  const char *who = veto_holders(builder, violated ? CR_COUNTS : CR_COUNTS_POSSIBLY);
  if (violated)
    return *who ? cr_words(builder, _("veto rights of %s"), who) : _("a third entity has a veto");
  return *who ? cr_words(builder, _("possible veto rights of %s"), who)
              : _("whether a third entity has a veto is not known");
}

static const char *rights_sentence(cr_builder *builder, const cr_criterion *criterion,
                                   const char *note) {
  const bool violated = criterion->status == CR_VIOLATED;
  if (criterion->status == CR_MET) return "";
  if (criterion->id == CR_VETO) return veto_sentence(builder, violated);
  return violated
             ? cr_words(builder, _("third entities appoint the majority of an organ, %s"), note)
             : _("whether third entities appoint the majority of an organ is not known");
}

void cr_build_rights_criterion(cr_builder *builder, cr_shown_criterion *out) {
  const bool veto = out->criterion->id == CR_VETO;
  out->subject = veto ? _("vetoes") : _("organs");
  out->whose = out->figure = out->ceiling = "";
  out->note = veto ? veto_note(builder) : organs_note(builder);
  out->sentence = rights_sentence(builder, out->criterion, out->note);
  out->title = veto ? cr_words(builder, _("Why: %s"), out->sentence)
                    : _("Why: third entities appoint the majority of an organ");
}
