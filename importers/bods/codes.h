/* The interest types, and what each does. */
#ifndef CR_BODS_CODES_H
#define CR_BODS_CODES_H

#include <stdbool.h>

typedef enum cr_bods_effect {
  CR_BODS_NO_EFFECT,        /* neither capital, votes, veto nor appointment */
  CR_BODS_CAPITAL,
  CR_BODS_VOTES,
  CR_BODS_APPOINTS,         /* members of the board; a majority when its share says so */
  CR_BODS_CONTROLS,
  CR_BODS_MAY_CONTROL,
  CR_BODS_RIGHTS_STATUTES,  /* rights of a content that is not stated */
  CR_BODS_RIGHTS_CONTRACT,
  CR_BODS_RIGHTS_CONDITIONAL,
  CR_BODS_TRUSTEE,          /* of a trust, or who instructs a nominee */
  CR_BODS_NOMINEE,          /* holds for somebody else */
  CR_BODS_UNKNOWN           /* may be anything: told, no more than silence already allows */
} cr_bods_effect;

typedef struct cr_bods_type {
  const char *code;        /* of 0.4 */
  const char *old[2];      /* of 0.2, or NULL */
  cr_bods_effect effect;
} cr_bods_type;

/* The type that a code of any version names; NULL for another text. A missing type is unknown. */
const cr_bods_type *cr_bods_type_of(const char *code);

/* Whether a code is `word` in 0.4's camel case or in 0.2's words joined by '-'. */
bool cr_bods_is(const char *code, const char *word);

#endif
