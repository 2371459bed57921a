/* Tables as comma-separated values. */
#include <string.h>

#include "engine/base/words.h"
#include "engine/report/table.h"

/* Letters that begin a formula in some spreadsheet; the last four are their wide forms. */
static bool begins_formula(const char *text) {
  static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                     "\xEF\xBC\xA0"};
  if (*text && strchr("=+-@", *text)) return true;
  for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
    if (strncmp(text, wide[i], strlen(wide[i])) == 0) return true;
  return false;
}

/* An apostrophe before each place from which a spreadsheet could read a formula: the beginning
 * of the cell, and what follows a sign at which a reader with another separator cuts it. */
static void put_harmless(cr_buffer *out, const char *text) {
  if (begins_formula(text + strspn(text, " "))) cr_buffer_put(out, "'");
  for (; *text; text++) {
    cr_buffer_add(out, text, 1);
    if (*text == '"') cr_buffer_put(out, "\"");
    if (strchr(",;\"", *text) && begins_formula(text + 1)) cr_buffer_put(out, "'");
  }
}

static void put_text(cr_buffer *out, const char *text) {
  cr_buffer plain;
  cr_buffer_init(&plain, out->context);
  cr_report_table_text(&plain, text);
  const char *shown = plain.length ? plain.bytes : "";
  const bool quoted = strpbrk(shown, ",;\"") || *shown == ' ';
  if (plain.failed) out->failed = true;
  if (quoted) cr_buffer_put(out, "\"");
  put_harmless(out, shown);
  if (quoted) cr_buffer_put(out, "\"");
  cr_buffer_clear(&plain);
}

/* A decimal with the mark of the language. */
static void put_decimal(cr_buffer *out, const char *decimal, char mark) {
  for (; *decimal; decimal++) cr_buffer_add(out, *decimal == '.' ? &mark : decimal, 1);
}

static void put_cell(cr_buffer *out, const char *text, cr_column_type type, char mark) {
  if (!text) return;
  if (type == CR_COLUMN_TEXT) put_text(out, text);
  else put_decimal(out, text, mark);
}

static void put_table(cr_buffer *out, const cr_report_table *table, char mark,
                      const char *separator) {
  for (int column = 0; column < table->column_count; column++) {
    if (column > 0) cr_buffer_put(out, separator);
    put_text(out, table->columns[column].title);
  }
  cr_buffer_put(out, "\r\n");
  for (int row = 0; row < table->row_count; row++) {
    const char **cells = table->cells + (ptrdiff_t)row * table->column_count;
    for (int column = 0; column < table->column_count; column++) {
      if (column > 0) cr_buffer_put(out, separator);
      put_cell(out, cells[column], table->columns[column].type, mark);
    }
    cr_buffer_put(out, "\r\n");
  }
}

static bool decimal_comma(cr_buffer *out, cr_arena *arena) {
  char number[] = "0.0";
  const char *words = cr_decimal_words(arena, number);
  if (!words) out->failed = true;
  return words && strchr(words, ',');
}

void cr_csv_tables(cr_buffer *out, const cr_report_table *tables, int count) {
  const bool comma = decimal_comma(out, tables->arena);
  const char mark = comma ? ',' : '.', *separator = comma ? ";" : ",";
  cr_buffer_put(out, "\xEF\xBB\xBF");
  for (int i = 0; i < count; i++) {
    if (tables[i].failed) out->failed = true;
    if (i > 0) cr_buffer_put(out, "\r\n");
    if (count > 1) {
      put_text(out, tables[i].title);
      cr_buffer_put(out, "\r\n");
    }
    put_table(out, &tables[i], mark, separator);
  }
}
