/* Writing JSON, indented by two, keys in the order in which they are given. Characters that
 * could steer a terminal are escaped, so that the text is safe to print and still says
 * exactly what it says. */
#ifndef CR_REPORT_JSON_WRITER_H
#define CR_REPORT_JSON_WRITER_H

#include "engine/report/buffer.h"

typedef struct cr_json {
  cr_buffer *out;
  int depth;
  bool begun; /* the open object or array has a member */
} cr_json;

/* `key` is NULL inside an array and for the whole text, here and below. */
void cr_json_open(cr_json *json, const char *key, char bracket);  /* '{' or '[' */
void cr_json_close(cr_json *json, char bracket);                  /* '}' or ']' */
void cr_json_string(cr_json *json, const char *key, const char *value); /* NULL: null */
void cr_json_integer(cr_json *json, const char *key, long value);
void cr_json_bool(cr_json *json, const char *key, bool value);

#endif
