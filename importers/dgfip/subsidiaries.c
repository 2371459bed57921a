/* data.participations.filiales: companies of which the subject holds a part of the capital. */
#include <stdio.h>

#include "importers/dgfip/parts.h"

crible_status cr_dgfip_add_subsidiaries(cr_payload *payload, const cr_json_value *holdings) {
  const cr_json_value *list;
  int number = 0;
  crible_status status =
      cr_payload_member(&list, payload, holdings, "filiales", CR_JSON_ARRAY);
  if (status != CRIBLE_OK || !list) return status;
  for CR_JSON_EACH (row, list) {
    char id[32];
    int company;
    bool is_new;
    snprintf(id, sizeof id, "subsidiary-%d", ++number);
    status = cr_dgfip_add_company(&company, &is_new, payload, row, row, id);
    if (status == CRIBLE_OK)
      status = cr_dgfip_add_percentage(payload, row, "pourcentage_detention", payload->subject,
                                       company, !is_new);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}
