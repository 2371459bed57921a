#include "engine/report/figure.h"

#include <string.h>

#include <flint/fmpz.h>
#include <gmp.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"

enum { SHOWN_IN_FULL = 4, SHOWN_CUT = 2, SHOWN_AT_MOST = 18, ENCLOSURE_DECIMALS = 20 };
enum { FOR_PROGRAMS = 12 };

/* floor(value × 100 × 10^decimals): what is left of a percentage cut there. */
static void cut(fmpz_t out, const fmpq_t value, int decimals) {
  fmpz_t power;
  fmpz_init(power);
  fmpz_set_ui(power, 10);
  fmpz_pow_ui(power, power, (ulong)(decimals + 2));
  fmpz_mul(power, power, fmpq_numref(value));
  fmpz_fdiv_q(out, power, fmpq_denref(value));
  fmpz_clear(power);
}

static bool same_when_cut(const fmpq_t a, const fmpq_t b, int decimals) {
  fmpz_t x, y;
  fmpz_init(x);
  fmpz_init(y);
  cut(x, a, decimals);
  cut(y, b, decimals);
  bool same = fmpz_equal(x, y);
  fmpz_clear(x);
  fmpz_clear(y);
  return same;
}

/* Whether `decimals` digits tell the value from 0 and from every mark but itself. */
static bool tells_apart(const fmpq_t value, int decimals, const cr_marks *marks) {
  fmpq_t zero;
  fmpq_init(zero);
  bool apart = fmpq_is_zero(value) || !same_when_cut(value, zero, decimals);
  for (int i = 0; apart && i < marks->count; i++)
    apart = fmpq_equal(value, marks->at[i]) || !same_when_cut(value, marks->at[i], decimals);
  fmpq_clear(zero);
  return apart;
}

static void strip_zeros(char *decimal) {
  if (!strchr(decimal, '.')) return;
  size_t length = strlen(decimal);
  while (decimal[length - 1] == '0') length--;
  if (decimal[length - 1] == '.') length--;
  decimal[length] = '\0';
}

char *cr_figure_percent(cr_arena *arena, const fmpq_t value, const cr_marks *marks) {
  bool exact;
  char *text = cr_rational_decimal(arena, &exact, value, 2, SHOWN_IN_FULL);
  if (!text) return NULL;
  if (!exact) {
    int decimals = SHOWN_CUT;
    while (decimals < SHOWN_AT_MOST && !tells_apart(value, decimals, marks)) decimals++;
    text = cr_rational_decimal(arena, &exact, value, 2, decimals);
    if (!text) return NULL;
  }
  if (exact) strip_zeros(text);
  text = cr_decimal_words(arena, text);
  return exact || !text ? text : cr_arena_printf(arena, "%s…", text);
}

char *cr_figure_share(cr_arena *arena, const fmpq_t value, const cr_marks *marks) {
  char *percent = cr_figure_percent(arena, value, marks);
  return percent ? cr_arena_printf(arena, _("%s %%"), percent) : NULL;
}

static void set_double(fmpq_t out, double value) {
  mpq_t exact;
  mpq_init(exact);
  mpq_set_d(exact, value);
  fmpq_set_mpq(out, exact);
  mpq_clear(exact);
}

static char *enclosed(cr_arena *arena, const fmpq_t below, const fmpq_t above,
                      const cr_marks *marks) {
  bool exact;
  int decimals = SHOWN_CUT;
  while (decimals < SHOWN_AT_MOST && same_when_cut(below, above, decimals) &&
         !tells_apart(below, decimals, marks))
    decimals++;
  bool same = same_when_cut(below, above, decimals);
  /* Digits of the upper end lie between both ends when the ends differ in them. */
  char *text =
      cr_decimal_words(arena, cr_rational_decimal(arena, &exact, above, 2, decimals));
  if (!text) return NULL;
  return cr_arena_printf(arena, same ? "%s…" : "≈ %s", text);
}

char *cr_figure_bound(cr_arena *arena, const cr_bound *bound, const cr_marks *marks) {
  if (bound->exact) return cr_figure_percent(arena, bound->value, marks);
  fmpq_t below, above;
  fmpq_init(below);
  fmpq_init(above);
  set_double(below, bound->below);
  set_double(above, bound->above);
  char *text = enclosed(arena, below, above, marks);
  fmpq_clear(below);
  fmpq_clear(above);
  return text;
}

bool cr_figure_point(const cr_bound bound[2]) {
  return bound[0].exact && bound[1].exact && fmpq_equal(bound[0].value, bound[1].value);
}

/* Two inexact ends that enclose each other are one figure to the eye. */
static bool same_to_the_eye(const cr_bound bound[2]) {
  return cr_figure_point(bound) ||
         (!(bound[0].exact && bound[1].exact) && bound[0].above >= bound[1].below);
}

static char *range(cr_arena *arena, const char *lower, bool lower_open, const char *upper,
                   bool upper_open) {
  if (!lower || !upper) return NULL;
  return cr_arena_printf(arena, _("%s%s … %s%s %%"), lower_open ? "> " : "", lower,
                         upper_open ? "< " : "", upper);
}

char *cr_figure_range(cr_arena *arena, const cr_bound bound[2], const cr_marks *marks) {
  char *upper = cr_figure_bound(arena, &bound[1], marks);
  if (!upper) return NULL;
  if (same_to_the_eye(bound)) return cr_arena_printf(arena, _("%s %%"), upper);
  char *lower = cr_figure_bound(arena, &bound[0], marks);
  return range(arena, lower, !bound[0].attained, upper, !bound[1].attained);
}

char *cr_figure_interval(cr_arena *arena, const cr_interval *interval, const cr_marks *marks) {
  if (cr_interval_point(interval)) return cr_figure_share(arena, &interval->hi, marks);
  return range(arena, cr_figure_percent(arena, &interval->lo, marks), interval->lo_open,
               cr_figure_percent(arena, &interval->hi, marks), interval->hi_open);
}

char *cr_figure_exact(cr_arena *arena, const cr_bound bound[2]) {
  if (!bound[0].exact || !bound[1].exact) return NULL;
  char *upper = cr_rational_text(arena, bound[1].value);
  if (cr_figure_point(bound)) return upper;
  char *lower = cr_rational_text(arena, bound[0].value);
  if (!lower || !upper) return NULL;
  return cr_arena_printf(arena, "%s%s … %s%s", bound[0].attained ? "" : "> ", lower,
                         bound[1].attained ? "" : "< ", upper);
}

char *cr_figure_decimal(cr_arena *arena, const fmpq_t value, const cr_marks *marks) {
  bool exact;
  int decimals = FOR_PROGRAMS;
  while (decimals < SHOWN_AT_MOST && !tells_apart(value, decimals, marks)) decimals++;
  char *text = cr_rational_decimal(arena, &exact, value, 2, decimals);
  if (text) strip_zeros(text);
  return text;
}

/* The next percentage with so many decimals that is not below the value. */
static void round_up(fmpq_t value, int decimals) {
  fmpz_t units;
  fmpz_init(units);
  cut(units, value, decimals);
  fmpz_add_ui(units, units, 1);
  fmpz_set(fmpq_numref(value), units);
  fmpz_set_ui(fmpq_denref(value), 10);
  fmpz_pow_ui(fmpq_denref(value), fmpq_denref(value), (ulong)(decimals + 2));
  fmpq_canonicalise(value);
  fmpz_clear(units);
}

char *cr_figure_bound_decimal(cr_arena *arena, const cr_bound *bound, int side,
                              const cr_marks *marks) {
  if (bound->exact) return cr_figure_decimal(arena, bound->value, marks);
  fmpq_t end;
  fmpq_init(end);
  set_double(end, side ? bound->above : bound->below);
  if (side) round_up(end, FOR_PROGRAMS);
  char *text = cr_figure_decimal(arena, end, marks);
  fmpq_clear(end);
  return text;
}

char *cr_figure_enclosure(cr_arena *arena, double end, bool upwards) {
  bool exact;
  fmpq_t value, unit;
  fmpq_init(value);
  fmpq_init(unit);
  set_double(value, end);
  char *text = cr_rational_decimal(arena, &exact, value, 0, ENCLOSURE_DECIMALS);
  if (text && !exact && upwards) {
    fmpz_set_ui(fmpq_denref(unit), 10);
    fmpz_pow_ui(fmpq_denref(unit), fmpq_denref(unit), ENCLOSURE_DECIMALS);
    fmpz_one(fmpq_numref(unit));
    fmpq_canonicalise(unit);
    fmpq_add(value, value, unit);
    text = cr_rational_decimal(arena, &exact, value, 0, ENCLOSURE_DECIMALS);
  }
  fmpq_clear(value);
  fmpq_clear(unit);
  return text;
}
