/* Text on a terminal: widths, wrapping, characters that must not pass. */
#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>

#include "engine/base/memory.h"
#include "engine/report/calendar.h"
#include "engine/report/display.h"
#include "engine/report/json_writer.h"
#include "engine/report/layout.h"

static crible_context *context;
static cr_buffer buffer;

static void open_buffer(void) {
  cr_assert(crible_context_new(&context, NULL) == CRIBLE_OK);
  cr_buffer_init(&buffer, context);
}

static void close_buffer(void) {
  cr_buffer_clear(&buffer);
  crible_context_free(context);
}

TestSuite(display, .init = open_buffer, .fini = close_buffer);

Test(display, width_counts_columns_not_bytes) {
  cr_expect_eq(cr_display_width("Société"), 7);
  cr_expect_eq(cr_display_width("Socie\xCC\x81te\xCC\x81"), 7); /* combining accents */
  cr_expect_eq(cr_display_width("株式会社"), 8);
  cr_expect_eq(cr_display_width(""), 0);
}

Test(display, malformed_bytes_count_one_each) {
  int bytes;
  cr_expect_eq(cr_display_decode("\xC3", &bytes), 0xFFFD);
  cr_expect_eq(bytes, 1);
  cr_expect_eq(cr_display_decode("\xE2\x80", &bytes), 0xFFFD);
  cr_expect_eq(cr_display_decode("\xC0\x80", &bytes), 0xFFFD);     /* overlong */
  cr_expect_eq(cr_display_decode("\xED\xA0\x80", &bytes), 0xFFFD); /* surrogate */
  cr_expect_eq(cr_display_decode("\xF0\x9F\x98\x80", &bytes), 0x1F600);
  cr_expect_eq(bytes, 4);
}

Test(display, fit_cuts_after_a_space_and_never_inside_a_character) {
  cr_expect_eq(cr_display_fit("one two three", 8), 8);
  cr_expect_eq(cr_display_fit("one two three", 7), 8); /* the space may hang over */
  cr_expect_eq(cr_display_fit("one two three", 100), 13);
  cr_expect_eq(cr_display_fit("has > 24 % of", 8), 4); /* a figure stays whole */
  cr_expect_eq(cr_display_fit("abcdefgh", 4), 4);
  cr_expect_eq(cr_display_fit("ééééé", 2), 4);
  cr_expect_eq(cr_display_fit("株式", 1), 3);         /* at least one character */
  cr_expect_eq(cr_display_fit("abe\xCC\x81z", 3), 5); /* an accent stays with its letter */
}

static void check_printed(const char *expected) {
  cr_expect_str_eq(buffer.bytes, expected, "printed:\n%s", buffer.bytes);
}

Test(display, cells_wrap_in_their_own_columns) {
  cr_layout layout = {&buffer, 40, false};
  cr_cell cells[] = {{0, "left side of the page", CR_PLAIN, 2},
                     {20, "and the right side of it too", CR_PLAIN, 0}};
  cr_layout_row(&layout, cells, 2);
  check_printed("left side of the    and the right side\n"
                "  page              of it too\n");
}

Test(display, names_cannot_steer_the_terminal) {
  cr_layout layout = {&buffer, 60, false};
  cr_layout_line(&layout, 0, 0, CR_PLAIN, "Evil\033[2J \xE2\x80\xAEsulP\xE2\x80\xAC\x07\xC2\x9B");
  check_printed("Evil\xEF\xBF\xBD[2J \xEF\xBF\xBDsulP\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\n");
}

Test(display, colour_only_adds_to_the_words) {
  cr_layout layout = {&buffer, 60, true};
  cr_layout_line(&layout, 2, 0, CR_BAD, "VIOLATED");
  check_printed("  \033[1;31mVIOLATED\033[0m\n");
}

Test(display, sources_stand_at_the_right_where_there_is_room) {
  cr_layout wide = {&buffer, 100, false};
  cr_layout_sourced(&wide, 4, "30 % of the votes", "register");
  check_printed("    30 % of the votes                                       register\n");
  cr_buffer_clear(&buffer);
  cr_layout narrow = {&buffer, 60, false};
  cr_layout_sourced(&narrow, 4, "30 % of the votes", "register");
  check_printed("    30 % of the votes\n      register\n");
}

Test(display, json_keeps_every_character_and_prints_none_that_is_unsafe) {
  cr_json json = {.out = &buffer};
  cr_json_open(&json, NULL, '{');
  cr_json_string(&json, "name", "\"A\\B\"\n\xE2\x80\xAE\xF3\xA0\x81\x81\xC3\xA9");
  cr_json_open(&json, "empty", '[');
  cr_json_close(&json, ']');
  cr_json_string(&json, "none", NULL);
  cr_json_bool(&json, "yes", true);
  cr_json_open(&json, "list", '[');
  cr_json_integer(&json, NULL, 7);
  cr_json_integer(&json, NULL, -8);
  cr_json_close(&json, ']');
  cr_json_close(&json, '}');
  check_printed(
      "{\n  \"name\": \"\\\"A\\\\B\\\"\\u000a\\u202e\\udb40\\udc41\xC3\xA9\",\n  \"empty\": [],\n"
      "  \"none\": null,\n  \"yes\": true,\n  \"list\": [\n    7,\n    -8\n  ]\n}");
}

Test(display, dates_in_words) {
  cr_arena *arena;
  cr_assert(cr_arena_new(&arena, context) == CRIBLE_OK);
  cr_expect_str_eq(cr_calendar_words(arena, cr_date_make(2023, 2, 15)), "15 February 2023");
  cr_expect_str_eq(cr_calendar_words(arena, cr_date_make(2020, 12, 1)), "1 December 2020");
  cr_arena_free(arena);
}

static size_t allowed; /* allocations before memory is short */

static void *allocate(void *user, size_t size) {
  (void)user;
  return allowed ? (allowed--, malloc(size)) : NULL;
}

static void *resize(void *user, void *block, size_t size) {
  (void)user;
  return allowed ? (allowed--, realloc(block, size)) : NULL;
}

static void release(void *user, void *block) {
  (void)user;
  free(block);
}

Test(display, a_buffer_remembers_that_memory_was_short) {
  const crible_allocator short_of_memory = {allocate, resize, release, NULL};
  const crible_context_options options = {&short_of_memory, "."};
  crible_context *poor;
  cr_buffer text;
  char *out = NULL;
  size_t length = 0;
  allowed = 100;
  cr_assert(crible_context_new(&poor, &options) == CRIBLE_OK);
  cr_buffer_init(&text, poor);
  cr_buffer_put(&text, "kept");
  allowed = 0;
  for (int i = 0; i < 1000; i++) cr_buffer_put(&text, "too much for the first block");
  allowed = 100;
  cr_buffer_put(&text, "lost");
  cr_expect_eq(cr_buffer_take(&out, &length, &text), CRIBLE_E_MEMORY);
  cr_expect(out == NULL);
  cr_buffer_clear(&text);
  crible_context_free(poor);
}
