/* What the report rests on, and who answers for it. */
#include <crible/crible.h>

#include "engine/base/words.h"
#include "engine/report/calendar.h"
#include "engine/report/html.h"

static void put_source(cr_buffer *out, const cr_report_model *model, const cr_source *source) {
  const char *date = "";
  if (source->date != CR_DATE_NONE) date = cr_calendar_words(model->arena, source->date);
  if (!date) {
    out->failed = true;
    return;
  }
  cr_buffer_put(out, "<tr>");
  cr_html_row_title(out, source->title ? source->title : source->id);
  cr_html_cell(out, "", date);
  cr_html_cell(out, "", source->file ? source->file : "");
  cr_html_cell(out, "mono", source->sha256 ? source->sha256 : _("not attached"));
  cr_buffer_put(out, "</tr>\n");
}

void cr_html_sources(cr_buffer *out, const cr_report_model *model) {
  const char *const titles[] = {_("Document"), _("Date"), _("File"), "SHA-256", NULL};
  const cr_facts *facts = model->screening->facts;
  cr_html_section(out, "sources", _("Sources"));
  if (facts->sources_count == 0) {
    cr_html_paragraph(out, "", _("The dossier names no document."));
  } else {
    cr_html_table(out, _("Documents that the facts were read in"), titles);
    for (size_t i = 0; i < facts->sources_count; i++) put_source(out, model, &facts->sources[i]);
    cr_html_table_end(out);
  }
  cr_html_section_end(out);
}

static void put_line(cr_buffer *out, const char *what, const char *class, const char *text) {
  cr_buffer_put(out, "<tr>");
  cr_html_row_title(out, what);
  cr_html_cell(out, class, text);
  cr_buffer_put(out, "</tr>\n");
}

void cr_html_method(cr_buffer *out, const cr_report_model *model) {
  const char *const titles[] = {_("What"), _("Result"), NULL};
  const cr_ruleset *ruleset = model->screening->ruleset;
  cr_html_section(out, "method", _("Rules and engine"));
  cr_html_table(out, _("What the figures were computed with"), titles);
  put_line(out, _("date of the facts"), "", model->date_iso);
  put_line(out, _("ruleset"), "", ruleset->id);
  if (ruleset->title) put_line(out, _("title of the ruleset"), "", ruleset->title);
  put_line(out, _("SHA-256 of the ruleset"), "mono", ruleset->sha256);
  put_line(out, _("engine"), "", "crible " CRIBLE_VERSION);
  cr_html_table_end(out);
  cr_html_section_end(out);
}

static void put_box(cr_buffer *out, const char *label, const char *class) {
  cr_buffer_put(out, "<div>");
  cr_html_paragraph(out, "faint", label);
  cr_buffer_format(out, "<div class=\"%s\"></div></div>\n", class);
}

void cr_html_signature(cr_buffer *out) {
  cr_html_section(out, "signature", _("Notes and signature"));
  put_box(out, _("Notes"), "fill high");
  cr_buffer_put(out, "<div class=\"sign\">\n");
  put_box(out, _("Name and office"), "fill");
  put_box(out, _("Place and date"), "fill");
  put_box(out, _("Signature"), "fill");
  cr_buffer_put(out, "</div>\n");
  cr_html_section_end(out);
}
