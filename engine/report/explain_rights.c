/* Vetoes and organs: every right with why it counts or does not, and the seats counted. */
#include "engine/base/words.h"
#include "engine/report/explanation.h"

/* What has to be exceeded or reached to block: "100 % − 2/3 = 1/3". */
static void explain_needed(cr_builder *builder, cr_explanation *out,
                           const cr_right_finding *finding) {
  if (!finding->has_share || !finding->needed) return;
  fmpq_t one, majority;
  fmpq_init(one);
  fmpq_init(majority);
  fmpq_one(one);
  fmpq_sub(majority, one, finding->needed);
  cr_explain_calculate(builder, out,
                       cr_words(builder, "%s − %s = %s", cr_exact_words(builder, one),
                                cr_exact_words(builder, majority),
                                cr_exact_words(builder, finding->needed)));
  fmpq_clear(one);
  fmpq_clear(majority);
}

static void explain_findings(cr_builder *builder, cr_explanation *out, bool appoints) {
  const cr_report_model *model = builder->model;
  for (int i = 0; i < model->finding_count; i++) {
    const cr_shown_finding *shown = &model->findings[i];
    if (shown->appoints != appoints) continue;
    cr_explain_say(builder, out, shown->sentence, &shown->facts);
    explain_needed(builder, out, shown->finding);
  }
}

/* More than half: twice the seats against the members. */
static void explain_organ(cr_builder *builder, cr_explanation *out, const cr_shown_organ *shown) {
  const cr_organ_finding *finding = shown->finding;
  cr_explain_say(builder, out, shown->sentence, &shown->facts);
  if (!finding->examined || finding->seats[0] != finding->seats[1] ||
      finding->members[0] != finding->members[1] || finding->members[0] == CR_NONE)
    return;
  cr_explain_calculate(builder, out,
                       cr_words(builder, "2 × %d = %d", finding->seats[0], 2 * finding->seats[0]));
  cr_explain_say(builder, out,
                 cr_words(builder,
                          2 * finding->seats[0] > finding->members[0]
                              ? _("%d is more than %d: a majority.")
                              : _("%d is not more than %d: no majority."),
                          2 * finding->seats[0], finding->members[0]),
                 NULL);
}

static void explain_veto(cr_builder *builder, cr_explanation *out) {
  const bool complete = builder->screening->rights->rights_complete;
  cr_explain_say(builder, out,
                 _("No third entity may have a veto under a contract or the statutes, alone or "
                   "together with others (clause 3.1)."),
                 NULL);
  explain_findings(builder, out, false);
  cr_explain_say(builder, out,
                 complete ? _("The dossier states that these are all the rights there are.")
                          : _("The dossier does not state that these are all the rights there are."),
                 NULL);
}

static void explain_organs(cr_builder *builder, cr_explanation *out) {
  const bool complete = builder->screening->rights->organs_complete;
  cr_explain_say(builder, out,
                 _("Third entities may not appoint, alone or together, the majority of an "
                   "administrative, management or supervisory body (clause 3.1)."),
                 NULL);
  explain_findings(builder, out, true);
  for (int i = 0; i < builder->model->organ_count; i++)
    explain_organ(builder, out, &builder->model->organs[i]);
  cr_explain_say(builder, out,
                 complete ? _("The dossier states that these are all the organs there are.")
                          : _("The dossier does not state that these are all the organs there are."),
                 NULL);
}

void cr_explain_rights(cr_builder *builder, cr_explanation *out, const cr_shown_criterion *shown) {
  if (shown->criterion->id == CR_VETO) explain_veto(builder, out);
  else explain_organs(builder, out);
}
