/* Scripts by which a shell completes the command's verbs, options and values: all from the
 * table of verbs. */
#ifndef CR_CLI_COMPLETION_H
#define CR_CLI_COMPLETION_H

#include <limits.h>

#include "engine/cli/verb.h"

/* What may stand for an argument, told by its name in help. */
typedef enum cr_word_kind {
  CR_WORD_NONE,    /* there is no argument */
  CR_WORD_FREE,    /* DATE, CHANGE: nothing to offer */
  CR_WORD_CHOICE,  /* text|json: one of these */
  CR_WORD_ACTION,  /* new|check FILE: one of these, then a ruleset or a file */
  CR_WORD_FILE,    /* FILE, DOSSIER… */
  CR_WORD_RULESET, /* ID|FILE */
  CR_WORD_VERB
} cr_word_kind;

cr_word_kind cr_word_kind_of(const char *operand);

/* "text|json" or "[text|json]" as "text json", what is not written small left out; the ids of the rulesets found; the names of the
 * verbs. Rulesets are added to what is in `out`. */
void cr_completion_choices(char *out, size_t size, const char *operand);
void cr_completion_rulesets(char *out, size_t size);
void cr_completion_verbs(char *out, size_t size);

void cr_completion_bash(void);
void cr_completion_zsh(void);
void cr_completion_fish(void);

#endif
