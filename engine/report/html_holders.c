/* Who holds what, directly and in total. */
#include "engine/base/words.h"
#include "engine/report/html.h"

static const char *direct_words(cr_buffer *out, const cr_report_model *model,
                                const cr_shown_holder *holder, int property) {
  if (!holder->direct[property][1].value) return "";
  const char *words = cr_figure_range(model->arena, holder->direct[property], &model->marks);
  if (!words) out->failed = true;
  return words ? words : "";
}

static const char *third_words(cr_third third) {
  static const char *const words[] = {
      [CR_NOT_THIRD] = N_("no"), [CR_MAYBE_THIRD] = N_("perhaps"), [CR_THIRD] = N_("yes")};
  return _(words[third]);
}

static void put_paths(cr_buffer *out, const cr_shown_entity *entity) {
  for (int i = 0; entity && i < entity->path_count; i++) {
    if (i > 0) cr_buffer_put(out, "<br>");
    cr_markup_text(out, entity->paths[i]);
  }
}

static void put_holder(cr_buffer *out, const cr_report_model *model,
                       const cr_shown_holder *holder) {
  const cr_shown_entity *entity = holder->entity;
  cr_buffer_put(out, "<tr>");
  cr_html_row_title(out, holder->party->label);
  cr_html_cell(out, "", third_words(holder->third));
  cr_html_cell(out, "figure", direct_words(out, model, holder, CR_CAPITAL));
  cr_html_cell(out, "figure", direct_words(out, model, holder, CR_VOTES));
  cr_html_cell(out, "figure", entity ? entity->figure[CR_CAPITAL] : "");
  cr_html_cell(out, "figure", entity ? entity->figure[CR_VOTES] : "");
  cr_buffer_put(out, "<td>");
  put_paths(out, entity);
  cr_buffer_put(out, "</td></tr>\n");
}

static void put_together(cr_buffer *out, const cr_report_model *model) {
  cr_buffer_put(out, "<tr>");
  cr_html_row_title(out, _("third entities together"));
  for (int i = 0; i < 3; i++) cr_html_cell(out, "", "");
  cr_html_cell(out, "figure", model->criteria[CR_CAPITAL_COLLECTIVE].figure);
  cr_html_cell(out, "figure", model->criteria[CR_VOTES_COLLECTIVE].figure);
  cr_html_cell(out, "", "");
  cr_buffer_put(out, "</tr>\n");
}

void cr_html_holders(cr_buffer *out, const cr_report_model *model) {
  const char *const titles[] = {_("Holder"),           _("Third"),          _("Direct capital"),
                                _("Direct votes"),     _("Capital in total"), _("Votes in total"),
                                _("Through"), NULL};
  cr_html_section(out, "holders", _("Holders"));
  cr_html_table(out, _("Holders of the candidate, directly and in total"), titles);
  for (int i = 0; i < model->holder_count; i++) put_holder(out, model, &model->holders[i]);
  put_together(out, model);
  cr_html_table_end(out);
  cr_html_paragraph(out, "faint",
                    _("The total of a third entity counts what it holds through others too; that "
                      "of others does not bear on the criteria and is not given."));
  cr_html_section_end(out);
}
