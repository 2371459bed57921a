#include "importers/tables/styles.h"

#include <string.h>

enum { MOST_STYLES = 8192, MOST_FORMATS = 1024 };

/* One step over a format code: quoted, escaped and bracketed parts show nothing of the number. */
static const char *skip_literal(const char *code) {
  if (*code == '"' || *code == '[') {
    const char *end = strchr(code + 1, *code == '"' ? '"' : ']');
    return end ? end + 1 : code + strlen(code);
  }
  return (*code == '\\' || *code == '_' || *code == '*') && code[1] ? code + 2 : NULL;
}

cr_shows cr_format_shows(const char *code) {
  cr_shows shows = {CR_SHOWN_ALL, false, false};
  bool digits = false, point = false;
  int decimals = 0;
  for (const char *behind; *code && *code != ';'; code++) {
    while ((behind = skip_literal(code))) code = behind;
    if (!*code || *code == ';') break;
    if (strchr("0#?", *code)) {
      decimals += point;
      digits = true;
    } else if (*code == '.') {
      point = digits;
    } else if (*code == '%') {
      shows.percent = true;
    } else if (strchr("ydYD", *code)) {
      shows.date = true;
    }
  }
  if (digits && !shows.date) shows.decimals = decimals;
  return shows;
}

/* Formats that files need not declare (ECMA-376 part 1, 18.8.30). */
static cr_shows known_format(int id) {
  if ((id >= 14 && id <= 17) || id == 22) return (cr_shows){CR_SHOWN_ALL, false, true};
  static const char *const codes[] = {"General", "0", "0.00", "#,##0", "#,##0.00",
                                      NULL,      NULL, NULL,  NULL,    "0%", "0.00%"};
  bool listed = id > 0 && id < (int)(sizeof codes / sizeof *codes) && codes[id];
  return listed ? cr_format_shows(codes[id]) : (cr_shows){CR_SHOWN_ALL, false, false};
}

typedef struct format {
  int id;
  cr_shows shows;
} format;

typedef struct reading {
  cr_part part;
  format *formats;
  int format_count;
  cr_styles styles;
} reading;

static void read_format(reading *self) {
  char *code = cr_part_attribute(&self->part, "formatCode");
  int id = cr_part_number(&self->part, "numFmtId", 0, -1);
  if (code && id >= 0 && self->format_count < MOST_FORMATS) {
    self->formats[self->format_count++] = (format){id, cr_format_shows(code)};
  }
  xmlFree(code);
}

static void read_style(reading *self) {
  int id = cr_part_number(&self->part, "numFmtId", 0, 0);
  cr_shows shows = known_format(id);
  for (int i = 0; i < self->format_count; i++) {
    if (self->formats[i].id == id) shows = self->formats[i].shows;
  }
  if (self->styles.count < MOST_STYLES) self->styles.items[self->styles.count++] = shows;
}

crible_status cr_styles_read(cr_styles *out, cr_arena *arena, cr_container *zip, size_t member) {
  reading self = {.formats = cr_arena_alloc(arena, MOST_FORMATS, sizeof(format)),
                  .styles = {cr_arena_alloc(arena, MOST_STYLES, sizeof(cr_shows)), 0}};
  bool cells = false;
  if (!self.formats || !self.styles.items) return CRIBLE_E_MEMORY;
  crible_status status = cr_part_open(&self.part, cr_arena_context(arena), zip, member);
  if (status != CRIBLE_OK) return status;
  while (cr_part_next(&self.part)) {
    if (cr_part_starts(&self.part, "cellXfs")) cells = true;
    if (cr_part_starts(&self.part, "numFmt")) read_format(&self);
    if (cells && cr_part_starts(&self.part, "xf")) read_style(&self);
    if (cr_part_ends(&self.part, "cellXfs")) cells = false;
  }
  status = self.part.status;
  cr_part_close(&self.part);
  if (status == CRIBLE_OK) *out = self.styles;
  return status;
}
