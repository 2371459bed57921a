/* The worse of two bounds: the larger, open and closed ends told apart. */
#include <criterion/criterion.h>

#include "engine/base/rational.h"
#include "engine/screening/worse.h"
#include "tests/support/hand_view.h"

static fmpq values[2];

static void set_up(void) {
  for (int i = 0; i < 2; i++) fmpq_init(&values[i]);
}

static void tear_down(void) {
  for (int i = 0; i < 2; i++) fmpq_clear(&values[i]);
}

TestSuite(worse, .init = set_up, .fini = tear_down);

static cr_bound exact(int slot, const char *text, bool attained) {
  cr_assert_eq(cr_rational_parse(&values[slot], NULL, text), CRIBLE_OK);
  return (cr_bound){.exact = true, .value = &values[slot], .attained = attained, .tight = true};
}

static cr_bound enclosure(double below, double above) {
  return (cr_bound){.below = below, .above = above, .attained = true, .tight = true};
}

static bool takes_second(const cr_bound *a, const cr_bound *b, bool upper) {
  cr_bound out;
  bool second = false;
  cr_bound_worse(&out, &second, a, b, upper);
  return second;
}

Test(worse, larger_value_wins_on_either_side) {
  cr_bound a = exact(0, "1/3", true), b = exact(1, "2/5", false);
  cr_assert(takes_second(&a, &b, false));
  cr_assert(takes_second(&a, &b, true));
  cr_assert(!takes_second(&b, &a, true));
}

Test(worse, values_closer_than_machine_numbers_are_told_apart) {
  cr_bound a = exact(0, "1/3", true),
           b = exact(1, "333333333333333333333333333334/1000000000000000000000000000000", true);
  cr_assert(takes_second(&a, &b, true));
  cr_assert(!takes_second(&b, &a, true));
}

Test(worse, at_equal_values_an_open_lower_end_is_the_larger) {
  cr_bound closed = exact(0, "6/25", true), open = exact(1, "6/25", false);
  cr_assert(takes_second(&closed, &open, false));
  cr_assert(!takes_second(&open, &closed, false));
}

Test(worse, at_equal_values_a_closed_upper_end_is_the_larger) {
  cr_bound closed = exact(0, "6/25", true), open = exact(1, "6/25", false);
  cr_assert(takes_second(&open, &closed, true));
  cr_assert(!takes_second(&closed, &open, true));
}

Test(worse, equal_bounds_stay_with_the_first) {
  cr_bound a = exact(0, "6/25", true), b = exact(1, "6/25", true);
  cr_assert(!takes_second(&a, &b, true));
  cr_assert(!takes_second(&a, &b, false));
}

Test(worse, tight_only_when_both_are) {
  cr_bound a = exact(0, "1/2", true), b = exact(1, "1/4", true), out;
  bool second;
  b.tight = false;
  cr_bound_worse(&out, &second, &a, &b, true);
  cr_assert(!out.tight);
  cr_assert(hand_equal(out.value, "1/2"));
}

Test(worse, an_enclosure_apart_from_the_other_is_taken_whole) {
  cr_bound a = exact(0, "1/2", true), b = enclosure(0.1, 0.2), out;
  bool second;
  cr_bound_worse(&out, &second, &b, &a, true);
  cr_assert(second);
  cr_assert(out.exact);
  cr_assert(hand_equal(out.value, "1/2"));
}

Test(worse, overlapping_enclosures_leave_what_the_larger_of_two_values_may_be) {
  cr_bound a = enclosure(0.125, 0.5), b = enclosure(0.25, 0.375), out;
  bool second;
  cr_bound_worse(&out, &second, &a, &b, true);
  cr_assert(!out.exact);
  cr_assert_eq(out.below, 0.25);
  cr_assert_eq(out.above, 0.5);
}

Test(worse, the_output_may_be_an_input) {
  cr_bound a = exact(0, "1/4", true), b = exact(1, "1/2", false);
  bool second;
  cr_bound_worse(&a, &second, &a, &b, true);
  cr_assert(second);
  cr_assert(!a.attained);
  cr_assert(hand_equal(a.value, "1/2"));
}
