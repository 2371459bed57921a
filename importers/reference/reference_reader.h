/* Reads the reference data: States, markets, legal majorities, decisions,
 * thresholds of declaration, collections. */
#ifndef CR_REFERENCE_READER_H
#define CR_REFERENCE_READER_H

#include "engine/facts/reference.h"

/* Reads the datasets in the data folder of the context. The caller frees *out
 * with cr_reference_free, before the context.
 * Errors: CRIBLE_E_NO_INPUT when a dataset is missing, CRIBLE_E_DATA when one says
 * something impossible, CRIBLE_E_IO, CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_reference_read(cr_reference **out, crible_context *context);

#endif
