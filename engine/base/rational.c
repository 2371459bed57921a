#include "engine/base/rational.h"

#include <math.h>
#include <string.h>

enum { LONGEST = 4096 };

/* Length of the digits at the start of a text. */
static size_t digit_run(const char *text) { return strspn(text, "0123456789"); }

/* A number as written: sign, digits, point, digits. */
typedef struct decimal_text {
  bool negative;
  const char *whole, *fraction;
  size_t whole_length, fraction_length;
} decimal_text;

/* Reads the decimal at the start of a text; gives where it ends, or NULL. */
static const char *read_decimal(decimal_text *out, const char *text) {
  out->negative = *text == '-';
  out->whole = text + (*text == '-');
  out->whole_length = digit_run(out->whole);
  const char *end = out->whole + out->whole_length;
  out->fraction = end;
  out->fraction_length = 0;
  if (out->whole_length && *end == '.') {
    out->fraction = end + 1;
    out->fraction_length = digit_run(end + 1);
    end = out->fraction_length ? out->fraction + out->fraction_length : NULL;
  }
  return out->whole_length ? end : NULL;
}

static void set_digits(fmpz_t out, const char *digits, size_t length, char *buffer) {
  memcpy(buffer, digits, length);
  buffer[length] = '\0';
  fmpz_set_str(out, buffer, 10);
}

static void set_decimal(fmpq_t out, const decimal_text *text) {
  char buffer[LONGEST + 1];
  fmpz_t part, scale;
  fmpz_init(part);
  fmpz_init(scale);
  fmpz_set_ui(scale, 10);
  fmpz_pow_ui(scale, scale, text->fraction_length);
  set_digits(part, text->whole, text->whole_length, buffer);
  fmpz_mul(part, part, scale);
  if (text->fraction_length) {
    fmpz_t fraction;
    fmpz_init(fraction);
    set_digits(fraction, text->fraction, text->fraction_length, buffer);
    fmpz_add(part, part, fraction);
    fmpz_clear(fraction);
  }
  if (text->negative) {
    fmpz_neg(part, part);
  }
  fmpq_set_fmpz_frac(out, part, scale);
  fmpz_clear(part);
  fmpz_clear(scale);
}

/* What may follow the number: "/q", "%", " %", or nothing. */
static crible_status apply_suffix(fmpq_t value, const decimal_text *number, const char *rest) {
  fmpq_t divisor;
  crible_status status = CRIBLE_E_DATA;
  fmpq_init(divisor);
  if (!*rest) {
    fmpq_one(divisor);
    status = CRIBLE_OK;
  } else if (!strcmp(rest, "%") || !strcmp(rest, " %")) {
    fmpq_set_si(divisor, 100, 1);
    status = CRIBLE_OK;
  } else if (*rest == '/' && !number->fraction_length) {
    decimal_text below;
    const char *end = read_decimal(&below, rest + 1);
    if (end && !*end && !below.negative && !below.fraction_length) {
      set_decimal(divisor, &below);
      status = fmpq_is_zero(divisor) ? CRIBLE_E_DATA : CRIBLE_OK;
    }
  }
  if (status == CRIBLE_OK) {
    fmpq_div(value, value, divisor);
  }
  fmpq_clear(divisor);
  return status;
}

crible_status cr_rational_parse(fmpq_t out, int *decimals, const char *text) {
  decimal_text number;
  const char *rest = memchr(text, '\0', LONGEST + 1) ? read_decimal(&number, text) : NULL;
  if (!rest) {
    return CRIBLE_E_DATA;
  }
  fmpq_t value;
  fmpq_init(value);
  set_decimal(value, &number);
  crible_status status = apply_suffix(value, &number, rest);
  if (status == CRIBLE_OK) {
    fmpq_swap(out, value);
    if (decimals) {
      *decimals = (int)number.fraction_length;
    }
  }
  fmpq_clear(value);
  return status;
}

char *cr_rational_text(cr_arena *arena, const fmpq_t value) {
  size_t room = fmpz_sizeinbase(fmpq_numref(value), 10) + fmpz_sizeinbase(fmpq_denref(value), 10);
  char *text = cr_arena_alloc(arena, room + 4, 1);
  if (text) {
    fmpq_get_str(text, 10, value);
  }
  return text;
}

/* Writes the digits of `scaled` with a point before the last `decimals`. */
static char *point_text(cr_arena *arena, const fmpz_t scaled, bool negative, int decimals) {
  size_t places = (size_t)decimals;
  size_t room = fmpz_sizeinbase(scaled, 10) + places + 4;
  char *text = cr_arena_alloc(arena, 2 * room, 1);
  if (!text) {
    return NULL;
  }
  char *digits = text + room;
  fmpz_get_str(digits, 10, scaled);
  size_t length = strlen(digits), cursor = 0;
  if (negative) {
    text[cursor++] = '-';
  }
  if (length <= places) {
    text[cursor++] = '0';
  } else {
    memcpy(text + cursor, digits, length - places);
    cursor += length - places;
    digits += length - places;
    length = places;
  }
  if (places) {
    text[cursor++] = '.';
    memset(text + cursor, '0', places - length);
    memmove(text + cursor + places - length, digits, length);
    cursor += places;
  }
  text[cursor] = '\0';
  return text;
}

char *cr_rational_decimal(cr_arena *arena, bool *exact, const fmpq_t value, int shift,
                          int decimals) {
  fmpz_t scaled, rest, power;
  fmpz_init(scaled);
  fmpz_init(rest);
  fmpz_init(power);
  fmpz_set_ui(power, 10);
  fmpz_pow_ui(power, power, (ulong)(shift + decimals));
  fmpz_mul(scaled, fmpq_numref(value), power);
  bool negative = fmpz_sgn(scaled) < 0;
  fmpz_abs(scaled, scaled);
  fmpz_tdiv_qr(scaled, rest, scaled, fmpq_denref(value));
  *exact = fmpz_is_zero(rest);
  char *text = point_text(arena, scaled, negative, decimals);
  fmpz_clear(scaled);
  fmpz_clear(rest);
  fmpz_clear(power);
  return text;
}

/* mpq_get_d truncates towards zero; `direction` moves the result to the wanted
 * side when that side is away from zero. */
static double directed(const fmpq_t value, double direction) {
  mpq_t exact, back;
  mpq_init(exact);
  mpq_init(back);
  fmpq_get_mpq(exact, value);
  double result = mpq_get_d(exact);
  mpq_set_d(back, result);
  int order = mpq_cmp(back, exact);
  if ((direction > 0 && order < 0) || (direction < 0 && order > 0)) {
    result = nextafter(result, direction);
  }
  mpq_clear(exact);
  mpq_clear(back);
  return result;
}

double cr_rational_below(const fmpq_t value) { return directed(value, -INFINITY); }

double cr_rational_above(const fmpq_t value) { return directed(value, INFINITY); }
