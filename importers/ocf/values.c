/* Members as the format writes them: decimals are texts. */
#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/ocf/ledger.h"

static crible_status go_on(crible_status status) {
  return status == CRIBLE_E_DATA ? CRIBLE_OK : status;
}

crible_status cr_ocf_need(const char **out, cr_ocf_ledger *ledger, const cr_json_value *item,
                          const char *member) {
  crible_status status = cr_payload_text(out, &ledger->in, item, member);
  const cr_json_value *value = cr_json_member(item, member);
  if (status != CRIBLE_OK || *out || (value && value->kind != CR_JSON_NULL &&
                                      value->kind != CR_JSON_STRING))
    return status;
  return go_on(cr_json_error(ledger->in.reader, item, NULL, "ocf-missing", NULL,
                             _("'%s' is missing"), member));
}

crible_status cr_ocf_decimal(fmpq **out, cr_ocf_ledger *ledger, const cr_json_value *item,
                             const char *member) {
  const char *text;
  *out = NULL;
  crible_status status = cr_payload_text(&text, &ledger->in, item, member);
  if (status != CRIBLE_OK || !text) return status;
  fmpq *value = cr_arena_rationals(ledger->in.facts->arena, 1);
  if (!value) return CRIBLE_E_MEMORY;
  const char *digits = *text == '+' ? text + 1 : text;
  bool plain = *digits && strspn(digits, "0123456789.") == strlen(digits);
  if (plain && cr_rational_parse(value, NULL, digits) == CRIBLE_OK) {
    *out = value;
    return CRIBLE_OK;
  }
  return go_on(cr_json_error(ledger->in.reader, item, member, "ocf-decimal", NULL,
                             _("'%.64s' is no decimal from 0 on"), text));
}

crible_status cr_ocf_day(cr_date *out, cr_ocf_ledger *ledger, const cr_json_value *item,
                         const char *member) {
  const char *text;
  *out = CR_DATE_NONE;
  crible_status status = cr_payload_text(&text, &ledger->in, item, member);
  if (status != CRIBLE_OK || !text || cr_date_parse(out, text) == CRIBLE_OK) return status;
  *out = CR_DATE_NONE;
  return go_on(cr_json_error(ledger->in.reader, item, member, "ocf-date",
                             _("write it as YYYY-MM-DD"), _("'%.64s' is no day"), text));
}
