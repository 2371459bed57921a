#include "engine/base/words.h"
#include "engine/report/text.h"

void cr_text_robustness(cr_layout *layout, int column, const cr_report_model *model) {
  if (!model->robustness) return;
  const bool robust = crible_readings_robust(model->readings);
  cr_layout_line(layout, column, 2, robust ? CR_FAINT : CR_OPEN, model->robustness);
}

static const char *effect_words(cr_reading_effect effect) {
  switch (effect) {
  case CR_FLIPS_VERDICT: return _("Another verdict under another reading of the law");
  case CR_FLIPS_CRITERION: return _("The same verdict, but a criterion is decided otherwise");
  case CR_MOVES_FIGURE: return _("The same verdict and criteria, but other figures");
  case CR_CHANGES_NOTHING: return _("Readings that change nothing");
  case CR_NO_ANSWER: return _("Readings under which the dossier gives no answer");
  default: return "";
  }
}

static cr_reading_effect last_shown(crible_readings_shown shown) {
  return shown == CRIBLE_READINGS_FLIPPING   ? CR_FLIPS_VERDICT
         : shown == CRIBLE_READINGS_CHANGING ? CR_MOVES_FIGURE
                                             : CR_NO_ANSWER;
}

static void put_reading(cr_layout *layout, const cr_report_model *model,
                        const cr_shown_reading *reading, bool first) {
  if (first) cr_text_heading(layout, effect_words(reading->effect));
  if (reading->effect == CR_CHANGES_NOTHING) {
    if (first) cr_layout_line(layout, 4, 2, CR_PLAIN, model->idle_readings);
    return;
  }
  cr_layout_sourced(layout, 4, reading->sentence, reading->source);
  if (*reading->changes) cr_layout_line(layout, 6, 2, CR_PLAIN, reading->changes);
}

void cr_text_readings(cr_layout *layout, const cr_report_model *model,
                      crible_readings_shown shown) {
  if (shown == CRIBLE_READINGS_NONE) return;
  for (int i = 0; i < model->other_reading_count; i++) {
    const cr_shown_reading *reading = &model->other_readings[i];
    if (reading->effect > last_shown(shown)) return;
    put_reading(layout, model, reading, i == 0 || reading->effect != reading[-1].effect);
  }
}
