/* XLSX (ECMA-376, Office Open XML), transitional and strict. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/tables/parts.h"
#include "importers/tables/styles.h"

enum { MOST_SHEETS = 200, LONGEST_TEXT = 32768 };

/* A string that grows: the text of a cell, in pieces. */
typedef struct pieces {
  crible_context *context;
  void *bytes;
  size_t used, capacity;
} pieces;

typedef struct sheet_entry {
  const char *name, *relation, *target;
} sheet_entry;

typedef struct xlsx {
  cr_grid *grid;
  cr_container *zip;
  crible_context *context;
  const char **strings; /* shared */
  size_t string_count, string_capacity;
  cr_styles styles;
  sheet_entry sheets[MOST_SHEETS];
  int sheet_count;
  bool from_1904;
  pieces text;
} xlsx;

static crible_status append(pieces *text, const char *more) {
  size_t length = strlen(more);
  if (text->used + length > LONGEST_TEXT) length = LONGEST_TEXT - text->used;
  crible_status status =
      cr_grow(text->context, &text->bytes, &text->capacity, text->used + length + 1, 1);
  if (status != CRIBLE_OK) return status;
  memcpy((char *)text->bytes + text->used, more, length);
  text->used += length;
  ((char *)text->bytes)[text->used] = '\0';
  return CRIBLE_OK;
}

static const char *text_of(const pieces *text) { return text->used ? text->bytes : ""; }

/* Character data at the part's place goes to the text. */
static void gather(cr_part *part, pieces *text) {
  int type = xmlTextReaderNodeType(part->reader);
  if (type != XML_READER_TYPE_TEXT && type != XML_READER_TYPE_CDATA &&
      type != XML_READER_TYPE_SIGNIFICANT_WHITESPACE) {
    return;
  }
  const xmlChar *value = xmlTextReaderConstValue(part->reader);
  if (value && part->status == CRIBLE_OK) part->status = append(text, (const char *)value);
}

static crible_status missing(const xlsx *self, const char *name) {
  return cr_error(self->context, "spreadsheet-incomplete", self->grid->file, 0, 0,
                  _("open it in a spreadsheet program and save it again"),
                  _("the spreadsheet lacks its part '%s'"), name);
}

/* Shared strings: phonetic hints (rPh) are no part of the text. */
static crible_status read_strings(xlsx *self, size_t member) {
  cr_part part;
  bool inside = false, hint = false;
  crible_status status = cr_part_open(&part, self->context, self->zip, member);
  if (status != CRIBLE_OK) return status;
  while (cr_part_next(&part)) {
    if (cr_part_starts(&part, "si")) self->text.used = 0;
    if (cr_part_starts(&part, "rPh")) hint = true;
    if (cr_part_starts(&part, "t")) inside = true;
    if (inside && !hint) gather(&part, &self->text);
    if (cr_part_ends(&part, "t")) inside = false;
    if (cr_part_ends(&part, "rPh")) hint = false;
    if (!cr_part_ends(&part, "si")) continue;
    void *block = self->strings;
    part.status = self->string_count < CR_MOST_CELLS
                      ? cr_grow(self->context, &block, &self->string_capacity,
                                self->string_count + 1, sizeof *self->strings)
                      : missing(self, "sharedStrings.xml");
    if (part.status != CRIBLE_OK) break;
    self->strings = block;
    const char *copy = cr_arena_string(self->grid->arena, text_of(&self->text));
    if (!copy) part.status = CRIBLE_E_MEMORY;
    self->strings[self->string_count++] = copy;
  }
  status = part.status;
  cr_part_close(&part);
  return status;
}

static const char *keep(xlsx *self, char *value) {
  const char *copy = value ? cr_arena_string(self->grid->arena, value) : NULL;
  xmlFree(value);
  return copy;
}

static crible_status read_workbook(xlsx *self, size_t member) {
  cr_part part;
  crible_status status = cr_part_open(&part, self->context, self->zip, member);
  if (status != CRIBLE_OK) return status;
  while (cr_part_next(&part)) {
    if (cr_part_starts(&part, "workbookPr")) {
      char *epoch = cr_part_attribute(&part, "date1904");
      self->from_1904 = epoch && (!strcmp(epoch, "1") || !strcmp(epoch, "true"));
      xmlFree(epoch);
    }
    if (!cr_part_starts(&part, "sheet") || self->sheet_count == MOST_SHEETS) continue;
    sheet_entry *entry = &self->sheets[self->sheet_count++];
    entry->name = keep(self, cr_part_attribute(&part, "name"));
    entry->relation = NULL;
    if (xmlTextReaderMoveToFirstAttribute(part.reader) == 1) {
      do { /* r:id, not the sheet's own number */
        const xmlChar *prefix = xmlTextReaderConstPrefix(part.reader);
        const xmlChar *local = xmlTextReaderConstLocalName(part.reader);
        if (prefix && local && !strcmp((const char *)local, "id")) {
          entry->relation = keep(self, (char *)xmlTextReaderValue(part.reader));
        }
      } while (xmlTextReaderMoveToNextAttribute(part.reader) == 1);
    }
  }
  status = part.status;
  cr_part_close(&part);
  return status;
}

/* Targets are relative to the workbook's folder, or begin with '/'. */
static crible_status read_relations(xlsx *self, size_t member) {
  cr_part part;
  crible_status status = cr_part_open(&part, self->context, self->zip, member);
  if (status != CRIBLE_OK) return status;
  while (cr_part_next(&part)) {
    if (!cr_part_starts(&part, "Relationship")) continue;
    char *id = cr_part_attribute(&part, "Id"), *target = cr_part_attribute(&part, "Target");
    for (int i = 0; id && target && i < self->sheet_count; i++) {
      sheet_entry *entry = &self->sheets[i];
      if (!entry->relation || strcmp(entry->relation, id) != 0) continue;
      entry->target = *target == '/' ? cr_arena_string(self->grid->arena, target + 1)
                                     : cr_arena_printf(self->grid->arena, "xl/%s", target);
    }
    xmlFree(id);
    xmlFree(target);
  }
  status = part.status;
  cr_part_close(&part);
  return status;
}

/* "B7"; false when it is no place. */
static bool read_place(const char *text, int *row, int *column) {
  int letters = 0;
  *column = 0;
  for (; isupper((unsigned char)*text) && letters < 3; text++, letters++) {
    *column = *column * 26 + (*text - 'A' + 1);
  }
  char *end = NULL;
  long number = isdigit((unsigned char)*text) ? strtol(text, &end, 10) : 0;
  if (!letters || number < 1 || number > 1048576 || (*end && *end != ':')) return false;
  *row = (int)number;
  return true;
}

/* Days since 30 December 1899, as if 1900 had been a leap year, or since 1 January 1904. */
static bool to_date(const xlsx *self, const char *number, cr_date *out) {
  char *end = NULL;
  long days = strtol(number, &end, 10);
  if (end == number || (*end && *end != '.') || days < 61 || days > 2958465) return false;
  *out = (cr_date)(days + (self->from_1904 ? 1462 : 0)) - 25569;
  return true;
}

/* One cell as it was read. */
typedef struct raw {
  int row, column, style;
  char type[12];
  bool formula, value;
} raw;

static crible_status bad_cell(const xlsx *self, const raw *cell, const char *code,
                              const char *advice, const char *format, const char *text) {
  char place[16], message[256];
  cr_cell_name(place, cell->row, cell->column);
  snprintf(message, sizeof message, format, text);
  return cr_error(self->context, code, self->grid->file, cell->row, 0, advice, "%s: %s", place,
                  message);
}

static crible_status add_number(xlsx *self, const raw *from, cr_cell *cell) {
  cell->text = cr_decimal_15(self->grid->arena, text_of(&self->text));
  if (!cell->text) {
    return bad_cell(self, from, "bad-cell", NULL, _("'%s' is no number"), text_of(&self->text));
  }
  cell->kind = CR_CELL_NUMBER;
  if (from->style >= 0 && from->style < self->styles.count) {
    cr_shows shows = self->styles.items[from->style];
    cell->shown = shows.decimals;
    cell->percent = shows.percent;
    if (shows.date && to_date(self, cell->text, &cell->date)) cell->kind = CR_CELL_DATE;
  }
  return cr_grid_add(self->grid, cell);
}

static crible_status add_shared(xlsx *self, const raw *from, cr_cell *cell) {
  char *end = NULL;
  unsigned long index = strtoul(text_of(&self->text), &end, 10);
  if (end == text_of(&self->text) || index >= self->string_count) {
    return bad_cell(self, from, "bad-cell", NULL, _("there is no shared text '%s'"),
                    text_of(&self->text));
  }
  cell->text = self->strings[index];
  return cr_grid_add(self->grid, cell);
}

static crible_status add_cell(xlsx *self, const raw *from) {
  cr_cell cell = {.row = from->row, .column = from->column, .text = text_of(&self->text),
                  .shown = CR_SHOWN_ALL, .date = CR_DATE_NONE};
  if (from->formula && !from->value) {
    return bad_cell(self, from, "formula-without-value",
                    _("open the file in a spreadsheet program and save it again"),
                    _("the formula has no computed value%s"), "");
  }
  if (!self->text.used) return CRIBLE_OK;
  if (!strcmp(from->type, "s")) return add_shared(self, from, &cell);
  if (!strcmp(from->type, "e")) {
    return bad_cell(self, from, "formula-error", NULL, _("the formula gives the error %s"),
                    text_of(&self->text));
  }
  if (!strcmp(from->type, "d") && cr_date_parse(&cell.date, cell.text) == CRIBLE_OK) {
    cell.kind = CR_CELL_DATE;
  }
  bool number = !*from->type || !strcmp(from->type, "n");
  return number ? add_number(self, from, &cell) : cr_grid_add(self->grid, &cell);
}

static void begin_cell(cr_part *part, raw *cell) {
  char *place = cr_part_attribute(part, "r"), *type = cr_part_attribute(part, "t");
  int row = cell->row, column = cell->column + 1;
  if (place) read_place(place, &row, &column);
  *cell = (raw){.row = row, .column = column, .style = cr_part_number(part, "s", 0, -1)};
  snprintf(cell->type, sizeof cell->type, "%s", type ? type : "");
  xmlFree(place);
  xmlFree(type);
}

/* A merged range, after all cells. */
static crible_status read_merge(xlsx *self, cr_part *part) {
  char *range = cr_part_attribute(part, "ref"), *colon = range ? strchr(range, ':') : NULL;
  cr_merge merge;
  crible_status status = CRIBLE_OK;
  if (colon && read_place(range, &merge.row, &merge.column) &&
      read_place(colon + 1, &merge.last_row, &merge.last_column)) {
    status = cr_grid_merge(self->grid, &merge);
  }
  xmlFree(range);
  return status;
}

static crible_status read_sheet(xlsx *self, size_t member) {
  cr_part part;
  raw cell = {.row = 0};
  bool value = false;
  crible_status status = cr_part_open(&part, self->context, self->zip, member);
  if (status != CRIBLE_OK) return status;
  while (cr_part_next(&part)) {
    if (cr_part_starts(&part, "row")) {
      cell = (raw){.row = cr_part_number(&part, "r", 1, cell.row + 1)};
    } else if (cr_part_starts(&part, "c")) {
      begin_cell(&part, &cell);
      self->text.used = 0;
    } else if (cr_part_starts(&part, "f")) {
      cell.formula = true;
    } else if (cr_part_starts(&part, "v") || cr_part_starts(&part, "t")) {
      value = cell.value = true;
    } else if (cr_part_starts(&part, "mergeCell")) {
      part.status = read_merge(self, &part);
    }
    if (value) gather(&part, &self->text);
    if (cr_part_ends(&part, "v") || cr_part_ends(&part, "t")) value = false;
    if (cr_part_ends(&part, "c") && part.status == CRIBLE_OK) part.status = add_cell(self, &cell);
  }
  status = part.status;
  cr_part_close(&part);
  return status == CRIBLE_OK ? cr_grid_end_sheet(self->grid) : status;
}

static crible_status read_sheets(xlsx *self) {
  size_t member;
  crible_status status = CRIBLE_OK;
  for (int i = 0; i < self->sheet_count && status == CRIBLE_OK; i++) {
    const sheet_entry *entry = &self->sheets[i];
    if (!entry->target || !strstr(entry->target, "worksheets/")) continue; /* a chart */
    if (!cr_container_find(&member, self->zip, entry->target)) return missing(self, entry->target);
    status = cr_grid_add_sheet(self->grid, entry->name ? entry->name : "");
    if (status == CRIBLE_OK) status = read_sheet(self, member);
  }
  return status;
}

static crible_status read_parts(xlsx *self) {
  size_t member;
  if (!cr_container_find(&member, self->zip, "xl/workbook.xml")) {
    return missing(self, "xl/workbook.xml");
  }
  crible_status status = read_workbook(self, member);
  if (status != CRIBLE_OK) return status;
  if (!cr_container_find(&member, self->zip, "xl/_rels/workbook.xml.rels")) {
    return missing(self, "xl/_rels/workbook.xml.rels");
  }
  status = read_relations(self, member);
  if (status == CRIBLE_OK && cr_container_find(&member, self->zip, "xl/sharedStrings.xml")) {
    status = read_strings(self, member);
  }
  if (status == CRIBLE_OK && cr_container_find(&member, self->zip, "xl/styles.xml")) {
    status = cr_styles_read(&self->styles, self->grid->arena, self->zip, member);
  }
  return status == CRIBLE_OK ? read_sheets(self) : status;
}

crible_status cr_xlsx_read(cr_grid *grid, cr_container *zip) {
  crible_context *context = cr_arena_context(grid->arena);
  xlsx *self = cr_allocate_zero(context, 1, sizeof *self);
  if (!self) return CRIBLE_E_MEMORY;
  self->grid = grid;
  self->zip = zip;
  self->context = self->text.context = context;
  crible_status status = read_parts(self);
  cr_release(context, self->strings);
  cr_release(context, self->text.bytes);
  cr_release(context, self);
  return status;
}
