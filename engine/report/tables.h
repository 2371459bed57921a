/* The tables of a screening. */
#ifndef CR_REPORT_TABLES_H
#define CR_REPORT_TABLES_H

#include "engine/report/model.h"
#include "engine/report/table.h"

/* In the order of a workbook's sheets, which is that of crible_table after the first. */
enum { CR_VERDICT_TABLE, CR_CRITERIA_TABLE, CR_HOLDERS_TABLE, CR_CHAINS_TABLE, CR_SOURCES_TABLE,
       CR_TABLES };

/* In the model's arena; a table that lacks memory says so itself. */
void cr_report_tables_of(cr_report_table out[CR_TABLES], const cr_report_model *model);

void cr_report_table_of_verdict(cr_report_table *out, const cr_report_model *model);
void cr_report_table_of_criteria(cr_report_table *out, const cr_report_model *model);
void cr_report_table_of_holders(cr_report_table *out, const cr_report_model *model);
void cr_report_table_of_chains(cr_report_table *out, const cr_report_model *model);
void cr_report_table_of_sources(cr_report_table *out, const cr_report_model *model);

/* A share in two cells: the decimal of the percentage, and the exact fraction. */
void cr_share_cells(cr_report_table *table, const char *cells[2], const fmpq *value,
                    const cr_marks *marks);
/* A bound, as above; "> 1/10" or "< 1/5" where it is not reached, no fraction where only an
 * enclosure is known. */
void cr_bound_cells(cr_report_table *table, const char *cells[2], const cr_bound *bound, int side,
                    const cr_marks *marks);
/* The four columns that two bounds fill, named after `what`. */
void cr_bound_columns(cr_report_table *table, const char *what);
/* The places that facts were read in, or NULL and `failed`. */
const char *cr_places_cell(cr_report_table *table, const cr_citations *facts);

#endif
