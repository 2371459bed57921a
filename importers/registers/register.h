/* What the registers share: the source of their facts, and who of them is the candidate. */
#ifndef CR_REGISTERS_REGISTER_H
#define CR_REGISTERS_REGISTER_H

#include "importers/dossier/dossier.h"
#include "importers/registers/selection.h"

/* The file of a dossier as the source of facts: a register, which others filled. `id` is kept. */
CRIBLE_MUST_CHECK crible_status cr_register_source(int *source, crible_dossier *dossier,
                                                   const char *id);

/* Keeps who may be meant by an identifier whose register the caller did not say. */
CRIBLE_MUST_CHECK crible_status cr_candidate_keep(cr_selection *selection, const char *candidate);

/* The first pass over facts that were read at once; `store` tells several apart. */
CRIBLE_MUST_CHECK crible_status cr_selection_tie_facts(cr_selection *selection,
                                                       const cr_facts *facts, uint64_t store);

/* Finds the candidate: the company with the id or with the one identifier. What is wrong is told.
 * Errors: CRIBLE_E_DATA. */
CRIBLE_MUST_CHECK crible_status cr_candidate_find(crible_dossier *dossier, const char *candidate);

#endif
