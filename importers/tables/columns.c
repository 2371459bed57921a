#include "importers/tables/columns.h"

#include <string.h>

enum { HIGHEST = 3, MOST_TITLE_ROWS = 60 };

static int last_column(const cr_sheet *sheet, int first, int last) {
  int most = 0;
  for (size_t i = 0; i < sheet->count && sheet->cells[i].row <= last; i++) {
    if (sheet->cells[i].row >= first && sheet->cells[i].column > most) most = sheet->cells[i].column;
  }
  return most;
}

/* A group's words stand in its first cell only where cells are not merged: they hold for the
 * columns to the right that have words below and none of their own. */
static const char *words_at(const cr_sheet *sheet, int row, int last, int column) {
  const cr_cell *cell = cr_sheet_cell(sheet, row, column);
  if (cell) return cell->text;
  if (row == last || !cr_sheet_cell(sheet, last, column)) return NULL;
  for (int left = column - 1; left > 0; left--) {
    cell = cr_sheet_cell(sheet, row, left);
    if (cell) return cr_sheet_cell(sheet, last, left) ? cell->text : NULL;
  }
  return NULL;
}

static bool is_number(const cr_cell *cell) {
  bool digits = strspn(cell->text, "0123456789., %") == strlen(cell->text);
  return cell->kind != CR_CELL_TEXT || (digits && strcmp(cell->text, "%") != 0);
}

/* Words only, and two different ones at least: a title stands alone in its row, or is merged over all of
 * it. */
static bool is_header_row(const cr_sheet *sheet, int row, int columns) {
  const char *first = NULL;
  bool several = false;
  for (int c = 1; c <= columns; c++) {
    const cr_cell *cell = cr_sheet_cell(sheet, row, c);
    if (!cell) continue;
    if (is_number(cell)) return false;
    several = several || (first && strcmp(first, cell->text) != 0);
    if (!first) first = cell->text;
  }
  return several;
}

/* Whether a cell of a row is by itself the header of a column. */
static bool names_a_column(cr_arena *arena, const cr_sheet *sheet, int row, int columns) {
  for (int c = 1; c <= columns; c++) {
    const cr_cell *cell = cr_sheet_cell(sheet, row, c);
    const char *folded = cell ? cr_fold(arena, cell->text) : NULL;
    if (folded && cr_field_of(folded) != CR_FIELD_NONE) return true;
  }
  return false;
}

static const char *join(cr_arena *arena, const char *words, const char *more) {
  if (!more || (words && strcmp(words, more) == 0)) return words;
  return words ? cr_arena_printf(arena, "%s / %s", words, more) : more;
}

static crible_status label(cr_column *out, cr_arena *arena, const cr_sheet *sheet, int first,
                           int last, int column) {
  const char *words = NULL, *group = NULL;
  for (int row = first; row <= last; row++) {
    const char *more = words_at(sheet, row, last, column);
    words = join(arena, words, more);
    if (row < last) group = join(arena, group, more);
  }
  *out = (cr_column){.number = column, .label = words ? words : "", .group = group};
  if (!out->group) out->group = out->label;
  const char *folded = cr_fold(arena, out->label);
  if (!folded) return CRIBLE_E_MEMORY;
  out->field = cr_field_of(folded);
  out->total = cr_has_words(folded, "total") || cr_has_words(folded, "totaux");
  return CRIBLE_OK;
}

static crible_status read_header(cr_columns *out, cr_arena *arena, const cr_sheet *sheet, int first,
                                 int last, int columns) {
  crible_status status = CRIBLE_OK;
  *out = (cr_columns){cr_arena_alloc(arena, (size_t)columns + 1, sizeof *out->items), columns, first,
                      last};
  if (!out->items) return CRIBLE_E_MEMORY;
  for (int c = 1; c <= columns && status == CRIBLE_OK; c++) {
    status = label(&out->items[c - 1], arena, sheet, first, last, c);
  }
  return status;
}

const cr_column *cr_columns_of(const cr_columns *columns, cr_field field, const cr_column *after) {
  const cr_column *end = columns->items + columns->count;
  for (const cr_column *c = after ? after + 1 : columns->items; c < end; c++) {
    if (c->field == field) return c;
  }
  return NULL;
}

static bool has(const cr_columns *columns, cr_field field) {
  return cr_columns_of(columns, field, NULL) != NULL;
}

/* How many columns a header names, 0 when it is none of the kind wanted. */
static int worth(const cr_columns *columns, bool classes) {
  bool holders = has(columns, CR_FIELD_HOLDER) &&
                 (has(columns, CR_FIELD_QUANTITY) || has(columns, CR_FIELD_CAPITAL) ||
                  has(columns, CR_FIELD_VOTES));
  bool of_classes = has(columns, CR_FIELD_CLASS) && !has(columns, CR_FIELD_HOLDER) &&
                    (has(columns, CR_FIELD_ISSUED) || has(columns, CR_FIELD_QUANTITY));
  int named = 0;
  for (int i = 0; i < columns->count; i++) {
    cr_field field = columns->items[i].field;
    named += field != CR_FIELD_NONE && (field != CR_FIELD_HOLDER || !i ||
                                        columns->items[i - 1].field != CR_FIELD_HOLDER);
  }
  return (classes ? of_classes : holders) ? named : 0;
}

crible_status cr_columns_find(cr_columns *out, cr_arena *arena, const cr_sheet *sheet, int from_row,
                              bool classes) {
  int last_row = cr_sheet_last_row(sheet), most = 0;
  *out = (cr_columns){.items = NULL};
  for (int row = from_row; row <= last_row && row < from_row + MOST_TITLE_ROWS; row++) {
    for (int height = 1; height <= HIGHEST && row + height - 1 <= last_row; height++) {
      int last = row + height - 1, columns = last_column(sheet, row, last);
      if (!is_header_row(sheet, last, columns)) break;
      if (height > 1 && !names_a_column(arena, sheet, last, columns)) continue;
      cr_columns found;
      crible_status status = read_header(&found, arena, sheet, row, last, columns);
      if (status != CRIBLE_OK) return status;
      int named = worth(&found, classes);
      if (named && named >= most) {
        most = named;
        *out = found;
      }
    }
    if (most && row >= out->first_row) break;
  }
  return CRIBLE_OK;
}
