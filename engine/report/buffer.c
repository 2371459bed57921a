#include "engine/report/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/memory.h"

void cr_buffer_init(cr_buffer *buffer, crible_context *context) {
  *buffer = (cr_buffer){.context = context};
}

void cr_buffer_clear(cr_buffer *buffer) {
  cr_release(buffer->context, buffer->bytes);
  cr_buffer_init(buffer, buffer->context);
}

/* Room for `more` bytes and a NUL; false, for good, when there is none. */
static bool make_room(cr_buffer *buffer, size_t more) {
  if (buffer->failed) return false;
  void *block = buffer->bytes;
  buffer->failed = cr_grow(buffer->context, &block, &buffer->capacity, buffer->length + more + 1,
                           1) != CRIBLE_OK;
  buffer->bytes = block;
  return !buffer->failed;
}

void cr_buffer_add(cr_buffer *buffer, const char *bytes, size_t length) {
  if (!make_room(buffer, length)) return;
  memcpy(buffer->bytes + buffer->length, bytes, length);
  buffer->length += length;
  buffer->bytes[buffer->length] = '\0';
}

void cr_buffer_put(cr_buffer *buffer, const char *text) {
  cr_buffer_add(buffer, text, strlen(text));
}

void cr_buffer_fill(cr_buffer *buffer, char byte, int count) {
  if (count <= 0 || !make_room(buffer, (size_t)count)) return;
  memset(buffer->bytes + buffer->length, byte, (size_t)count);
  buffer->length += (size_t)count;
  buffer->bytes[buffer->length] = '\0';
}

void cr_buffer_format(cr_buffer *buffer, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (length < 0 || !make_room(buffer, (size_t)length)) {
    buffer->failed = true;
    return;
  }
  va_start(arguments, format);
  vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, arguments);
  va_end(arguments);
  buffer->length += (size_t)length;
}

crible_status cr_buffer_take(char **out, size_t *length, cr_buffer *buffer) {
  if (!make_room(buffer, 0)) return CRIBLE_E_MEMORY;
  buffer->bytes[buffer->length] = '\0';
  *out = buffer->bytes;
  *length = buffer->length;
  cr_buffer_init(buffer, buffer->context);
  return CRIBLE_OK;
}
