#include "importers/tables/grid.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/tables/parts.h"

crible_status cr_grid_add_sheet(cr_grid *grid, const char *name) {
  void *block = grid->sheets;
  crible_status status = cr_grow(cr_arena_context(grid->arena), &block, &grid->capacity,
                                 grid->count + 1, sizeof *grid->sheets);
  if (status != CRIBLE_OK) return status;
  grid->sheets = block;
  const char *copy = name ? cr_arena_string(grid->arena, name) : NULL;
  if (name && !copy) return CRIBLE_E_MEMORY;
  grid->sheets[grid->count++] = (cr_sheet){.name = copy};
  return CRIBLE_OK;
}

/* Bytes of a blank that text begins with: ASCII's, and the no-break and thin ones that
 * spreadsheets use (U+00A0, U+2009, U+202F); 0 when it begins with none. */
static size_t blank(const char *text, size_t length) {
  static const char *const wide[] = {"\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF"};
  if (length && strchr(" \t\r\n\v\f", *text) && *text) return 1;
  for (size_t i = 0; i < 3; i++) {
    size_t size = strlen(wide[i]);
    if (length >= size && !memcmp(text, wide[i], size)) return size;
  }
  return 0;
}

/* Without blanks at its ends; each run inside is one blank. */
static char *trimmed(cr_arena *arena, const char *text) {
  size_t length = strlen(text), used = 0;
  char *copy = cr_arena_alloc(arena, length + 1, 1);
  bool pending = false;
  while (copy && length) {
    size_t skip = blank(text, length);
    if (skip) {
      pending = used > 0;
    } else {
      if (pending) copy[used++] = ' ';
      pending = false;
      copy[used++] = *text;
      skip = 1;
    }
    text += skip;
    length -= skip;
  }
  return copy;
}

static crible_status too_large(const cr_grid *grid) {
  return cr_error(cr_arena_context(grid->arena), "table-too-large", grid->file, 0, 0,
                  _("leave only the table in the file"),
                  _("a table has at most %d rows, %d columns and %d cells"), CR_MOST_ROWS,
                  CR_MOST_COLUMNS, CR_MOST_CELLS);
}

crible_status cr_grid_add(cr_grid *grid, const cr_cell *cell) {
  cr_sheet *sheet = &grid->sheets[grid->count - 1];
  char *text = trimmed(grid->arena, cell->text);
  if (!text) return CRIBLE_E_MEMORY;
  if (!*text) return CRIBLE_OK;
  if (sheet->count >= CR_MOST_CELLS || cell->column > CR_MOST_COLUMNS || cell->row > CR_MOST_ROWS) {
    return too_large(grid);
  }
  void *block = sheet->cells;
  crible_status status = cr_grow(cr_arena_context(grid->arena), &block, &sheet->capacity,
                                 sheet->count + 1, sizeof *cell);
  if (status != CRIBLE_OK) return status;
  sheet->cells = block;
  sheet->cells[sheet->count] = *cell;
  sheet->cells[sheet->count++].text = text;
  return CRIBLE_OK;
}

static int by_place(const void *a, const void *b) {
  const cr_cell *one = a, *other = b;
  return one->row != other->row ? (one->row < other->row ? -1 : 1) : one->column - other->column;
}

const cr_cell *cr_sheet_cell(const cr_sheet *sheet, int row, int column) {
  const cr_cell wanted = {.row = row, .column = column};
  return sheet->count
             ? bsearch(&wanted, sheet->cells, sheet->count, sizeof wanted, by_place)
             : NULL;
}

int cr_sheet_last_row(const cr_sheet *sheet) {
  return sheet->count ? sheet->cells[sheet->count - 1].row : 0;
}

crible_status cr_grid_merge(cr_grid *grid, const cr_merge *merge) {
  cr_sheet *sheet = &grid->sheets[grid->count - 1];
  void *block = sheet->merges;
  if (merge->last_row > CR_MOST_ROWS || merge->last_column > CR_MOST_COLUMNS) return CRIBLE_OK;
  if (sheet->merge_count >= CR_MOST_ROWS) return too_large(grid);
  crible_status status = cr_grow(cr_arena_context(grid->arena), &block, &sheet->merge_capacity,
                                 sheet->merge_count + 1, sizeof *merge);
  if (status != CRIBLE_OK) return status;
  sheet->merges = block;
  sheet->merges[sheet->merge_count++] = *merge;
  return CRIBLE_OK;
}

/* Copies a text over the range that it stands for. */
static crible_status spread(cr_grid *grid, cr_cell copy, const cr_merge *over) {
  crible_status status = CRIBLE_OK;
  for (int r = over->row; r <= over->last_row && status == CRIBLE_OK; r++) {
    for (int c = over->column; c <= over->last_column && status == CRIBLE_OK; c++) {
      copy.row = r;
      copy.column = c;
      if (r != over->row || c != over->column) status = cr_grid_add(grid, &copy);
    }
  }
  return status;
}

crible_status cr_grid_end_sheet(cr_grid *grid) {
  cr_sheet *sheet = &grid->sheets[grid->count - 1];
  crible_status status = CRIBLE_OK;
  if (sheet->count) qsort(sheet->cells, sheet->count, sizeof *sheet->cells, by_place);
  const cr_sheet written = *sheet; /* before copies are added behind */
  for (size_t i = 0; i < sheet->merge_count && status == CRIBLE_OK; i++) {
    cr_sheet now = written;
    now.cells = sheet->cells;
    const cr_cell *first = cr_sheet_cell(&now, sheet->merges[i].row, sheet->merges[i].column);
    if (first && first->kind == CR_CELL_TEXT) status = spread(grid, *first, &sheet->merges[i]);
  }
  if (sheet->count) qsort(sheet->cells, sheet->count, sizeof *sheet->cells, by_place);
  return status;
}

void cr_cell_name(char out[16], int row, int column) {
  char letters[8];
  size_t used = sizeof letters;
  letters[--used] = '\0';
  for (int left = column; left > 0 && used; left = (left - 1) / 26) {
    letters[--used] = (char)('A' + (left - 1) % 26);
  }
  snprintf(out, 16, "%s%d", letters + used, row);
}

void cr_grid_clear(cr_grid *grid) {
  crible_context *context = grid->arena ? cr_arena_context(grid->arena) : NULL;
  for (size_t i = 0; context && i < grid->count; i++) {
    cr_release(context, grid->sheets[i].cells);
    cr_release(context, grid->sheets[i].merges);
  }
  if (context) cr_release(context, grid->sheets);
  grid->sheets = NULL;
  grid->count = grid->capacity = 0;
}
