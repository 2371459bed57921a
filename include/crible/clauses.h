/* Clause documents: what of statutes or an agreement is encoded for the engine. */
#ifndef CRIBLE_CLAUSES_H
#define CRIBLE_CLAUSES_H

#include <crible/report.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Lists the rights encoded in an Akoma Ntoso 3.0 file, the articles that carry none, and the
 * elements of other vocabularies that are not understood, as text of *length bytes,
 * NUL-terminated; the caller frees it with crible_text_free. `options` may be NULL.
 * Errors: CRIBLE_E_NO_INPUT, CRIBLE_E_IO, CRIBLE_E_DATA (told in the diagnostics),
 * CRIBLE_E_USAGE for a format that is neither text nor JSON, CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_clauses(
    char **out, size_t *length, crible_context *context, const char *path,
    const crible_report_options *options);

#ifdef __cplusplus
}
#endif
#endif
