/* "Did you mean …?": the known word that a misspelt one resembles most. */
#ifndef CR_BASE_NEAREST_H
#define CR_BASE_NEAREST_H

#include <stddef.h>

/* The word of `words` that fewest single-letter changes (insertion, deletion,
 * substitution, swap of neighbours) separate from `text`, the first of several; NULL when none is
 * near: within a third of the length of `text`, one change at least. */
const char *cr_nearest(const char *text, const char *const *words, size_t count);

#endif
