/* Ends of intervals, open and closed. */
#include <criterion/criterion.h>

#include "engine/base/interval.h"

typedef struct quarters {
  int lo, hi;
  bool lo_open, hi_open;
} quarters;

static cr_interval of(quarters q) {
  cr_interval interval;
  cr_interval_init(&interval);
  fmpq_set_si(&interval.lo, q.lo, 4);
  fmpq_set_si(&interval.hi, q.hi, 4);
  interval.lo_open = q.lo_open;
  interval.hi_open = q.hi_open;
  return interval;
}

Test(interval, an_open_point_is_empty) {
  cr_interval open = of((quarters){1, 1, true, false}), closed = of((quarters){1, 1, false, false});
  cr_expect(cr_interval_empty(&open));
  cr_expect_not(cr_interval_empty(&closed));
  cr_expect(cr_interval_point(&closed));
}

Test(interval, an_open_end_does_not_belong) {
  cr_interval band = of((quarters){1, 2, true, false});
  fmpq_t quarter, half;
  fmpq_init(quarter);
  fmpq_init(half);
  fmpq_set_si(quarter, 1, 4);
  fmpq_set_si(half, 1, 2);
  cr_expect_not(cr_interval_contains(&band, quarter));
  cr_expect(cr_interval_contains(&band, half));
}

Test(interval, intersection_opens_an_end_that_one_side_opens) {
  cr_interval a = of((quarters){1, 3, true, false}), b = of((quarters){1, 2, false, true});
  cr_interval expected = of((quarters){1, 2, true, true});
  cr_interval_intersect(&a, &a, &b);
  cr_expect(cr_interval_equal(&a, &expected));
}

Test(interval, hull_closes_an_end_that_one_side_closes) {
  cr_interval a = of((quarters){1, 2, true, true}), b = of((quarters){1, 3, false, false});
  cr_interval expected = of((quarters){1, 3, false, false});
  cr_interval_hull(&b, &a, &b);
  cr_expect(cr_interval_equal(&b, &expected));
}

Test(interval, a_sum_is_open_where_one_end_is) {
  cr_interval a = of((quarters){1, 2, true, false}), b = of((quarters){0, 1, false, false});
  cr_interval expected = of((quarters){1, 3, true, false});
  cr_interval_add(&a, &a, &b);
  cr_expect(cr_interval_equal(&a, &expected));
}
