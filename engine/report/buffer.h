/* Text that grows. A failed append is remembered: appends after it do
 * nothing, and cr_buffer_take tells it. */
#ifndef CR_REPORT_BUFFER_H
#define CR_REPORT_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

#include <crible/context.h>

typedef struct cr_buffer {
  crible_context *context;
  char *bytes;
  size_t length, capacity;
  bool failed;
} cr_buffer;

void cr_buffer_init(cr_buffer *buffer, crible_context *context);
void cr_buffer_clear(cr_buffer *buffer);

void cr_buffer_add(cr_buffer *buffer, const char *bytes, size_t length);
void cr_buffer_put(cr_buffer *buffer, const char *text);
/* Nothing when count is not positive. */
void cr_buffer_fill(cr_buffer *buffer, char byte, int count);
void cr_buffer_format(cr_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Gives the text, NUL-terminated, to the caller (cr_release); the buffer is then
 * empty. Errors: CRIBLE_E_MEMORY when an append failed. */
CRIBLE_MUST_CHECK crible_status cr_buffer_take(char **out, size_t *length, cr_buffer *buffer);

#endif
