/* The table of share classes, beside or below that of holders. */
#include "engine/base/rational.h"
#include "engine/base/words.h"
#include "importers/tables/table_parts.h"

static void read_class(cr_cap_table *table, const cr_columns *columns, int row) {
  const cr_column *issued = cr_columns_of(columns, CR_FIELD_ISSUED, NULL);
  const cr_column *name = cr_columns_of(columns, CR_FIELD_CLASS, NULL);
  const cr_cell *cell = cr_sheet_cell(table->sheet, row, name->number);
  if (!issued) issued = cr_columns_of(columns, CR_FIELD_QUANTITY, NULL);
  int class = cr_table_class_of(table, cell->text, row);
  if (class == CR_NONE) return;
  cr_table_class *out = &table->classes[class];
  out->issued = cr_table_count(table, row, issued);
  out->nominal = cr_table_count(table, row, cr_columns_of(columns, CR_FIELD_NOMINAL, NULL));
  out->votes = cr_table_count(table, row, cr_columns_of(columns, CR_FIELD_VOTES_PER_SHARE, NULL));
  out->double_after =
      cr_table_count(table, row, cr_columns_of(columns, CR_FIELD_DOUBLE_AFTER, NULL));
}

/* Rows until one without class or a total. */
static void read_table(cr_cap_table *table, const cr_columns *columns) {
  const cr_column *name = cr_columns_of(columns, CR_FIELD_CLASS, NULL);
  int last = cr_sheet_last_row(table->sheet);
  for (int row = columns->last_row + 1; row <= last && table->status == CRIBLE_OK; row++) {
    const cr_cell *cell = cr_sheet_cell(table->sheet, row, name->number);
    const char *folded = cell ? cr_fold(table->arena, cell->text) : NULL;
    if (!folded || cr_row_of(folded) == CR_ROW_TOTAL) break;
    read_class(table, columns, row);
  }
}

/* Messages name the cells of the sheet being read. */
void cr_table_read_classes(cr_cap_table *table, const cr_grid *grid) {
  const cr_sheet *holders = table->sheet;
  for (size_t i = 0; i < grid->count && table->status == CRIBLE_OK; i++) {
    const cr_sheet *sheet = &grid->sheets[i];
    int last = cr_sheet_last_row(sheet);
    int from = sheet == holders ? table->columns.last_row + 1 : 1;
    for (; from <= last && from <= table->columns.last_row + 2000; from += 60) {
      cr_columns columns;
      table->status = cr_columns_find(&columns, table->arena, sheet, from, true);
      if (table->status != CRIBLE_OK) return;
      if (!columns.first_row) continue;
      if (sheet == holders) table->last_row = columns.first_row - 1;
      table->sheet = sheet;
      read_table(table, &columns);
      break;
    }
  }
  table->sheet = holders;
}
