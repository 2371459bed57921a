/* Names of parties as they are compared. */
#ifndef CR_IDENTITY_PARTY_NAME_H
#define CR_IDENTITY_PARTY_NAME_H

#include "importers/identity/legal_forms.h"

typedef struct cr_party_name {
  const char *words;  /* cr_name_words; "" when no Latin letter or digit is in the name */
  const char *core;   /* those without legal forms, without blanks */
  const char *sorted; /* the words of the core in alphabetical order: names of persons turn round */
  const char *form;   /* id of the legal form, or NULL */
} cr_party_name;

/* Small letters without accents and punctuation, one blank between words; letters that stand
 * alone one after the other, such as those of "S.A.S.", are one word; "and" in the languages of names
 * goes. NULL when memory is short. */
char *cr_name_words(cr_arena *arena, const char *name);

/* Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_party_name_read(cr_party_name *out, cr_arena *arena,
                                                   const char *name, const cr_legal_forms *forms);

#endif
