/* Separated values (RFC 4180, with the separators that spreadsheets write). */
#include <stdio.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/container/encoding.h"
#include "importers/tables/parts.h"

typedef struct scanner {
  const char *at, *end;
  char separator;
  int line; /* where the next byte stands */
} scanner;

/* One field into `out`, which has room for what is left; false when a quote is not closed. */
static bool take_field(scanner *in, char *out, int *line) {
  size_t used = 0;
  bool quoted = in->at < in->end && *in->at == '"';
  *line = in->line;
  in->at += quoted;
  for (; in->at < in->end; in->at++) {
    if (quoted && *in->at == '"') {
      if (in->at + 1 < in->end && in->at[1] == '"') in->at++;
      else {
        quoted = false;
        continue;
      }
    } else if (!quoted && (*in->at == in->separator || *in->at == '\n' || *in->at == '\r')) {
      break;
    }
    in->line += *in->at == '\n';
    out[used++] = *in->at;
  }
  out[used] = '\0';
  return !quoted;
}

/* Behind a field: true when another of its record follows. */
static bool more_fields(scanner *in) {
  if (in->at < in->end && *in->at == in->separator) {
    in->at++;
    return true;
  }
  if (in->at < in->end && *in->at == '\r') in->at++;
  if (in->at < in->end && *in->at == '\n') {
    in->at++;
    in->line++;
  } else if (in->at < in->end && in->at[-1] == '\r') {
    in->line++;
  }
  return false;
}

/* How many records have as many fields as the one before, more than one. A text cut at the wrong
 * mark has fields here and there. */
static int regularity(const char *bytes, size_t length, char separator, char *scratch) {
  scanner in = {bytes, bytes + length, separator, 1};
  int before = 0, same = 0, line;
  for (int records = 0; in.at < in.end && records < 200; records++) {
    int fields = 1;
    while (take_field(&in, scratch, &line) && more_fields(&in)) fields++;
    if (fields > 1) same += 1 + 2 * (fields == before);
    before = fields;
  }
  return same;
}

/* A line "sep=;" at the beginning says it (as Excel writes and reads it). */
static char find_separator(const char *bytes, size_t length, char *scratch, size_t *skip) {
  static const char separators[] = {';', '\t', ','};
  char best = ';';
  int most = 0;
  *skip = 0;
  if (length >= 5 && !memcmp(bytes, "sep=", 4) && strchr(";,\t", bytes[4])) {
    *skip = 5;
    return bytes[4];
  }
  for (size_t i = 0; i < sizeof separators; i++) {
    int regular = regularity(bytes, length, separators[i], scratch);
    if (regular > most) {
      most = regular;
      best = separators[i];
    }
  }
  return best;
}

static crible_status read_record(cr_grid *grid, scanner *in, char *scratch) {
  int row = in->line, column = 0, line;
  bool more = true;
  crible_status status = CRIBLE_OK;
  while (more && status == CRIBLE_OK) {
    if (!take_field(in, scratch, &line)) {
      return cr_error(cr_arena_context(grid->arena), "quote-not-closed", grid->file, line, 0, NULL,
                      _("row %d, field %d: a quotation mark is not closed"), line, column + 1);
    }
    column++;
    cr_cell cell = {.row = row, .column = column, .text = scratch, .shown = CR_SHOWN_ALL};
    status = cr_grid_add(grid, &cell);
    more = more_fields(in);
  }
  return status;
}

crible_status cr_csv_read(cr_grid *grid, const char *bytes, size_t length) {
  crible_context *context = cr_arena_context(grid->arena);
  char *text = NULL, *scratch = NULL;
  size_t size = 0, skip = 0;
  crible_status status = cr_encoding_to_utf8(&text, &size, context, grid->file, bytes, length);
  if (status != CRIBLE_OK) return status;
  scratch = cr_allocate(context, size + 1);
  status = scratch ? cr_grid_add_sheet(grid, NULL) : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) {
    char separator = find_separator(text, size, scratch, &skip);
    scanner in = {text + skip, text + size, separator, 1};
    while (in.at < in.end && status == CRIBLE_OK) status = read_record(grid, &in, scratch);
  }
  cr_release(context, scratch);
  cr_release(context, text);
  return status;
}
