#include "engine/report/json.h"

#include <crible/crible.h>

static void put_head(cr_json *json, const cr_report_model *model) {
  const struct crible_screening *screening = model->screening;
  const cr_party *candidate = &screening->facts->parties[screening->facts->candidate];
  cr_json_string(json, "format", "crible-screening/1");
  cr_json_string(json, "engine", CRIBLE_VERSION);
  cr_json_open(json, "ruleset", '{');
  cr_json_string(json, "id", screening->ruleset->id);
  cr_json_string(json, "title", screening->ruleset->title);
  cr_json_string(json, "sha256", screening->ruleset->sha256);
  cr_json_close(json, '}');
  cr_json_open(json, "candidate", '{');
  cr_json_string(json, "id", candidate->id);
  cr_json_string(json, "name", model->candidate->name);
  cr_json_open(json, "identifiers", '[');
  for (int i = 0; i < candidate->identifier_count; i++) {
    cr_json_open(json, NULL, '{');
    cr_json_string(json, "scheme", candidate->identifiers[i].scheme);
    cr_json_string(json, "value", candidate->identifiers[i].value);
    cr_json_close(json, '}');
  }
  cr_json_close(json, ']');
  cr_json_close(json, '}');
  cr_json_string(json, "as_of", model->date_iso);
  cr_json_string(json, "verdict", model->verdict_id);
  cr_json_open(json, "not_examined", '[');
  for (const cr_not_examined *left = cr_report_not_examined; left->id; left++)
    cr_json_string(json, NULL, left->id);
  cr_json_close(json, ']');
}

/* A criterion's bound with who is at it. */
static void put_side(cr_json *json, const char *key, const cr_shown_criterion *shown, int side,
                     cr_arena *arena) {
  const cr_bound *bound = &shown->criterion->bound[side];
  cr_json_open(json, key, '{');
  cr_json_fraction(json, "value", bound->value, arena);
  cr_json_bool(json, "attained", bound->attained);
  cr_json_party(json, "holder", shown->holder[side]);
  cr_json_close(json, '}');
}

static void put_room(cr_json *json, const char *key, const cr_room *room, cr_arena *arena) {
  cr_json_open(json, key, '{');
  cr_json_fraction(json, "left", room->left, arena);
  cr_json_fraction(json, "bought", room->bought, arena);
  cr_json_fraction(json, "issued", room->issued, arena);
  cr_json_close(json, '}');
}

/* Only of a criterion that is met. */
static void put_headroom(cr_json *json, const cr_headroom *headroom, cr_arena *arena) {
  if (!headroom) return;
  cr_json_open(json, "headroom", '{');
  put_room(json, "newcomer", &headroom->newcomer, arena);
  if (headroom->has_largest) put_room(json, "largest", &headroom->largest, arena);
  cr_json_close(json, '}');
}

static void put_criterion(cr_json *json, const cr_report_model *model,
                          const cr_shown_criterion *shown) {
  const cr_criterion *criterion = shown->criterion;
  cr_json_open(json, NULL, '{');
  cr_json_string(json, "id", shown->id);
  cr_json_string(json, "status", cr_status_name(criterion->status));
  if (criterion->numeric) {
    cr_json_fraction(json, "threshold", criterion->threshold, model->arena);
    put_side(json, "lower", shown, 0, model->arena);
    put_side(json, "upper", shown, 1, model->arena);
    cr_json_bool(json, "tight", criterion->bound[0].tight && criterion->bound[1].tight);
    cr_json_witness(json, shown->witness, model->arena);
    put_headroom(json, criterion->headroom, model->arena);
  } else if (criterion->id == CR_VETO) {
    cr_json_bool(json, "rights_complete", model->screening->rights->rights_complete);
    cr_json_rights(json, model, false);
  } else {
    cr_json_bool(json, "organs_complete", model->screening->rights->organs_complete);
    cr_json_organs(json, model);
    cr_json_rights(json, model, true);
  }
  cr_json_request_set(json, model, criterion->id);
  cr_json_close(json, '}');
}

static void put_entity(cr_json *json, const cr_report_model *model, const cr_shown_entity *shown) {
  static const char *const properties[] = {"capital", "votes"};
  cr_json_open(json, NULL, '{');
  cr_json_string(json, "id", shown->party->id);
  cr_json_string(json, "name", shown->party->name);
  cr_json_string(json, "third", shown->entity->third == CR_THIRD ? "yes" : "unknown");
  for (int property = 0; property < CR_PROPERTIES; property++) {
    const cr_bound *bound = shown->entity->bound[property];
    cr_json_open(json, properties[property], '{');
    cr_json_bound(json, "lower", &bound[0], model->arena);
    cr_json_bound(json, "upper", &bound[1], model->arena);
    cr_json_bool(json, "tight", bound[0].tight && bound[1].tight);
    cr_json_explanation(json, shown->witness[property], model->arena);
    cr_json_close(json, '}');
  }
  cr_json_close(json, '}');
}

static void put_remarks(cr_json *json, const char *key, const cr_shown_remark *remarks, int count) {
  static const char *const properties[] = {"capital", "votes"};
  static const char *const kinds[] = {"presumption", "oddity", "contradiction"};
  cr_json_open(json, key, '[');
  for (int i = 0; i < count; i++) {
    const cr_remark *remark = remarks[i].remark;
    cr_json_open(json, NULL, '{');
    cr_json_string(json, "kind", kinds[remark->kind]);
    cr_json_string(json, "code", remark->code);
    cr_json_string(json, "message", remarks[i].message);
    cr_json_parties(json, "parties", &remarks[i].parties);
    cr_json_string(json, "property",
                   remark->property == CR_NONE ? NULL : properties[remark->property]);
    cr_json_string(json, "detail", remark->detail);
    cr_json_facts(json, &remarks[i].facts);
    cr_json_close(json, '}');
  }
  cr_json_close(json, ']');
}

void cr_json_report(cr_buffer *out, const cr_report_model *model) {
  cr_json json = {.out = out};
  cr_json_open(&json, NULL, '{');
  put_head(&json, model);
  cr_json_open(&json, "criteria", '[');
  for (int id = 0; id < CR_CRITERIA; id++) put_criterion(&json, model, &model->criteria[id]);
  cr_json_close(&json, ']');
  cr_json_open(&json, "third_entities", '[');
  for (int i = 0; i < model->entity_count; i++) put_entity(&json, model, &model->entities[i]);
  cr_json_close(&json, ']');
  cr_json_requests(&json, model);
  cr_json_readings(&json, model);
  put_remarks(&json, "presumptions", model->presumptions, model->presumption_count);
  put_remarks(&json, "warnings", model->warnings, model->warning_count);
  cr_json_close(&json, '}');
  cr_buffer_put(out, "\n");
}
