/* The header of a table: which column says what. */
#ifndef CR_TABLES_COLUMNS_H
#define CR_TABLES_COLUMNS_H

#include "importers/tables/grid.h"
#include "importers/tables/words.h"

typedef struct cr_column {
  int number;        /* in the sheet, from 1 */
  cr_field field;
  const char *label; /* the header's own words, all its rows */
  const char *group; /* of the upper rows, or of a header of one row its whole words */
  bool total;        /* of several columns of quantities: their sum */
  bool fractions;    /* percentages written as fractions of 1 */
  bool month_first;  /* dates written month before day */
} cr_column;

typedef struct cr_columns {
  cr_column *items; /* in the sheet's order; those that mean nothing too */
  int count;
  int first_row, last_row; /* of the header; 0: there is none */
} cr_columns;

/* Finds the header of a table of holders, or of share classes, from `from_row` on: the first rows,
 * one to three, that name a holder and what it holds, or a class and how much of it is issued. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_columns_find(cr_columns *out, cr_arena *arena,
                                                const cr_sheet *sheet, int from_row, bool classes);

/* The only column of a field, or NULL; `after` the one given. */
const cr_column *cr_columns_of(const cr_columns *columns, cr_field field, const cr_column *after);

#endif
