/* The language in which the command speaks. */
#ifndef CR_CLI_LANGUAGE_H
#define CR_CLI_LANGUAGE_H

#include <stdbool.h>

/* Takes "--lang en|fr" out of the words, wherever it stands before "--", and speaks that
 * language from then on; without it, that of LANGUAGE, LC_ALL, LC_MESSAGES or LANG, English
 * unless they ask for French. False after a complaint. */
bool cr_language_choose(int *count, char **words);

#endif
