#include "engine/report/comparison.h"

#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "engine/alternatives/difference.h"

static const char *points_template(int end, bool more) {
  if (end < 0) return more ? _("+ %s points") : _("− %s points");
  if (end == 0) return more ? _("lower end + %s points") : _("lower end − %s points");
  return more ? _("upper end + %s points") : _("upper end − %s points");
}

/* "+ 5 points": how far one end moved, or the one figure (`end` -1). "" when it did not or is not
 * known exactly; NULL when memory is short. */
static const char *points(cr_arena *arena, const cr_report_model *model, int end,
                          const cr_bound *before, const cr_bound *after) {
  const char *words = "";
  fmpq_t by;
  if (!before->exact || !after->exact) return "";
  fmpq_init(by);
  fmpq_sub(by, after->value, before->value);
  if (!fmpq_is_zero(by)) {
    const char *template = points_template(end, fmpq_sgn(by) > 0);
    fmpq_abs(by, by);
    const char *size = cr_figure_percent(arena, by, &model->marks);
    words = size ? cr_arena_printf(arena, template, size) : NULL;
  }
  fmpq_clear(by);
  return words;
}

static const char *joined(cr_arena *arena, const char *first, const char *second) {
  if (!second || !*second) return first;
  if (!first || !*first) return second;
  return cr_arena_printf(arena, "%s; %s", first, second);
}

/* Who holds it now, or what is examined now, when that is another; else "". */
static const char *now_words(const cr_compared *compared) {
  const cr_shown_criterion *before = compared->before, *after = compared->after;
  if (!after->criterion->numeric) return strcmp(before->note, after->note) ? after->note : "";
  const cr_shown_party *was = before->holder[before->criterion->status == CR_VIOLATED ? 0 : 1];
  const cr_shown_party *is = after->holder[after->criterion->status == CR_VIOLATED ? 0 : 1];
  /* Between two dossiers one party may have two ids. */
  const bool same = was && is && (!strcmp(was->id, is->id) || !strcmp(was->brief, is->brief));
  return is && !same ? is->brief : "";
}

/* What changed of a criterion, from the most telling on. */
static const char *moved_words(cr_arena *arena, const cr_report_model *model,
                               const cr_compared *compared) {
  const cr_shown_criterion *before = compared->before, *after = compared->after;
  const char *words = "";
  if (compared->status_differs)
    words = cr_arena_printf(arena, "%s → %s", before->status, after->status);
  const cr_bound *was = before->criterion->bound, *is = after->criterion->bound;
  const bool one = cr_figure_point(was) && cr_figure_point(is);
  for (int end = one; words && compared->figure_differs && end < 2; end++) {
    const char *by = points(arena, model, one ? -1 : end, &was[end], &is[end]);
    words = by ? joined(arena, words, by) : NULL;
  }
  const char *now = now_words(compared);
  if (words && *now) words = joined(arena, words, cr_arena_printf(arena, _("now: %s"), now));
  return words;
}

static bool robustness_differs(const cr_comparison *comparison) {
  const char *before = comparison->before->robustness, *after = comparison->after->robustness;
  return before && after && strcmp(before, after) != 0;
}

crible_status cr_comparison_of(cr_comparison **out, const struct crible_screening *before,
                               const struct crible_screening *after,
                               struct crible_readings *const readings[2], cr_arena *arena) {
  cr_report_model *models[2];
  cr_comparison *made = cr_arena_alloc(arena, 1, sizeof *made);
  if (!made) return CRIBLE_E_MEMORY;
  crible_status status = cr_report_model_of(&models[0], before, readings[0], arena);
  if (status == CRIBLE_OK) status = cr_report_model_of(&models[1], after, readings[1], arena);
  if (status != CRIBLE_OK) return status;
  made->arena = arena;
  made->before = models[0];
  made->after = models[1];
  made->verdict_differs = before->verdict != after->verdict;
  made->differs = cr_screenings_differ(before, after);
  made->robustness_differs = robustness_differs(made);
  for (int id = 0; id < CR_CRITERIA; id++) {
    cr_compared *compared = &made->criteria[id];
    compared->before = &models[0]->criteria[id];
    compared->after = &models[1]->criteria[id];
    const cr_criterion *was = compared->before->criterion, *is = compared->after->criterion;
    compared->status_differs = was->status != is->status;
    compared->figure_differs = cr_criterion_figure_differs(was, is);
    compared->moved = moved_words(arena, models[1], compared);
    if (!compared->moved) return CRIBLE_E_MEMORY;
  }
  *out = made;
  return CRIBLE_OK;
}
