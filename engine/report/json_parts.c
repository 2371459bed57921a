#include "engine/base/rational.h"
#include "engine/report/json.h"

void cr_json_fraction(cr_json *json, const char *key, const fmpq *value, cr_arena *arena) {
  char *text = value ? cr_rational_text(arena, value) : NULL;
  if (value && !text) json->out->failed = true;
  cr_json_string(json, key, text);
}

static void put_enclosure_end(cr_json *json, double end, bool upwards, cr_arena *arena) {
  char *text = cr_figure_enclosure(arena, end, upwards);
  if (!text) json->out->failed = true;
  cr_json_string(json, NULL, text);
}

void cr_json_bound(cr_json *json, const char *key, const cr_bound *bound, cr_arena *arena) {
  cr_json_open(json, key, '{');
  if (bound->exact) {
    cr_json_fraction(json, "value", bound->value, arena);
  } else {
    cr_json_open(json, "enclosure", '[');
    put_enclosure_end(json, bound->below, false, arena);
    put_enclosure_end(json, bound->above, true, arena);
    cr_json_close(json, ']');
  }
  cr_json_bool(json, "attained", bound->attained);
  cr_json_close(json, '}');
}

void cr_json_party(cr_json *json, const char *key, const cr_shown_party *party) {
  cr_json_string(json, key, party ? party->id : NULL);
}

void cr_json_parties(cr_json *json, const char *key, const cr_party_list *parties) {
  cr_json_open(json, key, '[');
  for (int i = 0; i < parties->count; i++) cr_json_party(json, NULL, parties->items[i]);
  cr_json_close(json, ']');
}

void cr_json_facts(cr_json *json, const cr_citations *facts) {
  cr_json_open(json, "facts", '[');
  for (int i = 0; i < facts->count; i++) {
    const cr_citation *fact = &facts->items[i];
    cr_json_open(json, NULL, '{');
    cr_json_string(json, "kind", fact->kind);
    cr_json_string(json, "id", fact->id);
    cr_json_integer(json, "line", fact->line);
    cr_json_string(json, "source", fact->source);
    cr_json_string(json, "title", fact->title);
    cr_json_string(json, "locator", fact->locator);
    cr_json_string(json, "sha256", fact->sha256);
    cr_json_string(json, "presumption", fact->presumption);
    cr_json_close(json, '}');
  }
  cr_json_close(json, ']');
}
