/* Spreadsheets written by hand, in the scratch folder. */
#ifndef TESTS_SUPPORT_SPREADSHEET_H
#define TESTS_SUPPORT_SPREADSHEET_H

/* An XLSX of one sheet "Parts" with these rows (<row>…</row>) and what follows sheetData.
 * Styles: 1 "0.00%", 2 a date, 3 "0%", 4 custom "0.000 %". Shared texts: 0 "Holder", 1 "Dupont
 * & Cie" in two runs with a phonetic hint. */
void spreadsheet_xlsx(const char *name, const char *rows, const char *after);

/* An ODS of one sheet "Parts" with these rows (<table:table-row>…</table:table-row>). */
void spreadsheet_ods(const char *name, const char *rows);

#endif
