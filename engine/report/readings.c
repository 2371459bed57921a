#include "engine/base/words.h"
#include "engine/report/builder.h"

static cr_reading_effect effect_of(const cr_reading_result *reading) {
  if (!reading->answered) return CR_NO_ANSWER;
  if (reading->flips) return CR_FLIPS_VERDICT;
  cr_reading_effect effect = CR_CHANGES_NOTHING;
  for (int id = 0; id < CR_CRITERIA; id++) {
    const cr_read_criterion *read = &reading->criteria[id];
    if (read->flipped) return CR_FLIPS_CRITERION;
    if (read->figure_changed) effect = CR_MOVES_FIGURE;
  }
  return effect;
}

/* "votes, one alone: 30 % → 18 %, VIOLATED → met". */
static const char *change_words(cr_builder *builder, const cr_read_criterion *read) {
  const cr_shown_criterion *before = &builder->model->criteria[read->criterion.id];
  const cr_slot slots[] = {
      {"subject", *before->whose ? cr_words(builder, _("%s, %s"), before->subject, before->whose)
                                 : before->subject},
      {"before", before->figure},
      {"after", read->figure_changed ? cr_range_words(builder, read->criterion.bound) : ""},
      {"old", before->status},
      {"new", cr_status_words(read->criterion.status)},
      {NULL, NULL}};
  const char *template = read->flipped && read->figure_changed
                             ? _("{subject}: {before} → {after}, {old} → {new}")
                         : read->flipped ? _("{subject}: {old} → {new}")
                                         : _("{subject}: {before} → {after}");
  return cr_sentence(builder, template, slots);
}

static const char *changes_words(cr_builder *builder, const cr_reading_result *reading) {
  const char *changes[CR_CRITERIA];
  int count = 0;
  for (int id = 0; id < CR_CRITERIA; id++) {
    const cr_read_criterion *read = &reading->criteria[id];
    if (read->flipped || read->figure_changed) changes[count++] = change_words(builder, read);
  }
  return cr_listed(builder, changes, count);
}

static void build_reading(cr_builder *builder, cr_shown_reading *out,
                          const cr_reading_result *reading) {
  out->reading = reading;
  out->effect = effect_of(reading);
  out->choice = reading->strict
                    ? reading->option
                    : cr_words(builder, "%s=%s", reading->choice, reading->option);
  out->source = _(reading->source);
  const cr_slot slots[] = {{"verdict", cr_verdict_words(reading->verdict)},
                           {"reading", _(reading->meaning)},
                           {"choice", out->choice},
                           {NULL, NULL}};
  out->sentence = cr_sentence(builder,
                              out->effect == CR_FLIPS_VERDICT ? _("{verdict}: {reading} ({choice})")
                                                              : _("{reading} ({choice})"),
                              slots);
  out->changes = reading->answered ? changes_words(builder, reading) : "";
}

/* Those that matter most first; among equals the order of the choices. */
static void sort_by_effect(cr_report_model *model, const cr_shown_reading *unsorted) {
  int placed = 0;
  for (int effect = 0; effect < CR_READING_EFFECTS; effect++)
    for (int i = 0; i < model->readings->count; i++)
      if ((int)unsorted[i].effect == effect) model->other_readings[placed++] = unsorted[i];
  model->other_reading_count = placed;
}

/* What flips the verdict, each choice once. */
static const char *flipping_words(cr_builder *builder) {
  const struct crible_readings *readings = builder->model->readings;
  const char *ids[CR_CHOICES + 1];
  int count = 0;
  for (int i = 0; i < readings->count; i++) {
    const char *id = readings->items[i].choice;
    if (readings->items[i].flips && (count == 0 || ids[count - 1] != id)) ids[count++] = id;
  }
  return cr_enumerated(builder, ids, count);
}

static const char *robustness_words(cr_builder *builder) {
  const struct crible_readings *readings = builder->model->readings;
  const int run = cr_readings_answered(readings), flipping = cr_readings_flipping(readings);
  if (flipping == 0)
    return cr_words(builder,
                    cr_plural("robust: the same verdict under %d other reading of the law",
                              "robust: the same verdict under %d other readings of the law", run),
                    run);
  const cr_slot slots[] = {{"choices", flipping_words(builder)},
                           {"flipping", cr_words(builder, "%d", flipping)},
                           {"run", cr_words(builder, "%d", run)},
                           {NULL, NULL}};
  return cr_sentence(builder, _("not robust: {choices} ({flipping} of {run} other readings of the "
                                "law give another verdict)"),
                     slots);
}

static const char *idle_words(cr_builder *builder) {
  const cr_report_model *model = builder->model;
  const char **choices = cr_elements(builder, model->other_reading_count, sizeof *choices);
  int count = 0;
  for (int i = 0; choices && i < model->other_reading_count; i++)
    if (model->other_readings[i].effect == CR_CHANGES_NOTHING)
      choices[count++] = model->other_readings[i].choice;
  return cr_enumerated(builder, choices, count);
}

void cr_build_readings(cr_builder *builder) {
  cr_report_model *model = builder->model;
  if (!model->readings) return;
  const int count = model->readings->count;
  cr_shown_reading *unsorted = cr_elements(builder, count, sizeof *unsorted);
  model->other_readings = cr_elements(builder, count, sizeof *model->other_readings);
  if (builder->failed) return;
  for (int i = 0; i < count; i++) build_reading(builder, &unsorted[i], &model->readings->items[i]);
  if (count > 0) sort_by_effect(model, unsorted);
  model->idle_readings = idle_words(builder);
  model->robustness = robustness_words(builder);
}
