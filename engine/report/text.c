#include "engine/report/text.h"

#include "engine/base/words.h"
#include "engine/report/display.h"

enum { SUBJECT = 2, GAP = 2, FIGURES = 19, CEILINGS = 8, STATUSES = 14 };
enum { LEAST_NOTE = 29 }; /* columns without which the note stands below the row */

/* Where the columns of the table begin: as wide as their words in the language need. */
typedef struct columns {
  int whose, figure, ceiling, status, note;
} columns;

static int widest(int so_far, const char *text) {
  const int width = cr_display_width(text);
  return width > so_far ? width : so_far;
}

static columns columns_of(const cr_report_model *model) {
  int subject = 0, whose = 0;
  for (int id = 0; id < CR_CRITERIA; id++) {
    subject = widest(subject, model->criteria[id].subject);
    whose = widest(whose, model->criteria[id].whose);
  }
  columns at = {.whose = SUBJECT + subject + GAP};
  at.figure = at.whose + whose + GAP;
  at.ceiling = at.figure + FIGURES;
  at.status = at.ceiling + CEILINGS;
  at.note = at.status + STATUSES;
  return at;
}

static cr_tone status_tone(cr_status status) {
  return status == CR_MET ? CR_GOOD : status == CR_VIOLATED ? CR_BAD : CR_OPEN;
}

void cr_text_heading(cr_layout *layout, const char *text) {
  cr_layout_gap(layout);
  cr_layout_line(layout, 2, 2, CR_STRONG, text);
}

void cr_text_sourced(cr_layout *layout, const cr_report_model *model, int column, const char *text,
                     const cr_citations *facts) {
  const char *places = cr_citation_places(model->arena, facts);
  if (!places) layout->out->failed = true;
  cr_layout_sourced(layout, column, text, places);
}

static void put_verdict(cr_layout *layout, const cr_report_model *model) {
  cr_layout_line(layout, 0, 2, CR_STRONG, model->heading);
  cr_layout_line(layout, 0, 2, CR_FAINT, model->subtitle);
  cr_layout_gap(layout);
  for (int i = 0; i < model->headline_count; i++) {
    cr_cell cells[] = {{2, i ? "" : model->verdict, status_tone(model->screening->verdict), 0},
                       {16, model->headlines[i], CR_STRONG, 2}};
    cr_layout_row(layout, cells, 2);
  }
  cr_text_robustness(layout, 16, model);
}

static void put_criterion(cr_layout *layout, const cr_shown_criterion *shown, const columns *at,
                          bool first, bool exact) {
  const bool beside = layout->width >= at->note + LEAST_NOTE;
  const char *ceiling = *shown->ceiling ? shown->ceiling : "";
  cr_cell cells[] = {{SUBJECT, first ? shown->subject : "", CR_PLAIN, 0},
                     {at->whose, shown->whose, CR_PLAIN, 0},
                     {at->figure, shown->figure, CR_STRONG, 0},
                     {at->ceiling, ceiling, CR_PLAIN, 0},
                     {at->status, shown->status, status_tone(shown->criterion->status), 0},
                     {at->note, beside ? shown->note : "", CR_PLAIN, 0}};
  cr_layout_row(layout, cells, sizeof cells / sizeof *cells);
  if (exact && shown->exact) cr_layout_line(layout, at->figure, 0, CR_FAINT, shown->exact);
  if (!beside && *shown->note) cr_layout_line(layout, at->whose, 0, CR_PLAIN, shown->note);
}

static void put_criteria(cr_layout *layout, const cr_report_model *model, bool exact) {
  const columns at = columns_of(model);
  cr_layout_gap(layout);
  cr_cell head[] = {{SUBJECT, _("What third entities have"), CR_FAINT, 0},
                    {at.ceiling, _("ceiling"), CR_FAINT, 0}};
  cr_layout_row(layout, head, 2);
  const char *subject = NULL;
  for (int id = 0; id < CR_CRITERIA; id++) {
    const cr_shown_criterion *shown = &model->criteria[id];
    put_criterion(layout, shown, &at, shown->subject != subject, exact);
    subject = shown->subject;
  }
}

static void put_not_examined(cr_layout *layout, const cr_report_model *model) {
  cr_layout_gap(layout);
  cr_layout_line(layout, 2, 2, CR_FAINT, model->not_examined);
}

void cr_text_report(cr_layout *layout, const cr_report_model *model, bool exact,
                    crible_readings_shown readings) {
  put_verdict(layout, model);
  put_criteria(layout, model, exact);
  put_not_examined(layout, model);
  cr_text_reasons(layout, model);
  cr_text_unknown(layout, model);
  cr_text_requests(layout, model);
  cr_text_entities(layout, model);
  cr_text_rights(layout, model);
  cr_text_readings(layout, model, readings);
  cr_text_remarks(layout, model);
}
