/* Explanations as text. */
#include <crible/explanation.h>

#include <string.h>

#include "engine/base/words.h"
#include "engine/report/text.h"
#include "engine/screening/passes.h"

enum { USUAL_WIDTH = 100, LEAST_WIDTH = 40 };

/* By its name, or by what it is about. */
static bool is_asked(const char *criterion, cr_criterion_id id) {
  if (!criterion || strcmp(criterion, cr_criterion_name(id)) == 0) return true;
  if (strcmp(criterion, "capital") == 0) return id <= CR_CAPITAL_COLLECTIVE;
  if (strcmp(criterion, "votes") == 0) return id == CR_VOTES_INDIVIDUAL || id == CR_VOTES_COLLECTIVE;
  return false;
}

static bool is_known(const char *criterion) {
  for (int id = 0; id < CR_CRITERIA; id++)
    if (is_asked(criterion, (cr_criterion_id)id)) return true;
  return false;
}

static void put_explanation(cr_layout *layout, const cr_report_model *model,
                            const cr_explanation *explanation) {
  cr_text_heading(layout, explanation->title);
  for (int i = 0; i < explanation->count; i++) {
    const cr_explained *item = &explanation->items[i];
    if (item->calculation) cr_layout_line(layout, 8, 2, CR_STRONG, item->text);
    else cr_text_sourced(layout, model, 4, item->text, &item->facts);
  }
}

/* Of the other property than the one asked about. */
static bool is_beside(const char *criterion, const cr_remark *remark) {
  if (!criterion || remark->property == CR_NONE) return false;
  return strncmp(criterion, remark->property == CR_CAPITAL ? "votes" : "capital",
                 remark->property == CR_CAPITAL ? 5 : 7) == 0;
}

/* What sources say against each other, and what a person confirmed of them: no figure above shows it,
 * and each rests on it. */
static void put_disputed(cr_layout *layout, const cr_report_model *model, const char *criterion) {
  bool headed = false;
  for (int i = 0; i < model->presumption_count; i++) {
    const cr_shown_remark *shown = &model->presumptions[i];
    if (strcmp(shown->remark->code, "confirmed-same") != 0) continue;
    if (!headed) cr_text_heading(layout, _("Parties taken as one"));
    headed = true;
    cr_text_sourced(layout, model, 4, shown->message, &shown->facts);
  }
  headed = false;
  for (int i = 0; i < model->warning_count; i++) {
    const cr_shown_remark *shown = &model->warnings[i];
    if (shown->remark->kind != CR_CONTRADICTION || is_beside(criterion, shown->remark)) continue;
    if (!headed) cr_text_heading(layout, _("Where sources contradict each other"));
    headed = true;
    cr_text_sourced(layout, model, 4, shown->message, &shown->facts);
  }
}

static void put_all(cr_layout *layout, const cr_report_model *model, const char *criterion) {
  cr_layout_line(layout, 0, 2, CR_STRONG, model->heading);
  cr_layout_line(layout, 0, 2, CR_FAINT, model->subtitle);
  for (int id = 0; id < CR_CRITERIA; id++)
    if (is_asked(criterion, (cr_criterion_id)id))
      put_explanation(layout, model, model->criteria[id].explanation);
  put_disputed(layout, model, criterion);
}

crible_status crible_explain(char **out, size_t *length, crible_screening *screening,
                             const char *criterion, const crible_report_options *options) {
  const int width = options && options->width > 0 ? options->width : USUAL_WIDTH;
  cr_arena *arena = NULL;
  cr_report_model *model = NULL;
  cr_buffer buffer;
  if (!is_known(criterion)) return CRIBLE_E_USAGE;
  cr_buffer_init(&buffer, screening->context);
  crible_status status = cr_pass_bounds(screening);
  if (status == CRIBLE_OK) status = cr_arena_new(&arena, screening->context);
  if (status == CRIBLE_OK) status = cr_report_model_of(&model, screening, NULL, arena);
  if (status != CRIBLE_OK) goto cleanup;
  cr_layout layout = {&buffer, width < LEAST_WIDTH ? LEAST_WIDTH : width,
                      options && options->color};
  put_all(&layout, model, criterion);
  status = cr_buffer_take(out, length, &buffer);
cleanup:
  cr_buffer_clear(&buffer);
  cr_arena_free(arena);
  return status;
}
