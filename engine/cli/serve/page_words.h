/* Words of the page, in the language of the process. */
#ifndef CR_SERVE_PAGE_WORDS_H
#define CR_SERVE_PAGE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* By the key that the page knows them by; NULL when there is no such key. */
const char *cr_page_words_of(const char *key, size_t length);

/* One after the other; false past the end. */
bool cr_page_words_at(const char **key, const char **text, int index);

#endif
