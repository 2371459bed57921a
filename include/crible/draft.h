/* Starting a dossier: a folder with a dossier.xml to complete. */
#ifndef CRIBLE_DRAFT_H
#define CRIBLE_DRAFT_H

#include <crible/context.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Makes a folder, or takes an empty one, and writes into it a dossier.xml that can be read from
 * the start, with comments that say how to go on, in the language of the process. `table` is a table
 * of the candidate's holders (CSV, XLSX, ODS), which is read and copied into the folder, or NULL.
 * `candidate` is the company's name. Nothing is ever overwritten.
 * Errors: CRIBLE_E_USAGE (the folder holds something, an empty name), CRIBLE_E_NO_INPUT and
 * CRIBLE_E_DATA (the table), CRIBLE_E_IO (it cannot be written), CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_draft(crible_context *context, const char *folder,
                                                        const char *candidate, const char *table);

#ifdef __cplusplus
}
#endif
#endif
