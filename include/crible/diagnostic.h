/* What was wrong or odd, where, and what to do about it.
 *
 * Diagnostics gather in the context in the order in which they were found,
 * until crible_diagnostics_clear. */
#ifndef CRIBLE_DIAGNOSTIC_H
#define CRIBLE_DIAGNOSTIC_H

#include <stddef.h>

#include <crible/context.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum crible_severity {
  CRIBLE_ERROR,  /* the operation failed because of it */
  CRIBLE_WARNING /* odd, and worth a look; the operation went on */
} crible_severity;

/* Text is UTF-8, owned by the context, valid until the diagnostics are
 * cleared. */
typedef struct crible_diagnostic {
  crible_severity severity;
  const char *code;    /* stable identifier, such as "lots-exceed-issued" */
  const char *file;    /* NULL when no file is concerned */
  int line;            /* from 1; 0 when unknown */
  int column;          /* from 1, in bytes; 0 when unknown */
  const char *excerpt; /* the line quoted, or NULL */
  const char *message; /* what is wrong, one sentence without a final stop */
  const char *related; /* other places concerned ("with lots at lines 38 and 40"), or NULL */
  const char *advice;  /* what to do, or NULL */
  int length;          /* bytes concerned, from the column on; 0 when unknown */
  const char *path;    /* in a JSON file: the value concerned, as $[0].recordDetails.name; else NULL */
} crible_diagnostic;

CRIBLE_API size_t crible_diagnostic_count(const crible_context *context);

/* The diagnostic at `index`, or NULL past the end. Owned by the context. */
CRIBLE_API const crible_diagnostic *crible_diagnostic_at(
    const crible_context *context, size_t index);

CRIBLE_API void crible_diagnostics_clear(crible_context *context);

/* The diagnostics so far as JSON for editors and programs, format
 * "crible-diagnostics/1" (datasets/schemas/diagnostics.schema.json), of *length
 * bytes, NUL-terminated; the caller frees it with crible_text_free. `subject`
 * names what was read, NULL: null. Errors: CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_diagnostics_json(
    char **out, size_t *length, crible_context *context, const char *subject);

#ifdef __cplusplus
}
#endif
#endif
