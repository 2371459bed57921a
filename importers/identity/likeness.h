/* What speaks for two parties being one, and what against it. */
#ifndef CR_IDENTITY_LIKENESS_H
#define CR_IDENTITY_LIKENESS_H

#include "engine/facts/facts.h"
#include "importers/identity/party_name.h"

typedef enum cr_reason {
  /* for it, strongest first */
  CR_SAME_IDENTIFIER, CR_SAME_NUMBER, CR_SAME_NAME, CR_SAME_CORE, CR_SAME_WORDS, CR_NEAR_NAME,
  CR_SAME_COUNTRY,
  /* against it */
  CR_OTHER_FORM, CR_OTHER_COUNTRY,
  CR_REASONS
} cr_reason;

/* A party as it is compared. */
typedef struct cr_likened {
  const cr_party *party;
  cr_party_name name;
  const char *country; /* of its registered office, its law, its residence; NULL: not known */
} cr_likened;

/* The code of a reason, for files; what it says, for readers. */
const char *cr_reason_code(cr_reason reason);
const char *cr_reason_words(cr_reason reason);
bool cr_reason_against(cr_reason reason);

/* A number without what differs between registers: blanks, punctuation and leading zeros go, a
 * SIRET and a French VAT number become their SIREN. NULL when memory is short. */
const char *cr_plain_number(cr_arena *arena, const cr_identifier *identifier);

/* Sets of reasons as bits; 0 when the two are hardly the same: kinds or numbers of one register
 * differ, or nothing speaks for it. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_liken(unsigned *reasons, cr_arena *arena, const cr_likened *a,
                                         const cr_likened *b);

#endif
