/* Words that people read, as in the library: domain "crible". */
#ifndef CR_CLI_WORDS_H
#define CR_CLI_WORDS_H

#include <libintl.h>

#define _(text) dgettext("crible", text)
#define N_(text) text
#define cr_plural(one, many, count) dngettext("crible", one, many, (unsigned long)(count))

#endif
