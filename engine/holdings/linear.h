/* Exact solution of the linear system of a Markov chain.
 *
 * By p-adic lifting (Dixon, "Exact solution of linear equations using p-adic
 * expansions", 1982) on sparse factors, so that the cost follows the entries and
 * the size of the answer. An answer is verified in integers before it is given. */
#ifndef CR_HOLDINGS_LINEAR_H
#define CR_HOLDINGS_LINEAR_H

#include <flint/fmpq.h>

#include <crible/context.h>

/* A square matrix Q in compressed rows, without diagonal entries. */
typedef struct cr_linear_matrix {
  int size;
  const int *first, *column;
  const fmpq *coefficient;
} cr_linear_matrix;

typedef struct cr_linear cr_linear;

/* Prepares I - Q, which must be invertible. The matrix is not needed afterwards.
 * Errors: CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL when I - Q is singular. */
CRIBLE_MUST_CHECK crible_status cr_linear_new(cr_linear **out, const cr_linear_matrix *matrix,
                                              crible_context *context);
void cr_linear_free(cr_linear *linear);

typedef enum cr_linear_side {
  CR_LINEAR_ROWS,   /* x = constant + Q·x: values */
  CR_LINEAR_COLUMNS /* x = constant + x·Q: visits */
} cr_linear_side;

/* out: `size` initialised rationals. Errors: CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_MUST_CHECK crible_status cr_linear_solve(fmpq *out, const cr_linear *linear,
                                                cr_linear_side side, const fmpq *constant);

#endif
