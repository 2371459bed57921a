#include "engine/report/builder.h"
#include "engine/report/json.h"

static void put_bound(cr_json *json, const char *key, const cr_read_criterion *read, int side,
                      cr_arena *arena) {
  cr_json_open(json, key, '{');
  cr_json_fraction(json, "value", read->criterion.bound[side].value, arena);
  cr_json_bool(json, "attained", read->criterion.bound[side].attained);
  cr_json_string(json, "holder", read->holder[side]);
  cr_json_close(json, '}');
}

static void put_criterion(cr_json *json, const cr_read_criterion *read, cr_arena *arena) {
  const cr_criterion *criterion = &read->criterion;
  cr_json_open(json, NULL, '{');
  cr_json_string(json, "id", cr_criterion_name(criterion->id));
  cr_json_string(json, "status", cr_status_name(criterion->status));
  if (criterion->numeric) {
    put_bound(json, "lower", read, 0, arena);
    put_bound(json, "upper", read, 1, arena);
    cr_json_bool(json, "tight", criterion->bound[0].tight && criterion->bound[1].tight);
  }
  cr_json_close(json, '}');
}

static void put_reading(cr_json *json, const cr_shown_reading *shown, cr_arena *arena) {
  const cr_reading_result *reading = shown->reading;
  cr_json_open(json, NULL, '{');
  cr_json_string(json, "choice", reading->choice);
  cr_json_string(json, "option", reading->option);
  cr_json_string(json, "message", shown->sentence);
  cr_json_string(json, "source", shown->source);
  cr_json_string(json, "verdict", reading->answered ? cr_verdict_id(reading->verdict) : NULL);
  cr_json_string(json, "refused", reading->refusal);
  cr_json_open(json, "criteria", '[');
  for (int id = 0; reading->answered && id < CR_CRITERIA; id++)
    if (reading->criteria[id].flipped || reading->criteria[id].figure_changed)
      put_criterion(json, &reading->criteria[id], arena);
  cr_json_close(json, ']');
  cr_json_close(json, '}');
}

void cr_json_readings(cr_json *json, const cr_report_model *model) {
  if (!model->readings) {
    cr_json_string(json, "readings", NULL);
    return;
  }
  cr_json_open(json, "readings", '{');
  cr_json_bool(json, "robust", crible_readings_robust(model->readings));
  cr_json_integer(json, "run", cr_readings_answered(model->readings));
  cr_json_integer(json, "flipping", cr_readings_flipping(model->readings));
  cr_json_open(json, "others", '[');
  for (int i = 0; i < model->other_reading_count; i++)
    put_reading(json, &model->other_readings[i], model->arena);
  cr_json_close(json, ']');
  cr_json_close(json, '}');
}
