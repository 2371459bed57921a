/* Rationals with a common denominator from their residues. */
#ifndef CR_HOLDINGS_RECONSTRUCTION_H
#define CR_HOLDINGS_RECONSTRUCTION_H

#include <stdbool.h>

#include <flint/fmpz.h>

/* Replaces `count` residues modulo `modulus` by numerators over one common
 * denominator. False when some value's numerator and denominator fill the
 * modulus, as those of a value that is not determined yet do; the residues are
 * then lost. */
bool cr_reconstruct(fmpz *values, fmpz_t denominator, slong count, const fmpz_t modulus);

#endif
