#include "engine/screening/worse.h"

#include "engine/base/rational.h"

static int compare_doubles(double a, double b) { return (a > b) - (a < b); }

/* The ends that stand for a bound: those next to its exact value, where it is known,
 * so that exact bounds are ordered by their ends as by their values. */
static double above_end(const cr_bound *bound) {
  return bound->exact ? cr_rational_above(bound->value) : bound->above;
}

static double below_end(const cr_bound *bound) {
  return bound->exact ? cr_rational_below(bound->value) : bound->below;
}

static int compare_ends(const cr_bound *a, const cr_bound *b) {
  int order = compare_doubles(above_end(a), above_end(b));
  return order != 0 ? order : compare_doubles(below_end(a), below_end(b));
}

int cr_bound_compare(const cr_bound *a, const cr_bound *b, bool upper) {
  int order = compare_ends(a, b);
  if (order != 0) return order;
  if (a->exact != b->exact) return a->exact ? 1 : -1;
  if (a->exact) order = fmpq_cmp(a->value, b->value);
  if (order != 0 || a->attained == b->attained) return order;
  return a->attained == upper ? 1 : -1;
}

void cr_bound_worse(cr_bound *out, bool *second, const cr_bound *a, const cr_bound *b, bool upper) {
  *second = cr_bound_compare(a, b, upper) < 0;
  const cr_bound *larger = *second ? b : a, *smaller = *second ? a : b;
  cr_bound worse = *larger;
  worse.tight = a->tight && b->tight;
  if (!(a->exact && b->exact) && below_end(larger) < above_end(smaller)) {
    worse.exact = false;
    worse.value = NULL;
    worse.above = above_end(larger);
    worse.below = below_end(larger) > below_end(smaller) ? below_end(larger) : below_end(smaller);
  }
  *out = worse;
}
