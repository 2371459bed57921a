#include "engine/report/table.h"

#include <string.h>

#include "engine/report/display.h"

enum { FIRST_ROOM = 16 };

void cr_report_table_init(cr_report_table *table, cr_arena *arena, const char *title) {
  *table = (cr_report_table){.arena = arena, .title = title};
}

void cr_report_table_column(cr_report_table *table, cr_column_type type, const char *title) {
  if (table->column_count < CR_MOST_COLUMNS)
    table->columns[table->column_count++] = (cr_column){title, type};
}

static bool make_room(cr_report_table *table) {
  if (table->row_count < table->room) return true;
  const int room = table->room ? 2 * table->room : FIRST_ROOM;
  const size_t columns = (size_t)table->column_count;
  const char **cells = cr_arena_alloc(table->arena, (size_t)room * columns, sizeof *cells);
  if (!cells) return false;
  if (table->row_count > 0)
    memcpy(cells, table->cells, (size_t)table->row_count * columns * sizeof *cells);
  table->cells = cells;
  table->room = room;
  return true;
}

const char **cr_report_table_row(cr_report_table *table) {
  if (!make_room(table)) {
    table->failed = true;
    return NULL;
  }
  return table->cells + (ptrdiff_t)table->row_count++ * table->column_count;
}

const char *cr_report_table_count(cr_report_table *table, int number) {
  const char *text = cr_arena_printf(table->arena, "%d", number);
  if (!text) table->failed = true;
  return text;
}

void cr_report_table_text(cr_buffer *out, const char *text) {
  for (int bytes; *text; text += bytes) {
    const uint32_t point = cr_display_decode(text, &bytes);
    if (point == '\n' || point == '\r' || point == '\t') cr_buffer_put(out, " ");
    else if (cr_display_unsafe(point) || point == 0xFFFD || (point & 0xFFFE) == 0xFFFE)
      cr_buffer_put(out, "\xEF\xBF\xBD");
    else cr_buffer_add(out, text, (size_t)bytes);
  }
}
