/* Vetoes and organs, with the clauses' own sentences. */
#include "engine/base/words.h"
#include "engine/report/html.h"

static const char *effect_words(cr_effect effect) {
  static const char *const words[] = {[CR_COUNTS_NOT] = N_("does not count"),
                                      [CR_COUNTS_POSSIBLY] = N_("counts perhaps"),
                                      [CR_COUNTS] = N_("counts")};
  return _(words[effect]);
}

static const char *effect_class(cr_effect effect) {
  return effect == CR_COUNTS ? "violated" : effect == CR_COUNTS_POSSIBLY ? "undetermined" : "met";
}

static void put_finding(cr_buffer *out, const cr_report_model *model,
                        const cr_shown_finding *found) {
  cr_buffer_put(out, "<tr>");
  cr_html_row_title(out, found->title);
  cr_html_cell(out, effect_class(found->finding->effect), effect_words(found->finding->effect));
  cr_buffer_put(out, "<td>");
  cr_markup_text(out, found->why);
  if (found->quote) {
    cr_buffer_put(out, "<blockquote dir=\"auto\">");
    cr_markup_text(out, found->quote);
    cr_buffer_put(out, "</blockquote>");
  }
  cr_html_places(out, model, &found->facts);
  cr_buffer_put(out, "</td></tr>\n");
}

static void put_findings(cr_buffer *out, const cr_report_model *model, const char *caption,
                         bool appoints) {
  const char *const titles[] = {_("Clause"), _("Effect"), _("Why, and its sentence"), NULL};
  int count = 0;
  for (int i = 0; i < model->finding_count; i++) count += model->findings[i].appoints == appoints;
  if (count == 0) return;
  cr_html_table(out, caption, titles);
  for (int i = 0; i < model->finding_count; i++)
    if (model->findings[i].appoints == appoints) put_finding(out, model, &model->findings[i]);
  cr_html_table_end(out);
}

static void put_organs(cr_buffer *out, const cr_report_model *model) {
  if (model->organ_count == 0) return;
  cr_buffer_put(out, "<ul>\n");
  for (int i = 0; i < model->organ_count; i++) {
    cr_buffer_put(out, "<li>");
    cr_markup_text(out, model->organs[i].sentence);
    cr_html_places(out, model, &model->organs[i].facts);
    cr_buffer_put(out, "</li>\n");
  }
  cr_buffer_put(out, "</ul>\n");
}

/* The criterion's status and what was examined. */
static void put_status(cr_buffer *out, const cr_report_model *model, int id) {
  const cr_shown_criterion *shown = &model->criteria[id];
  cr_html_heading(out, id == CR_VETO ? _("Vetoes") : _("Organs"));
  cr_buffer_format(out, "<p><strong class=\"%s\">", cr_html_class(shown->criterion->status));
  cr_markup_text(out, shown->status);
  cr_buffer_put(out, "</strong> ");
  cr_markup_text(out, shown->note);
  cr_buffer_put(out, "</p>\n");
}

void cr_html_rights(cr_buffer *out, const cr_report_model *model) {
  cr_html_section(out, "rights", _("Vetoes and organs"));
  put_status(out, model, CR_VETO);
  put_findings(out, model, _("Rights that may be vetoes"), false);
  put_status(out, model, CR_ORGAN_MAJORITY);
  put_organs(out, model);
  put_findings(out, model, _("Rights to appoint or propose members"), true);
  cr_html_section_end(out);
}
