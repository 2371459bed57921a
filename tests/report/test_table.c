/* Tables for spreadsheets: what a cell may not become, and figures that keep their side. */
#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>

#include "engine/base/rational.h"
#include "engine/report/figure.h"
#include "engine/report/table.h"

static crible_context *context;
static cr_arena *arena;
static cr_buffer buffer;

static void open_table(void) {
  cr_assert(crible_context_new(&context, NULL) == CRIBLE_OK);
  cr_assert(cr_arena_new(&arena, context) == CRIBLE_OK);
  cr_buffer_init(&buffer, context);
}

static void close_table(void) {
  cr_buffer_clear(&buffer);
  cr_arena_free(arena);
  crible_context_free(context);
}

TestSuite(table, .init = open_table, .fini = close_table);

/* One column with a cell, without the mark of byte order and the header's line. */
static const char *written(const char *text, cr_column_type type) {
  cr_report_table table;
  cr_report_table_init(&table, arena, "Sheet");
  cr_report_table_column(&table, type, "H");
  cr_report_table_row(&table)[0] = text;
  cr_buffer_clear(&buffer);
  cr_csv_tables(&buffer, &table, 1);
  const char *start = "\xEF\xBB\xBFH\r\n";
  cr_assert(!buffer.failed && strncmp(buffer.bytes, start, strlen(start)) == 0);
  return buffer.bytes + strlen(start);
}

static void check_text(const char *text, const char *expected) {
  cr_expect_str_eq(written(text, CR_COLUMN_TEXT), expected);
}

Test(table, quotes_as_rfc_4180_has_them) {
  check_text("plain", "plain\r\n");
  check_text("a, b", "\"a, b\"\r\n");
  check_text("a; b", "\"a; b\"\r\n");
  check_text("say \"so\"", "\"say \"\"so\"\"\"\r\n");
  check_text("", "\r\n");
  check_text(NULL, "\r\n");
}

Test(table, no_cell_is_a_formula) {
  static const char *const formulas[] = {"=1", "+1", "-1", "@a", "\xEF\xBC\x9D" "1",
                                         "\xEF\xBC\x8B" "1", "\xEF\xBC\x8D" "1",
                                         "\xEF\xBC\xA0" "a"};
  char expected[32];
  for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
    snprintf(expected, sizeof expected, "'%s\r\n", formulas[i]);
    check_text(formulas[i], expected);
  }
  check_text("\t=1", "\"' =1\"\r\n"); /* a tab or a line's end is shown as a space */
  check_text("\r=1", "\"' =1\"\r\n");
  check_text("a=1", "a=1\r\n");
  check_text("a -1", "a -1\r\n");
}

Test(table, nor_is_what_another_separator_cuts_off) {
  check_text("a;=1", "\"a;'=1\"\r\n");
  check_text("a,+1", "\"a,'+1\"\r\n");
  check_text("a\"=1", "\"a\"\"'=1\"\r\n");
}

Test(table, text_cannot_change_how_the_rest_is_shown) {
  check_text("a\nb\x1B[2J\xE2\x80\xAE", "a b\xEF\xBF\xBD[2J\xEF\xBF\xBD\r\n");
  check_text("e\xCC\x81", "e\xCC\x81\r\n");
  check_text("\xD7\xA9\xD7\x9C", "\xD7\xA9\xD7\x9C\r\n");
}

Test(table, numbers_are_written_as_they_are) {
  cr_expect_str_eq(written("21.25", CR_COLUMN_PERCENT), "21.25\r\n");
  cr_expect_str_eq(written("2023-02-15", CR_COLUMN_DATE), "2023-02-15\r\n");
}

Test(table, several_stand_below_their_titles) {
  cr_report_table tables[2];
  for (int i = 0; i < 2; i++) {
    cr_report_table_init(&tables[i], arena, i ? "Two" : "One");
    cr_report_table_column(&tables[i], CR_COLUMN_TEXT, "H");
    cr_report_table_column(&tables[i], CR_COLUMN_COUNT, "N");
    for (int row = 0; row < 20; row++)
      cr_report_table_row(&tables[i])[1] = cr_report_table_count(&tables[i], row);
  }
  cr_csv_tables(&buffer, tables, 2);
  cr_expect(strstr(buffer.bytes, "\xEF\xBB\xBFOne\r\nH,N\r\n,0\r\n,1\r\n") == buffer.bytes);
  cr_expect(strstr(buffer.bytes, ",19\r\n\r\nTwo\r\nH,N\r\n,0\r\n") != NULL);
}

static void check_decimal(const char *value, const char *expected) {
  fmpq *at = cr_arena_rationals(arena, 2);
  fmpq_set_si(&at[0], 6, 25);
  cr_assert(cr_rational_parse(&at[1], NULL, value) == CRIBLE_OK);
  const cr_marks marks = {{&at[0]}, 1};
  cr_expect_str_eq(cr_figure_decimal(arena, &at[1], &marks), expected);
}

Test(table, decimals_keep_the_side_of_a_ceiling) {
  check_decimal("6/25", "24");
  check_decimal("17/80", "21.25");
  check_decimal("1/3", "33.333333333333");
  check_decimal("240000000000001/1000000000000000", "24.0000000000001");
  check_decimal("24000000000000000000000001/100000000000000000000000000",
                "24"); /* beyond 18 decimals the fraction alone tells */
  check_decimal("0", "0");
}

Test(table, an_enclosure_is_rounded_outwards) {
  const cr_marks marks = {{NULL}, 0};
  const cr_bound bound = {.below = 0.1, .above = 0.1}; /* the double above 1/10 */
  cr_expect_str_eq(cr_figure_bound_decimal(arena, &bound, 0, &marks), "10");
  cr_expect_str_eq(cr_figure_bound_decimal(arena, &bound, 1, &marks), "10.000000000001");
}
