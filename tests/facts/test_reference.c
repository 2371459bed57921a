/* Look-ups in reference data made by hand: what they do at the ends of periods
 * and lists. What the datasets themselves say is tested with their reader. */
#include <criterion/criterion.h>

#include "engine/facts/reference.h"

enum { MONDAY = 100, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY };

static cr_period always(void) { return (cr_period){CR_DATE_NONE, CR_DATE_NONE}; }

static cr_period twice[] = {{MONDAY, TUESDAY}, {THURSDAY, CR_DATE_NONE}};
static cr_period to_wednesday[] = {{CR_DATE_NONE, WEDNESDAY}};

static cr_country countries[] = {
    {.code = "AA", .member = twice, .member_count = 2, .union_territory = twice,
     .union_territory_count = 2},
    {.code = "BB", .state = "AA", .member = twice, .member_count = 2},
    {.code = "CC", .eea = to_wednesday, .eea_count = 1},
    {.code = "DD"},
};

static cr_market markets[] = {
    {.mic = "MAAA", .country = "AA", .regulated = true, .period = {MONDAY, WEDNESDAY}},
    {.mic = "MAAA", .country = "AA", .period = {WEDNESDAY, FRIDAY}},
    {.mic = "MAAA", .country = "AA", .regulated = true, .period = {FRIDAY, CR_DATE_NONE}},
    {.mic = "MBBB", .country = "BB", .regulated = true, .period = {MONDAY, CR_DATE_NONE}},
    {.mic = "MCCC", .country = "CC", .regulated = true, .period = {TUESDAY, CR_DATE_NONE}},
    {.mic = "MDDD", .country = "DD", .regulated = true, .period = {MONDAY, CR_DATE_NONE}},
};

static cr_decision decisions[] = {{.id = "budget", .strategic = true}, {.id = "accounts"}};

static cr_collection collections[] = {{.id = "first", .closes_at = 1000, .date = MONDAY},
                                      {.id = "second", .closes_at = 2000, .date = FRIDAY}};

static const cr_reference reference = {
    .countries = countries, .country_count = 4, .markets = markets, .market_count = 6,
    .decisions = decisions, .decision_count = 2,
    .collections = collections, .collection_count = 2};

static const cr_reading reading; /* the first option of every choice */

Test(reference, inside_follows_every_period_and_no_other_day) {
  const cr_tristate expected[] = {CR_FALSE, CR_TRUE, CR_FALSE, CR_FALSE, CR_TRUE, CR_TRUE};
  for (int day = MONDAY - 1; day <= FRIDAY; day++) {
    cr_assert_eq(cr_reference_inside(&reference, &reading, "AA", day), expected[day - MONDAY + 1]);
    cr_assert_eq(cr_reference_inside(&reference, &reading, "BB", day), expected[day - MONDAY + 1]);
    cr_assert_eq(cr_reference_inside(&reference, &reading, "CC", day), CR_FALSE);
    cr_assert_eq(cr_reference_inside(&reference, &reading, "ZZ", day), CR_UNSTATED);
  }
}

Test(reference, a_market_is_regulated_while_its_State_is_in) {
  /* MAAA: a gap in its being regulated, and its State out on Tuesday and Wednesday. */
  const bool expected[] = {false, true, false, false, false, true};
  for (int day = MONDAY - 1; day <= FRIDAY; day++) {
    cr_assert_eq(cr_reference_regulated(&reference, &reading, "MAAA", day),
                 expected[day - MONDAY + 1]);
  }
  /* An EEA State counts while the Agreement binds it; land outside the Union's territory never. */
  cr_assert_not(cr_reference_regulated(&reference, &reading, "MCCC", MONDAY));
  cr_assert(cr_reference_regulated(&reference, &reading, "MCCC", TUESDAY));
  cr_assert_not(cr_reference_regulated(&reference, &reading, "MCCC", WEDNESDAY));
  cr_assert_not(cr_reference_regulated(&reference, &reading, "MBBB", MONDAY));
  cr_assert_not(cr_reference_regulated(&reference, &reading, "MDDD", MONDAY));
  cr_assert_not(cr_reference_regulated(&reference, &reading, "NONE", MONDAY));
  cr_assert(cr_reference_has_market(&reference, "MDDD"));
  cr_assert_not(cr_reference_has_market(&reference, "MDDE"));
  cr_assert_not(cr_reference_has_market(&reference, ""));
}

Test(reference, a_filing_at_the_closing_instant_is_in_time) {
  cr_assert_str_eq(cr_reference_collection(&reference, INT64_MIN)->id, "first");
  cr_assert_str_eq(cr_reference_collection(&reference, 1000)->id, "first");
  cr_assert_str_eq(cr_reference_collection(&reference, 1001)->id, "second");
  cr_assert_str_eq(cr_reference_collection(&reference, 2000)->id, "second");
  cr_assert_null(cr_reference_collection(&reference, 2001));
}

Test(reference, decisions_by_id) {
  cr_assert(cr_reference_decision(&reference, "budget")->strategic);
  cr_assert_not(cr_reference_decision(&reference, "accounts")->strategic);
  cr_assert_null(cr_reference_decision(&reference, "Budget"));
}

/* Thresholds 1/5 always, 3/10 from Wednesday. */
Test(reference, brackets) {
  fmpq values[2];
  fmpq_t at, below, above, expected;
  fmpq_init(values), fmpq_init(values + 1);
  fmpq_init(at), fmpq_init(below), fmpq_init(above), fmpq_init(expected);
  fmpq_set_si(values, 1, 5);
  fmpq_set_si(values + 1, 3, 10);
  cr_declaration_threshold thresholds[] = {{values, always()},
                                           {values + 1, {WEDNESDAY, CR_DATE_NONE}}};
  const cr_reference declared = {.thresholds = thresholds, .threshold_count = 2};
  const struct {
    int day;
    slong at[2], below[2], above[2];
  } cases[] = {
      {WEDNESDAY, {1, 10}, {0, 1}, {1, 5}},   {WEDNESDAY, {1, 5}, {1, 5}, {3, 10}},
      {WEDNESDAY, {1, 4}, {1, 5}, {3, 10}},   {WEDNESDAY, {3, 10}, {3, 10}, {1, 1}},
      {TUESDAY, {1, 5}, {1, 5}, {1, 1}},      {TUESDAY, {3, 10}, {1, 5}, {1, 1}},
      {TUESDAY, {1, 10}, {0, 1}, {1, 5}},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fmpq_set_si(at, cases[i].at[0], (ulong)cases[i].at[1]);
    cr_reference_bracket(&declared, cases[i].day, at, below, above);
    fmpq_set_si(expected, cases[i].below[0], (ulong)cases[i].below[1]);
    cr_assert(fmpq_equal(below, expected), "case %zu", i);
    fmpq_set_si(expected, cases[i].above[0], (ulong)cases[i].above[1]);
    cr_assert(fmpq_equal(above, expected), "case %zu", i);
  }
  fmpq_clear(values), fmpq_clear(values + 1);
  fmpq_clear(at), fmpq_clear(below), fmpq_clear(above), fmpq_clear(expected);
}
