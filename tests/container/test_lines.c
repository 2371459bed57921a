/* Lines, across blocks, and encodings. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "engine/base/memory.h"
#include "importers/container/encoding.h"
#include "importers/container/lines.h"
#include "tests/support/scratch.h"

TestSuite(lines, .init = scratch_open, .fini = scratch_close);
TestSuite(encoding, .init = scratch_open, .fini = scratch_close);

/* Lines of a file joined by '|', or NULL after an error. The caller frees it. */
static char *joined(const char *name, size_t longest) {
  cr_container *container = NULL;
  cr_stream *stream = NULL;
  cr_lines lines;
  char *out = calloc(1, 4 << 20);
  const char *line = "";
  size_t length = 0, used = 0;
  cr_assert_eq(
      cr_container_open(&container, scratch_context, scratch_path(name), &cr_limits_register),
      CRIBLE_OK);
  cr_assert_eq(cr_stream_open(&stream, container, 0), CRIBLE_OK);
  cr_lines_of(&lines, scratch_context, stream, longest);
  crible_status status = CRIBLE_OK;
  while (status == CRIBLE_OK && line) {
    status = cr_lines_next(&lines, &line, &length);
    if (status != CRIBLE_OK || !line) break;
    memcpy(out + used, line, length);
    out[used + length] = '|';
    used += length + 1;
  }
  cr_lines_clear(&lines);
  cr_stream_close(stream);
  cr_container_close(container);
  if (status == CRIBLE_OK) return out;
  free(out);
  return NULL;
}

static void expect_lines(const char *text, const char *expected) {
  scratch_put("l", text, strlen(text));
  char *got = joined("l", 100);
  cr_assert_not_null(got);
  cr_expect_str_eq(got, expected);
  free(got);
}

Test(lines, ends) {
  expect_lines("", "");
  expect_lines("a", "a|");
  expect_lines("a\n", "a|");
  expect_lines("a\r\n\r\nb", "a||b|");
  expect_lines("\n\n", "||");
  expect_lines("\xEF\xBB\xBFx\ny", "x|y|");
}

/* Lines of growing length, so that block ends fall everywhere in them. */
Test(lines, across_blocks) {
  size_t size = 0;
  char *text = malloc(2 << 20), *expected = malloc(2 << 20);
  for (size_t length = 0; length < 1500; length++) {
    memset(text + size, 'a' + (int)(length % 26), length);
    memcpy(expected + size, text + size, length);
    text[size + length] = '\n';
    expected[size + length] = '|';
    size += length + 1;
  }
  expected[size] = '\0';
  scratch_put("l", text, size);
  char *got = joined("l", 1500);
  cr_assert_not_null(got);
  cr_expect_eq(strcmp(got, expected), 0);
  free(got);
  cr_expect_null(joined("l", 1498));
  cr_expect_str_eq(scratch_only(), "line-too-long");
  free(text);
  free(expected);
}

/* Any room gives the same bytes. */
Test(lines, read_into_room) {
  char text[1000], got[1000];
  for (size_t i = 0; i < sizeof text; i++) text[i] = (char)('a' + i % 26);
  scratch_put("l", text, sizeof text);
  for (size_t room = 1; room < 1100; room += 37) {
    cr_container *container = NULL;
    cr_stream *stream = NULL;
    size_t used = 0, count = 1;
    cr_assert_eq(
        cr_container_open(&container, scratch_context, scratch_path("l"), &cr_limits_register),
        CRIBLE_OK);
    cr_assert_eq(cr_stream_open(&stream, container, 0), CRIBLE_OK);
    for (; count; used += count) {
      size_t left = sizeof got - used;
      cr_assert_eq(cr_stream_read(stream, got + used, left && left < room ? left : room, &count),
                   CRIBLE_OK);
    }
    cr_expect_eq(used, sizeof text);
    cr_expect_eq(memcmp(got, text, sizeof text), 0);
    cr_stream_close(stream);
    cr_container_close(container);
  }
}

static void expect_text(const char *bytes, size_t length, const char *expected, const char *code) {
  char *text = NULL;
  size_t got = 0;
  cr_assert_eq(cr_encoding_to_utf8(&text, &got, scratch_context, "t", bytes, length), CRIBLE_OK);
  cr_expect_str_eq(text, expected);
  cr_expect_eq(got, strlen(expected));
  cr_release(scratch_context, text);
  if (code) cr_expect_str_eq(scratch_only(), code);
  cr_expect_eq(crible_diagnostic_count(scratch_context), 0);
}

Test(encoding, recognised) {
  expect_text("", 0, "", NULL);
  expect_text("\xC3\xA9", 2, "\xC3\xA9", NULL);
  expect_text("\xEF\xBB\xBF\xC3\xA9", 5, "\xC3\xA9", NULL);
  expect_text("soci\xE9t\xE9 10 \x80", 12, "soci\xC3\xA9t\xC3\xA9 10 \xE2\x82\xAC",
              "encoding-windows-1252");
  expect_text("\xFF\xFE"
              "a\0\xE9\0",
              6, "a\xC3\xA9", "encoding-utf-16");
  expect_text("\xFE\xFF\0a\0\xE9", 6, "a\xC3\xA9", "encoding-utf-16");
}

Test(encoding, refused) {
  static const struct {
    const char *bytes;
    size_t length;
    int line;
  } bad[] = {{"a\nb\0", 4, 2},          /* a NUL */
             {"\n\n\x81", 3, 3},        /* no character of Windows-1252 */
             {"\xEF\xBB\xBF\xE9", 4, 1},  /* marked as UTF-8 but is not */
             {"\xFF\xFE"
              "a",
              3, 1},                    /* half of a character */
             {"\xFF\xFE\0\0", 4, 1}};   /* a NUL */
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    char *text = NULL;
    size_t got = 0;
    cr_expect_eq(
        cr_encoding_to_utf8(&text, &got, scratch_context, "t", bad[i].bytes, bad[i].length),
        CRIBLE_E_DATA, "%zu", i);
    cr_expect_null(text);
    cr_assert_eq(crible_diagnostic_count(scratch_context), 1);
    cr_expect_eq(crible_diagnostic_at(scratch_context, 0)->line, bad[i].line);
    cr_expect_str_eq(scratch_only(), "not-text");
  }
}
