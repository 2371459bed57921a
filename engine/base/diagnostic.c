#include "engine/base/diagnostic.h"

#include <stdarg.h>
#include <stdio.h>

#include "engine/base/context.h"

size_t crible_diagnostic_count(const crible_context *context) { return context->diagnostic_count; }

const crible_diagnostic *crible_diagnostic_at(const crible_context *context, size_t index) {
  return index < context->diagnostic_count ? context->diagnostics + index : NULL;
}

void crible_diagnostics_clear(crible_context *context) {
  cr_release(context, context->diagnostics);
  context->diagnostics = NULL;
  context->diagnostic_count = context->diagnostic_capacity = 0;
  cr_arena_free(context->reports);
  context->reports = NULL;
}

/* Copies a text into the diagnostics' arena; false when memory is short. */
static int keep(crible_context *context, const char **text) {
  if (*text) {
    *text = cr_arena_string(context->reports, *text);
    return *text != NULL;
  }
  return 1;
}

crible_status cr_report(crible_context *context, const crible_diagnostic *diagnostic) {
  void *block = context->diagnostics;
  if (!context->reports && cr_arena_new(&context->reports, context) != CRIBLE_OK) {
    return CRIBLE_E_MEMORY;
  }
  crible_status status = cr_grow(context, &block, &context->diagnostic_capacity,
                                 context->diagnostic_count + 1, sizeof *diagnostic);
  if (status != CRIBLE_OK) {
    return status;
  }
  context->diagnostics = block;
  crible_diagnostic copy = *diagnostic;
  if (!keep(context, &copy.code) || !keep(context, &copy.file) || !keep(context, &copy.excerpt) ||
      !keep(context, &copy.message) || !keep(context, &copy.related) ||
      !keep(context, &copy.advice) || !keep(context, &copy.path)) {
    return CRIBLE_E_MEMORY;
  }
  context->diagnostics[context->diagnostic_count++] = copy;
  return CRIBLE_OK;
}

static crible_status report_formatted(crible_context *context, crible_diagnostic *diagnostic,
                                      const char *format, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, again);
  va_end(again);
  char *message = length < 0 ? NULL : cr_allocate(context, (size_t)length + 1);
  if (!message) {
    return CRIBLE_E_MEMORY;
  }
  vsnprintf(message, (size_t)length + 1, format, arguments);
  diagnostic->message = message;
  crible_status status = cr_report(context, diagnostic);
  cr_release(context, message);
  return status == CRIBLE_OK ? CRIBLE_E_DATA : status;
}

crible_status cr_error(crible_context *context, const char *code, const char *file, int line,
                       int column, const char *advice, const char *format, ...) {
  crible_diagnostic diagnostic = {.severity = CRIBLE_ERROR, .code = code, .file = file,
                                  .line = line, .column = column, .advice = advice};
  va_list arguments;
  va_start(arguments, format);
  crible_status status = report_formatted(context, &diagnostic, format, arguments);
  va_end(arguments);
  return status;
}

crible_status cr_warn(crible_context *context, const char *code, const char *file, int line,
                      int column, const char *advice, const char *format, ...) {
  crible_diagnostic diagnostic = {.severity = CRIBLE_WARNING, .code = code, .file = file,
                                  .line = line, .column = column, .advice = advice};
  va_list arguments;
  va_start(arguments, format);
  crible_status status = report_formatted(context, &diagnostic, format, arguments);
  va_end(arguments);
  return status == CRIBLE_E_DATA ? CRIBLE_OK : status;
}

size_t cr_error_count(const crible_context *context) {
  size_t count = 0;
  for (size_t i = 0; i < context->diagnostic_count; i++) {
    count += context->diagnostics[i].severity == CRIBLE_ERROR;
  }
  return count;
}

void cr_diagnostics_forget(crible_context *context, size_t count) {
  if (count == 0) crible_diagnostics_clear(context);
  else if (count < context->diagnostic_count) context->diagnostic_count = count;
}
