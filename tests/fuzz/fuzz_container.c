/* Any bytes as a container: plain, gzip or zip. No more comes out than the limits allow, an error is
 * told, a zip is in memory what it is on disk, and what is turned into UTF-8 is UTF-8. */
#include <string.h>

#include "engine/base/memory.h"
#include "importers/container/container.h"
#include "importers/container/encoding.h"
#include "importers/container/lines.h"
#include "tests/fuzz/support.h"

enum { LONGEST_LINE = 200 };

static const cr_limits limits = {.bytes = 4 << 20, .ratio = 100, .members = 50};

/* All lines of a member; the bytes that the stream gave. */
static crible_status read_lines(uint64_t *given, cr_container *container, size_t member,
                                crible_context *context) {
  cr_stream *stream = NULL;
  cr_lines lines;
  const char *line = "";
  size_t length;
  crible_status status = cr_stream_open(&stream, container, member);
  if (status != CRIBLE_OK) return status;
  cr_lines_of(&lines, context, stream, LONGEST_LINE);
  while (status == CRIBLE_OK && line) {
    status = cr_lines_next(&lines, &line, &length);
    need(status != CRIBLE_OK || !line || (length <= LONGEST_LINE && !memchr(line, '\n', length)));
  }
  *given += cr_stream_offset(stream);
  cr_lines_clear(&lines);
  cr_stream_close(stream);
  return status;
}

static void read_whole(cr_container *container, size_t member, crible_context *context) {
  char *bytes = NULL, *text = NULL;
  size_t length = 0, text_length = 0;
  if (cr_member_read(&bytes, &length, container, member) == CRIBLE_OK) {
    if (cr_encoding_to_utf8(&text, &text_length, context, "text", bytes, length) == CRIBLE_OK)
      need(!memchr(text, '\0', text_length) && text[text_length] == '\0');
    cr_release(context, text);
  }
  cr_release(context, bytes);
}

static crible_status read_all(cr_container *container, crible_context *context) {
  uint64_t given = 0;
  crible_status first = CRIBLE_OK;
  for (size_t i = 0; i < cr_container_count(container); i++) {
    crible_status status = read_lines(&given, container, i, context);
    if (first == CRIBLE_OK) first = status;
    read_whole(container, i, context);
    need(strlen(cr_container_name(container, i)) > 0);
  }
  need(given <= limits.bytes);
  return first;
}

/* A zip of the same bytes, in memory. */
static void compare(crible_context *context, const char *bytes, size_t length, bool opened,
                    size_t count) {
  cr_container *zip = NULL;
  if (!cr_container_is_zip(bytes, length)) return;
  crible_status status = cr_container_open_zip(&zip, context, "zip", bytes, length, &limits);
  need((status == CRIBLE_OK) == opened && (!opened || cr_container_count(zip) == count));
  if (opened) (void)!read_all(zip, context);
  cr_container_close(zip);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
  crible_context *context = NULL;
  cr_container *container = NULL;
  const char *path = fuzz_file(bytes, length);
  size_t count = 0;
  need(crible_context_new(&context, NULL) == CRIBLE_OK);
  crible_status status = cr_container_open(&container, context, path, &limits);
  const bool opened = status == CRIBLE_OK;
  if (opened) {
    count = cr_container_count(container);
    status = read_all(container, context);
  }
  need(status == CRIBLE_OK || crible_diagnostic_count(context) > 0);
  cr_container_close(container);
  compare(context, (const char *)bytes, length, opened, count);
  crible_context_free(context);
  return 0;
}
