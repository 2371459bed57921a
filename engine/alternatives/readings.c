#include "engine/alternatives/readings.h"

#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "engine/rulesets/choice_words.h"
#include "engine/alternatives/trial.h"

static bool same_bound(const cr_bound *a, const cr_bound *b) {
  return fmpq_equal(a->value, b->value) && a->attained == b->attained;
}

static crible_status keep_bound(cr_bound *bound, cr_arena *arena) {
  fmpq *value = cr_arena_rationals(arena, 1);
  if (value == NULL) return CRIBLE_E_MEMORY;
  fmpq_set(value, bound->value);
  bound->value = value;
  return CRIBLE_OK;
}

/* A concert is a party of the trial's own: its id goes with the trial. */
static crible_status keep_holder(const char **holder, const char *id, cr_arena *arena) {
  *holder = id != NULL ? cr_arena_string(arena, id) : NULL;
  return id != NULL && *holder == NULL ? CRIBLE_E_MEMORY : CRIBLE_OK;
}

/* What outlives the trial of one criterion. */
static crible_status keep_criterion(cr_read_criterion *out, const cr_trial *trial, cr_criterion_id id,
                                    cr_arena *arena) {
  const cr_criterion *before = &trial->first->criteria[id];
  const cr_criterion *after = &trial->screening.criteria[id];
  crible_status status = CRIBLE_OK;
  *out = (cr_read_criterion){.criterion = *after};
  out->criterion.headroom = NULL;
  out->flipped = before->status != after->status;
  for (int side = 0; status == CRIBLE_OK && after->numeric && side < 2; side++) {
    out->figure_changed |= !same_bound(&before->bound[side], &after->bound[side]);
    status = keep_holder(&out->holder[side],
                         cr_screening_holder(&trial->screening, after->holder[side]), arena);
    if (status == CRIBLE_OK) status = keep_bound(&out->criterion.bound[side], arena);
  }
  return status;
}

static crible_status keep(cr_reading_result *out, const cr_trial *trial, cr_arena *arena) {
  crible_status status = CRIBLE_OK;
  out->answered = true;
  out->verdict = trial->screening.verdict;
  out->flips = out->verdict != trial->first->verdict;
  for (int id = 0; status == CRIBLE_OK && id < CR_CRITERIA; id++)
    status = keep_criterion(&out->criteria[id], trial, (cr_criterion_id)id, arena);
  return status;
}

/* A reading that gives no answer on this dossier, a date that is not stated or shares that cannot
 * sum to the whole, fails by itself, not the others. */
static crible_status excuse(cr_reading_result *out, crible_context *context, size_t told,
                            cr_arena *arena) {
  const crible_diagnostic *first = crible_diagnostic_at(context, told);
  out->refusal = cr_arena_string(arena, first != NULL ? first->code : "");
  return out->refusal != NULL ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

/* `named` has what the reading is called. */
static crible_status run_one(struct crible_readings *readings, const cr_reading *reading,
                             const cr_reading_result *named) {
  const struct crible_screening *first = readings->screening;
  cr_reading_result *out = &readings->items[readings->count++];
  const size_t told = crible_diagnostic_count(first->context);
  cr_trial trial;
  *out = *named;
  crible_status status = cr_trial_begin(&trial, first, reading);
  if (status == CRIBLE_OK) status = cr_trial_run(&trial);
  if (status == CRIBLE_OK) status = keep(out, &trial, readings->arena);
  else if (status == CRIBLE_E_DATA || status == CRIBLE_E_USAGE)
    status = excuse(out, first->context, told, readings->arena);
  cr_trial_end(&trial);
  cr_diagnostics_forget(first->context, told);
  return status;
}

/* Under the ruleset's own thresholds: readings are about what the law leaves open. */
static crible_status run_strict(struct crible_readings *readings) {
  static const cr_reading_result named = {
      .strict = true,
      .choice = "strict",
      .option = cr_strict_ruleset,
      .meaning = N_("each choice is taken in its strictest option"),
      .source = N_("clause 3.1: the candidate proves each point")};
  cr_ruleset *strict = NULL;
  crible_status status = cr_ruleset_read(&strict, readings->context, cr_strict_ruleset);
  if (status != CRIBLE_OK) return status;
  const cr_reading *own = &readings->screening->ruleset->reading;
  if (memcmp(own->option, strict->reading.option, sizeof own->option) != 0)
    status = run_one(readings, &strict->reading, &named);
  cr_ruleset_free(strict);
  return status;
}

/* Every other option of one choice. */
static crible_status run_choice(struct crible_readings *readings, int choice) {
  const cr_choice_kind *kind = &cr_choice_kinds[choice];
  cr_reading reading = readings->screening->ruleset->reading;
  const uint8_t chosen = reading.option[choice];
  crible_status status = CRIBLE_OK;
  for (uint8_t i = 0; status == CRIBLE_OK && kind->options[i].id != NULL; i++) {
    const cr_choice_option *option = &kind->options[i];
    if (i == chosen) continue;
    reading.option[choice] = i;
    status = run_one(readings, &reading,
                     &(cr_reading_result){.choice = kind->id,
                                          .option = option->id,
                                          .meaning = option->meaning,
                                          .source = cr_choice_source(kind, option)});
  }
  return status;
}

static crible_status run_all(struct crible_readings *readings) {
  readings->items = cr_arena_alloc(readings->arena, 1 + CR_MOST_CHOICES * CR_MOST_OPTIONS,
                                   sizeof *readings->items);
  if (readings->items == NULL) return CRIBLE_E_MEMORY;
  crible_status status = run_strict(readings);
  for (int choice = 0; status == CRIBLE_OK && choice < CR_CHOICES; choice++)
    status = run_choice(readings, choice);
  return status;
}

crible_status crible_readings_run(crible_readings **out, const crible_screening *screening) {
  crible_context *context = screening->context;
  struct crible_readings *readings = cr_allocate_zero(context, 1, sizeof *readings);
  if (readings == NULL) return CRIBLE_E_MEMORY;
  readings->context = context;
  readings->screening = screening;
  crible_status status = cr_arena_new(&readings->arena, context);
  if (status == CRIBLE_OK) status = run_all(readings);
  if (status == CRIBLE_OK) *out = readings;
  else crible_readings_free(readings);
  return status;
}

void crible_readings_free(crible_readings *readings) {
  if (readings == NULL) return;
  cr_arena_free(readings->arena);
  cr_release(readings->context, readings);
}
