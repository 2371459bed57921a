#include "engine/report/json.h"

static void put_step(cr_json *json, const cr_shown_step *step, cr_arena *arena) {
  cr_json_open(json, NULL, '{');
  cr_json_party(json, "holder", step->holder);
  cr_json_party(json, "company", step->company);
  cr_json_fraction(json, "factor", step->factor, arena);
  cr_json_bool(json, "through_cycle", step->through_cycle);
  cr_json_facts(json, &step->facts);
  cr_json_close(json, '}');
}

static void put_chain(cr_json *json, const cr_shown_chain *chain, cr_arena *arena) {
  cr_json_open(json, NULL, '{');
  cr_json_party(json, "owner", chain->owner);
  cr_json_fraction(json, "product", chain->product, arena);
  cr_json_open(json, "steps", '[');
  for (int i = 0; i < chain->step_count; i++) put_step(json, &chain->steps[i], arena);
  cr_json_close(json, ']');
  cr_json_close(json, '}');
}

static void put_equation(cr_json *json, const cr_shown_equation *shown, cr_arena *arena) {
  const cr_cycle_equation *equation = shown->equation;
  cr_json_open(json, NULL, '{');
  cr_json_party(json, "company", shown->company);
  cr_json_fraction(json, "value", equation->value, arena);
  cr_json_fraction(json, "constant", equation->constant, arena);
  cr_json_open(json, "terms", '[');
  for (int i = 0; i < shown->holders.count; i++) {
    cr_json_open(json, NULL, '{');
    cr_json_party(json, "holder", shown->holders.items[i]);
    cr_json_fraction(json, "factor", &equation->factors[i], arena);
    cr_json_close(json, '}');
  }
  cr_json_close(json, ']');
  cr_json_close(json, '}');
}

static void put_control(cr_json *json, const cr_shown_control *shown, cr_arena *arena) {
  cr_json_open(json, NULL, '{');
  cr_json_party(json, "controller", shown->controller);
  cr_json_party(json, "controlled", shown->controlled);
  cr_json_string(json, "reason", shown->reason);
  cr_json_fraction(json, "share", shown->pair->share, arena);
  cr_json_bool(json, "attained", shown->pair->share ? shown->pair->share_attained : true);
  cr_json_facts(json, &shown->facts);
  cr_json_close(json, '}');
}

static void put_part(cr_json *json, const cr_shown_part *part, cr_arena *arena) {
  cr_json_open(json, NULL, '{');
  cr_json_party(json, "holder", part->holder);
  cr_json_party(json, "owner", part->owner);
  cr_json_fraction(json, "share", part->share, arena);
  cr_json_facts(json, &part->facts);
  cr_json_close(json, '}');
}

static void put_chains(cr_json *json, const cr_shown_witness *witness, cr_arena *arena) {
  cr_json_open(json, "chains", '[');
  for (int i = 0; i < witness->chain_count; i++) put_chain(json, &witness->chains[i], arena);
  cr_json_close(json, ']');
  cr_json_fraction(json, "rest", witness->rest, arena);
  cr_json_open(json, "equations", '[');
  for (int i = 0; i < witness->equation_count; i++)
    put_equation(json, &witness->equations[i], arena);
  cr_json_close(json, ']');
}

static void put_votes(cr_json *json, const cr_shown_witness *witness, cr_arena *arena) {
  cr_json_open(json, "parts", '[');
  for (int i = 0; i < witness->part_count; i++) put_part(json, &witness->parts[i], arena);
  cr_json_close(json, ']');
  cr_json_open(json, "control", '[');
  for (int i = 0; i < witness->control_count; i++) put_control(json, &witness->controls[i], arena);
  cr_json_close(json, ']');
}

void cr_json_explanation(cr_json *json, const cr_shown_witness *witness, cr_arena *arena) {
  static const cr_shown_witness unexplained = {0};
  static const char *const names[] = {[CR_BY_MULTIPLICATION] = "multiplication",
                                      [CR_BY_CONTROL] = "control",
                                      [CR_BY_GREATER] = "greater"};
  const char *method = witness ? names[witness->method] : NULL;
  if (!witness) witness = &unexplained;
  cr_json_string(json, "method", method);
  put_chains(json, witness, arena);
  put_votes(json, witness, arena);
}

void cr_json_witness(cr_json *json, const cr_shown_witness *witness, cr_arena *arena) {
  if (!witness) {
    cr_json_string(json, "witness", NULL);
    return;
  }
  cr_json_open(json, "witness", '{');
  cr_json_party(json, "entity", witness->entity);
  cr_json_string(json, "bound", witness->upper ? "upper" : "lower");
  cr_json_explanation(json, witness, arena);
  cr_json_close(json, '}');
}
