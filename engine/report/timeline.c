/* The report of when and why a result changes. */
#include "engine/alternatives/timeline.h"

#include "engine/base/words.h"
#include "engine/report/calendar.h"
#include "engine/report/comparison.h"
#include "engine/report/fact_words.h"
#include "engine/report/text.h"
#include "importers/dossier/dossier.h"

enum { USUAL_WIDTH = 100, LEAST_WIDTH = 40, MARK = 2, WORDS = 4, EVENT = 56 };

static const char *or_nothing(cr_layout *layout, const char *words) {
  if (!words) layout->out->failed = true;
  return words ? words : "";
}

static const char *event_words(cr_event event) {
  switch (event) {
  case CR_BEGINS: return _("from this day on");
  case CR_ENDS: return _("until the day before");
  case CR_DOUBLE_VOTES: return _("registered long enough for double votes");
  case CR_SUSPENSION: return _("suspension of its votes begins or ends");
  case CR_EXERCISE: return _("its exercise begins or ends");
  case CR_TOLD: return _("declared on this day");
  }
  return "";
}

static const char *law_words(cr_arena *arena, const cr_law_change *change) {
  static const char *const templates[][2] = {
      [CR_MEMBERSHIP] = {N_("%s is outside the Union from this day on"),
                         N_("%s is inside the Union from this day on")},
      [CR_TERRITORY] = {N_("%s is outside the territory of the Treaties from this day on"),
                        N_("%s is inside the territory of the Treaties from this day on")},
      [CR_TRANSITION] = {N_("the transition of %s has ended"), N_("the transition of %s begins")},
      [CR_EEA] = {N_("%s is outside the European Economic Area from this day on"),
                  N_("%s is inside the European Economic Area from this day on")},
      [CR_MARKET] = {N_("%s is no regulated market from this day on"),
                     N_("%s is a regulated market from this day on")},
      [CR_MAJORITY] = {N_("%s is no more in force"), N_("%s is in force from this day on")},
      [CR_THRESHOLD] = {N_("a threshold for declarations is no more in force"),
                        N_("a threshold for declarations is in force from this day on")}};
  const char *template = _(templates[change->what][change->begins]);
  return change->what == CR_THRESHOLD ? template : cr_arena_printf(arena, template, change->code);
}

static void put_causes(cr_layout *layout, const cr_facts *facts, const cr_step *step,
                       cr_arena *arena) {
  for (int i = 0; i < step->cause_count; i++) {
    const cr_dated_fact *cause = &step->causes[i];
    cr_fact_name name = cr_fact_name_of(arena, facts, cause->fact);
    const char *words =
        name.which ? cr_fact_words(arena, name.element, name.which, name.of) : NULL;
    const char *mark = cause->event == CR_BEGINS ? "+" : cause->event == CR_ENDS ? "−" : "·";
    cr_cell cells[] = {{MARK, mark, CR_STRONG, 0},
                       {WORDS, or_nothing(layout, words), CR_PLAIN, 2},
                       {EVENT, event_words(cause->event), CR_FAINT, 2}};
    cr_layout_row(layout, cells, 3);
  }
  for (int i = 0; i < step->law_count; i++) {
    cr_cell cells[] = {{MARK, "·", CR_STRONG, 0},
                       {WORDS, or_nothing(layout, law_words(arena, &step->law[i])), CR_PLAIN, 2}};
    cr_layout_row(layout, cells, 2);
  }
}

static void put_step(cr_layout *layout, const cr_facts *facts, const cr_step *step,
                     const cr_comparison *comparison, bool exact) {
  cr_arena *arena = comparison->arena;
  cr_layout_gap(layout);
  cr_layout_line(layout, 0, 2, CR_STRONG, or_nothing(layout, cr_calendar_words(arena, step->day)));
  put_causes(layout, facts, step, arena);
  if (comparison->verdict_differs)
    cr_text_verdicts(layout, comparison, _("before"), _("after"));
  cr_text_compared(layout, comparison, _("before"), _("after"), exact);
}

static void put_text(cr_layout *layout, const crible_timeline *timeline, bool exact,
                     cr_comparison *const *comparisons, const cr_report_model *first,
                     cr_arena *arena) {
  const char *words = cr_arena_printf(
      arena, _("from %s to %s, ruleset %s"),
      or_nothing(layout, cr_calendar_words(arena, timeline->from)),
      or_nothing(layout, cr_calendar_words(arena, timeline->to)), first->screening->ruleset->id);
  cr_layout_line(layout, 0, 2, CR_STRONG, first->heading);
  cr_layout_line(layout, 0, 2, CR_FAINT, or_nothing(layout, words));
  cr_layout_gap(layout);
  cr_layout_line(layout, 2, 2, CR_PLAIN,
                 or_nothing(layout, cr_arena_printf(arena, _("at first: %s"), first->verdict)));
  cr_text_robustness(layout, 4, first);
  for (size_t i = 0; i < timeline->step_count; i++)
    put_step(layout, timeline->ordered->facts, &timeline->steps[i], comparisons[i], exact);
  if (timeline->step_count) return;
  cr_layout_gap(layout);
  cr_layout_line(layout, 2, 2, CR_PLAIN,
                 _("Between the two dates neither verdict nor figures change."));
}

static void put_json_step(cr_json *json, const cr_facts *facts, const cr_step *step,
                          const cr_comparison *comparison) {
  static const char *const events[] = {"begins", "ends", "double-votes", "suspension", "exercise",
                                       "declared"};
  static const char *const laws[] = {"membership", "territory", "transition", "eea",
                                     "market",     "majority",  "threshold"};
  cr_json_open(json, NULL, '{');
  cr_json_string(json, "day", step->text);
  cr_json_open(json, "facts", '[');
  for (int i = 0; i < step->cause_count; i++) {
    cr_fact_name name = cr_fact_name_of(comparison->arena, facts, step->causes[i].fact);
    json->out->failed = json->out->failed || !name.which;
    cr_json_open(json, NULL, '{');
    cr_json_string(json, "event", events[step->causes[i].event]);
    cr_json_string(json, "fact", name.element);
    cr_json_string(json, "which", name.which);
    cr_json_string(json, "of", name.of);
    cr_json_close(json, '}');
  }
  cr_json_close(json, ']');
  cr_json_open(json, "law", '[');
  for (int i = 0; i < step->law_count; i++) {
    cr_json_open(json, NULL, '{');
    cr_json_string(json, "change", laws[step->law[i].what]);
    cr_json_bool(json, "begins", step->law[i].begins);
    cr_json_string(json, "code", step->law[i].code);
    cr_json_close(json, '}');
  }
  cr_json_close(json, ']');
  cr_json_compared(json, comparison);
  cr_json_close(json, '}');
}

static void put_json(cr_buffer *out, const crible_timeline *timeline,
                     cr_comparison *const *comparisons, const cr_report_model *first) {
  char day[16];
  cr_json json = {.out = out};
  cr_json_open(&json, NULL, '{');
  cr_json_string(&json, "format", "crible-timeline/1");
  cr_json_subject(&json, first);
  cr_date_format(day, timeline->from);
  cr_json_string(&json, "from", day);
  cr_date_format(day, timeline->to);
  cr_json_string(&json, "to", day);
  cr_json_string(&json, "verdict", first->verdict_id);
  cr_json_robustness(&json, first);
  cr_json_open(&json, "days", '[');
  for (size_t i = 0; i < timeline->step_count; i++)
    put_json_step(&json, timeline->ordered->facts, &timeline->steps[i], comparisons[i]);
  cr_json_close(&json, ']');
  cr_json_close(&json, '}');
  cr_buffer_put(out, "\n");
}

static crible_status compare_steps(cr_comparison **out, const crible_timeline *timeline,
                                   crible_readings **readings, cr_arena *arena) {
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < timeline->step_count; i++)
    status = cr_comparison_of(&out[i], timeline->steps[i].before, timeline->steps[i].after,
                              readings + i, arena);
  return status;
}

/* Whether a text gives the verdict of that screening: the first one's, and those that change. */
static bool gives_verdict(const crible_timeline *timeline, size_t i) {
  struct crible_screening *const *screenings = timeline->screenings;
  const cr_status verdict = screenings[i]->verdict;
  return i == 0 || screenings[i - 1]->verdict != verdict ||
         (i + 1 < timeline->screening_count && screenings[i + 1]->verdict != verdict);
}

/* Beside every verdict that is given; one for each screening. */
static crible_status run_readings(crible_readings **out, const crible_timeline *timeline,
                                  crible_format format) {
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < timeline->screening_count; i++)
    if (format == CRIBLE_JSON || gives_verdict(timeline, i))
      status = cr_readings_beside_verdict(&out[i], timeline->screenings[i]);
  return status;
}

static void free_readings(crible_readings **readings, const crible_timeline *timeline) {
  for (size_t i = 0; readings && i < timeline->screening_count; i++)
    crible_readings_free(readings[i]);
  cr_release(timeline->context, readings);
}

crible_status crible_timeline_report(char **out, size_t *length, const crible_timeline *timeline,
                                     const crible_report_options *options) {
  const crible_format format = options ? options->format : CRIBLE_TEXT;
  if (format != CRIBLE_TEXT && format != CRIBLE_JSON) return CRIBLE_E_USAGE;
  const int asked = options && options->width > 0 ? options->width : USUAL_WIDTH;
  cr_arena *arena = NULL;
  cr_report_model *first = NULL;
  cr_comparison **comparisons = NULL;
  cr_buffer buffer;
  cr_buffer_init(&buffer, timeline->context);
  crible_readings **readings =
      cr_allocate_zero(timeline->context, timeline->screening_count, sizeof *readings);
  crible_status status = cr_arena_new(&arena, timeline->context);
  if (status == CRIBLE_OK)
    comparisons = cr_arena_alloc(arena, timeline->step_count + 1, sizeof *comparisons);
  if (status == CRIBLE_OK && (!readings || !comparisons)) status = CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) status = run_readings(readings, timeline, format);
  if (status == CRIBLE_OK)
    status = cr_report_model_of(&first, timeline->screenings[0], readings[0], arena);
  if (status == CRIBLE_OK) status = compare_steps(comparisons, timeline, readings, arena);
  if (status != CRIBLE_OK) goto cleanup;
  cr_layout layout = {&buffer, asked < LEAST_WIDTH ? LEAST_WIDTH : asked,
                      options && options->color};
  if (format == CRIBLE_JSON) put_json(&buffer, timeline, comparisons, first);
  else put_text(&layout, timeline, options && options->exact, comparisons, first, arena);
  status = cr_buffer_take(out, length, &buffer);
cleanup:
  cr_buffer_clear(&buffer);
  cr_arena_free(arena);
  free_readings(readings, timeline);
  return status;
}
