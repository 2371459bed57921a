/* The criteria with their gauges, and who holds what. */
#include <math.h>

#include "engine/base/words.h"
#include "engine/report/html.h"

enum { GAUGE = 98, BAR = 7, TOP = 3 }; /* points: the whole of it, and the bar within */

static void put_bar(cr_buffer *out, double from, double to, const char *paint) {
  cr_buffer_put(out, "<rect x=\"");
  cr_markup_number(out, from * GAUGE);
  cr_buffer_format(out, "\" y=\"%d\" width=\"", TOP);
  cr_markup_number(out, fmax(to - from, 0) * GAUGE);
  cr_buffer_format(out, "\" height=\"%d\" %s/>", BAR, paint);
}

/* What is sure is full; what is only possible is open, with a dashed outline. */
void cr_html_gauge(cr_buffer *out, const cr_shown_criterion *shown) {
  static const char *const full[] = {"fill=\"#17602f\"", "fill=\"#7a4f00\"", "fill=\"#a5150a\""};
  static const char *const open[] = {
      "fill=\"#d7ecdc\" stroke=\"#17602f\" stroke-dasharray=\"3 2\"",
      "fill=\"#fff1c9\" stroke=\"#7a4f00\" stroke-dasharray=\"3 2\"",
      "fill=\"#fde2dd\" stroke=\"#a5150a\" stroke-dasharray=\"3 2\""};
  const cr_criterion *criterion = shown->criterion;
  const double least = criterion->bound[0].below, most = criterion->bound[1].above,
               ceiling = fmpq_get_d(criterion->threshold);
  cr_buffer_format(out, "<svg viewBox=\"-2 0 %d 13\" width=\"%dpt\" height=\"13pt\" role=\"img\" "
                        "aria-label=\"",
                   GAUGE + 4, GAUGE + 4);
  cr_markup_text(out, shown->figure);
  cr_buffer_put(out, " / ");
  cr_markup_text(out, shown->ceiling);
  cr_buffer_put(out, "\">");
  put_bar(out, 0, 1, "fill=\"#ffffff\" stroke=\"#5a6069\" stroke-width=\"0.75\"");
  if (!cr_figure_point(criterion->bound))
    put_bar(out, fmin(least, 1), fmin(most, 1), open[criterion->status]);
  put_bar(out, 0, fmin(least, 1), full[criterion->status]);
  cr_buffer_put(out, "<path d=\"M");
  cr_markup_number(out, ceiling * GAUGE);
  cr_buffer_put(out, ",0.5 V12.5\" stroke=\"#1a1a1a\" stroke-width=\"1.5\"/></svg>");
}

static const char *sign_of(cr_status status) {
  return status == CR_MET ? "✓" : status == CR_VIOLATED ? "✗" : "?";
}

static void put_criterion(cr_buffer *out, const cr_report_model *model,
                          const cr_shown_criterion *shown) {
  const cr_criterion *criterion = shown->criterion;
  const char *title = *shown->whose
                          ? cr_arena_printf(model->arena, "%s, %s", shown->subject, shown->whose)
                          : shown->subject;
  const char *status =
      cr_arena_printf(model->arena, "%s %s", sign_of(criterion->status), shown->status);
  if (!title || !status) {
    out->failed = true;
    return;
  }
  cr_buffer_put(out, "<tr>");
  cr_html_row_title(out, title);
  cr_html_cell(out, "figure", shown->figure);
  cr_html_cell(out, "figure", shown->ceiling);
  cr_buffer_put(out, "<td class=\"gauge\">");
  if (criterion->numeric) cr_html_gauge(out, shown);
  cr_buffer_put(out, "</td>");
  cr_html_cell(out, cr_html_class(criterion->status), status);
  cr_html_cell(out, "", shown->note);
  cr_buffer_put(out, "</tr>\n");
}

void cr_html_criteria(cr_buffer *out, const cr_report_model *model) {
  const char *const titles[] = {_("Criterion"), _("Third entities have"),
                                _("Ceiling"),   _("0 to 100 %"),
                                _("Status"),    _("Who, and what is left"),
                                NULL};
  cr_html_section(out, "criteria", _("Criteria of clause 3.1"));
  cr_html_table(out, _("Each criterion against its ceiling"), titles);
  for (int id = 0; id < CR_CRITERIA; id++) put_criterion(out, model, &model->criteria[id]);
  cr_html_table_end(out);
  cr_html_paragraph(out, "faint",
                    _("The line across a bar is the ceiling. What is sure is full; what is only "
                      "possible has a dashed outline."));
  cr_html_paragraph(out, "", model->not_examined);
  cr_html_section_end(out);
}
