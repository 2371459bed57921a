#include "importers/tables/amount.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST = 60 };

/* A number taken apart: digits and marks, blanks and apostrophes between digits as blanks. */
typedef struct shape {
  char marks[LONGEST + 1];  /* digits, '.', ',' and ' ' only */
  bool percent;
  int dots, commas;
  char last;      /* the last of '.' and ',', or 0 */
  int behind;     /* digits behind it */
  int before;     /* digits before it */
} shape;

/* The right apostrophe (U+2019) groups digits as the straight one does. */
static size_t grouping(const char *text) {
  if (*text == ' ' || *text == '\'') return 1;
  return !strncmp(text, "\xE2\x80\x99", 3) ? 3 : 0;
}

static bool take_apart(shape *out, const char *text) {
  size_t used = 0;
  *out = (shape){.last = 0};
  while (*text) {
    size_t group = grouping(text);
    if (*text == '%') {
      out->percent = true;
      text++;
      break;
    }
    if (used == LONGEST || (!group && !isdigit((unsigned char)*text) && !strchr(".,", *text))) {
      return false;
    }
    out->marks[used++] = group ? ' ' : *text;
    text += group ? group : 1;
  }
  while (used && out->marks[used - 1] == ' ') used--;
  out->marks[used] = '\0';
  for (size_t i = 0; i < used; i++) {
    char c = out->marks[i];
    out->dots += c == '.';
    out->commas += c == ',';
    if (c == '.' || c == ',') {
      out->last = c;
      out->before += out->behind;
      out->behind = 0;
    } else if (c != ' ') {
      out->behind++;
    }
  }
  return used && !*text;
}

/* The decimal mark of a number by itself: '.' or ',', 0 when it has none, '?' when it cannot be told. */
static char decimal_of(const shape *number) {
  int marks = number->dots + number->commas;
  if (marks == 0) return 0;
  if (number->dots && number->commas) {
    bool once = (number->last == '.' ? number->dots : number->commas) == 1;
    return once ? number->last : 'x';
  }
  if (marks > 1) return 0;
  if (number->behind != 3 || number->before > 3 || number->before == 0) return number->last;
  return number->marks[0] == '0' || strchr(number->marks, ' ') ? number->last : '?';
}

cr_marks cr_marks_of(const cr_sheet *sheet) {
  int votes[2] = {0, 0};
  for (size_t i = 0; i < sheet->count; i++) {
    shape number;
    if (sheet->cells[i].kind != CR_CELL_TEXT || !take_apart(&number, sheet->cells[i].text)) continue;
    char mark = decimal_of(&number);
    bool date = number.dots == 2 && number.behind > 3; /* 01.03.2021 */
    if (date) continue;
    if (mark == '.' || mark == ',') votes[mark == ',']++;
    else if (mark == 0 && number.dots + number.commas > 1) votes[number.last == '.']++;
  }
  cr_marks marks = {0};
  if (votes[0] && !votes[1]) marks.decimal = '.';
  if (votes[1] && !votes[0]) marks.decimal = ',';
  return marks;
}

/* Groups of three, the first of one to three digits. */
static bool grouped_well(const char *marks, char decimal) {
  int digits = 0, groups = 0;
  for (; *marks && *marks != decimal; marks++) {
    if (isdigit((unsigned char)*marks)) {
      digits++;
      continue;
    }
    if (digits == 0 || digits > 3 || (groups && digits != 3)) return false;
    groups++;
    digits = 0;
  }
  if (groups && digits != 3) return false;
  return digits > 0 && (!*marks || strspn(marks + 1, "0123456789") == strlen(marks + 1));
}

static bool read_text(cr_amount *out, cr_arena *arena, const char *text, cr_marks marks, bool count,
                      crible_status *status) {
  shape number;
  if (!take_apart(&number, text)) return false;
  char decimal = decimal_of(&number);
  if (decimal == '?') {
    out->ambiguous = !marks.decimal && count && !number.percent;
    bool whole = marks.decimal ? number.last != marks.decimal : count && !number.percent;
    decimal = whole ? 0 : number.last;
  }
  if (decimal == 'x' || !grouped_well(number.marks, decimal)) return false;
  char *plain = cr_arena_alloc(arena, LONGEST + 2, 1), *next = plain;
  if (!plain) {
    *status = CRIBLE_E_MEMORY;
    return false;
  }
  for (const char *c = number.marks; *c; c++) {
    if (isdigit((unsigned char)*c)) *next++ = *c;
    else if (*c == decimal && c[1]) *next++ = '.';
  }
  const char *point = strchr(plain, '.');
  out->text = plain;
  out->decimals = point ? (int)strlen(point + 1) : 0;
  out->percent = number.percent;
  return true;
}

/* A percentage's own digits: 0.3333 is 33.33. */
static const char *times_100(cr_arena *arena, const char *text) {
  const char *point = strchr(text, '.');
  size_t whole = point ? (size_t)(point - text) : strlen(text);
  const char *behind = point ? point + 1 : "";
  size_t digits = strlen(behind);
  char *out = cr_arena_alloc(arena, strlen(text) + 4, 1);
  if (!out) return NULL;
  snprintf(out, strlen(text) + 4, "%.*s%.2s%s%s%s", (int)whole, text, behind,
           digits == 0 ? "00" : digits == 1 ? "0" : "", digits > 2 ? "." : "",
           digits > 2 ? behind + 2 : "");
  size_t zeros = strspn(out, "0");
  if (out[zeros] == '\0' || out[zeros] == '.') zeros--;
  return out + zeros;
}

bool cr_amount_read(cr_amount *out, cr_arena *arena, const cr_cell *cell, cr_marks marks,
                    bool count, crible_status *status) {
  *out = (cr_amount){.text = NULL};
  if (cell->kind == CR_CELL_DATE) return false;
  if (cell->kind == CR_CELL_TEXT) return read_text(out, arena, cell->text, marks, count, status);
  if (*cell->text == '-') return false;
  out->percent = cell->percent;
  out->text = cell->percent ? times_100(arena, cell->text) : cell->text;
  if (!out->text) {
    *status = CRIBLE_E_MEMORY;
    return false;
  }
  const char *point = strchr(out->text, '.');
  out->decimals = point ? (int)strlen(point + 1) : 0;
  if (cell->shown > out->decimals) out->decimals = cell->shown;
  return true;
}
