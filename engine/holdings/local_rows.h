/* The rows of some companies as a linear system among themselves. */
#ifndef CR_HOLDINGS_LOCAL_ROWS_H
#define CR_HOLDINGS_LOCAL_ROWS_H

#include "engine/holdings/linear.h"
#include "engine/holdings/system.h"

typedef struct cr_local_rows {
  cr_linear_matrix matrix; /* weights among the companies, several lots of a holder added up */
  fmpq *constant;          /* Σ weight·value of the other holders */
} cr_local_rows;

/* Of `count` companies, where place[company] is its index and CR_NONE for
 * all other parties. In `arena`. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_local_rows_of(cr_local_rows *out, const cr_system *system,
                                                 const int *companies, int count,
                                                 const int *place, const fmpq *weight,
                                                 const fmpq *value, cr_arena *arena);
#endif
