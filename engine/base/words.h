/* Words that people read, translated by gettext. English is the source; the
 * command binds the domain to the installed folder. */
#ifndef CR_BASE_WORDS_H
#define CR_BASE_WORDS_H

#include <libintl.h>

#define CR_WORDS_DOMAIN "crible"

#define _(text) dgettext(CR_WORDS_DOMAIN, text)
#define N_(text) text /* marked here, translated where it is printed */
#define cr_plural(one, many, count) dngettext(CR_WORDS_DOMAIN, one, many, (unsigned long)(count))

#endif
