/* Reports of a screening. */
#ifndef CRIBLE_REPORT_H
#define CRIBLE_REPORT_H

#include <crible/readings.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum crible_format {
  CRIBLE_TEXT, /* for a terminal or a mail, UTF-8 */
  CRIBLE_JSON  /* datasets/schemas/screening.schema.json */
} crible_format;

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
  crible_readings_shown readings_shown; /* text */
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
