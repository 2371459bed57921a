/* Looking at values. */
#include <string.h>

#include "engine/base/rational.h"
#include "importers/json/parts.h"

enum { LONGEST_NUMBER = 4096 };

const cr_json_value *cr_json_first(const cr_json_value *container) {
  bool none = !container || container->kind < CR_JSON_ARRAY || container->span == 1;
  return none ? NULL : container + 1;
}

const cr_json_value *cr_json_after(const cr_json_value *container, const cr_json_value *child) {
  const cr_json_value *next = child + child->span;
  return next < container + container->span ? next : NULL;
}

const cr_json_value *cr_json_member(const cr_json_value *object, const char *name) {
  if (!object || object->kind != CR_JSON_OBJECT) return NULL;
  size_t length = strlen(name);
  for CR_JSON_EACH (member, object)
    if (member->key_length == length && memcmp(member->key, name, length) == 0) return member;
  return NULL;
}

const char *cr_json_text(const cr_json_value *value) {
  return value && value->kind == CR_JSON_STRING ? value->text : NULL;
}

/* The digits of a number without point, and how many of them stand after it once the exponent
 * has moved it; false when that is out of bounds. */
static bool digits_of(char out[LONGEST_NUMBER + 2], long *after, const cr_json_value *number) {
  size_t count = 0;
  long point = 0, exponent = 0;
  bool fraction = false;
  for (uint32_t i = 0; i < number->length; i++) {
    char c = number->text[i];
    if (c == 'e' || c == 'E') {
      bool negative = number->text[++i] == '-';
      i += number->text[i] == '-' || number->text[i] == '+';
      for (; i < number->length && exponent <= LONGEST_NUMBER; i++)
        exponent = exponent * 10 + (number->text[i] - '0');
      if (negative) exponent = -exponent;
    } else if (c == '.') {
      fraction = true;
    } else {
      if (count > LONGEST_NUMBER) return false;
      out[count++] = c;
      point += fraction;
    }
  }
  out[count] = '\0';
  *after = point - exponent;
  return *after <= LONGEST_NUMBER && *after >= -LONGEST_NUMBER;
}

crible_status cr_json_rational(fmpq_t out, int *decimals, const cr_json_value *number) {
  char digits[LONGEST_NUMBER + 2];
  long after;
  fmpz_t power;
  if (!digits_of(digits, &after, number)) return CRIBLE_E_DATA;
  fmpq_t value;
  fmpq_init(value);
  fmpz_init(power);
  bool read = fmpz_set_str(fmpq_numref(value), digits, 10) == 0;
  fmpz_set_ui(power, 10);
  fmpz_pow_ui(power, power, (unsigned long)(after < 0 ? -after : after));
  if (after > 0) fmpz_set(fmpq_denref(value), power);
  else fmpz_mul(fmpq_numref(value), fmpq_numref(value), power);
  fmpq_canonicalise(value);
  if (read) fmpq_swap(out, value);
  if (read && decimals) *decimals = after > 0 ? (int)after : 0;
  fmpz_clear(power);
  fmpq_clear(value);
  return read ? CRIBLE_OK : CRIBLE_E_DATA;
}
