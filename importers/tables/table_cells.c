/* Cells as values, and what is said of them. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/tables/table_parts.h"

enum { MOST_TOLD = 20 };

const char *cr_table_place(cr_cap_table *table, int row, const cr_column *column) {
  char cell[16];
  const char *place;
  cr_cell_name(cell, row, column ? column->number : 1);
  if (!column) place = cr_arena_printf(table->arena, _("row %d"), row);
  else if (table->sheet->name)
    place = cr_arena_printf(table->arena, _("cell %s (column \"%s\")"), cell, column->label);
  else place = cr_arena_printf(table->arena, _("row %d, column \"%s\""), row, column->label);
  if (!place) table->status = CRIBLE_E_MEMORY;
  return place ? place : "";
}

static void report(cr_cap_table *table, crible_severity severity, int row, const cr_column *column,
                 const char *code, const char *advice, const char *words) {
  size_t *told = severity == CRIBLE_ERROR ? &table->errors : &table->warnings;
  if ((*told)++ >= MOST_TOLD || table->status != CRIBLE_OK) return;
  const char *message =
      row ? cr_arena_printf(table->arena, "%s: %s", cr_table_place(table, row, column), words) : words;
  crible_diagnostic diagnostic = {.severity = severity, .code = code, .file = table->file,
                                  .line = row, .message = message, .advice = advice};
  if (!message) table->status = CRIBLE_E_MEMORY;
  if (table->status == CRIBLE_OK) table->status = cr_report(table->context, &diagnostic);
}

void cr_table_error(cr_cap_table *table, int row, const cr_column *column, const char *code,
                    const char *advice, const char *format, ...) {
  char words[600];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(words, sizeof words, format, arguments);
  va_end(arguments);
  report(table, CRIBLE_ERROR, row, column, code, advice, words);
}

void cr_table_warn(cr_cap_table *table, int row, const cr_column *column, const char *code,
                   const char *advice, const char *format, ...) {
  char words[600];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(words, sizeof words, format, arguments);
  va_end(arguments);
  report(table, CRIBLE_WARNING, row, column, code, advice, words);
}

fmpq *cr_table_number(cr_cap_table *table, const char *decimal) {
  fmpq *value = cr_arena_rationals(table->arena, 1);
  if (!value) table->status = CRIBLE_E_MEMORY;
  else if (cr_rational_parse(value, NULL, decimal) != CRIBLE_OK) fmpq_zero(value);
  return value;
}

static bool is_dash(const char *text) {
  return !strcmp(text, "-") || !strcmp(text, "\xE2\x80\x93") || !strcmp(text, "\xE2\x80\x94");
}

/* Moves a decimal point two places to the right: a fraction as a percentage. */
static const char *as_percentage(cr_cap_table *table, const char *text) {
  const cr_cell cell = {.kind = CR_CELL_NUMBER, .text = text, .percent = true,
                        .shown = CR_SHOWN_ALL};
  cr_amount moved;
  bool read = cr_amount_read(&moved, table->arena, &cell, table->marks, false, &table->status);
  return read ? moved.text : text;
}

static bool is_percentages(const cr_column *column) {
  return column->field == CR_FIELD_CAPITAL || column->field == CR_FIELD_VOTES;
}

cr_amount *cr_table_amount(cr_cap_table *table, int row, const cr_column *column, bool tell) {
  const cr_cell *cell = cr_sheet_cell(table->sheet, row, column->number);
  bool count = !is_percentages(column);
  if (!cell || is_dash(cell->text)) return NULL;
  cr_amount *amount = cr_arena_alloc(table->arena, 1, sizeof *amount);
  if (!amount) {
    table->status = CRIBLE_E_MEMORY;
    return NULL;
  }
  if (!cr_amount_read(amount, table->arena, cell, table->marks, count, &table->status)) {
    if (!tell) return NULL;
    cr_table_error(table, row, column, "bad-number", _("write digits, such as 10 000 or 33,33 %"),
                   _("'%s' is no number"), cell->text);
    return NULL;
  }
  if (count && amount->percent) {
    if (tell) {
      cr_table_error(table, row, column, "bad-number", NULL, _("'%s' is no number of shares"),
                     cell->text);
    }
    return NULL;
  }
  if (amount->ambiguous && tell) {
    cr_table_warn(table, row, column, "ambiguous-number",
                  _("write it without a mark between its digits"), _("'%s' is read as %s"),
                  cell->text, amount->text);
  }
  if (!count && !amount->percent && column->fractions) {
    amount->text = as_percentage(table, amount->text);
    amount->decimals = amount->decimals > 2 ? amount->decimals - 2 : 0;
  }
  return amount;
}

const char *cr_table_count(cr_cap_table *table, int row, const cr_column *column) {
  cr_amount *amount = column ? cr_table_amount(table, row, column, true) : NULL;
  return amount ? amount->text : NULL;
}

/* "01/03/2021", "1.3.2021", "2021-03-01": three numbers and the mark between them. */
static bool three_numbers(const char *text, long out[3]) {
  char *end;
  for (int i = 0; i < 3; i++) {
    if (*text < '0' || *text > '9') return false;
    out[i] = strtol(text, &end, 10);
    if (i < 2 && !strchr("/.-", *end)) return false;
    text = i < 2 ? end + 1 : end;
  }
  return !*text;
}

cr_date cr_table_date(cr_cap_table *table, int row, const cr_column *column) {
  const cr_cell *cell = column ? cr_sheet_cell(table->sheet, row, column->number) : NULL;
  long part[3];
  char iso[40];
  cr_date date = CR_DATE_NONE;
  if (!cell || is_dash(cell->text)) return CR_DATE_NONE;
  if (cell->kind == CR_CELL_DATE) return cell->date;
  if (cell->kind == CR_CELL_TEXT && three_numbers(cell->text, part)) {
    bool iso_order = part[0] > 31;
    long year = iso_order ? part[0] : part[2];
    long day = iso_order ? part[2] : column->month_first ? part[1] : part[0];
    long month = !iso_order && column->month_first ? part[0] : part[1];
    snprintf(iso, sizeof iso, "%04ld-%02ld-%02ld", year % 100000, month % 1000, day % 1000);
    if (cr_date_parse(&date, iso) == CRIBLE_OK) return date;
  }
  cr_table_error(table, row, column, "bad-date", _("write it as 2023-02-15"), _("'%s' is no date"),
                 cell->text);
  return CR_DATE_NONE;
}
