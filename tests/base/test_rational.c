/* Texts to rationals and back; expected values by hand. */
#include <criterion/criterion.h>

#include "engine/base/rational.h"

static crible_context *context;
static cr_arena *arena;

static void open_arena(void) {
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_arena_new(&arena, context), CRIBLE_OK);
}

static void close_arena(void) {
  cr_arena_free(arena);
  crible_context_free(context);
}

TestSuite(rational, .init = open_arena, .fini = close_arena);

static void expect(const char *text, const char *fraction, int decimals) {
  fmpq *value = cr_arena_rationals(arena, 1);
  int seen = -1;
  cr_assert_eq(cr_rational_parse(value, &seen, text), CRIBLE_OK, "%s", text);
  cr_expect_str_eq(cr_rational_text(arena, value), fraction, "%s", text);
  cr_expect_eq(seen, decimals, "%s", text);
}

Test(rational, reads_every_notation) {
  expect("12", "12", 0);
  expect("-0.5", "-1/2", 1);
  expect("2/6", "1/3", 0);
  expect("33.33%", "3333/10000", 2);
  expect("33.33 %", "3333/10000", 2);
  expect("0.33329999999999999", "33329999999999999/100000000000000000", 17);
  expect("100%", "1", 0);
  expect("007", "7", 0);
  expect("340282366920938463463374607431768211457/2", "340282366920938463463374607431768211457/2", 0);
}

Test(rational, refuses_everything_else_and_leaves_the_output) {
  const char *bad[] = {"", "-", ".5", "1.", "1/0", "1/-2", "1.5/2", "1/2%", "1e3", " 1", "1 ",
                       "1  %", "%", "0x10", "+1", "1,5", "1/2/3", "NaN", "--1"};
  fmpq *value = cr_arena_rationals(arena, 1);
  fmpq_set_si(value, 7, 3);
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    cr_expect_eq(cr_rational_parse(value, NULL, bad[i]), CRIBLE_E_DATA, "'%s'", bad[i]);
  }
  cr_expect_str_eq(cr_rational_text(arena, value), "7/3");
}

Test(rational, refuses_a_text_of_more_than_4096_characters) {
  char text[4098];
  memset(text, '1', sizeof text);
  text[4097] = '\0';
  fmpq *value = cr_arena_rationals(arena, 1);
  cr_expect_eq(cr_rational_parse(value, NULL, text), CRIBLE_E_DATA);
  text[4096] = '\0';
  cr_expect_eq(cr_rational_parse(value, NULL, text), CRIBLE_OK);
}

static void expect_decimal(const char *text, int shift, int places, const char *shown, bool whole) {
  fmpq *value = cr_arena_rationals(arena, 1);
  bool exact;
  cr_assert_eq(cr_rational_parse(value, NULL, text), CRIBLE_OK);
  cr_expect_str_eq(cr_rational_decimal(arena, &exact, value, shift, places), shown);
  cr_expect_eq(exact, whole);
}

Test(rational, decimals_are_cut_towards_zero) {
  expect_decimal("23/90", 2, 3, "25.555", false);
  expect_decimal("6/25", 2, 0, "24", true);
  expect_decimal("6/25", 2, 2, "24.00", true);
  expect_decimal("-1/3", 0, 2, "-0.33", false);
  expect_decimal("1/1000", 0, 2, "0.00", false);
  expect_decimal("1/1000", 2, 3, "0.100", true);
}

Test(rational, doubles_enclose) {
  fmpq *third = cr_arena_rationals(arena, 2), *half = third + 1;
  fmpq_set_si(third, 1, 3);
  fmpq_set_si(half, 1, 2);
  cr_expect_lt(cr_rational_below(third), cr_rational_above(third));
  cr_expect_eq(cr_rational_below(half), 0.5);
  cr_expect_eq(cr_rational_above(half), 0.5);
  fmpq_neg(third, third);
  cr_expect_lt(cr_rational_below(third), cr_rational_above(third));
}
