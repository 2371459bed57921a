/* Did you mean? */
#ifndef CR_CLI_SUGGEST_H
#define CR_CLI_SUGGEST_H

/* Among `count` words the nearest to `word` when it is near enough to be a
 * slip of the hand, else NULL. */
const char *cr_cli_suggest(const char *word, const char *const *words, int count);

#endif
