/* The letter to the candidate: what to send so that an undetermined verdict can be settled. */
#ifndef CRIBLE_LETTER_H
#define CRIBLE_LETTER_H

#include <crible/report.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct crible_letter_options {
  crible_format format;  /* text, HTML, PDF, or CSV, which is the table to fill in */
  int width;             /* text: columns; 0: 100 */
  const char *reply_by;  /* "YYYY-MM-DD", or NULL */
  const char *reference; /* what the answer should quote, or NULL */
} crible_letter_options;

/* The letter, of *length bytes, a NUL after them; the caller frees it with crible_text_free.
 * `options` may be NULL: text of 100 columns. With nothing to ask (crible_screening_request_count)
 * there is no letter: the text is one sentence that says why.
 * Errors: CRIBLE_E_USAGE (a date that is none, another format, or nothing to ask and not text),
 * CRIBLE_E_UNAVAILABLE (PDF: WeasyPrint is not installed), CRIBLE_E_IO (it failed), CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_letter(
    char **out, size_t *length, const crible_screening *screening,
    const crible_letter_options *options);

#ifdef __cplusplus
}
#endif
#endif
