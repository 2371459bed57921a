/* Countries as people write them, in English and French. */
#ifndef CR_REFERENCE_COUNTRY_WORDS_H
#define CR_REFERENCE_COUNTRY_WORDS_H

#include "engine/base/memory.h"

typedef struct cr_country_words cr_country_words;

/* Reads the names of iso-codes in both languages. Where the package is not installed hardly
 * any is known, which is no error. The caller frees *out with cr_country_words_free.
 * Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_country_words_read(cr_country_words **out,
                                                      crible_context *context);
void cr_country_words_free(cr_country_words *words);

/* The code of ISO 3166-1 alpha-2 that a word means: a code of two or three letters, or a name;
 * accents, case and punctuation do not matter. NULL when it means none. Owned by `words`. */
const char *cr_country_of(const cr_country_words *words, const char *text);

#endif
