/* ODS (OASIS OpenDocument 1.2 and 1.3), content.xml. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/tables/parts.h"

enum { LONGEST_TEXT = 32768, FARTHEST = 1 << 24 };

typedef struct ods {
  cr_grid *grid;
  cr_part part;
  int row, column;       /* of the cell being read */
  int rows, columns;     /* how many it stands for */
  int down, across;      /* how many it covers */
  char type[16], *value; /* office:value-type; value, date or boolean */
  char text[LONGEST_TEXT + 1];
  size_t used;
  int paragraphs;
  bool notes;            /* inside a comment, which is no part of the cell */
} ods;

/* Empty cells are repeated to the end of the sheet; beyond a place that no table reaches it does
 * not matter how far. */
static int few(int repeated) { return repeated < FARTHEST ? repeated : FARTHEST; }

static void append(ods *self, const char *more) {
  size_t length = strlen(more);
  if (self->used + length > LONGEST_TEXT) length = LONGEST_TEXT - self->used;
  memcpy(self->text + self->used, more, length);
  self->used += length;
  self->text[self->used] = '\0';
}

/* Decimals of a percentage as it is shown, "33,33 %". */
static int shown_decimals(const char *text) {
  const char *mark = strpbrk(text, ".,");
  return mark ? (int)strspn(mark + 1, "0123456789") : 0;
}

static crible_status add_copies(ods *self, const cr_cell *cell) {
  crible_status status = CRIBLE_OK;
  cr_cell copy = *cell;
  for (int r = 0; r < self->rows && status == CRIBLE_OK; r++) {
    for (int c = 0; c < self->columns && status == CRIBLE_OK; c++) {
      copy.row = cell->row + r;
      copy.column = cell->column + c;
      status = cr_grid_add(self->grid, &copy);
    }
  }
  bool merged = self->down > 1 || self->across > 1;
  if (status != CRIBLE_OK || !merged) return status;
  const cr_merge merge = {cell->row, cell->column, cell->row + self->down - 1,
                          cell->column + self->across - 1};
  return cr_grid_merge(self->grid, &merge);
}

static crible_status bad_number(const ods *self, const char *text) {
  char place[16];
  cr_cell_name(place, self->row, self->column);
  return cr_error(cr_arena_context(self->grid->arena), "bad-cell", self->grid->file, self->row, 0,
                  NULL, _("%s: '%s' is no number"), place, text);
}

static crible_status add_cell(ods *self) {
  cr_cell cell = {.row = self->row, .column = self->column, .text = self->text,
                  .shown = CR_SHOWN_ALL, .date = CR_DATE_NONE};
  bool percent = !strcmp(self->type, "percentage");
  if (percent || !strcmp(self->type, "float") || !strcmp(self->type, "currency")) {
    cell.kind = CR_CELL_NUMBER;
    cell.percent = percent;
    cell.shown = percent && self->used ? shown_decimals(self->text) : CR_SHOWN_ALL;
    cell.text = self->value ? cr_decimal_15(self->grid->arena, self->value) : NULL;
    if (!cell.text) return bad_number(self, self->value ? self->value : "");
  } else if (!strcmp(self->type, "date") && self->value && strlen(self->value) >= 10) {
    char day[11];
    snprintf(day, sizeof day, "%.10s", self->value);
    if (cr_date_parse(&cell.date, day) == CRIBLE_OK) cell.kind = CR_CELL_DATE;
  }
  if (!*cell.text) return CRIBLE_OK;
  return add_copies(self, &cell);
}

static void begin_cell(ods *self) {
  static const char *const values[] = {"value", "date-value", "boolean-value", "string-value"};
  char *type = cr_part_attribute(&self->part, "value-type");
  self->column += self->columns;
  if (self->column > FARTHEST) self->column = FARTHEST;
  self->columns = few(cr_part_number(&self->part, "number-columns-repeated", 1, 1));
  self->across = few(cr_part_number(&self->part, "number-columns-spanned", 1, 1));
  self->down = few(cr_part_number(&self->part, "number-rows-spanned", 1, 1));
  snprintf(self->type, sizeof self->type, "%s", type ? type : "");
  xmlFree(type);
  xmlFree(self->value);
  self->value = NULL;
  for (int i = 0; i < 4 && !self->value; i++) {
    self->value = cr_part_attribute(&self->part, values[i]);
  }
  self->used = 0;
  self->text[0] = '\0';
  self->paragraphs = 0;
}

/* Character data, and the elements that stand for blanks. */
static void gather(ods *self) {
  int type = xmlTextReaderNodeType(self->part.reader);
  if (cr_part_starts(&self->part, "annotation")) self->notes = true;
  if (cr_part_ends(&self->part, "annotation")) self->notes = false;
  if (self->notes) return;
  if (cr_part_starts(&self->part, "p") && self->paragraphs++) append(self, " ");
  if (cr_part_starts(&self->part, "s") || cr_part_starts(&self->part, "tab") ||
      cr_part_starts(&self->part, "line-break")) {
    append(self, " ");
  }
  if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
      type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE) {
    const xmlChar *value = xmlTextReaderConstValue(self->part.reader);
    if (value && self->paragraphs) append(self, (const char *)value);
  }
}

static bool starts_cell(const ods *self) {
  return cr_part_starts(&self->part, "table-cell") ||
         cr_part_starts(&self->part, "covered-table-cell");
}

static bool ends_cell(const ods *self) {
  return cr_part_ends(&self->part, "table-cell") || cr_part_ends(&self->part, "covered-table-cell");
}

static crible_status step(ods *self) {
  if (cr_part_starts(&self->part, "table")) {
    char *name = cr_part_attribute(&self->part, "name");
    crible_status status = cr_grid_add_sheet(self->grid, name ? name : "");
    xmlFree(name);
    self->row = 0;
    self->rows = 1;
    return status;
  }
  if (!self->grid->count) return CRIBLE_OK;
  if (cr_part_starts(&self->part, "table-row")) {
    self->row += self->rows;
    self->rows = few(cr_part_number(&self->part, "number-rows-repeated", 1, 1));
    if (self->row > FARTHEST) self->row = FARTHEST;
    self->column = 1;
    self->columns = 0;
  }
  if (starts_cell(self)) begin_cell(self);
  else gather(self);
  if (cr_part_ends(&self->part, "table")) return cr_grid_end_sheet(self->grid);
  return ends_cell(self) ? add_cell(self) : CRIBLE_OK;
}

/* A password hides content.xml behind bytes that are no XML; the manifest says so. */
static crible_status check_manifest(cr_grid *grid, cr_container *zip) {
  size_t member;
  cr_part part;
  bool encrypted = false;
  crible_context *context = cr_arena_context(grid->arena);
  if (!cr_container_find(&member, zip, "META-INF/manifest.xml")) return CRIBLE_OK;
  crible_status status = cr_part_open(&part, context, zip, member);
  if (status != CRIBLE_OK) return status;
  while (cr_part_next(&part)) encrypted = encrypted || cr_part_starts(&part, "encryption-data");
  status = part.status;
  cr_part_close(&part);
  if (status != CRIBLE_OK || !encrypted) return status;
  return cr_error(context, "spreadsheet-protected", grid->file, 0, 0,
                  _("save it without a password"), _("the spreadsheet is protected by a password"));
}

crible_status cr_ods_read(cr_grid *grid, cr_container *zip, size_t content) {
  crible_context *context = cr_arena_context(grid->arena);
  crible_status status = check_manifest(grid, zip);
  if (status != CRIBLE_OK) return status;
  ods *self = cr_allocate_zero(context, 1, sizeof *self);
  if (!self) return CRIBLE_E_MEMORY;
  self->grid = grid;
  status = cr_part_open(&self->part, context, zip, content);
  if (status == CRIBLE_OK) {
    while (cr_part_next(&self->part)) {
      crible_status step_status = step(self);
      if (step_status != CRIBLE_OK) self->part.status = step_status;
    }
    status = self->part.status;
    cr_part_close(&self->part);
  }
  xmlFree(self->value);
  cr_release(context, self);
  return status;
}
