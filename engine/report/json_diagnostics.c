#include <crible/crible.h>

#include "engine/report/json_writer.h"

static void put_place(cr_json *json, const crible_diagnostic *diagnostic) {
  cr_json_string(json, "file", diagnostic->file);
  if (diagnostic->line == 0) return;
  cr_json_integer(json, "line", diagnostic->line);
  if (diagnostic->column == 0) return;
  cr_json_integer(json, "column", diagnostic->column);
  cr_json_integer(json, "length", diagnostic->length);
}

static void put_diagnostic(cr_json *json, const crible_diagnostic *diagnostic) {
  cr_json_open(json, NULL, '{');
  cr_json_string(json, "severity", diagnostic->severity == CRIBLE_ERROR ? "error" : "warning");
  cr_json_string(json, "code", diagnostic->code);
  put_place(json, diagnostic);
  if (diagnostic->path) cr_json_string(json, "path", diagnostic->path);
  cr_json_string(json, "message", diagnostic->message);
  cr_json_string(json, "related", diagnostic->related);
  cr_json_string(json, "advice", diagnostic->advice);
  cr_json_string(json, "excerpt", diagnostic->excerpt);
  cr_json_close(json, '}');
}

crible_status crible_diagnostics_json(char **out, size_t *length, crible_context *context,
                                      const char *subject) {
  cr_buffer buffer;
  cr_buffer_init(&buffer, context);
  cr_json json = {.out = &buffer};
  cr_json_open(&json, NULL, '{');
  cr_json_string(&json, "format", "crible-diagnostics/1");
  cr_json_string(&json, "engine", CRIBLE_VERSION);
  cr_json_string(&json, "subject", subject);
  cr_json_open(&json, "diagnostics", '[');
  for (size_t i = 0; i < crible_diagnostic_count(context); i++)
    put_diagnostic(&json, crible_diagnostic_at(context, i));
  cr_json_close(&json, ']');
  cr_json_close(&json, '}');
  cr_buffer_put(&buffer, "\n");
  crible_status status = cr_buffer_take(out, length, &buffer);
  cr_buffer_clear(&buffer);
  return status;
}
