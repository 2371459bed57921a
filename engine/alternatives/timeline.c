/* Between two days on which anything that screenings look at changes they are all the same: one a
 * day of change is enough. */
#include "engine/alternatives/timeline.h"

#include <stdlib.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "engine/alternatives/difference.h"
#include "engine/screening/in_order.h"
#include "importers/dossier/dossier.h"

/* More facts of one day than this are all named. Two days later is after the day even where
 * votes double years after a 29 February. */
enum { MOST_TRIED = 24, LATER = 2 };

/* Days gathered, or what happens on one. */
typedef struct cr_gathering {
  crible_timeline *timeline;
  cr_date *days;
  size_t count, capacity;
  cr_date today;
  cr_step *step; /* NULL: days are gathered */
  crible_status status;
} cr_gathering;

static void gather_day(cr_gathering *gathering, cr_date day) {
  const crible_timeline *timeline = gathering->timeline;
  void *block = gathering->days;
  if (gathering->status != CRIBLE_OK || day <= timeline->from || day > timeline->to) return;
  gathering->status = cr_grow(timeline->context, &block, &gathering->capacity,
                              gathering->count + 1, sizeof *gathering->days);
  if (gathering->status != CRIBLE_OK) return;
  gathering->days = block;
  gathering->days[gathering->count++] = day;
}

static void gather_law(void *user, cr_date day, const cr_law_change *change) {
  (void)change;
  gather_day(user, day);
}

static void each_fact(const cr_facts *facts, void (*each)(void *user, cr_fact_ref ref), void *user) {
  const size_t counts[] = {
#define CR_COUNT_OF(type, name) facts->name##_count,
      CR_FACT_KINDS(CR_COUNT_OF)
#undef CR_COUNT_OF
  };
  for (int kind = 0; kind < CR_FACT_KIND_COUNT; kind++)
    for (size_t i = 0; i < counts[kind]; i++)
      each(user, (cr_fact_ref){(cr_fact_kind)kind, (int)i});
}

static void gather_fact(void *user, cr_fact_ref ref) {
  cr_gathering *gathering = user;
  cr_fact_date dates[CR_MOST_FACT_DATES];
  int count = cr_fact_dates(dates, gathering->timeline->ordered->facts, ref);
  for (int i = 0; i < count; i++) gather_day(gathering, cr_fact_date_day(&dates[i]));
}

static int by_day(const void *left, const void *right) {
  const cr_date a = *(const cr_date *)left, b = *(const cr_date *)right;
  return a < b ? -1 : a > b;
}

/* The days of change, each once, in order. */
static void gather_days(cr_gathering *gathering) {
  const crible_dossier *dossier = gathering->timeline->ordered;
  each_fact(dossier->facts, gather_fact, gathering);
  cr_law_changes(dossier->reference, gather_law, gathering);
  size_t kept = 0;
  if (gathering->count) qsort(gathering->days, gathering->count, sizeof *gathering->days, by_day);
  for (size_t i = 0; i < gathering->count; i++)
    if (!kept || gathering->days[kept - 1] != gathering->days[i])
      gathering->days[kept++] = gathering->days[i];
  gathering->count = kept;
}

static void put_cause(void *user, cr_fact_ref ref) {
  cr_gathering *gathering = user;
  cr_fact_date dates[CR_MOST_FACT_DATES];
  int count = cr_fact_dates(dates, gathering->timeline->ordered->facts, ref);
  for (int i = 0; i < count; i++) {
    if (cr_fact_date_day(&dates[i]) != gathering->today) continue;
    if (gathering->step->causes)
      gathering->step->causes[gathering->step->cause_count] = (cr_dated_fact){ref, dates[i].event};
    gathering->step->cause_count++;
  }
}

static void put_law(void *user, cr_date day, const cr_law_change *change) {
  cr_gathering *gathering = user;
  if (day != gathering->today || !cr_law_concerns(gathering->timeline->ordered->facts, change))
    return;
  if (gathering->step->law) gathering->step->law[gathering->step->law_count] = *change;
  gathering->step->law_count++;
}

/* All that happens on the day: counted, then written. */
static crible_status find_causes(crible_timeline *timeline, cr_step *step) {
  cr_gathering gathering = {.timeline = timeline, .today = step->day, .step = step};
  const crible_dossier *dossier = timeline->ordered;
  for (int pass = 0; pass < 2; pass++) {
    if (pass) {
      step->causes =
          cr_arena_alloc(timeline->arena, (size_t)step->cause_count + 1, sizeof *step->causes);
      step->law = cr_arena_alloc(timeline->arena, (size_t)step->law_count + 1, sizeof *step->law);
      if (!step->causes || !step->law) return CRIBLE_E_MEMORY;
    }
    step->cause_count = step->law_count = 0;
    each_fact(dossier->facts, put_cause, &gathering);
    cr_law_changes(dossier->reference, put_law, &gathering);
  }
  return CRIBLE_OK;
}

/* The date of a fact that is the day, NULL when none is. */
static cr_date *date_of(const crible_timeline *timeline, const cr_dated_fact *cause, cr_date day) {
  cr_fact_date dates[CR_MOST_FACT_DATES];
  int count = cr_fact_dates(dates, timeline->ordered->facts, cause->fact);
  for (int i = 0; i < count; i++)
    if (dates[i].event == cause->event && cr_fact_date_day(&dates[i]) == day) return dates[i].date;
  return NULL;
}

/* Whether the result of the day differs from `from`, or there is none, were some dates of facts
 * later. The dates are as they were afterwards. */
static crible_status try_later(bool *differs, crible_timeline *timeline, cr_date day,
                               const cr_dated_fact *causes, int count,
                               const struct crible_screening *from,
                               const crible_screening_options *options) {
  struct crible_screening *other = NULL;
  const size_t told = crible_diagnostic_count(timeline->context);
  cr_date **dates = cr_arena_alloc(timeline->arena, (size_t)count, sizeof *dates);
  if (!dates) return CRIBLE_E_MEMORY;
  for (int i = 0; i < count; i++) {
    dates[i] = date_of(timeline, &causes[i], day);
    if (dates[i]) *dates[i] += LATER;
  }
  crible_status status = cr_screen_on(&other, timeline->ordered, options, day);
  for (int i = 0; i < count; i++)
    if (dates[i]) *dates[i] -= LATER;
  cr_diagnostics_forget(timeline->context, told);
  *differs = status != CRIBLE_OK || cr_screenings_differ(other, from);
  crible_screening_free(other);
  return status == CRIBLE_E_DATA ? CRIBLE_OK : status;
}

/* Of several facts those that matter, each by itself; all when none does by itself. */
static crible_status keep_what_matters(crible_timeline *timeline, cr_step *step,
                                       const crible_screening_options *options) {
  bool matters[MOST_TRIED];
  int kept = 0;
  if (step->cause_count + step->law_count < 2 || step->cause_count > MOST_TRIED) return CRIBLE_OK;
  for (int i = 0; i < step->cause_count; i++) {
    crible_status status = try_later(&matters[i], timeline, step->day, &step->causes[i], 1,
                                     step->after, options);
    if (status != CRIBLE_OK) return status;
    kept += matters[i];
  }
  if (kept == 0 && step->law_count == 0) return CRIBLE_OK;
  kept = 0;
  for (int i = 0; i < step->cause_count; i++)
    if (matters[i]) step->causes[kept++] = step->causes[i];
  step->cause_count = kept;
  return CRIBLE_OK;
}

/* The law does nothing where without the facts' dates the result is that of the day before. */
static crible_status keep_law(crible_timeline *timeline, cr_step *step,
                              const crible_screening_options *options) {
  bool differs = true;
  if (!step->cause_count || !step->law_count) return CRIBLE_OK;
  crible_status status = try_later(&differs, timeline, step->day, step->causes, step->cause_count,
                                   step->before, options);
  if (!differs) step->law_count = 0;
  return status;
}

static crible_status add_step(crible_timeline *timeline, struct crible_screening *after,
                              const crible_screening_options *options) {
  cr_step *step = &timeline->steps[timeline->step_count++];
  step->day = after->as_of;
  cr_date_format(step->text, step->day);
  step->before = timeline->screenings[timeline->screening_count - 1];
  step->after = timeline->screenings[timeline->screening_count++] = after;
  crible_status status = find_causes(timeline, step);
  if (status == CRIBLE_OK) status = keep_what_matters(timeline, step, options);
  return status == CRIBLE_OK ? keep_law(timeline, step, options) : status;
}

static crible_status walk(crible_timeline *timeline, const cr_gathering *days,
                          const crible_screening_options *options) {
  timeline->steps = cr_arena_alloc(timeline->arena, days->count + 1, sizeof *timeline->steps);
  timeline->screenings =
      cr_arena_alloc(timeline->arena, days->count + 1, sizeof *timeline->screenings);
  if (!timeline->steps || !timeline->screenings) return CRIBLE_E_MEMORY;
  crible_status status =
      cr_screen_on(&timeline->screenings[0], timeline->ordered, options, timeline->from);
  if (status == CRIBLE_OK) timeline->screening_count = 1;
  for (size_t i = 0; status == CRIBLE_OK && i < days->count; i++) {
    struct crible_screening *next = NULL;
    status = cr_screen_on(&next, timeline->ordered, options, days->days[i]);
    if (status != CRIBLE_OK) break;
    if (cr_screenings_differ(timeline->screenings[timeline->screening_count - 1], next))
      status = add_step(timeline, next, options);
    else crible_screening_free(next);
  }
  return status;
}

static crible_status read_day(cr_date *out, crible_context *context, const char *text) {
  if (text && cr_date_parse(out, text) == CRIBLE_OK) return CRIBLE_OK;
  crible_status status = cr_error(context, "as-of-not-a-date", NULL, 0, 0,
                                  _("write two days as --as-of YYYY-MM-DD..YYYY-MM-DD"),
                                  _("'%s' is not a date"), text ? text : "");
  return status == CRIBLE_E_MEMORY ? status : CRIBLE_E_USAGE;
}

static crible_status read_days(crible_timeline *timeline, const char *from, const char *to) {
  crible_status status = read_day(&timeline->from, timeline->context, from);
  if (status == CRIBLE_OK) status = read_day(&timeline->to, timeline->context, to);
  if (status != CRIBLE_OK || timeline->from <= timeline->to) return status;
  status = cr_error(timeline->context, "reversed-period", NULL, 0, 0, NULL,
                    _("%s is before %s"), to, from);
  return status == CRIBLE_E_MEMORY ? status : CRIBLE_E_USAGE;
}

crible_status crible_timeline_of(crible_timeline **out, const crible_dossier *dossier,
                                 const crible_screening_options *options, const char *from,
                                 const char *to) {
  crible_timeline *timeline = cr_allocate_zero(dossier->context, 1, sizeof *timeline);
  if (!timeline) return CRIBLE_E_MEMORY;
  timeline->context = dossier->context;
  cr_gathering days = {.timeline = timeline};
  crible_status status = read_days(timeline, from, to);
  if (status == CRIBLE_OK) status = cr_arena_new(&timeline->arena, dossier->context);
  if (status == CRIBLE_OK) status = cr_dossier_in_order(&timeline->ordered, dossier);
  if (status == CRIBLE_OK) {
    gather_days(&days);
    status = days.status;
  }
  if (status == CRIBLE_OK) status = walk(timeline, &days, options);
  cr_release(dossier->context, days.days);
  if (status == CRIBLE_OK) *out = timeline;
  else crible_timeline_free(timeline);
  return status;
}

void crible_timeline_free(crible_timeline *timeline) {
  if (!timeline) return;
  for (size_t i = 0; i < timeline->screening_count; i++)
    crible_screening_free(timeline->screenings[i]);
  crible_dossier_free(timeline->ordered);
  cr_arena_free(timeline->arena);
  cr_release(timeline->context, timeline);
}

size_t crible_timeline_count(const crible_timeline *timeline) { return timeline->step_count; }

const char *crible_timeline_day(const crible_timeline *timeline, size_t index) {
  return index < timeline->step_count ? timeline->steps[index].text : NULL;
}
