/* Reports of a screening. */
#ifndef CRIBLE_REPORT_H
#define CRIBLE_REPORT_H

#include <crible/readings.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum crible_format {
  CRIBLE_TEXT, /* for a terminal or a mail, UTF-8 */
  CRIBLE_JSON, /* datasets/schemas/screening.schema.json */
  CRIBLE_CSV,  /* one table, or all of them one below the other */
  CRIBLE_XLSX, /* a workbook of all tables, for spreadsheets */
  CRIBLE_HTML, /* one file for a browser or paper, which needs nothing else */
  CRIBLE_PDF   /* the same as paper, laid out by WeasyPrint, which must be installed */
} crible_format;

/* A table of the report as CSV. */
typedef enum crible_table {
  CRIBLE_TABLE_CRITERIA,
  CRIBLE_TABLE_HOLDERS, /* directly and in total */
  CRIBLE_TABLE_CHAINS,  /* every factor of every figure */
  CRIBLE_TABLE_SOURCES,
  CRIBLE_TABLE_VERDICT, /* with candidate, date and ruleset */
  CRIBLE_TABLES_ALL
} crible_table;

/* Which other readings of the law a text lists. Whether the verdict is robust is said beside it
 * whenever they were run. */
typedef enum crible_readings_shown {
  CRIBLE_READINGS_FLIPPING, /* those that give another verdict */
  CRIBLE_READINGS_CHANGING, /* those that give another figure or status too */
  CRIBLE_READINGS_ALL,
  CRIBLE_READINGS_NONE
} crible_readings_shown;

typedef struct crible_report_options {
  crible_format format;
  int exact;    /* text: fractions beside decimals */
  int color;    /* text: ANSI colours as a second signal */
  int width;    /* text: columns; 0: 100 */
  const crible_readings *readings; /* of the screening; NULL: run for the report when the verdict
                                      is eligible, as none is given without, else left out */
  crible_readings_shown readings_shown; /* text; HTML has all */
  crible_table table; /* CSV */
} crible_report_options;

/* The report, of *length bytes, a NUL after them; the caller frees it with crible_text_free.
 * `options` may be NULL: plain text of 100 columns. The same screening gives the same bytes.
 * Errors: CRIBLE_E_USAGE for an unknown format or table, CRIBLE_E_IO (XLSX: no place for the file
 * that it is made in; PDF: WeasyPrint failed), CRIBLE_E_UNAVAILABLE (it is not installed),
 * CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_report(
    char **out, size_t *length, const crible_screening *screening,
    const crible_report_options *options);

#ifdef __cplusplus
}
#endif
#endif
