/* A table of a report: columns with a type, rows of cells. What spreadsheets are given; each
 * writer makes of it a file of its own kind. */
#ifndef CR_REPORT_TABLE_H
#define CR_REPORT_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/base/memory.h"
#include "engine/report/buffer.h"

/* How a column's cells are written in a table, whatever the language. */
typedef enum cr_column_type {
  CR_COLUMN_TEXT,    /* as it stands */
  CR_COLUMN_PERCENT, /* "21.25": a point, no sign */
  CR_COLUMN_COUNT,   /* "3" */
  CR_COLUMN_DATE     /* "2023-02-15" */
} cr_column_type;

enum { CR_MOST_COLUMNS = 24 };

typedef struct cr_column {
  const char *title;
  cr_column_type type;
} cr_column;

/* In one arena. Where memory is short rows are left out, and `failed` tells it. */
typedef struct cr_report_table {
  cr_arena *arena;
  const char *title; /* of a sheet: at most 31 characters, none of []:*?/\ */
  cr_column columns[CR_MOST_COLUMNS];
  int column_count;
  const char **cells; /* row by row; NULL: empty */
  int row_count, room;
  bool failed;
} cr_report_table;

void cr_report_table_init(cr_report_table *table, cr_arena *arena, const char *title);
/* Before the first row. */
void cr_report_table_column(cr_report_table *table, cr_column_type type, const char *title);
/* A new row without texts, to be filled before the next one is made; NULL when memory is short. */
const char **cr_report_table_row(cr_report_table *table);
/* "3", or NULL and `failed`. */
const char *cr_report_table_count(cr_report_table *table, int number);

/* Text as a cell has it: what could change how the rest is shown is replaced, and line ends are
 * spaces. */
void cr_report_table_text(cr_buffer *out, const char *text);

/* Comma-separated values (RFC 4180) with a byte order mark, which spreadsheets need to see UTF-8;
 * in a language with a decimal comma separated by semicolons. No cell can be taken for a formula.
 * With several tables each stands below its title, an empty line before the next. */
void cr_csv_tables(cr_buffer *out, const cr_report_table *tables, int count);

/* A workbook of Office Open XML, a sheet a table. `creation` is the day that it gives as its own,
 * so that the same tables make the same bytes.
 * Errors: CRIBLE_E_IO (the file it is made in cannot be written), CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_xlsx_tables(cr_buffer *out, const cr_report_table *tables,
                                               int count, int64_t creation);

#endif
