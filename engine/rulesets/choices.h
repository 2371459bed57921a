/* The choices that the law leaves open, and the options of each. Which option holds is said by
 * a ruleset, never here. */
#ifndef CR_RULESETS_CHOICES_H
#define CR_RULESETS_CHOICES_H

#include <stddef.h>

typedef struct cr_choice_option {
  const char *id;
  const char *meaning; /* one sentence in English, for gettext */
} cr_choice_option;

enum { CR_MOST_CHOICES = 40, CR_MOST_OPTIONS = 4 };

typedef struct cr_choice_kind {
  const char *id;
  cr_choice_option options[CR_MOST_OPTIONS + 1]; /* the last one's id is NULL */
} cr_choice_kind;

extern const cr_choice_kind cr_choice_kinds[];
extern const size_t cr_choice_kind_count;

/* By id; NULL when there is none. */
const cr_choice_kind *cr_choice_kind_find(const char *id);
const cr_choice_option *cr_choice_option_find(const cr_choice_kind *kind, const char *id);

#endif
