/* Steps of reading a table of holders, a file each. */
#ifndef CR_TABLES_TABLE_PARTS_H
#define CR_TABLES_TABLE_PARTS_H

#include "importers/tables/cap_table.h"

/* "cell B7 (column "Quantity")", or of separated values "row 7, column "Quantity""; without a
 * column the row alone. */
const char *cr_table_place(cr_cap_table *table, int row, const cr_column *column);

/* Tells, with the place before the message; at most twenty of either. `advice` may be NULL. */
void cr_table_error(cr_cap_table *table, int row, const cr_column *column, const char *code,
                    const char *advice, const char *format, ...)
    __attribute__((format(printf, 6, 7)));
void cr_table_warn(cr_cap_table *table, int row, const cr_column *column, const char *code,
                   const char *advice, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* The class of a name, added when there is none of it; NULL is the one without name. */
int cr_table_class_of(cr_cap_table *table, const char *name, int row);
/* The party of a name, added when there is none. */
int cr_table_party_of(cr_cap_table *table, const char *name, int row);

/* A number of the arena from a plain decimal. */
fmpq *cr_table_number(cr_cap_table *table, const char *decimal);
/* A cell's count; NULL when it is empty or, told, none. */
const char *cr_table_count(cr_cap_table *table, int row, const cr_column *column);

/* A cell as an amount, a percentage of a column of fractions as what stands before the sign; NULL
 * when it is empty, a dash, or, told if wanted, no number. */
cr_amount *cr_table_amount(cr_cap_table *table, int row, const cr_column *column, bool tell);
/* A cell's date; CR_DATE_NONE when it is empty or, told, none. */
cr_date cr_table_date(cr_cap_table *table, int row, const cr_column *column);

/* Decides which columns count: of several of one field the one that says most, amounts of money
 * never; how percentages and dates are written. Says which columns mean nothing. */
void cr_table_settle_columns(cr_cap_table *table);
/* Reads the table of share classes, in this sheet or another. */
void cr_table_read_classes(cr_cap_table *table, const cr_grid *grid);
/* Reads what a row says of its holder. */
void cr_table_read_party(cr_cap_table *table, int row, int party);

/* Reads what a row says that its holder holds. */
void cr_table_read_holdings(cr_cap_table *table, int row, int party);

/* Adds a row's amounts to the sums. */
void cr_table_add_up(cr_cap_table *table, int row);
/* Compares a row's amounts with the sums so far, of all rows or of the part; false, told if
 * wanted, when one differs. */
bool cr_table_check_total(cr_cap_table *table, int row, bool all, bool tell);
/* After all rows: pairs of usufruct and bare ownership; percentages against shares; what is issued. */
void cr_table_pair(cr_cap_table *table);
void cr_table_check(cr_cap_table *table);

#endif
