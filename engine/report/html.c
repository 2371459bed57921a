#include "engine/report/html.h"

#include <crible/crible.h>

#include "engine/base/words.h"
#include "engine/report/page.h"

const char *cr_html_class(cr_status status) {
  return status == CR_MET ? "met" : status == CR_VIOLATED ? "violated" : "undetermined";
}

void cr_html_places(cr_buffer *out, const cr_report_model *model, const cr_citations *facts) {
  const char *places = cr_citation_places(model->arena, facts);
  if (!places) out->failed = true;
  if (!places || !*places) return;
  cr_buffer_put(out, " <span class=\"faint\">[");
  cr_markup_text(out, places);
  cr_buffer_put(out, "]</span>");
}

void cr_html_notes(cr_buffer *out, const cr_report_model *model, const cr_note_list *notes) {
  if (notes->count == 0) return;
  cr_buffer_put(out, "<ul>\n");
  for (int i = 0; i < notes->count; i++) {
    cr_buffer_put(out, "<li>");
    cr_markup_text(out, notes->items[i].sentence);
    cr_html_places(out, model, &notes->items[i].facts);
    cr_buffer_put(out, "</li>\n");
  }
  cr_buffer_put(out, "</ul>\n");
}

void cr_html_verdict(cr_buffer *out, const cr_report_model *model) {
  const cr_status verdict = model->screening->verdict;
  cr_html_section(out, "verdict", _("Verdict"));
  cr_buffer_format(out, "<div class=\"verdict %s\">\n", cr_html_class(verdict));
  cr_markup_element(out, "strong", "", model->verdict);
  cr_buffer_put(out, "\n<ul>\n");
  for (int i = 0; i < model->headline_count; i++) {
    cr_markup_element(out, "li", "", model->headlines[i]);
    cr_buffer_put(out, "\n");
  }
  cr_buffer_put(out, "</ul>\n</div>\n");
  if (model->robustness) cr_html_paragraph(out, "", model->robustness);
  cr_html_section_end(out);
}

void cr_html_chart(cr_buffer *out, const cr_chart *chart) {
  if (cr_chart_across(chart)) cr_buffer_put(out, "<div class=\"wide\">\n");
  cr_html_section(out, "chart", chart->title);
  cr_buffer_put(out, "<figure>\n");
  cr_chart_svg(out, chart, false);
  cr_buffer_put(out, "</figure>\n");
  cr_html_section_end(out);
  if (cr_chart_across(chart)) cr_buffer_put(out, "</div>\n");
}

/* The builder's names and marks, as the chart needs them. */
static crible_status make_chart(cr_chart **out, const cr_report_model *model) {
  cr_report_model own = *model;
  own.marks.count = 0;
  cr_builder builder = {.model = &own,
                        .screening = model->screening,
                        .facts = model->screening->facts,
                        .arena = model->arena};
  cr_build_names(&builder);
  if (!builder.failed) cr_build_head(&builder);
  crible_status status = builder.failed ? CRIBLE_E_MEMORY : cr_chart_of(out, &builder, false);
  cr_builder_clear(&builder);
  return status;
}

static void put_parts(cr_buffer *out, const cr_report_model *model, const cr_chart *chart) {
  cr_html_verdict(out, model);
  /* The criteria fill the first page when the chart has one of its own. */
  if (cr_chart_across(chart)) cr_html_criteria(out, model);
  cr_html_chart(out, chart);
  if (!cr_chart_across(chart)) cr_html_criteria(out, model);
  cr_html_holders(out, model);
  cr_html_chains(out, model);
  cr_html_rights(out, model);
  cr_html_unknown(out, model);
  cr_html_requests(out, model);
  cr_html_remarks(out, model);
  cr_html_readings(out, model);
  cr_html_sources(out, model);
  cr_html_method(out, model);
  cr_html_signature(out);
}

crible_status cr_html_report(cr_buffer *out, const cr_report_model *model) {
  cr_chart *chart = NULL;
  crible_status status = make_chart(&chart, model);
  if (status != CRIBLE_OK) return status;
  const cr_page page = {model->heading, model->date_iso, cr_html_style};
  cr_page_open(out, &page);
  cr_buffer_put(out, "<header>\n");
  cr_html_paragraph(out, "kind", _("Screening for foreign control"));
  cr_markup_element(out, "h1", "class=\"dossier\"", model->heading);
  cr_buffer_put(out, "\n");
  cr_html_paragraph(out, "reference faint", model->subtitle);
  cr_buffer_put(out, "</header>\n<main>\n");
  put_parts(out, model, chart);
  cr_buffer_put(out, "</main>\n<footer>\n");
  cr_html_paragraph(out, "faint", "crible " CRIBLE_VERSION);
  cr_buffer_put(out, "</footer>\n");
  cr_page_close(out);
  return CRIBLE_OK;
}
