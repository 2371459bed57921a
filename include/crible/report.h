/* Reports of a screening. */
#ifndef CRIBLE_REPORT_H
#define CRIBLE_REPORT_H

#include <crible/screening.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum crible_format {
  CRIBLE_TEXT, /* for a terminal or a mail, UTF-8 */
  CRIBLE_JSON  /* datasets/schemas/screening.schema.json */
} crible_format;

typedef struct crible_report_options {
  crible_format format;
  int exact;    /* text: fractions beside decimals */
  int color;    /* text: ANSI colours as a second signal */
  int width;    /* text: columns; 0: 100 */
} crible_report_options;

/* The report as text of *length bytes, NUL-terminated; the caller frees it with
 * crible_text_free. `options` may be NULL: plain text of 100 columns.
 * Errors: CRIBLE_E_USAGE for an unknown format, CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_report(
    char **out, size_t *length, const crible_screening *screening,
    const crible_report_options *options);

#ifdef __cplusplus
}
#endif
#endif
