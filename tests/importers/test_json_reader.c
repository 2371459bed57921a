/* The JSON reader: framing, values, numbers, limits. Every text is read in pieces of 1, 3, 64
 * bytes and whole: where a piece ends must not matter. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#include <crible/diagnostic.h>

#include "engine/base/rational.h"
#include "tests/importers/json_reading.h"

/* Writes a value again, without blanks and with its numbers as they were. */
static void write_again(char *out, const cr_json_value *value) {
  static const char *const words[] = {"null", "false", "true"};
  char *to = out + strlen(out);
  if (value->kind <= CR_JSON_TRUE) strcpy(to, words[value->kind]);
  else if (value->kind == CR_JSON_NUMBER) sprintf(to, "%.*s", (int)value->length, value->text);
  else if (value->kind == CR_JSON_STRING) sprintf(to, "\"%s\"", value->text);
  else {
    bool object = value->kind == CR_JSON_OBJECT, first = true;
    strcat(out, object ? "{" : "[");
    for CR_JSON_EACH (child, value) {
      if (!first) strcat(out, ",");
      if (child->key) sprintf(out + strlen(out), "\"%s\":", child->key);
      write_again(out, child);
      first = false;
    }
    strcat(out, object ? "}" : "]");
  }
}

/* The elements with '|' between them; after an error "CODE LINE:COLUMN PATH". */
static void read_pieces(char *out, const char *bytes, size_t length, size_t piece) {
  crible_context *context;
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  json_text text = {bytes, length, 0, piece};
  cr_json_input input = {json_text_read, &text, "f.json"};
  cr_json_reader *reader;
  cr_assert_eq(cr_json_reader_new(&reader, context, &input), CRIBLE_OK);
  const cr_json_value *value = NULL;
  crible_status status;
  *out = '\0';
  while ((status = cr_json_next(&value, reader)) == CRIBLE_OK && value) {
    if (*out) strcat(out, "|");
    write_again(out, value);
  }
  if (status != CRIBLE_OK) {
    cr_assert_eq(status, CRIBLE_E_DATA);
    cr_assert_eq(crible_diagnostic_count(context), 1);
    const crible_diagnostic *told = crible_diagnostic_at(context, 0);
    sprintf(out, "%s %d:%d %s", told->code, told->line, told->column, told->path);
  }
  cr_json_reader_free(reader);
  crible_context_free(context);
}

static void expect_bytes(const char *bytes, size_t length, const char *expected) {
  static const size_t pieces[] = {1, 3, 64, SIZE_MAX};
  char out[4096];
  for (int i = 0; i < 4; i++) {
    read_pieces(out, bytes, length, pieces[i]);
    cr_assert_str_eq(out, expected, "%s\n in pieces of %zu: %s\n not %s", bytes, pieces[i], out,
                     expected);
  }
}

static void expect(const char *text, const char *expected) {
  expect_bytes(text, strlen(text), expected);
}

Test(json_reader, frames) {
  expect("[]", "");
  expect(" [ {\"a\" : 1 } , 2,\n[3,[ ]], \"x\" ] \n", "{\"a\":1}|2|[3,[]]|\"x\"");
  expect("{\"a\":{}}", "{\"a\":{}}");
  expect("{\"a\":1}\n{\"b\":[true,false,null]}\n", "{\"a\":1}|{\"b\":[true,false,null]}");
  expect("{\n \"a\":\n 1}\n\n{\"b\":2}", "{\"a\":1}|{\"b\":2}");
  expect("\xEF\xBB\xBF[1]", "1");
}

Test(json_reader, refuses_other_frames) {
  expect("", "empty-file 1:1 $");
  expect(" \n", "empty-file 2:1 $");
  expect("12", "bad-json 1:1 $");
  expect("{} {}", "no-new-line 1:4 $");
  expect("{}\n[]", "bad-json 2:1 $");
  expect("[1] 2", "text-after-end 1:5 $");
  expect("[1,]", "bad-json 1:4 $[1]");
  expect("[1 2]", "bad-json 1:4 $");
  expect("\xFF\xFE[", "not-utf-8 1:1 $");
}

Test(json_reader, keeps_the_text_of_numbers) {
  expect("[0,-0,33.329999999999998,1E+2,123456789012345678901234567890]",
         "0|-0|33.329999999999998|1E+2|123456789012345678901234567890");
}

Test(json_reader, refuses_what_is_no_number) {
  expect("[007]", "bad-number 1:2 $[0]");
  expect("[-01]", "bad-number 1:2 $[0]");
  expect("[1.]", "bad-number 1:2 $[0]");
  expect("[.5]", "bad-json 1:2 $[0]");
  expect("[+5]", "bad-json 1:2 $[0]");
  expect("[1e]", "bad-number 1:2 $[0]");
  expect("[-]", "bad-number 1:2 $[0]");
  expect("[1-2]", "bad-number 1:2 $[0]");
  expect("[NaN]", "bad-json 1:2 $[0]");
}

Test(json_reader, decodes_texts) {
  expect("[\"\\u00e9\\ud83d\\ude00 \\/ \xC3\xA9\"]", "\"\xC3\xA9\xF0\x9F\x98\x80 / \xC3\xA9\"");
  expect("[{\"\\u0061b\":\"a long text with an escape \\\\ in it and some more\"}]",
         "{\"ab\":\"a long text with an escape \\ in it and some more\"}");
}

Test(json_reader, refuses_what_is_no_text) {
  expect("[\"\\x\"]", "bad-escape 1:3 $[0]");
  expect("[\"\\u12g4\"]", "bad-escape 1:3 $[0]");
  expect("[\"\\ud83d\"]", "bad-escape 1:3 $[0]");
  expect("[\"\\u0000\"]", "nul-byte 1:3 $[0]");
  expect("[\"a\nb\"]", "control-character 1:4 $[0]");
  expect("[\"a\xE9t\xE9 \"]", "not-utf-8 1:4 $[0]");
  expect("[\"\xC0\x80 padding\"]", "not-utf-8 1:3 $[0]");
  expect("[\"\xED\xA0\x80 padding\"]", "not-utf-8 1:3 $[0]");
  expect("[\"\xF4\x90\x80\x80 padding\"]", "not-utf-8 1:3 $[0]");
  expect("[\"open", "truncated 1:7 $[0]");
  expect_bytes("[\"a\0b\"]", 7, "nul-byte 1:4 $[0]");
  expect_bytes("[\0]", 3, "nul-byte 1:2 $[0]");
}

Test(json_reader, says_where) {
  expect("[{\"a\":1,\n  \"b\":[0, {\"c d\":]}]}]", "bad-json 2:18 $[0].b[1]['c d']");
  expect("[{}, {\"a\":{\"b\":1,\"c\":2,\"b\":3}}]", "duplicate-member 1:28 $[1].a.b");
  expect("{\"a\":1,\"\\u0061\":2}", "duplicate-member 1:17 $.a");
  expect("{\"a\" 1}", "bad-json 1:6 $.a");
  expect("{a:1}", "bad-json 1:2 $");
  expect("{\"a\":1", "truncated 1:7 $.a");
  expect("[\n[1,", "truncated 2:4 $[0][0]");
}

Test(json_reader, finds_a_key_twice_among_many) {
  char text[8192] = "[{", out[256];
  for (int i = 0; i < 300; i++) sprintf(text + strlen(text), "\"k%d\":%d,", i, i);
  strcat(text, "\"k7\":0}]");
  read_pieces(out, text, strlen(text), SIZE_MAX);
  cr_assert(strstr(out, "duplicate-member") && strstr(out, "$[0].k7"), "%s", out);
}

Test(json_reader, has_limits) {
  char out[256], *deep = malloc(1000);
  memset(deep, '[', 1000);
  read_pieces(out, deep, 1000, SIZE_MAX);
  cr_assert(strstr(out, "too-deep 1:66"), "%s", out);
  free(deep);
  size_t size = 17 << 20;
  char *large = malloc(size);
  memset(large, 'a', size);
  memcpy(large, "[\"", 2);
  read_pieces(out, large, size, SIZE_MAX);
  cr_assert(strstr(out, "element-too-large"), "%s", out);
  for (size_t i = 2; i + 1 < size; i += 2) memcpy(large + i, "0,", 2);
  memcpy(large, "[[", 2);
  read_pieces(out, large, size, SIZE_MAX);
  cr_assert(strstr(out, "element-too-large"), "%s", out);
  free(large);
}

Test(json_reader, numbers_are_exact) {
  static const struct {
    const char *text, *value;
    int decimals;
  } all[] = {{"25", "25", 0}, {"-0", "0", 0}, {"12.50", "25/2", 2}, {"1e2", "100", 0},
             {"33.329999999999998", "16664999999999999/500000000000000", 15},
             {"125E-2", "5/4", 2}, {"1.5e+1", "15", 0}};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    cr_json_value number = {.kind = CR_JSON_NUMBER, .text = all[i].text,
                            .length = (uint32_t)strlen(all[i].text)};
    fmpq_t value;
    int decimals = -1;
    fmpq_init(value);
    cr_assert_eq(cr_json_rational(value, &decimals, &number), CRIBLE_OK);
    char *text = fmpq_get_str(NULL, 10, value);
    cr_assert_str_eq(text, all[i].value);
    cr_assert_eq(decimals, all[i].decimals);
    flint_free(text);
    fmpq_clear(value);
  }
  cr_json_value huge = {.kind = CR_JSON_NUMBER, .text = "1e99999999999999999999", .length = 22};
  fmpq_t value;
  fmpq_init(value);
  cr_assert_eq(cr_json_rational(value, NULL, &huge), CRIBLE_E_DATA);
  fmpq_clear(value);
}
