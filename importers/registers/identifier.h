/* Identifiers in one spelling, so that equal ones are found equal across sources. */
#ifndef CR_REGISTERS_IDENTIFIER_H
#define CR_REGISTERS_IDENTIFIER_H

#include <stdbool.h>

enum { CR_SCHEME_ROOM = 64, CR_VALUE_ROOM = 128 };

#define CR_SCHEME_UK "GB-COH" /* Companies House, in the list of org-id.guide */

typedef struct cr_spelling {
  char scheme[CR_SCHEME_ROOM], value[CR_VALUE_ROOM];
} cr_spelling;

/* Letters in capitals, no blanks; the schemes of one register under one name; numbers of
 * Companies House with the leading zeros that files lose. False when either text is empty or
 * too long to be an identifier. */
bool cr_identifier_spell(cr_spelling *out, const char *scheme, const char *value);

#endif
