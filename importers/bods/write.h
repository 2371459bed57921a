/* Facts as a package of BODS 0.4: entities, persons and their relationships on one day.
 *
 * What the standard has no member for stands in annotations that its reader here takes
 * (notes.h); what those do not say either is told, with the code "not-said". */
#ifndef CR_BODS_WRITE_H
#define CR_BODS_WRITE_H

#include "engine/facts/facts.h"

typedef struct cr_bods_facts {
  const cr_facts *facts;
  cr_date as_of;
  const cr_stake *stakes; /* what is held on the day, lots too; their classes are not looked at */
  size_t stake_count;
  const bool *partly; /* per party: some of what is held in it is not among the stakes */
} cr_bods_facts;

/* *length bytes and a NUL; the caller frees *out with crible_text_free.
 * Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_bods_write(char **out, size_t *length,
                                              const cr_bods_facts *facts);

#endif
