/* What differs between two dossiers, or one dossier at two dates: facts, and verdict and figures. */
#ifndef CRIBLE_DIFFERENCE_H
#define CRIBLE_DIFFERENCE_H

#include <stddef.h>

#include <crible/report.h>
#include <crible/screening.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct crible_difference crible_difference;

/* Compares the facts of two dossiers of one context, and a screening of each; `options`, which may be NULL,
 * are those of both. Parties are the same by their id, failing that by an identifier (LEI, SIREN,
 * register) that both have. The dossiers must outlive *out, which the caller frees with
 * crible_difference_free.
 * Errors: those of crible_screen. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_difference_of(
    crible_difference **out, const crible_dossier *before, const crible_dossier *after,
    const crible_screening_options *options);

/* NULL is allowed. */
CRIBLE_API void crible_difference_free(crible_difference *difference);

/* How many facts were added, removed or changed. */
CRIBLE_API size_t crible_difference_fact_count(const crible_difference *difference);

/* 1 when the verdict, or the status or a figure of a criterion, differs; else 0. */
CRIBLE_API int crible_difference_of_result(const crible_difference *difference);

/* The difference as text of *length bytes, NUL-terminated; the caller frees it with
 * crible_text_free. JSON is that of datasets/schemas/difference.schema.json. `options` as for
 * crible_report; readings are run, whatever they say, beside an eligible verdict only. Errors: CRIBLE_E_USAGE for an unknown format, CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_difference_report(
    char **out, size_t *length, const crible_difference *difference,
    const crible_report_options *options);

#ifdef __cplusplus
}
#endif
#endif
