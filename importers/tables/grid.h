/* A spreadsheet, or a file of separated values, as cells: what was written where. */
#ifndef CR_TABLES_GRID_H
#define CR_TABLES_GRID_H

#include <stdbool.h>

#include "engine/base/date.h"
#include "engine/base/memory.h"
#include "importers/container/container.h"

typedef enum cr_cell_kind { CR_CELL_TEXT, CR_CELL_NUMBER, CR_CELL_DATE } cr_cell_kind;

typedef struct cr_cell {
  int row, column;   /* from 1 */
  cr_cell_kind kind;
  const char *text;  /* without blanks at its ends, never empty. A number: "-12.5", plain decimal
                        of at most 15 significant digits, as a spreadsheet keeps it */
  int shown;         /* a number: decimals its format shows, of the percentage where it is one;
                        CR_SHOWN_ALL: all it has */
  bool percent;      /* a number shown as a percentage: 0.25 is 25 % */
  cr_date date;
} cr_cell;

enum { CR_SHOWN_ALL = -1 };

/* One cell that stands for a range. */
typedef struct cr_merge {
  int row, column, last_row, last_column;
} cr_merge;

typedef struct cr_sheet {
  const char *name; /* NULL: a file of separated values */
  cr_cell *cells;   /* by row, then column */
  size_t count, capacity;
  cr_merge *merges;
  size_t merge_count, merge_capacity;
} cr_sheet;

typedef struct cr_grid {
  cr_arena *arena;  /* of the texts */
  const char *file; /* as diagnostics name it */
  cr_sheet *sheets;
  size_t count, capacity;
} cr_grid;

/* Reads a table: XLSX or ODS by what the archive holds, else separated values. `bytes` are the
 * file's; `name` is how diagnostics call it. cr_grid_clear frees it, also after an error.
 * Errors: CRIBLE_E_DATA, told with the cell; CRIBLE_E_IO, CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_grid_read(cr_grid *out, cr_arena *arena, const char *name,
                                             const char *bytes, size_t length);
void cr_grid_clear(cr_grid *grid);

/* Whether a text that begins so, or an archive, may be a table. */
bool cr_table_recognises(const char *head);
bool cr_table_recognises_archive(const cr_container *container);

/* The cell of a place, or NULL when it is empty. */
const cr_cell *cr_sheet_cell(const cr_sheet *sheet, int row, int column);
int cr_sheet_last_row(const cr_sheet *sheet); /* 0 when it is empty */

/* "B7"; a buffer of 16 bytes. */
void cr_cell_name(char out[16], int row, int column);

#endif
