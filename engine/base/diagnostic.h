/* Adding diagnostics to a context. */
#ifndef CR_BASE_DIAGNOSTIC_H
#define CR_BASE_DIAGNOSTIC_H

#include <crible/diagnostic.h>

/* Adds a copy of `diagnostic`, texts included. When memory is short the
 * diagnostic is lost and CRIBLE_E_MEMORY returned. */
crible_status cr_report(crible_context *context, const crible_diagnostic *diagnostic);

/* Adds an error or a warning whose message is formatted; `file`, `line` and
 * `column` may be NULL and 0, `advice` NULL. cr_error returns CRIBLE_E_DATA, so
 * that a reader can `return cr_error(…)`, cr_warn CRIBLE_OK; either returns
 * CRIBLE_E_MEMORY when memory is short. */
crible_status cr_error(crible_context *context, const char *code, const char *file,
                       int line, int column, const char *advice, const char *format, ...)
    __attribute__((format(printf, 7, 8)));
crible_status cr_warn(crible_context *context, const char *code, const char *file,
                      int line, int column, const char *advice, const char *format, ...)
    __attribute__((format(printf, 7, 8)));

/* Errors among the diagnostics so far. */
size_t cr_error_count(const crible_context *context);

/* Forgets those that came after the first `count`: of an attempt whose failure is told otherwise. */
void cr_diagnostics_forget(crible_context *context, size_t count);

#endif
