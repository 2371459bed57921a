/* Calendar days of the proleptic Gregorian calendar, and half-open periods. */
#ifndef CR_BASE_DATE_H
#define CR_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include <crible/status.h>

/* Days since 1970-01-01. CR_DATE_NONE is "not stated". */
typedef int32_t cr_date;
#define CR_DATE_NONE INT32_MIN

/* From (included) to (excluded); CR_DATE_NONE leaves a side open. */
typedef struct cr_period {
  cr_date from, to;
} cr_period;

/* Reads "YYYY-MM-DD"; CRIBLE_E_DATA for anything else, impossible days too. */
CRIBLE_MUST_CHECK crible_status cr_date_parse(cr_date *out, const char *text);
/* Reads "YYYY-MM-DDThh:mm[:ss]" followed by "Z" or "+hh:mm" or "-hh:mm": an
 * instant states its offset. Seconds since 1970-01-01T00:00:00Z. */
CRIBLE_MUST_CHECK crible_status cr_instant_parse(int64_t *out, const char *text);
/* Writes "YYYY-MM-DD" and a NUL. */
void cr_date_format(char out[16], cr_date date);
void cr_date_split(cr_date date, int *year, int *month, int *day);
cr_date cr_date_make(int year, int month, int day);
/* The same day `years` later; 29 February becomes 1 March where needed. */
cr_date cr_date_add_years(cr_date date, int years);

bool cr_period_contains(cr_period period, cr_date date);

#endif
