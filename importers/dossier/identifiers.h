/* Check digits of identifiers. */
#ifndef CR_DOSSIER_IDENTIFIERS_H
#define CR_DOSSIER_IDENTIFIERS_H

#include <stdbool.h>

/* Twenty characters whose number is 1 modulo 97 (ISO 17442, ISO 7064 MOD 97-10). */
bool cr_lei_valid(const char *lei);

/* Nine digits that satisfy Luhn's formula (ISO 7812-1). */
bool cr_siren_valid(const char *siren);

/* Fourteen digits, a SIREN and the number of an establishment, that satisfy the same formula as a
 * whole. Those of La Poste (SIREN 356 000 000), which has more than the formula leaves, need not:
 * there it is enough that the digits add up to a multiple of five. */
bool cr_siret_valid(const char *siret);

enum { CR_SIREN_DIGITS = 9, CR_SIRET_DIGITS = 14 };

#endif
