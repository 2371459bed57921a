/* Parties and stakes of an answer. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/dossier/identifiers.h"
#include "importers/payload/payload.h"

enum { LONGEST_PATH = 256 };

crible_status cr_payload_fact(cr_fact *out, cr_payload *payload, const cr_json_value *value) {
  char path[LONGEST_PATH];
  cr_json_path(path, sizeof path, payload->reader, value, NULL);
  const char *locator = cr_arena_string(payload->facts->arena, path);
  if (!locator) return CRIBLE_E_MEMORY;
  *out = (cr_fact){.period = {CR_DATE_NONE, CR_DATE_NONE},
                   .recorded = CR_DATE_NONE,
                   .source = payload->source,
                   .locator = locator,
                   .line = (int)value->line,
                   .column = (int)value->column};
  return CRIBLE_OK;
}

/* Forms that the law has rules for; a simplified company of one holder is one all the same. */
static cr_form form_of(const char *text) {
  static const struct {
    const char *name;
    cr_form form;
  } forms[] = {{"SAS", CR_FORM_SAS},   {"SASU", CR_FORM_SAS},  {"SA", CR_FORM_SA},
               {"SARL", CR_FORM_SARL}, {"EURL", CR_FORM_SARL}, {"SCA", CR_FORM_SCA},
               {"SNC", CR_FORM_SNC},   {"SC", CR_FORM_SC},     {"SCI", CR_FORM_SC}};
  if (!text) return CR_FORM_UNSTATED;
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
    if (!strcmp(text, forms[i].name)) return forms[i].form;
  return CR_FORM_OTHER;
}

/* A list of one nationality, NULL-terminated; NULL when memory is short. */
static const char *const *nationalities(cr_arena *arena, const char *code) {
  const char **list = cr_arena_alloc(arena, 2, sizeof *list);
  if (list) list[0] = code;
  return list;
}

static crible_status identify(cr_party *party, cr_payload *payload, const char *siren) {
  cr_identifier *identifier = cr_arena_alloc(payload->facts->arena, 1, sizeof *identifier);
  if (!identifier) return CRIBLE_E_MEMORY;
  *identifier = (cr_identifier){"siren", siren};
  party->identifiers = identifier;
  party->identifier_count = 1;
  return CRIBLE_OK;
}

static crible_status new_party(int *out, cr_payload *payload, const cr_json_value *value,
                               const cr_payload_party *wanted, const char *id, bool has_siren) {
  cr_arena *arena = payload->facts->arena;
  cr_party party = {.kind = wanted->kind,
                    .id = cr_arena_string(arena, id),
                    .form = form_of(wanted->form),
                    .incorporated = CR_DATE_NONE,
                    .country = wanted->residence};
  party.name = wanted->name ? wanted->name : party.id;
  crible_status status = party.id ? cr_payload_fact(&party.fact, payload, value) : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK && has_siren) status = identify(&party, payload, party.id);
  if (status == CRIBLE_OK && wanted->nationality) {
    party.nationalities = nationalities(arena, wanted->nationality);
    if (!party.nationalities) status = CRIBLE_E_MEMORY;
  }
  if (status == CRIBLE_OK) status = cr_facts_add_parties(payload->facts, out);
  if (status == CRIBLE_OK) payload->facts->parties[*out] = party;
  return status;
}

/* What another part of the answer adds on a party. */
static void complete(cr_party *party, const cr_payload_party *wanted) {
  if (wanted->name && party->name == party->id) party->name = wanted->name;
  if (party->form == CR_FORM_UNSTATED) party->form = form_of(wanted->form);
}

crible_status cr_payload_add_party(int *out, bool *is_new, cr_payload *payload,
                                   const cr_json_value *value, const cr_payload_party *wanted) {
  bool has_siren = wanted->siren && cr_siren_valid(wanted->siren);
  const char *id = has_siren ? wanted->siren : wanted->id;
  int known = cr_facts_party(payload->facts, id);
  crible_status status = CRIBLE_OK;
  if (is_new) *is_new = known == CR_NONE;
  if (known != CR_NONE) {
    complete(&payload->facts->parties[known], wanted);
    *out = known;
    return CRIBLE_OK;
  }
  if (wanted->siren && !has_siren) {
    status = cr_json_warn(payload->reader, value, NULL, "bad-siren", NULL,
                          _("'%.64s' is no SIREN: '%.64s' has no identifier"), wanted->siren,
                          wanted->name ? wanted->name : id);
  }
  return status == CRIBLE_OK ? new_party(out, payload, value, wanted, id, has_siren) : status;
}

crible_status cr_payload_add_stake(cr_stake **out, cr_payload *payload, const cr_json_value *value,
                                   int holder, int company, cr_property property) {
  int index;
  cr_fact fact;
  crible_status status = cr_payload_fact(&fact, payload, value);
  if (status == CRIBLE_OK) status = cr_facts_add_stakes(payload->facts, &index);
  if (status != CRIBLE_OK) return status;
  cr_stake *stake = &payload->facts->stakes[index];
  *stake = (cr_stake){.fact = fact, .holder = holder, .company = company, .share_class = CR_NONE};
  for (int p = 0; p < CR_PROPERTIES; p++) cr_interval_init(&stake->share[p]);
  stake->states[property] = true;
  *out = stake;
  return CRIBLE_OK;
}
