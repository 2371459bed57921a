/* Words for legal forms in names: datasets/legal-forms.xml. */
#ifndef CR_IDENTITY_LEGAL_FORMS_H
#define CR_IDENTITY_LEGAL_FORMS_H

#include <stdbool.h>

#include "engine/base/memory.h"

typedef struct cr_legal_form {
  const char *words; /* as cr_name_words has them */
  const char *id;    /* of the form: one for all its spellings */
  bool general;      /* stands beside others, "& Co": another form says more */
} cr_legal_form;

typedef struct cr_legal_forms {
  cr_legal_form *items;
  size_t count;
} cr_legal_forms;

/* Into `arena`. Errors: those of cr_file_read; CRIBLE_E_DATA when the dataset is not of its form. */
CRIBLE_MUST_CHECK crible_status cr_legal_forms_read(cr_legal_forms *out, cr_arena *arena);

#endif
