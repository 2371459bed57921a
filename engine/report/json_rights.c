#include "engine/report/json.h"

static const char *effect_name(cr_effect effect) {
  switch (effect) {
  case CR_COUNTS_NOT: return "counts-not";
  case CR_COUNTS_POSSIBLY: return "counts-possibly";
  case CR_COUNTS: return "counts";
  }
  return "";
}

/* "seats": {"least": 1, "most": 1}; null where a number is not stated. */
static void put_range(cr_json *json, const char *key, const int range[2]) {
  if (range[0] == CR_NONE || range[1] == CR_NONE || range[1] == INT32_MAX) {
    cr_json_string(json, key, NULL);
    return;
  }
  cr_json_open(json, key, '{');
  cr_json_integer(json, "least", range[0]);
  cr_json_integer(json, "most", range[1]);
  cr_json_close(json, '}');
}

static void put_share(cr_json *json, const cr_right_finding *finding, cr_arena *arena) {
  if (!finding->has_share) {
    cr_json_string(json, "share", NULL);
    return;
  }
  cr_json_open(json, "share", '{');
  cr_json_bound(json, "lower", &finding->share[0], arena);
  cr_json_bound(json, "upper", &finding->share[1], arena);
  cr_json_fraction(json, "needed", finding->needed, arena);
  cr_json_bool(json, "strictly", finding->strictly);
  cr_json_close(json, '}');
}

static void put_finding(cr_json *json, const cr_shown_finding *shown, cr_arena *arena) {
  const cr_right_finding *finding = shown->finding;
  cr_json_open(json, NULL, '{');
  cr_json_string(json, "right", shown->right);
  cr_json_string(json, "effect", effect_name(finding->effect));
  cr_json_string(json, "reason", finding->reason);
  cr_json_string(json, "message", shown->sentence);
  cr_json_string(json, "quote", shown->quote);
  cr_json_parties(json, "third", &shown->third);
  cr_json_bool(json, "together", finding->together);
  put_share(json, finding, arena);
  cr_json_string(json, "article", finding->article);
  if (shown->appoints) put_range(json, "seats", finding->seats);
  cr_json_facts(json, &shown->facts);
  cr_json_close(json, '}');
}

void cr_json_rights(cr_json *json, const cr_report_model *model, bool appoints) {
  cr_json_open(json, "rights", '[');
  for (int i = 0; i < model->finding_count; i++)
    if (model->findings[i].appoints == appoints)
      put_finding(json, &model->findings[i], model->arena);
  cr_json_close(json, ']');
}

void cr_json_organs(cr_json *json, const cr_report_model *model) {
  cr_json_open(json, "organs", '[');
  for (int i = 0; i < model->organ_count; i++) {
    const cr_shown_organ *shown = &model->organs[i];
    cr_json_open(json, NULL, '{');
    cr_json_string(json, "organ", shown->id);
    cr_json_string(json, "name", shown->name);
    cr_json_bool(json, "examined", shown->finding->examined);
    cr_json_string(json, "status", cr_status_name(shown->finding->status));
    put_range(json, "seats", shown->finding->seats);
    put_range(json, "members", shown->finding->members);
    cr_json_facts(json, &shown->facts);
    cr_json_close(json, '}');
  }
  cr_json_close(json, ']');
}
