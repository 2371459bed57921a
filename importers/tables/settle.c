/* What the columns of a table are, by their header and by what stands in them. */
#include <stdlib.h>
#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/tables/table_parts.h"

/* Numbers of a column of shares of a whole, before it is known how they are written. */
typedef struct profile {
  int plain, percent;
  bool above_one;
  fmpq sum; /* of the plain ones, without total rows */
} profile;

static bool is_sum(cr_cap_table *table, int row) {
  const cr_column *holder = cr_columns_of(&table->columns, CR_FIELD_HOLDER, NULL);
  const cr_cell *cell = cr_sheet_cell(table->sheet, row, holder->number);
  const char *folded = cell ? cr_fold(table->arena, cell->text) : "";
  if (!folded) table->status = CRIBLE_E_MEMORY;
  cr_row_word word = folded ? cr_row_of(folded) : CR_ROW_PLAIN;
  return !cell || word == CR_ROW_TOTAL || word == CR_ROW_SUBTOTAL;
}

static void look(profile *out, cr_cap_table *table, const cr_column *column) {
  fmpq_t value;
  fmpq_init(value);
  for (size_t i = 0; i < table->sheet->count; i++) {
    const cr_cell *cell = &table->sheet->cells[i];
    cr_amount amount;
    if (cell->column != column->number || cell->row <= table->columns.last_row) continue;
    if (!cr_amount_read(&amount, table->arena, cell, table->marks, false, &table->status)) continue;
    if (is_sum(table, cell->row)) continue;
    out->percent += amount.percent;
    out->plain += !amount.percent;
    if (amount.percent || cr_rational_parse(value, NULL, amount.text) != CRIBLE_OK) continue;
    fmpq_add(&out->sum, &out->sum, value);
    out->above_one = out->above_one || fmpq_cmp_ui(value, 1) > 0;
  }
  fmpq_clear(value);
}

/* Whether |sum - whole| is at most a hundredth of the whole. */
static bool near(const fmpq_t sum, ulong whole) {
  fmpq_t ratio;
  fmpq_init(ratio);
  fmpq_set_ui(ratio, 1, whole);
  fmpq_mul(ratio, ratio, sum);
  fmpq_mul_ui(ratio, ratio, 100);
  bool close = fmpq_cmp_ui(ratio, 99) >= 0 && fmpq_cmp_ui(ratio, 101) <= 0;
  fmpq_clear(ratio);
  return close;
}

/* A column of amounts of money or of counts of votes is none of shares of a whole. */
static void settle_shares(cr_cap_table *table, cr_column *column, bool says_percent) {
  profile seen = {.plain = 0};
  fmpq_init(&seen.sum);
  look(&seen, table, column);
  bool percentages = says_percent || seen.percent || near(&seen.sum, 100) || near(&seen.sum, 1);
  if (!percentages || (seen.plain && fmpq_cmp_ui(&seen.sum, 101) > 0)) {
    column->field = CR_FIELD_NONE;
  } else {
    column->fractions = seen.plain && !seen.above_one && near(&seen.sum, 1);
  }
  fmpq_clear(&seen.sum);
}

/* A date of which only one order of day and month is possible. */
static void settle_dates(cr_cap_table *table, cr_column *column) {
  bool day_first = false, month_first = false;
  for (size_t i = 0; i < table->sheet->count; i++) {
    const cr_cell *cell = &table->sheet->cells[i];
    if (cell->column != column->number || cell->row <= table->columns.last_row) continue;
    if (cell->kind != CR_CELL_TEXT || !strchr(cell->text, '/')) continue;
    long first = strtol(cell->text, NULL, 10), second = strtol(strchr(cell->text, '/') + 1, NULL, 10);
    day_first = day_first || (first > 12 && first <= 31);
    month_first = month_first || second > 12;
  }
  column->month_first = month_first && !day_first;
}

/* Of several columns of one field the first that names the whole, else the first. */
static void settle_doubles(cr_cap_table *table, cr_field field) {
  const cr_column *kept = cr_columns_of(&table->columns, field, NULL);
  for (const cr_column *c = kept; c; c = cr_columns_of(&table->columns, field, c)) {
    const char *folded = cr_fold(table->arena, c->label);
    const char *word = field == CR_FIELD_VOTES ? "vote" : "capital";
    if (!folded) table->status = CRIBLE_E_MEMORY;
    else if (!kept->total && (c->total || (strstr(folded, word) && c == kept))) kept = c;
  }
  for (int i = 0; kept && i < table->columns.count; i++) {
    cr_column *c = &table->columns.items[i];
    if (c->field == field && c != kept) c->field = CR_FIELD_NONE;
  }
}

/* Columns of the other table's fields, and those that nothing is read from. */
static void say_unused(cr_cap_table *table) {
  const char *list = NULL;
  for (int i = 0; i < table->columns.count; i++) {
    const cr_column *c = &table->columns.items[i];
    if (c->field != CR_FIELD_NONE || !*c->label) continue;
    list = list ? cr_arena_printf(table->arena, "%s, \"%s\"", list, c->label)
                : cr_arena_printf(table->arena, "\"%s\"", c->label);
    if (!list) table->status = CRIBLE_E_MEMORY;
  }
  if (list) {
    cr_table_warn(table, table->columns.last_row, NULL, "columns-not-used", NULL,
                  _("nothing is read from the columns %s"), list);
  }
}

void cr_table_settle_columns(cr_cap_table *table) {
  for (int i = 0; i < table->columns.count; i++) {
    cr_column *c = &table->columns.items[i];
    const char *folded = cr_fold(table->arena, c->label);
    if (!folded) {
      table->status = CRIBLE_E_MEMORY;
      return;
    }
    bool says_percent = cr_has_words(folded, "%") || strstr(folded, "pourcentage") ||
                        strstr(folded, "percentage");
    if (c->field >= CR_FIELD_ISSUED) c->field = CR_FIELD_NONE;
    if (c->field == CR_FIELD_CAPITAL || c->field == CR_FIELD_VOTES) {
      settle_shares(table, c, says_percent);
    }
    if (c->field == CR_FIELD_SINCE) settle_dates(table, c);
  }
  for (cr_field field = CR_FIELD_KIND; field <= CR_FIELD_VOTES; field++) {
    bool several = field == CR_FIELD_QUANTITY || field == CR_FIELD_IDENTIFIER;
    if (!several) settle_doubles(table, field);
  }
  say_unused(table);
}
