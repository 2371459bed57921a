#include <string.h>

#include "engine/base/words.h"
#include "engine/report/comparison.h"
#include "engine/report/text.h"

enum { MARK = 0, SUBJECT = 2, WHOSE = 11, CEILING = 22, BEFORE = 30, AFTER = 52, MOVED = 74 };
enum { MOVED_BESIDE = 96 }; /* columns from which what moved stands in the table */
enum { SIDE = 2, VERDICT = 13, RESTS_ON = 27 };

static cr_tone status_tone(cr_status status) {
  return status == CR_MET ? CR_GOOD : status == CR_VIOLATED ? CR_BAD : CR_OPEN;
}

static void put_side(cr_layout *layout, const cr_report_model *model, const char *name) {
  for (int i = 0; i < model->headline_count; i++) {
    cr_cell cells[] = {{SIDE, i ? "" : name, CR_FAINT, 0},
                       {VERDICT, i ? "" : model->verdict, status_tone(model->screening->verdict), 0},
                       {RESTS_ON, model->headlines[i], CR_STRONG, 2}};
    cr_layout_row(layout, cells, 3);
  }
  cr_text_robustness(layout, RESTS_ON, model);
}

void cr_text_verdicts(cr_layout *layout, const cr_comparison *comparison, const char *before,
                      const char *after) {
  cr_layout_gap(layout);
  put_side(layout, comparison->before, before);
  put_side(layout, comparison->after, after);
}

/* "21.25 %, met"; a criterion without figure has its status alone. */
static const char *found(const cr_comparison *comparison, const cr_shown_criterion *shown) {
  return *shown->figure
             ? cr_arena_printf(comparison->arena, "%s, %s", shown->figure, shown->status)
             : shown->status;
}

static void put_exact(cr_layout *layout, const cr_compared *compared) {
  const char *before = compared->before->exact, *after = compared->after->exact;
  if (!before && !after) return;
  cr_cell cells[] = {{BEFORE, before, CR_FAINT, 0}, {AFTER, after, CR_FAINT, 0}};
  cr_layout_row(layout, cells, 2);
}

static void put_row(cr_layout *layout, const cr_comparison *comparison, int id, bool first,
                    bool exact) {
  const cr_compared *compared = &comparison->criteria[id];
  const cr_shown_criterion *before = compared->before, *after = compared->after;
  const bool beside = layout->width >= MOVED_BESIDE;
  cr_cell cells[] = {
      {MARK, compared->status_differs ? "*" : "", CR_STRONG, 0},
      {SUBJECT, first ? after->subject : "", CR_PLAIN, 0},
      {WHOSE, after->whose, CR_PLAIN, 0},
      {CEILING, after->ceiling, CR_PLAIN, 0},
      {BEFORE, found(comparison, before), status_tone(before->criterion->status), 0},
      {AFTER, found(comparison, after), status_tone(after->criterion->status), 0},
      {MOVED, beside ? compared->moved : "", CR_PLAIN, 0}};
  if (!cells[4].text || !cells[5].text) layout->out->failed = true;
  cr_layout_row(layout, cells, sizeof cells / sizeof *cells);
  if (exact) put_exact(layout, compared);
  if (!beside && *compared->moved) cr_layout_line(layout, WHOSE, 0, CR_PLAIN, compared->moved);
}

void cr_text_compared(cr_layout *layout, const cr_comparison *comparison, const char *before,
                      const char *after, bool exact) {
  cr_layout_gap(layout);
  cr_cell head[] = {{SUBJECT, _("Third entities have"), CR_FAINT, 0},
                    {CEILING, _("ceiling"), CR_FAINT, 0},
                    {BEFORE, before, CR_FAINT, 0},
                    {AFTER, after, CR_FAINT, 0},
                    {MOVED, layout->width >= MOVED_BESIDE ? _("what moved") : "", CR_FAINT, 0}};
  cr_layout_row(layout, head, sizeof head / sizeof *head);
  const char *subject = NULL;
  for (int id = 0; id < CR_CRITERIA; id++) {
    const char *its = comparison->criteria[id].after->subject;
    put_row(layout, comparison, id, its != subject, exact);
    subject = its;
  }
}

static bool has(const cr_note_list *notes, const char *sentence) {
  for (int i = 0; i < notes->count; i++)
    if (strcmp(notes->items[i].sentence, sentence) == 0) return true;
  return false;
}

static int put_new(cr_layout *layout, const cr_note_list *before, const cr_note_list *after,
                   const char *heading, int shown) {
  for (int i = 0; i < after->count; i++) {
    if (has(before, after->items[i].sentence)) continue;
    if (shown++ == 0) {
      cr_layout_gap(layout);
      cr_layout_line(layout, 2, 2, CR_STRONG, heading);
    }
    cr_layout_line(layout, 4, 2, CR_PLAIN, after->items[i].sentence);
  }
  return shown;
}

void cr_text_new_remarks(cr_layout *layout, const cr_comparison *comparison, const char *heading) {
  const cr_report_model *before = comparison->before, *after = comparison->after;
  int shown = put_new(layout, &before->presumed, &after->presumed, heading, 0);
  put_new(layout, &before->warned, &after->warned, heading, shown);
}
