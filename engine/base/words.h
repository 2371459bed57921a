/* Words that people read, translated by gettext. English is the source; the
 * command binds the domain to the installed folder. */
#ifndef CR_BASE_WORDS_H
#define CR_BASE_WORDS_H

#include <libintl.h>

#include "engine/base/memory.h"

#define CR_WORDS_DOMAIN "crible"

#define _(text) dgettext(CR_WORDS_DOMAIN, text)
#define N_(text) text /* marked here, translated where it is printed */
#define cr_plural(one, many, count) dngettext(CR_WORDS_DOMAIN, one, many, (unsigned long)(count))

/* A decimal such as "21.25" with the decimal mark of the language, in `arena`; what has no point
 * is returned as it is, and so is NULL. The decimal is taken apart. NULL when memory is short. */
char *cr_decimal_words(cr_arena *arena, char *decimal);

/* Why a file could not be read: an errno in words. */
const char *cr_failure_words(int error);

#endif
