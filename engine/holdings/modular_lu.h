/* Sparse LU factors modulo a prime.
 *
 * Pivots are taken on the diagonal, in the order that Markowitz's count picks
 * ("The elimination form of the inverse", 1957), so that factors stay sparse
 * where the graph is. */
#ifndef CR_HOLDINGS_MODULAR_LU_H
#define CR_HOLDINGS_MODULAR_LU_H

#include <flint/ulong_extras.h>

#include <crible/context.h>

/* A square sparse matrix; rows include their diagonal entry. */
typedef struct cr_modular_matrix {
  int size;
  const int *first, *column; /* rows in compressed form */
  const mp_limb_t *value;    /* residues */
  mp_limb_t prime;           /* below 2^63 */
} cr_modular_matrix;

typedef struct cr_modular_lu cr_modular_lu;

/* *out stays NULL, with CRIBLE_OK, when a pivot vanishes: try another prime.
 * Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_modular_lu_new(cr_modular_lu **out,
                                                  const cr_modular_matrix *matrix,
                                                  crible_context *context);
void cr_modular_lu_free(cr_modular_lu *lu);

/* Replaces a right-hand side by the solution. */
void cr_modular_lu_solve(const cr_modular_lu *lu, mp_limb_t *x);

/* The same for the transposed matrix. */
void cr_modular_lu_solve_transposed(const cr_modular_lu *lu, mp_limb_t *x);

#endif
