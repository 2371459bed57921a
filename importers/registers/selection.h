/* Which records of registers too large to keep stand above those that matter.
 *
 * A first pass over the registers ties what stands below to what stands above, sixteen bytes a
 * tie; what is reached upwards from the seeds is kept by the second pass. Keys are hashes: two
 * identifiers that share one keep a record too many, which joins nothing. */
#ifndef CR_REGISTERS_SELECTION_H
#define CR_REGISTERS_SELECTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <crible/context.h>

typedef struct cr_tie {
  uint64_t below, above;
} cr_tie;

typedef struct cr_selection {
  crible_context *context;
  cr_tie *ties;
  size_t tie_count, tie_capacity;
  uint64_t *kept; /* reached so far, in the order in which they were */
  size_t kept_count, kept_capacity;
  uint64_t *slots; /* hash table of the kept; 0: free */
  size_t slot_count;
} cr_selection;

/* The key of an identifier, however it is written (registers/identifier.h). Never 0. */
uint64_t cr_key_of(const char *scheme, const char *value);

/* The first pass: somebody stands above somebody; two identifiers are one party's. */
CRIBLE_MUST_CHECK crible_status cr_selection_tie(cr_selection *selection, uint64_t below,
                                                 uint64_t above);
CRIBLE_MUST_CHECK crible_status cr_selection_same(cr_selection *selection, uint64_t a, uint64_t b);
/* One who matters, whatever any register says. */
CRIBLE_MUST_CHECK crible_status cr_selection_keep(cr_selection *selection, uint64_t key);

/* Between the passes: keeps all that stands above what is kept, and frees the ties. */
CRIBLE_MUST_CHECK crible_status cr_selection_close(cr_selection *selection);

/* The second pass. */
bool cr_selection_keeps(const cr_selection *selection, uint64_t key);

void cr_selection_clear(cr_selection *selection);

#endif
