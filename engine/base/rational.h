/* Exact numbers: text to rational and back. Arithmetic is FLINT's fmpq, which
 * keeps small numerators and denominators inline and larger ones in GMP. */
#ifndef CR_BASE_RATIONAL_H
#define CR_BASE_RATIONAL_H

#include <stdbool.h>

#include <flint/fmpq.h>

#include <crible/context.h>

#include "engine/base/memory.h"

/* Reads "12", "-0.5", "1/3", "33.33%" or "33.33 %" (a percentage is divided by 100). The
 * decimal separator is a point. `decimals` (may be NULL) receives the number
 * of digits after the point, 0 for a fraction. Nothing may follow or precede.
 * Errors: CRIBLE_E_DATA for any other text, a zero denominator, or more than
 * 4096 characters; *out is then unchanged. */
CRIBLE_MUST_CHECK crible_status cr_rational_parse(fmpq_t out, int *decimals, const char *text);

/* "p/q" in lowest terms, integers without denominator; NULL when memory is
 * short. */
char *cr_rational_text(cr_arena *arena, const fmpq_t value);

/* The decimal expansion of value × 10^shift with `decimals` digits, rounded
 * towards zero; *exact tells whether nothing was cut. NULL when memory is short. */
char *cr_rational_decimal(cr_arena *arena, bool *exact, const fmpq_t value, int shift, int decimals);

/* A double below or equal, above or equal to the value, next to it. */
double cr_rational_below(const fmpq_t value);
double cr_rational_above(const fmpq_t value);

#endif
