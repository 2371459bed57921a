#include "engine/base/date.h"

#include <stdio.h>
#include <string.h>

/* Day counts after Hinnant, "chrono-Compatible Low-Level Date Algorithms":
 * years begin in March, so that the leap day is the last of a year. */
cr_date cr_date_make(int year, int month, int day) {
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

void cr_date_split(cr_date date, int *year, int *month, int *day) {
  int z = date + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int day_of_era = z - era * 146097;
  int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted = (5 * day_of_year + 2) / 153;
  *day = day_of_year - (153 * shifted + 2) / 5 + 1;
  *month = shifted < 10 ? shifted + 3 : shifted - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

/* Reads exactly `count` digits; -1 when there are others. */
static int digits(const char *text, int count) {
  int value = 0;
  for (int i = 0; i < count; i++) {
    if (text[i] < '0' || text[i] > '9') {
      return -1;
    }
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

/* The date at the start of a text, CR_DATE_NONE when there is none. */
static cr_date leading_date(const char *text) {
  if (strlen(text) < 10 || text[4] != '-' || text[7] != '-') {
    return CR_DATE_NONE;
  }
  int year = digits(text, 4), month = digits(text + 5, 2), day = digits(text + 8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
    return CR_DATE_NONE;
  }
  cr_date date = cr_date_make(year, month, day);
  int y, m, d;
  cr_date_split(date, &y, &m, &d);
  return d == day ? date : CR_DATE_NONE;
}

crible_status cr_date_parse(cr_date *out, const char *text) {
  cr_date date = leading_date(text);
  if (date == CR_DATE_NONE || text[10] != '\0') {
    return CRIBLE_E_DATA;
  }
  *out = date;
  return CRIBLE_OK;
}

/* "hh:mm" or -1, in minutes. */
static int clock_minutes(const char *text, int most_hours) {
  int hours = digits(text, 2);
  if (hours < 0 || hours > most_hours || text[2] != ':') {
    return -1;
  }
  int minutes = digits(text + 3, 2);
  return minutes < 0 || minutes > 59 ? -1 : hours * 60 + minutes;
}

/* Offset from UTC in minutes at the end of an instant. */
static crible_status offset_minutes(int *out, const char *text) {
  if (!strcmp(text, "Z")) {
    *out = 0;
    return CRIBLE_OK;
  }
  if (strlen(text) != 6 || (text[0] != '+' && text[0] != '-')) {
    return CRIBLE_E_DATA;
  }
  int minutes = clock_minutes(text + 1, 14);
  if (minutes < 0) {
    return CRIBLE_E_DATA;
  }
  *out = text[0] == '-' ? -minutes : minutes;
  return CRIBLE_OK;
}

crible_status cr_instant_parse(int64_t *out, const char *text) {
  cr_date date = leading_date(text);
  if (date == CR_DATE_NONE || text[10] != 'T' || strlen(text) < 17) {
    return CRIBLE_E_DATA;
  }
  int minutes = clock_minutes(text + 11, 23), seconds = 0, offset;
  const char *rest = text + 16;
  if (rest[0] == ':') {
    seconds = strlen(rest) < 3 ? -1 : digits(rest + 1, 2);
    rest += 3;
  }
  if (minutes < 0 || seconds < 0 || seconds > 59 || offset_minutes(&offset, rest) != CRIBLE_OK) {
    return CRIBLE_E_DATA;
  }
  *out = (int64_t)date * 86400 + (int64_t)(minutes - offset) * 60 + seconds;
  return CRIBLE_OK;
}

void cr_date_format(char out[16], cr_date date) {
  int year, month, day;
  cr_date_split(date, &year, &month, &day);
  snprintf(out, 16, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
}

cr_date cr_date_add_years(cr_date date, int years) {
  int year, month, day;
  cr_date_split(date, &year, &month, &day);
  return cr_date_make(year + years, month, day);
}

bool cr_period_contains(cr_period period, cr_date date) {
  return (period.from == CR_DATE_NONE || period.from <= date) &&
         (period.to == CR_DATE_NONE || date < period.to);
}
