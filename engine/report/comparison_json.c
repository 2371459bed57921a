#include <crible/crible.h>

#include "engine/report/comparison.h"

void cr_json_subject(cr_json *json, const cr_report_model *model) {
  const struct crible_screening *screening = model->screening;
  cr_json_string(json, "engine", CRIBLE_VERSION);
  cr_json_open(json, "ruleset", '{');
  cr_json_string(json, "id", screening->ruleset->id);
  cr_json_string(json, "title", screening->ruleset->title);
  cr_json_string(json, "sha256", screening->ruleset->sha256);
  cr_json_close(json, '}');
  cr_json_open(json, "candidate", '{');
  cr_json_string(json, "id", model->candidate->id);
  cr_json_string(json, "name", model->candidate->name);
  cr_json_close(json, '}');
}

void cr_json_robustness(cr_json *json, const cr_report_model *model) {
  if (!model->readings) {
    cr_json_string(json, "readings", NULL);
    return;
  }
  cr_json_open(json, "readings", '{');
  cr_json_bool(json, "robust", crible_readings_robust(model->readings));
  cr_json_integer(json, "run", cr_readings_answered(model->readings));
  cr_json_integer(json, "flipping", cr_readings_flipping(model->readings));
  cr_json_string(json, "message", model->robustness);
  cr_json_close(json, '}');
}

static void put_verdict(cr_json *json, const char *key, const cr_report_model *model) {
  cr_json_open(json, key, '{');
  cr_json_string(json, "as_of", model->date_iso);
  cr_json_string(json, "verdict", model->verdict_id);
  cr_json_open(json, "headlines", '[');
  for (int i = 0; i < model->headline_count; i++) cr_json_string(json, NULL, model->headlines[i]);
  cr_json_close(json, ']');
  cr_json_robustness(json, model);
  cr_json_close(json, '}');
}

static void put_found(cr_json *json, const char *key, const cr_shown_criterion *shown,
                      cr_arena *arena) {
  static const char *const ends[] = {"lower", "upper"}, *const holders[] = {"lower_holder",
                                                                            "upper_holder"};
  const cr_criterion *criterion = shown->criterion;
  cr_json_open(json, key, '{');
  cr_json_string(json, "status", cr_status_name(criterion->status));
  for (int side = 0; criterion->numeric && side < 2; side++) {
    cr_json_bound(json, ends[side], &criterion->bound[side], arena);
    cr_json_party(json, holders[side], shown->holder[side]);
  }
  cr_json_close(json, '}');
}

void cr_json_compared(cr_json *json, const cr_comparison *comparison) {
  cr_arena *arena = comparison->arena;
  put_verdict(json, "before", comparison->before);
  put_verdict(json, "after", comparison->after);
  cr_json_open(json, "criteria", '[');
  for (int id = 0; id < CR_CRITERIA; id++) {
    const cr_compared *compared = &comparison->criteria[id];
    cr_json_open(json, NULL, '{');
    cr_json_string(json, "id", compared->after->id);
    if (compared->after->criterion->numeric)
      cr_json_fraction(json, "threshold", compared->after->criterion->threshold, arena);
    put_found(json, "before", compared->before, arena);
    put_found(json, "after", compared->after, arena);
    cr_json_bool(json, "status_differs", compared->status_differs);
    cr_json_bool(json, "figure_differs", compared->figure_differs);
    cr_json_close(json, '}');
  }
  cr_json_close(json, ']');
}
