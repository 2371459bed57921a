/* Inside of the readers of tables. */
#ifndef CR_TABLES_PARTS_H
#define CR_TABLES_PARTS_H

#include <libxml/xmlreader.h>

#include "importers/tables/grid.h"

enum { CR_MOST_CELLS = 500000, CR_MOST_COLUMNS = 1000, CR_MOST_ROWS = 20000 };

/* Adds an empty sheet, the last one from now on. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_grid_add_sheet(cr_grid *grid, const char *name);
/* Adds a cell to the last sheet, its text copied and trimmed; an empty one is left out.
 * Errors: CRIBLE_E_DATA when there are too many, CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_grid_add(cr_grid *grid, const cr_cell *cell);
/* Notes that one cell of the last sheet stands for several. */
CRIBLE_MUST_CHECK crible_status cr_grid_merge(cr_grid *grid, const cr_merge *merge);
/* After the last cell of the last sheet: puts its cells in order; the text of a merged cell is in
 * each of those that it stands for, a number only in the first.
 * Errors: as cr_grid_add. */
CRIBLE_MUST_CHECK crible_status cr_grid_end_sheet(cr_grid *grid);

CRIBLE_MUST_CHECK crible_status cr_csv_read(cr_grid *grid, const char *bytes, size_t length);
CRIBLE_MUST_CHECK crible_status cr_xlsx_read(cr_grid *grid, cr_container *zip);
CRIBLE_MUST_CHECK crible_status cr_ods_read(cr_grid *grid, cr_container *zip, size_t content);

/* A spreadsheet's number, at most 15 significant digits, as a plain decimal; NULL when the text
 * is no number, or memory is short. */
char *cr_decimal_15(cr_arena *arena, const char *text);

/* A part of a spreadsheet, read as XML. Elements and attributes by their local names: the two
 * namespaces of each format (transitional and strict) mean the same. */
typedef struct cr_part {
  crible_context *context;
  cr_stream *stream;
  xmlTextReader *reader;
  crible_status status; /* of the stream, or CRIBLE_E_DATA once told */
} cr_part;

CRIBLE_MUST_CHECK crible_status cr_part_open(cr_part *out, crible_context *context,
                                             cr_container *zip, size_t member);
void cr_part_close(cr_part *part);
/* The next node; false at the end and after an error, which `status` tells. */
bool cr_part_next(cr_part *part);
bool cr_part_starts(const cr_part *part, const char *element);
bool cr_part_ends(const cr_part *part, const char *element);
/* An attribute's value, which the caller frees with xmlFree, or NULL. */
char *cr_part_attribute(const cr_part *part, const char *name);
/* The same as a number from `least` on; `silent` when there is none, or no such number. */
int cr_part_number(const cr_part *part, const char *name, int least, int silent);

#endif
