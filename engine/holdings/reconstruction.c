#include "engine/holdings/reconstruction.h"

#include <flint/fmpq.h>

/* Bits that must stay free before a pair is believed. */
enum { SPARE_BITS = 60 };

static bool believable(const fmpz_t numerator, const fmpz_t denominator, const fmpz_t modulus) {
  return fmpz_bits(numerator) + fmpz_bits(denominator) + SPARE_BITS < fmpz_bits(modulus);
}

/* value · denominator as a small residue, or else a further factor of the
 * denominator that makes it so. */
static bool numerator_of(fmpz_t value, fmpz_t factor, const fmpz_t denominator,
                         const fmpz_t modulus) {
  fmpz_mul(value, value, denominator);
  fmpz_smod(value, value, modulus);
  fmpz_one(factor);
  if (believable(value, denominator, modulus)) return true;
  fmpz_mod(value, value, modulus);
  fmpz_t numerator, product;
  fmpz_init(numerator);
  fmpz_init(product);
  bool found = _fmpq_reconstruct_fmpz(numerator, factor, value, modulus) != 0;
  fmpz_mul(product, factor, denominator);
  found = found && believable(numerator, product, modulus);
  fmpz_swap(value, numerator);
  fmpz_clear(numerator);
  fmpz_clear(product);
  return found;
}

bool cr_reconstruct(fmpz *values, fmpz_t denominator, slong count, const fmpz_t modulus) {
  fmpz_t factor;
  fmpz_init(factor);
  fmpz_one(denominator);
  bool found = true;
  for (slong i = 0; found && i < count; i++) {
    found = numerator_of(&values[i], factor, denominator, modulus);
    if (!found || fmpz_is_one(factor)) continue;
    for (slong j = 0; j < i; j++) fmpz_mul(&values[j], &values[j], factor);
    fmpz_mul(denominator, denominator, factor);
  }
  fmpz_clear(factor);
  return found;
}
