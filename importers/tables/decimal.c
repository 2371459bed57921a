/* A spreadsheet computes with binary numbers and shows at most 15 significant digits: 33.33 %
 * stands in its file as 0.33329999999999999 and means 0.3333. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "importers/tables/parts.h"

enum { SIGNIFICANT = 15, MOST_DIGITS = 40, LARGEST_POWER = 60 };

typedef struct decimal {
  bool negative;
  char digits[MOST_DIGITS + 1]; /* without zeros at the front */
  int count;
  int power; /* of ten, of the last digit */
} decimal;

static bool take_digits(decimal *out, const char **text, bool fraction) {
  const char *from = *text;
  for (; isdigit((unsigned char)**text); ++*text) {
    if (out->count == MOST_DIGITS) {
      out->power += !fraction;
      continue;
    }
    if (out->count || **text != '0') out->digits[out->count++] = **text;
    out->power -= fraction;
  }
  return *text > from;
}

static bool parse(decimal *out, const char *text) {
  *out = (decimal){.negative = *text == '-'};
  text += *text == '-' || *text == '+';
  bool any = take_digits(out, &text, false);
  if (*text == '.') {
    text++;
    any = take_digits(out, &text, true) || any;
  }
  if (any && (*text == 'e' || *text == 'E')) {
    char *end = NULL;
    long power = isdigit((unsigned char)text[1]) || strchr("+-", text[1]) ? strtol(text + 1, &end, 10)
                                                                        : LARGEST_POWER + 1;
    if (!end || end == text + 1 || power > LARGEST_POWER || power < -LARGEST_POWER) return false;
    out->power += (int)power;
    text = end;
  }
  return any && !*text;
}

/* Half a unit of the fifteenth digit goes up, as spreadsheets round. */
static void round_off(decimal *value) {
  if (value->count > SIGNIFICANT) {
    bool up = value->digits[SIGNIFICANT] >= '5';
    value->power += value->count - SIGNIFICANT;
    value->count = SIGNIFICANT;
    for (int i = SIGNIFICANT - 1; up && i >= 0; i--) {
      up = value->digits[i] == '9';
      value->digits[i] = up ? '0' : (char)(value->digits[i] + 1);
    }
    if (up) { /* all nines: 1 and fifteen zeros, the last of which goes */
      value->digits[0] = '1';
      value->power++;
    }
  }
  while (value->count && value->digits[value->count - 1] == '0') {
    value->count--;
    value->power++;
  }
}

char *cr_decimal_15(cr_arena *arena, const char *text) {
  decimal value;
  if (!parse(&value, text)) return NULL;
  round_off(&value);
  if (!value.count) return cr_arena_string(arena, "0");
  char *out = cr_arena_alloc(arena, 2 * (MOST_DIGITS + LARGEST_POWER) + 8, 1), *next = out;
  if (!out) return NULL;
  int whole = value.count + value.power; /* digits before the point */
  if (value.negative) *next++ = '-';
  if (whole <= 0) *next++ = '0';
  for (int i = 0; i < value.count; i++) {
    if (i == (whole > 0 ? whole : 0)) {
      *next++ = '.';
      for (int zeros = whole; zeros < 0; zeros++) *next++ = '0';
    }
    *next++ = value.digits[i];
  }
  for (int zeros = value.count; zeros < whole; zeros++) *next++ = '0';
  return out;
}
