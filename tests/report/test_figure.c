/* Figures for readers. A printed percentage must be exact, or cut and marked, and
 * fall on the same side of every threshold as the value it stands for. */
#include <criterion/criterion.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/base/rational.h"
#include "engine/report/figure.h"

static crible_context *context;
static cr_arena *arena;
static cr_marks marks;

static void open_arena(void) {
  cr_assert(crible_context_new(&context, NULL) == CRIBLE_OK);
  cr_assert(cr_arena_new(&arena, context) == CRIBLE_OK);
  fmpq *at = cr_arena_rationals(arena, 4);
  fmpq_set_si(&at[0], 6, 25);
  fmpq_set_si(&at[1], 39, 100);
  fmpq_set_si(&at[2], 1, 2);
  fmpq_set_si(&at[3], 1, 3);
  marks = (cr_marks){{&at[0], &at[1], &at[2], &at[3]}, 4};
}

static void close_arena(void) {
  cr_arena_free(arena);
  crible_context_free(context);
}

TestSuite(figure, .init = open_arena, .fini = close_arena);

static fmpq *number(const char *text) {
  fmpq *value = cr_arena_rationals(arena, 1);
  cr_assert(cr_rational_parse(value, NULL, text) == CRIBLE_OK);
  return value;
}

static void check_percent(const char *value, const char *expected) {
  char *shown = cr_figure_percent(arena, number(value), &marks);
  cr_expect_str_eq(shown, expected, "%s is shown as %s, not %s", value, shown, expected);
}

Test(figure, short_decimals_are_shown_in_full) {
  check_percent("6/25", "24");
  check_percent("17/80", "21.25");
  check_percent("24.0004%", "24.0004");
  check_percent("0", "0");
  check_percent("1", "100");
  check_percent("0.0001%", "0.0001");
}

Test(figure, long_ones_are_cut_and_marked) {
  check_percent("23/90", "25.55…");
  check_percent("5/28", "17.85…");
  check_percent("1/3", "33.33…");
  check_percent("2/3", "66.66…");
  check_percent("9999/10001", "99.98…");
}

Test(figure, no_figure_hides_the_side_of_a_threshold) {
  check_percent("24.00004%", "24.00004");
  check_percent("240000001/1000000000", "24.0000001");
  check_percent("720001/3000000", "24.00003…");
  check_percent("719999/3000000", "23.99…");
  check_percent("0.33333334", "33.333334"); /* 1/3 is 33.333333… */
  check_percent("1/3000000", "0.00003…");
}

/* The text read back, without its mark. */
static fmpq *read_back(const char *shown, bool *was_cut) {
  char digits[128];
  const char *mark = strstr(shown, "…");
  *was_cut = mark != NULL;
  size_t length = mark ? (size_t)(mark - shown) : strlen(shown);
  cr_assert(length < sizeof digits - 2);
  memcpy(digits, shown, length);
  strcpy(digits + length, "%");
  return number(digits);
}

Test(figure, random_figures_are_exact_or_cut_towards_zero_on_the_same_side) {
  unsigned seed = (unsigned)time(NULL);
  srand(seed);
  for (int round = 0; round < 2000; round++) {
    bool was_cut;
    fmpq *value = cr_arena_rationals(arena, 1);
    fmpq_set_si(value, rand() % 100000, (ulong)(100000 + rand() % 900000));
    char *shown = cr_figure_percent(arena, value, &marks);
    fmpq *back = read_back(shown, &was_cut);
    cr_assert(was_cut ? fmpq_cmp(back, value) < 0 : fmpq_equal(back, value), "seed %u: %s", seed,
              shown);
    for (int i = 0; i < marks.count; i++) {
      int side = fmpq_cmp(value, marks.at[i]), shown_side = fmpq_cmp(back, marks.at[i]);
      cr_assert(side > 0 ? shown_side > 0 : shown_side <= side, "seed %u: %s", seed, shown);
    }
  }
}

static cr_bound exactly(const char *value, bool attained) {
  return (cr_bound){.exact = true, .value = number(value), .attained = attained, .tight = true};
}

static void check_range(cr_bound lower, cr_bound upper, const char *expected) {
  cr_bound bound[2] = {lower, upper};
  cr_expect_str_eq(cr_figure_range(arena, bound, &marks), expected);
}

Test(figure, ranges_show_their_open_ends) {
  check_range(exactly("1/5", true), exactly("1/2", true), "20 … 50 %");
  check_range(exactly("1/10", false), exactly("1/5", true), "> 10 … 20 %");
  check_range(exactly("19/100", true), exactly("29/100", false), "19 … < 29 %");
  check_range(exactly("3/10", true), exactly("3/10", true), "30 %");
  check_range(exactly("23/90", true), exactly("1", true), "25.55… … 100 %");
}

static cr_bound enclosed(double below, double above) {
  return (cr_bound){.below = below, .above = above, .attained = true, .tight = true};
}

Test(figure, enclosures_show_the_digits_that_are_sure) {
  check_range(enclosed(0.212345, 0.212346), enclosed(0.212345, 0.212346), "21.23… %");
  check_range(enclosed(0.2499999999, 0.2500000001), enclosed(0.2499999999, 0.2500000001),
              "≈ 25.00 %");
  check_range(enclosed(0.24000001, 0.24000002), enclosed(0.24000001, 0.24000002), "≈ 24.000002 %");
}

Test(figure, fractions_of_a_range) {
  cr_bound bound[2] = {exactly("1/5", true), exactly("1/2", true)};
  cr_expect_str_eq(cr_figure_exact(arena, bound), "1/5 … 1/2");
  bound[0] = bound[1];
  cr_expect_str_eq(cr_figure_exact(arena, bound), "1/2");
  bound[1] = enclosed(0.1, 0.2);
  cr_expect(cr_figure_exact(arena, bound) == NULL);
}

Test(figure, enclosures_are_written_rounded_outwards) {
  cr_expect_str_eq(cr_figure_enclosure(arena, 0.25, false), "0.25000000000000000000");
  cr_expect_str_eq(cr_figure_enclosure(arena, 0.25, true), "0.25000000000000000000");
  /* The double nearest to 0.1 is 0.1000000000000000055511… */
  cr_expect_str_eq(cr_figure_enclosure(arena, 0.1, false), "0.10000000000000000555");
  cr_expect_str_eq(cr_figure_enclosure(arena, 0.1, true), "0.10000000000000000556");
}
