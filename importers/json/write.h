/* Writing JSON: members in the order given, no blanks. */
#ifndef CR_JSON_WRITE_H
#define CR_JSON_WRITE_H

#include <crible/context.h>

#include <stdbool.h>
#include <stddef.h>

/* `status` stays CRIBLE_E_MEMORY once memory was short; what is there is then of no use. */
typedef struct cr_json_text_out {
  crible_context *context;
  char *bytes; /* a NUL follows; cr_release */
  size_t length, capacity;
  crible_status status;
} cr_json_text_out;

/* Text as it is. */
void cr_json_put(cr_json_text_out *out, const char *text);
/* `key` is NULL inside an array. `bracket` is '{' or '[', then '}' or ']'. */
void cr_json_put_open(cr_json_text_out *out, const char *key, char bracket);
void cr_json_put_close(cr_json_text_out *out, char bracket);
/* Nothing for a value that is NULL. */
void cr_json_put_string(cr_json_text_out *out, const char *key, const char *value);
/* A number as it is written, true or false. */
void cr_json_put_literal(cr_json_text_out *out, const char *key, const char *value);

#endif
