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

bool cr_siren_valid(const char *siren) {
  unsigned sum = 0;
  if (strlen(siren) != 9) return false;
  for (int i = 0; i < 9; i++) {
    if (siren[i] < '0' || siren[i] > '9') return false;
    unsigned digit = (unsigned)(siren[i] - '0') * (i % 2 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 == 0;
}
