#include "importers/registers/identifier.h"

#include <stddef.h>
#include <string.h>

#include "engine/facts/party_index.h"
#include "importers/dossier/identifiers.h"
#include "importers/registers/selection.h"

enum { UK_DIGITS = 8 };

/* Names of registers: org-id.guide's, and GLEIF's list of registration authorities. SIREN numbers
 * what the two French registers list. */
static const char *const same[][2] = {
    {"LEI", "lei"},         {"XI-LEI", "lei"},      {"SIREN", "siren"},
    {"FR-SIREN", "siren"},  {"FR-RCS", "siren"},    {"RA000189", "siren"},
    {"RA000192", "siren"},  {"RA000585", CR_SCHEME_UK}, {"RA000586", CR_SCHEME_UK},
    {"RA000587", CR_SCHEME_UK}};

/* A SIRET is an establishment's; the company is that of its SIREN. */
static bool is_siret(const cr_spelling *written) {
  return (!strcmp(written->scheme, "SIRET") || !strcmp(written->scheme, "FR-SIRET")) &&
         cr_siret_valid(written->value);
}

static bool copy_capitals(char *out, size_t room, const char *text) {
  size_t used = 0;
  for (; *text; text++) {
    bool space = *text == ' ' || (*text >= '\t' && *text <= '\r');
    if (space) continue;
    if (used + 1 >= room) return false;
    out[used++] = *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text;
  }
  out[used] = '\0';
  return used > 0;
}

/* Eight characters: a prefix of letters or none, then digits. */
static void add_zeros(char value[CR_VALUE_ROOM]) {
  size_t length = strlen(value), letters = strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  size_t digits = strspn(value + letters, "0123456789");
  if (length >= UK_DIGITS || letters > 2 || letters + digits != length || !digits) return;
  size_t missing = UK_DIGITS - length;
  memmove(value + letters + missing, value + letters, digits + 1);
  memset(value + letters, '0', missing);
}

bool cr_identifier_spell(cr_spelling *out, const char *scheme, const char *value) {
  if (!copy_capitals(out->scheme, sizeof out->scheme, scheme) ||
      !copy_capitals(out->value, sizeof out->value, value))
    return false;
  if (is_siret(out)) {
    strcpy(out->scheme, "siren");
    out->value[CR_SIREN_DIGITS] = '\0';
  }
  for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
    if (strcmp(out->scheme, same[i][0])) continue;
    bool other = !strcmp(same[i][1], "siren") && !cr_siren_valid(out->value);
    if (!other) strcpy(out->scheme, same[i][1]);
    break;
  }
  if (!strcmp(out->scheme, CR_SCHEME_UK)) add_zeros(out->value);
  return true;
}

uint64_t cr_key_of(const char *scheme, const char *value) {
  cr_spelling spelling;
  uint64_t hash = CR_HASH_START;
  if (cr_identifier_spell(&spelling, scheme, value)) {
    hash = cr_hash_bytes(hash, spelling.scheme, strlen(spelling.scheme) + 1);
    hash = cr_hash_bytes(hash, spelling.value, strlen(spelling.value));
  }
  return hash ? hash : 1;
}
