/* What is not known, what to ask for, what was presumed, and other readings of the law. */
#include "engine/base/words.h"
#include "engine/report/html.h"

void cr_html_unknown(cr_buffer *out, const cr_report_model *model) {
  if (model->unknown.count == 0) return;
  cr_html_section(out, "unknown", _("What is not known"));
  for (int property = 0; property < CR_PROPERTIES; property++)
    if (model->split[property]) cr_html_paragraph(out, "", model->split[property]);
  cr_html_notes(out, model, &model->unknown);
  if (model->unknown_more) cr_html_paragraph(out, "", model->unknown_more);
  cr_html_section_end(out);
}

static void put_request(cr_buffer *out, const cr_report_model *model,
                        const cr_shown_request *shown) {
  cr_buffer_put(out, "<tr>");
  cr_html_row_title(out, shown->sentence);
  cr_html_cell(out, "", shown->documents);
  cr_buffer_put(out, "<td>");
  cr_markup_text(out, shown->settles);
  cr_html_places(out, model, &shown->facts);
  cr_buffer_put(out, "</td></tr>\n");
}

void cr_html_requests(cr_buffer *out, const cr_report_model *model) {
  const char *const titles[] = {_("What"), _("Documents accepted"), _("What it settles"), NULL};
  const int count = model->requests->letter_count;
  cr_html_section(out, "requests", _("Ask for"));
  if (count > 0) {
    cr_html_table(out, _("What to ask the candidate for, the most useful first"), titles);
    for (int i = 0; i < count && i < model->asked_count; i++)
      put_request(out, model, &model->asked[i]);
    cr_html_table_end(out);
  } else if (!model->unsettled) {
    cr_html_paragraph(out, "", _("Nothing: no answer is missing for this verdict."));
  }
  if (model->unsettled) cr_html_paragraph(out, "", model->unsettled);
  cr_html_section_end(out);
}

void cr_html_remarks(cr_buffer *out, const cr_report_model *model) {
  cr_html_section(out, "presumed", _("Presumed"));
  if (model->presumed.count == 0) cr_html_paragraph(out, "", _("Nothing was presumed."));
  cr_html_notes(out, model, &model->presumed);
  cr_html_section_end(out);
  if (model->warned.count == 0) return;
  cr_html_section(out, "warnings", _("Take note"));
  cr_html_notes(out, model, &model->warned);
  cr_html_section_end(out);
}

static void put_reading(cr_buffer *out, const cr_shown_reading *reading) {
  cr_buffer_put(out, "<tr>");
  cr_html_row_title(out, reading->sentence);
  cr_html_cell(out, "", reading->changes);
  cr_html_cell(out, "", reading->source);
  cr_buffer_put(out, "</tr>\n");
}

static void put_readings(cr_buffer *out, const cr_report_model *model, const char *caption,
                         cr_reading_effect effect) {
  const char *const titles[] = {_("Reading"), _("What it changes"), _("Where the law supports it"),
                                NULL};
  int count = 0;
  for (int i = 0; i < model->other_reading_count; i++)
    count += model->other_readings[i].effect == effect;
  if (count == 0) return;
  cr_html_table(out, caption, titles);
  for (int i = 0; i < model->other_reading_count; i++)
    if (model->other_readings[i].effect == effect) put_reading(out, &model->other_readings[i]);
  cr_html_table_end(out);
}

void cr_html_readings(cr_buffer *out, const cr_report_model *model) {
  cr_html_section(out, "readings", _("Other readings of the law"));
  if (!model->readings) {
    cr_html_paragraph(out, "", _("Other readings of the law were not tried for this report."));
  } else {
    cr_html_paragraph(out, "", model->robustness);
    put_readings(out, model, _("Another verdict under another reading of the law"),
                 CR_FLIPS_VERDICT);
    put_readings(out, model, _("The same verdict, but a criterion is decided otherwise"),
                 CR_FLIPS_CRITERION);
    put_readings(out, model, _("The same verdict and criteria, but other figures"),
                 CR_MOVES_FIGURE);
    put_readings(out, model, _("Readings under which the dossier gives no answer"), CR_NO_ANSWER);
    if (*model->idle_readings) cr_html_heading(out, _("Readings that change nothing"));
    cr_html_paragraph(out, "faint", model->idle_readings);
  }
  cr_html_section_end(out);
}
