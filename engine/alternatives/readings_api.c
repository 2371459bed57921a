#include "engine/base/words.h"
#include "engine/alternatives/readings.h"

int cr_readings_answered(const struct crible_readings *readings) {
  int answered = 0;
  for (int i = 0; i < readings->count; i++) answered += readings->items[i].answered;
  return answered;
}

int cr_readings_flipping(const struct crible_readings *readings) {
  int flipping = 0;
  for (int i = 0; i < readings->count; i++) flipping += readings->items[i].flips;
  return flipping;
}

int crible_readings_robust(const crible_readings *readings) {
  return cr_readings_flipping(readings) == 0;
}

crible_status cr_readings_beside_verdict(struct crible_readings **out,
                                         const struct crible_screening *screening) {
  if (screening->verdict == CR_MET) return crible_readings_run(out, screening);
  *out = NULL;
  return CRIBLE_OK;
}

size_t crible_readings_count(const crible_readings *readings) { return (size_t)readings->count; }

crible_status crible_readings_at(crible_reading *out, const crible_readings *readings,
                                 size_t index) {
  if (index >= (size_t)readings->count) return CRIBLE_E_USAGE;
  const cr_reading_result *item = &readings->items[index];
  crible_reading made = {.choice = item->choice,
                         .option = item->option,
                         .words = _(item->meaning),
                         .source = _(item->source),
                         .answered = item->answered};
  if (item->answered) {
    made.verdict = cr_verdict_of(item->verdict);
    made.flips_verdict = item->flips;
    for (int id = 0; id < CR_CRITERIA; id++) {
      const cr_read_criterion *read = &item->criteria[id];
      made.flips_criterion |= read->flipped;
      made.changes_figure |= read->figure_changed;
    }
  }
  *out = made;
  return CRIBLE_OK;
}

crible_status crible_readings_criterion(crible_criterion *out, crible_readings *readings,
                                        size_t index, size_t criterion) {
  if (index >= (size_t)readings->count || criterion >= CR_CRITERIA) return CRIBLE_E_USAGE;
  const cr_reading_result *item = &readings->items[index];
  if (!item->answered) return CRIBLE_E_USAGE;
  const cr_read_criterion *read = &item->criteria[criterion];
  return cr_criterion_publish(out, &read->criterion, read->holder, readings->arena);
}
