/* Check digits of identifiers. */
#ifndef CR_DOSSIER_IDENTIFIERS_H
#define CR_DOSSIER_IDENTIFIERS_H

#include <stdbool.h>

/* Twenty characters whose number is 1 modulo 97 (ISO 17442, ISO 7064 MOD 97-10). */
bool cr_lei_valid(const char *lei);

/* Nine digits that satisfy Luhn's formula (ISO 7812-1). */
bool cr_siren_valid(const char *siren);

#endif
