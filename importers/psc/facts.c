/* Natures of control as facts. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/psc/package.h"

/* What one record says through one intermediary. */
typedef struct claim {
  cr_psc_package *package;
  cr_fact fact;
  int company, holder;
  cr_interval share[CR_PROPERTIES]; /* of the arena's, when stated */
  bool states[CR_PROPERTIES], appoints, influences;
} claim;

static crible_status add_control(claim *made, int controller, int controlled, cr_control_kind kind,
                                 bool possible) {
  cr_facts *facts = made->package->facts;
  int index, *controllers = cr_arena_alloc(facts->arena, 1, sizeof *controllers);
  crible_status status = controllers ? cr_facts_add_controls(facts, &index) : CRIBLE_E_MEMORY;
  if (status != CRIBLE_OK) return status;
  *controllers = controller;
  facts->controls[index] = (cr_control_fact){.fact = made->fact,
                                             .controllers = controllers,
                                             .controller_count = 1,
                                             .controlled = controlled,
                                             .kind = kind,
                                             .possible = possible};
  return CRIBLE_OK;
}

/* "Directly or indirectly": a total, presumed to be the link until another chain is known
 * (registers/totals.h). */
static crible_status add_stake(claim *made) {
  int index;
  cr_facts *facts = made->package->facts;
  if (!made->states[CR_CAPITAL] && !made->states[CR_VOTES]) return CRIBLE_OK;
  crible_status status = cr_facts_add_stakes(facts, &index);
  if (status != CRIBLE_OK) return status;
  cr_stake *stake = &facts->stakes[index];
  *stake = (cr_stake){.fact = made->fact, .holder = made->holder, .company = made->company,
                      .share_class = CR_NONE};
  stake->fact.presumption = "direct-holding";
  for (int p = 0; p < CR_PROPERTIES; p++) {
    cr_interval_init(&stake->share[p]);
    stake->states[p] = made->states[p];
    if (made->states[p]) cr_interval_set(&stake->share[p], &made->share[p]);
  }
  return CRIBLE_OK;
}

/* A trust or firm without legal personality, of which only this record knows. */
static crible_status add_intermediary(claim *made, cr_psc_through through) {
  cr_facts *facts = made->package->facts;
  const cr_party *person = &facts->parties[made->holder];
  const char *word = through == CR_PSC_FIRM ? "firm" : "trust";
  int index, controller = made->holder;
  char *id = cr_arena_printf(facts->arena, "%s-%s-%s", person->id,
                             facts->parties[made->company].id, word);
  char *name = cr_arena_printf(facts->arena, "%s (%s)", person->name, word);
  crible_status status = id && name ? cr_facts_add_parties(facts, &index) : CRIBLE_E_MEMORY;
  if (status != CRIBLE_OK) return status;
  facts->parties[index] = (cr_party){.fact = made->fact, .id = id, .name = name,
                                     .kind = CR_ARRANGEMENT, .incorporated = CR_DATE_NONE};
  made->holder = index;
  bool trustee = through == CR_PSC_TRUSTEE;
  return add_control(made, controller, index, trustee ? CR_CONTROL_TRUSTEE : CR_CONTROL_IN_FACT,
                     !trustee);
}

static void note(claim *made, const cr_psc_nature *nature) {
  bool holds = nature->effect == CR_PSC_CAPITAL || nature->effect == CR_PSC_VOTES;
  cr_property property = nature->effect == CR_PSC_CAPITAL ? CR_CAPITAL : CR_VOTES;
  if (holds) {
    cr_psc_band(&made->share[property], nature->band);
    made->states[property] = true;
  }
  made->appoints = made->appoints || nature->effect == CR_PSC_APPOINTS;
  made->influences = made->influences || nature->effect == CR_PSC_INFLUENCES;
}

/* Significant influence may be control or less. */
static crible_status add_claim(claim *made, cr_psc_through through) {
  crible_status status = CRIBLE_OK;
  bool holds = made->states[CR_CAPITAL] || made->states[CR_VOTES];
  if (!holds && !made->appoints && !made->influences) return CRIBLE_OK;
  if (through != CR_PSC_ITSELF) status = add_intermediary(made, through);
  if (status == CRIBLE_OK) status = add_stake(made);
  if (status == CRIBLE_OK && made->appoints)
    status = add_control(made, made->holder, made->company, CR_CONTROL_APPOINTMENTS, false);
  if (status == CRIBLE_OK && made->influences)
    status = add_control(made, made->holder, made->company, CR_CONTROL_IN_FACT, true);
  return status;
}

static crible_status read_natures(claim *made, const cr_psc_record *record,
                                  const cr_json_value *list, cr_psc_through through) {
  for CR_JSON_EACH (code, list) {
    const char *text = cr_json_text(code);
    cr_psc_nature nature = text ? cr_psc_nature_of(text) : (cr_psc_nature){0};
    if (text && nature.effect == CR_PSC_UNKNOWN && through == CR_PSC_ITSELF) {
      crible_status status = cr_json_warn(record->reader, code, NULL, "psc-nature", NULL,
                                          _("'%.100s' is no nature of control that is known: it "
                                            "is left out"),
                                          text);
      if (status != CRIBLE_OK) return status;
    }
    if (nature.through == through) note(made, &nature);
  }
  return CRIBLE_OK;
}

crible_status cr_psc_add_natures(cr_psc_package *package, const cr_psc_record *record, int company,
                                 int holder, cr_period period) {
  const cr_json_value *list = cr_json_member(record->data, "natures_of_control");
  bool some = list && list->kind == CR_JSON_ARRAY && list->count > 0;
  if (!some)
    return cr_json_warn(record->reader, record->data, NULL, "psc-no-nature", NULL,
                        _("'%.64s' is listed for company %s without a nature of control"),
                        package->facts->parties[holder].name, record->number);
  crible_status status = CRIBLE_OK;
  for (int through = CR_PSC_ITSELF; status == CRIBLE_OK && through <= CR_PSC_FIRM; through++) {
    claim made = {.package = package, .company = company, .holder = holder};
    for (int p = 0; p < CR_PROPERTIES; p++) cr_interval_init(&made.share[p]);
    status = cr_psc_fact(&made.fact, package, record, period);
    if (status == CRIBLE_OK) status = read_natures(&made, record, list, (cr_psc_through)through);
    if (status == CRIBLE_OK) status = add_claim(&made, (cr_psc_through)through);
    for (int p = 0; p < CR_PROPERTIES; p++) cr_interval_clear(&made.share[p]);
  }
  return status;
}
