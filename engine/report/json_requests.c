#include "engine/report/json.h"

/* Criteria with a mark, by id. */
static void put_criteria(cr_json *json, const char *key, const bool *marked) {
  cr_json_open(json, key, '[');
  for (int id = 0; id < CR_CRITERIA; id++)
    if (marked[id]) cr_json_string(json, NULL, cr_criterion_name((cr_criterion_id)id));
  cr_json_close(json, ']');
}

static void put_request(cr_json *json, const cr_report_model *model, const cr_shown_request *shown) {
  const cr_request *request = shown->request;
  cr_json_open(json, NULL, '{');
  cr_json_string(json, "kind", cr_request_kind_name(request->item.kind));
  cr_json_party(json, "party", shown->party);
  cr_json_party(json, "holder", shown->holder);
  cr_json_string(json, "subject", shown->subject);
  cr_json_string(json, "message", shown->sentence);
  cr_json_open(json, "evidence", '[');
  for (const char *const *code = shown->evidence; *code; code++) cr_json_string(json, NULL, *code);
  cr_json_close(json, ']');
  cr_json_bool(json, "asked", request->in_letter);
  put_criteria(json, "settles", request->settles);
  cr_json_open(json, "adds", '[');
  for (int id = 0; id < CR_CRITERIA; id++) {
    if (!request->adds[id]) continue;
    cr_json_open(json, NULL, '{');
    cr_json_string(json, "criterion", cr_criterion_name((cr_criterion_id)id));
    cr_json_fraction(json, "upper", request->adds[id], model->arena);
    cr_json_close(json, '}');
  }
  cr_json_close(json, ']');
  cr_json_facts(json, &shown->facts);
  cr_json_close(json, '}');
}

void cr_json_requests(cr_json *json, const cr_report_model *model) {
  cr_json_open(json, "requests", '[');
  for (int i = 0; i < model->asked_count; i++) put_request(json, model, &model->asked[i]);
  cr_json_close(json, ']');
}

void cr_json_request_set(cr_json *json, const cr_report_model *model, cr_criterion_id id) {
  const cr_request_set *set = &model->requests->set[id];
  if (!set->asked) return;
  cr_json_open(json, "request_set", '{');
  cr_json_bool(json, "sufficient", set->sufficient);
  cr_json_bool(json, "minimum", set->minimum);
  cr_json_open(json, "requests", '[');
  for (int i = 0; i < model->requests->count; i++)
    if (model->requests->items[i].in_set[id]) cr_json_integer(json, NULL, i);
  cr_json_close(json, ']');
  cr_json_close(json, '}');
}
