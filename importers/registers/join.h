/* One store out of several: parties that share an identifier are one, and nobody else is. */
#ifndef CR_REGISTERS_JOIN_H
#define CR_REGISTERS_JOIN_H

#include "importers/dossier/dossier.h"

/* Moves the facts of `parts` into a dossier, whose own parties keep their ids; what it states of
 * a party goes before what a part states. Texts stay where they are: the parts, now without facts, must
 * live as long as the dossier. What two of them say differently of one party is told.
 * Errors: CRIBLE_E_MEMORY; the facts of all are then of no more use. */
CRIBLE_MUST_CHECK crible_status cr_registers_join(crible_dossier *dossier,
                                                  crible_dossier *const *parts, size_t count);

/* Parties by identifier: for each party of `stores`, one store after the other, the first party
 * that is the same. */
CRIBLE_MUST_CHECK crible_status cr_parties_by_identifier(int **first, crible_context *context,
                                                cr_facts *const *stores, size_t count);

/* What to add to the indexes of a store when it comes after others. */
typedef struct cr_shift {
  const int *party; /* the new index of each party */
  int source, share_class, lot, organ;
} cr_shift;

/* Puts new indexes into every fact. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_facts_renumber(cr_facts *facts, const cr_shift *shift);

#endif
