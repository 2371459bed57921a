#include "importers/dossier/identifiers.h"

#include <string.h>

bool cr_lei_valid(const char *lei) {
  unsigned rest = 0;
  if (strlen(lei) != 20) return false;
  for (; *lei; lei++) {
    if (*lei >= '0' && *lei <= '9') {
      rest = (rest * 10 + (unsigned)(*lei - '0')) % 97;
    } else if (*lei >= 'A' && *lei <= 'Z') {
      rest = (rest * 100 + (unsigned)(*lei - 'A') + 10) % 97;
    } else {
      return false;
    }
  }
  return rest == 1;
}

/* The digits added, every second one from the last but one on doubled first, its digits added
 * (Luhn); without doubling, when `plain`. 1, which no sum of a valid number is, for other characters. */
static unsigned digit_sum(const char *number, int count, bool plain) {
  unsigned sum = 0;
  for (int i = 0; i < count; i++) {
    if (number[i] < '0' || number[i] > '9') return 1;
    unsigned digit = (unsigned)(number[i] - '0') * (!plain && (count - i) % 2 == 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum;
}

bool cr_siren_valid(const char *siren) {
  return strlen(siren) == CR_SIREN_DIGITS && digit_sum(siren, CR_SIREN_DIGITS, false) % 10 == 0;
}

bool cr_siret_valid(const char *siret) {
  static const char post[] = "356000000";
  if (strlen(siret) != CR_SIRET_DIGITS || digit_sum(siret, CR_SIREN_DIGITS, false) % 10 != 0)
    return false;
  if (digit_sum(siret, CR_SIRET_DIGITS, false) % 10 == 0) return true;
  return !strncmp(siret, post, CR_SIREN_DIGITS) && digit_sum(siret, CR_SIRET_DIGITS, true) % 5 == 0;
}
