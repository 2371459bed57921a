/* What each choice is about, and where the law, the clause or a doctrine supports each of its
 * options: words for people, in English, for gettext. */
#ifndef CR_RULESETS_CHOICE_WORDS_H
#define CR_RULESETS_CHOICE_WORDS_H

#include "engine/rulesets/choices.h"

typedef struct cr_choice_words {
  const char *subject;                 /* "How capital adds up along chains of holdings" */
  const char *source[CR_MOST_OPTIONS]; /* of each option, in the order of the options */
} cr_choice_words;

/* By choice, in the order of cr_choice_kinds. */
extern const cr_choice_words cr_choice_words_of[];

const char *cr_choice_source(const cr_choice_kind *kind, const cr_choice_option *option);

#endif
