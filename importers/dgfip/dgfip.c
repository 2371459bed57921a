/* From an answer to facts. */
#include "importers/dgfip/dgfip.h"

#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/dgfip/parts.h"

/* Lists that nothing else has, or the tax administration's "not found". */
static bool recognises(const char *head) {
  return strstr(head, "\"actionnaires\"") || strstr(head, "\"filiales\"") ||
         (strstr(head, "\"errors\"") && strstr(head, "\"DGFIP"));
}

/* A half that is not there was not answered; "néant" filed is an empty list. */
static crible_status add_halves(cr_payload *payload) {
  const cr_json_value *data, *capital, *holdings;
  crible_status status =
      cr_payload_member(&data, payload, payload->root, "data", CR_JSON_OBJECT);
  if (status == CRIBLE_OK)
    status = cr_payload_member(&capital, payload, data, "capital", CR_JSON_OBJECT);
  if (status == CRIBLE_OK)
    status = cr_payload_member(&holdings, payload, data, "participations", CR_JSON_OBJECT);
  if (status != CRIBLE_OK) return status;
  if (!capital && !holdings && cr_json_told(payload->reader, true) == 0) {
    return cr_json_error(payload->reader, payload->root, "data", "answer-empty",
                         _("an answer has data.capital and data.participations"),
                         _("this answer says nothing of the capital"));
  }
  if (capital) status = cr_dgfip_add_shareholders(payload, capital);
  if (status == CRIBLE_OK && holdings) status = cr_dgfip_add_subsidiaries(payload, holdings);
  return status;
}

/* The year is asked for, and is not in the answer. */
static crible_status warn_undated(const cr_payload *payload) {
  return cr_warn(payload->context, "undated", payload->dossier->path, 0, 0,
                 _("ask for the year of the date screened"),
                 _("the register's answer does not say of which year it is: it is taken as true on "
                   "every date"));
}

static crible_status read(crible_dossier *dossier, const cr_import *import) {
  cr_payload payload;
  crible_status status = cr_payload_open(&payload, dossier, import, "dgfip",
                                         "DGFiP, liens capitalistiques");
  if (status == CRIBLE_OK) status = add_halves(&payload);
  if (status == CRIBLE_OK) status = cr_payload_finish(&payload, import->candidate);
  if (status == CRIBLE_OK) status = warn_undated(&payload);
  cr_payload_close(&payload);
  return status;
}

const cr_format cr_format_dgfip = {
    .name = "dgfip", .recognises = recognises, .read = read, .of_subject = true};
