/* The canonical form of facts: a dossier in one order and spelling, so that equal
 * facts give equal bytes whatever order they were written in. Every fact is an
 * element of its own (seats, identifiers, managers too), shares are fractions in
 * lowest terms, instants are in UTC. */
#ifndef CR_CANONICAL_CANONICAL_H
#define CR_CANONICAL_CANONICAL_H

#include "engine/facts/facts.h"

/* *length bytes and a NUL; the caller frees *out with crible_text_free.
 * Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_canonical_write(char **out, size_t *length,
                                                   const cr_facts *facts);

#endif
