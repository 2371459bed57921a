#include "importers/container/lines.h"

#include <limits.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/memory.h"
#include "engine/base/words.h"

void cr_lines_of(cr_lines *out, crible_context *context, cr_stream *stream, size_t longest) {
  *out = (cr_lines){.context = context, .stream = stream, .longest = longest};
}

void cr_lines_clear(cr_lines *lines) {
  cr_release(lines->context, lines->carry);
  lines->carry = NULL;
  lines->capacity = 0;
}

static crible_status too_long(const cr_lines *lines) {
  int number = lines->number < INT_MAX ? (int)lines->number + 1 : 0;
  return cr_error(lines->context, "line-too-long", cr_stream_name(lines->stream), number, 0, NULL,
                  _("a line of more than %zu bytes"), lines->longest);
}

static crible_status carry(cr_lines *lines, const char *bytes, size_t length) {
  void *block = lines->carry;
  if (length > lines->longest - lines->carried) return too_long(lines);
  crible_status status =
      cr_grow(lines->context, &block, &lines->capacity, lines->carried + length, 1);
  if (status != CRIBLE_OK) return status;
  lines->carry = block;
  if (length) memcpy(lines->carry + lines->carried, bytes, length);
  lines->carried += length;
  return CRIBLE_OK;
}

/* Gives a line without the marks at its ends. */
static void give(cr_lines *lines, const char **line, size_t *length, const char *bytes,
                 size_t count) {
  if (lines->number == 0 && count >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3)) {
    bytes += 3;
    count -= 3;
  }
  if (count && bytes[count - 1] == '\r') count--;
  lines->number++;
  *line = bytes;
  *length = count;
}

/* The last line may lack its end. */
static crible_status finish(cr_lines *lines, const char **line, size_t *length) {
  *line = NULL;
  *length = 0;
  if (lines->carried) give(lines, line, length, lines->carry, lines->carried);
  lines->carried = 0;
  return CRIBLE_OK;
}

crible_status cr_lines_next(cr_lines *lines, const char **line, size_t *length) {
  crible_status status = CRIBLE_OK;
  lines->carried = 0;
  for (;;) {
    const char *end = lines->left ? memchr(lines->block, '\n', lines->left) : NULL;
    size_t count = end ? (size_t)(end - lines->block) : lines->left;
    const char *bytes = lines->block;
    bool split = !end || lines->carried;
    if (split) status = carry(lines, bytes, count);
    else if (count > lines->longest) status = too_long(lines);
    if (status != CRIBLE_OK) return status;
    lines->block += end ? count + 1 : count;
    lines->left -= end ? count + 1 : count;
    if (end) {
      give(lines, line, length, split ? lines->carry : bytes, split ? lines->carried : count);
      return CRIBLE_OK;
    }
    status = cr_stream_next(lines->stream, &lines->block, &lines->left);
    if (status != CRIBLE_OK) return status;
    if (!lines->left) return finish(lines, line, length);
  }
}
