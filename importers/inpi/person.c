/* Who a beneficial owner is. */
#include <stdio.h>

#include "importers/inpi/parts.h"

typedef struct identity {
  const char *id, *surname, *forenames, *nationality, *residence;
} identity;

/* The first names, the used one first. */
static crible_status read_forenames(const char **out, cr_payload *payload,
                                    const cr_json_value *object) {
  const cr_json_value *list;
  crible_status status = cr_payload_member(&list, payload, object, "prenoms", CR_JSON_ARRAY);
  const cr_json_value *first = status == CRIBLE_OK && list ? cr_json_first(list) : NULL;
  *out = cr_json_text(first);
  return status;
}

/* A code where there is one, else the words. */
static crible_status read_country(const char **out, cr_payload *payload,
                                  const cr_json_value *object, const char *code,
                                  const char *words) {
  *out = NULL;
  crible_status status =
      code ? cr_payload_country(out, payload, object, code) : CRIBLE_OK;
  return status == CRIBLE_OK && !*out ? cr_payload_country(out, payload, object, words) : status;
}

static crible_status read_nested(identity *out, cr_payload *payload, const cr_json_value *value) {
  crible_status status = cr_payload_text(&out->id, payload, value, "beneficiaire_uuid");
  if (status == CRIBLE_OK) status = cr_payload_text(&out->surname, payload, value, "nom");
  if (status == CRIBLE_OK) status = read_forenames(&out->forenames, payload, value);
  if (status == CRIBLE_OK)
    status = read_country(&out->nationality, payload, value, NULL, "nationalite");
  return status == CRIBLE_OK
             ? read_country(&out->residence, payload, value, NULL, "pays_residence")
             : status;
}

/* The register writes nationalities as adjectives ("Française"), which name no country: only
 * their codes are read. */
static crible_status read_flat(identity *out, cr_payload *payload, const cr_json_value *value) {
  const cr_json_value *owner = NULL, *person = NULL, *home = NULL;
  crible_status status = cr_payload_text(&out->id, payload, value, "beneficiaireId");
  if (status == CRIBLE_OK)
    status = cr_payload_member(&owner, payload, value, "beneficiaire", CR_JSON_OBJECT);
  if (status == CRIBLE_OK)
    status = cr_payload_member(&person, payload, owner, "descriptionPersonne", CR_JSON_OBJECT);
  if (status == CRIBLE_OK)
    status = cr_payload_member(&home, payload, owner, "adresseDomicile", CR_JSON_OBJECT);
  if (status == CRIBLE_OK) status = cr_payload_text(&out->surname, payload, person, "nom");
  if (status == CRIBLE_OK) status = read_forenames(&out->forenames, payload, person);
  if (status == CRIBLE_OK)
    status = cr_payload_country(&out->nationality, payload, person, "codeNationalite");
  return status == CRIBLE_OK ? read_country(&out->residence, payload, home, "codePays", "pays")
                             : status;
}

crible_status cr_inpi_add_person(int *out, cr_payload *payload, const cr_json_value *value,
                                 cr_inpi_spelling spelling, int number) {
  char id[32];
  identity read = {.id = NULL};
  crible_status status = spelling == CR_INPI_FLAT ? read_flat(&read, payload, value)
                                                  : read_nested(&read, payload, value);
  if (status != CRIBLE_OK) return status;
  snprintf(id, sizeof id, "owner-%d", number);
  cr_payload_party party = {.kind = CR_PERSON, .id = read.id ? read.id : id,
                            .name = read.surname, .residence = read.residence,
                            .nationality = read.nationality};
  if (read.surname && read.forenames) {
    party.name = cr_arena_printf(payload->facts->arena, "%s %s", read.forenames, read.surname);
    if (!party.name) return CRIBLE_E_MEMORY;
  }
  return cr_payload_add_party(out, NULL, payload, value, &party);
}
