/* Names of States and territories for people, from Debian's package iso-codes. */
#ifndef CR_REFERENCE_COUNTRY_NAMES_H
#define CR_REFERENCE_COUNTRY_NAMES_H

#include "engine/base/memory.h"

typedef struct cr_country_names cr_country_names;

/* Reads the English names. Where the package is not installed, or cannot be read, there
 * are none, which is no error: codes then stand for themselves. The caller frees *out with
 * cr_country_names_free, before the context.
 * Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_country_names_read(cr_country_names **out,
                                                      crible_context *context);
/* NULL is allowed. */
void cr_country_names_free(cr_country_names *names);

/* The name of a code of ISO 3166-1 alpha-2, the common one where it has two; the code
 * itself when there is none. Owned by `names`, or the caller's. */
const char *cr_country_name(const cr_country_names *names, const char *code);

#endif
