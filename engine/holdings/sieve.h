/* The greatest set of companies each of which can be held wholly from inside
 * it, and the order in which the others had to leave. */
#ifndef CR_HOLDINGS_SIEVE_H
#define CR_HOLDINGS_SIEVE_H

#include "engine/holdings/system.h"

enum { CR_PLACE_OUTSIDE, CR_PLACE_INSIDE, CR_PLACE_SOUGHT };

typedef struct cr_sieve {
  const cr_system *system;
  bool strict;          /* weights must respect open ends */
  const uint8_t *place; /* per node, as a holder: outside, inside, or sought; those have rows */
  int detached;         /* a company whose row is judged though its place as a holder is given;
                           or CR_NONE */
  bool *inside;         /* result, per node; of the detached company: by its row */
  int *rank;            /* result, per party: 0 for nodes outside from the start and for those
                           inside; else the round of leaving. Under every choice of weights a
                           company of rank r has a holder outside of a rank below r */
} cr_sieve;

/* Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_sieve_run(cr_sieve *sieve, crible_context *context);

#endif
