/* From an answer to facts. */
#include "importers/inpi/inpi.h"

#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/inpi/parts.h"

/* Members that nothing else has, or the register's "not found". */
static bool recognises(const char *head) {
  return strstr(head, "\"beneficiaire_uuid\"") || strstr(head, "\"beneficiairesEffectifs\"") ||
         (strstr(head, "\"errors\"") && strstr(head, "\"INPI"));
}

static crible_status add_owner(cr_payload *payload, const cr_json_value *value,
                               cr_inpi_spelling spelling, int number) {
  cr_inpi_owner owner = {.payload = payload, .spelling = spelling};
  crible_status status = cr_inpi_add_person(&owner.party, payload, value, spelling, number);
  if (status == CRIBLE_OK)
    status = cr_payload_member(&owner.modes, payload, value,
                               spelling == CR_INPI_FLAT ? "modalite" : "modalites", CR_JSON_OBJECT);
  if (status != CRIBLE_OK) return status;
  if (!owner.modes) {
    return cr_json_warn(payload->reader, value, NULL, "owner-without-figures", NULL,
                        _("what '%.64s' holds is not stated: nothing is counted"),
                        payload->facts->parties[owner.party].name);
  }
  for (cr_property p = CR_CAPITAL; status == CRIBLE_OK && p < CR_PROPERTIES; p++)
    status = cr_inpi_add_holding(&owner, p);
  return status == CRIBLE_OK ? cr_inpi_add_powers(&owner) : status;
}

/* The list in the register's own documents, which may stand by itself. */
static crible_status find_flat(const cr_json_value **out, cr_payload *payload) {
  static const char *const steps[] = {"formality", "content", "personneMorale"};
  const cr_json_value *at = payload->root;
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && at && i < 3 && cr_json_member(at, steps[i]); i++)
    status = cr_payload_member(&at, payload, at, steps[i], CR_JSON_OBJECT);
  *out = NULL;
  return status == CRIBLE_OK
             ? cr_payload_member(out, payload, at, "beneficiairesEffectifs", CR_JSON_ARRAY)
             : status;
}

static crible_status add_owners(cr_payload *payload) {
  const cr_json_value *list, *value;
  cr_inpi_spelling spelling = CR_INPI_NESTED;
  int number = 0;
  crible_status status = cr_payload_member(&list, payload, payload->root, "data", CR_JSON_ARRAY);
  if (status == CRIBLE_OK && !list) {
    spelling = CR_INPI_FLAT;
    status = find_flat(&list, payload);
  }
  if (status == CRIBLE_OK && !list && cr_json_told(payload->reader, true) == 0) {
    return cr_json_error(payload->reader, payload->root, "data", "answer-empty", NULL,
                         _("this answer has no list of beneficial owners"));
  }
  for CR_JSON_EACH (element, list) {
    if (status != CRIBLE_OK) return status;
    value = element;
    if (spelling == CR_INPI_NESTED)
      status = cr_payload_member(&value, payload, element, "data", CR_JSON_OBJECT);
    if (status == CRIBLE_OK && value) status = add_owner(payload, value, spelling, ++number);
  }
  return status;
}

static crible_status warn_undated(const cr_payload *payload) {
  return cr_warn(payload->context, "undated", payload->dossier->path, 0, 0, NULL,
                 _("the register's answer does not say since when it is so: it is taken as true on "
                   "every date"));
}

static crible_status read(crible_dossier *dossier, const cr_import *import) {
  cr_payload payload;
  crible_status status = cr_payload_open(&payload, dossier, import, "inpi",
                                         "INPI, RNE, bénéficiaires effectifs");
  if (status == CRIBLE_OK) status = add_owners(&payload);
  if (status == CRIBLE_OK) status = cr_payload_finish(&payload, import->candidate);
  if (status == CRIBLE_OK) status = warn_undated(&payload);
  cr_payload_close(&payload);
  return status;
}

const cr_format cr_format_inpi = {
    .name = "inpi", .recognises = recognises, .read = read, .of_subject = true};
