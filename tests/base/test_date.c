/* Days and instants. */
#include <criterion/criterion.h>

#include "engine/base/date.h"

Test(date, reads_real_days_only) {
  cr_date date = 5;
  cr_expect_eq(cr_date_parse(&date, "1970-01-01"), CRIBLE_OK);
  cr_expect_eq(date, 0);
  cr_expect_eq(cr_date_parse(&date, "2000-02-29"), CRIBLE_OK);
  cr_expect_eq(date, 11016);
  const char *bad[] = {"1900-02-29", "2023-02-30", "2023-13-01", "2023-00-10", "2023-1-1",
                       "2023-01-01 ", "", "15/02/2023", "0000-01-01"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    cr_expect_eq(cr_date_parse(&date, bad[i]), CRIBLE_E_DATA, "'%s'", bad[i]);
  }
  cr_expect_eq(date, 11016);
}

Test(date, splits_what_it_makes) {
  for (cr_date date = -800000; date < 800000; date += 97) {
    int year, month, day;
    cr_date_split(date, &year, &month, &day);
    cr_assert_eq(cr_date_make(year, month, day), date);
  }
}

Test(date, adds_years_over_a_leap_day) {
  char text[16];
  cr_date_format(text, cr_date_add_years(cr_date_make(2020, 2, 29), 1));
  cr_expect_str_eq(text, "2021-03-01");
}

Test(date, periods_are_half_open) {
  cr_period period = {10, 20};
  cr_expect_not(cr_period_contains(period, 9));
  cr_expect(cr_period_contains(period, 10));
  cr_expect(cr_period_contains(period, 19));
  cr_expect_not(cr_period_contains(period, 20));
  period.to = CR_DATE_NONE;
  cr_expect(cr_period_contains(period, 1000000));
}

Test(date, instants_know_their_offset) {
  int64_t paris, utc, plain;
  cr_assert_eq(cr_instant_parse(&paris, "2023-02-15T12:00:00+01:00"), CRIBLE_OK);
  cr_assert_eq(cr_instant_parse(&utc, "2023-02-15T11:00:00Z"), CRIBLE_OK);
  cr_assert_eq(cr_instant_parse(&plain, "2023-02-15T06:30-04:30"), CRIBLE_OK);
  cr_expect_eq(paris, utc);
  cr_expect_eq(plain, utc);
  cr_expect_eq(utc, 1676458800);
  const char *bad[] = {"2023-02-15T12:00:00", "2023-02-15", "2023-02-15T24:00Z",
                       "2023-02-15T12:60Z", "2023-02-15T12:00:60Z", "2023-02-15T12:00+1:00"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    cr_expect_eq(cr_instant_parse(&utc, bad[i]), CRIBLE_E_DATA, "'%s'", bad[i]);
  }
}
