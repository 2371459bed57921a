/* What is held on a day as shares of each company, whatever it was stated as: lots and stakes in
 * a class become what they are of the capital and of the votes. */
#ifndef CR_SCREENING_FLAT_HOLDINGS_H
#define CR_SCREENING_FLAT_HOLDINGS_H

#include "engine/facts/reference.h"
#include "importers/bods/write.h"

/* In `arena`. What shares of the whole cannot say is told, with the code "not-said"; a company
 * of which something was in lots, with "said-as-shares".
 * Errors: CRIBLE_E_DATA (the lots of a company contradict its classes, told), CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_flat_holdings(cr_bods_facts *out, const cr_facts *facts,
                                                 const cr_reference *reference, cr_date as_of,
                                                 cr_arena *arena);

#endif
