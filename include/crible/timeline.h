/* When the result of a dossier changes between two dates, and which facts do it. */
#ifndef CRIBLE_TIMELINE_H
#define CRIBLE_TIMELINE_H

#include <stddef.h>

#include <crible/report.h>
#include <crible/screening.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct crible_timeline crible_timeline;

/* Screens the dossier on the day `from`, and on each later day until `to` on which a fact, or the law
 * that is in the data folder, changes ("YYYY-MM-DD" both). `options` may be NULL; their date is
 * not looked at. The dossier must outlive *out, which the caller frees with crible_timeline_free.
 * Errors: CRIBLE_E_USAGE (a date is none, or `to` is before `from`), those of crible_screen. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_timeline_of(
    crible_timeline **out, const crible_dossier *dossier, const crible_screening_options *options,
    const char *from, const char *to);

/* NULL is allowed. */
CRIBLE_API void crible_timeline_free(crible_timeline *timeline);

/* On how many days the verdict, or the status or a figure of a criterion, is not that of the day
 * before. */
CRIBLE_API size_t crible_timeline_count(const crible_timeline *timeline);

/* The day at `index`, "YYYY-MM-DD", in ascending order; NULL past the end. Owned by the timeline. */
CRIBLE_API const char *crible_timeline_day(const crible_timeline *timeline, size_t index);

/* As text of *length bytes, NUL-terminated; the caller frees it with crible_text_free. JSON is that
 * of datasets/schemas/timeline.schema.json. `options` as for crible_report; readings are
 * run, whatever they say, beside an eligible verdict that is given only. Errors: CRIBLE_E_USAGE
 * for an unknown format, CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_timeline_report(
    char **out, size_t *length, const crible_timeline *timeline,
    const crible_report_options *options);

#ifdef __cplusplus
}
#endif
#endif
