/* Lists of words separated by blanks. */
#ifndef CR_DOSSIER_LISTS_H
#define CR_DOSSIER_LISTS_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a list contains a word. */
bool cr_list_contains(const char *list, const char *word);

/* Takes the next word of a list: its length, 0 at the end; *list moves behind it. */
size_t cr_list_next(const char **list, const char **word);

#endif
