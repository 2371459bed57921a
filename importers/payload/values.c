/* Reading members of an answer. */
#include <ctype.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/payload/payload.h"

enum { WORKING = 10 }; /* decimals beyond which a machine wrote the figure */

/* What was told ends the reading at its end, so that all is told at once. */
static crible_status go_on(crible_status status) {
  return status == CRIBLE_E_DATA ? CRIBLE_OK : status;
}

static const char *kind_words(cr_json_kind kind) {
  switch (kind) {
  case CR_JSON_NUMBER: return _("a number");
  case CR_JSON_STRING: return _("a text");
  case CR_JSON_ARRAY: return _("a list");
  case CR_JSON_OBJECT: return _("an object");
  case CR_JSON_NULL:
  case CR_JSON_FALSE:
  case CR_JSON_TRUE: break;
  }
  return _("true or false");
}

crible_status cr_payload_member(const cr_json_value **out, cr_payload *payload,
                                const cr_json_value *object, const char *member,
                                cr_json_kind kind) {
  const cr_json_value *value = cr_json_member(object, member);
  *out = NULL;
  if (!value || value->kind == CR_JSON_NULL) return CRIBLE_OK;
  bool truth = kind == CR_JSON_TRUE && value->kind == CR_JSON_FALSE;
  if (value->kind == kind || truth) {
    *out = value;
    return CRIBLE_OK;
  }
  return go_on(cr_json_error(payload->reader, value, NULL, "answer-type", NULL,
                             _("'%s' is not %s"), member, kind_words(kind)));
}

crible_status cr_payload_text(const char **out, cr_payload *payload, const cr_json_value *object,
                              const char *member) {
  const cr_json_value *value;
  *out = NULL;
  crible_status status = cr_payload_member(&value, payload, object, member, CR_JSON_STRING);
  if (status != CRIBLE_OK || !value) return status;
  const char *text = value->text;
  size_t length = value->length;
  while (length && text[length - 1] == ' ') length--;
  while (length && *text == ' ') text++, length--;
  if (length == 0) return CRIBLE_OK;
  *out = cr_arena_text(payload->facts->arena, text, length);
  return *out ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

crible_status cr_payload_true(bool *out, cr_payload *payload, const cr_json_value *object,
                              const char *member) {
  const cr_json_value *value;
  crible_status status = cr_payload_member(&value, payload, object, member, CR_JSON_TRUE);
  if (status == CRIBLE_OK) *out = value && value->kind == CR_JSON_TRUE;
  return status;
}

/* A code of two letters is known without the names of countries. */
static crible_status find_country(const char **out, cr_payload *payload, const char *text) {
  const char *code = NULL;
  crible_status status = CRIBLE_OK;
  char letters[3] = "";
  if (strlen(text) == 2) {
    for (int i = 0; i < 2; i++) letters[i] = (char)toupper((unsigned char)text[i]);
    code = letters;
  } else {
    if (!payload->words) status = cr_country_words_read(&payload->words, payload->context);
    if (status == CRIBLE_OK) code = cr_country_of(payload->words, text);
  }
  const cr_country *country = code ? cr_reference_country(payload->dossier->reference, code) : NULL;
  *out = country ? cr_arena_string(payload->facts->arena, country->code) : NULL;
  return country && !*out ? CRIBLE_E_MEMORY : status;
}

crible_status cr_payload_country(const char **out, cr_payload *payload,
                                 const cr_json_value *object, const char *member) {
  const char *text;
  *out = NULL;
  crible_status status = cr_payload_text(&text, payload, object, member);
  if (status == CRIBLE_OK && text) status = find_country(out, payload, text);
  if (status != CRIBLE_OK || !text || *out) return status;
  return cr_json_warn(payload->reader, cr_json_member(object, member), NULL, "unknown-country", NULL,
                      _("'%.64s' is no country that ISO 3166 names: where it is, is not known"),
                      text);
}

void cr_percentage_init(cr_percentage *percentage) {
  *percentage = (cr_percentage){.stated = false};
  cr_interval_init(&percentage->share);
}

void cr_percentage_clear(cr_percentage *percentage) { cr_interval_clear(&percentage->share); }

/* Half a unit of the last digit to either side. */
static void widen(cr_interval *share, int decimals) {
  fmpq_t half;
  fmpz_t units;
  fmpq_init(half);
  fmpz_init(units);
  fmpz_set_ui(units, 10);
  fmpz_pow_ui(units, units, (ulong)decimals + 2);
  fmpq_set_si(half, 1, 2);
  fmpq_div_fmpz(half, half, units);
  fmpq_sub(&share->lo, &share->lo, half);
  fmpq_add(&share->hi, &share->hi, half);
  if (fmpq_sgn(&share->lo) < 0) fmpq_zero(&share->lo);
  if (fmpq_cmp_ui(&share->hi, 1) > 0) fmpq_one(&share->hi);
  fmpz_clear(units);
  fmpq_clear(half);
}

/* The figure itself; false when it is no percentage. */
static bool read_figure(cr_percentage *out, const cr_json_value *value) {
  fmpz_t hundred;
  if (cr_json_rational(&out->share.lo, &out->decimals, value) != CRIBLE_OK) return false;
  fmpz_init_set_ui(hundred, 100);
  fmpq_div_fmpz(&out->share.lo, &out->share.lo, hundred);
  fmpz_clear(hundred);
  fmpq_set(&out->share.hi, &out->share.lo);
  return fmpq_sgn(&out->share.lo) >= 0 && fmpq_cmp_ui(&out->share.lo, 1) <= 0;
}

crible_status cr_payload_percentage(cr_percentage *out, cr_payload *payload,
                                    const cr_json_value *object, const char *member) {
  const cr_json_value *value;
  out->stated = false;
  crible_status status = cr_payload_member(&value, payload, object, member, CR_JSON_NUMBER);
  if (status != CRIBLE_OK || !value) return status;
  if (!read_figure(out, value)) {
    return go_on(cr_json_error(payload->reader, value, NULL, "bad-percentage", NULL,
                               _("'%.*s' is no percentage between 0 and 100"),
                               (int)(value->length < 64 ? value->length : 64), value->text));
  }
  out->zero = fmpq_is_zero(&out->share.lo);
  widen(&out->share, out->decimals);
  out->stated = true;
  if (out->decimals <= WORKING) return CRIBLE_OK;
  return cr_json_warn(payload->reader, value, NULL, "long-decimal", NULL,
                      _("a percentage of %d decimals looks like a machine's rounding"),
                      out->decimals);
}
