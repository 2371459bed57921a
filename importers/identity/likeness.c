#include "importers/identity/likeness.h"

#include <ctype.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/dossier/identifiers.h"
#include "importers/registers/identifier.h"

enum { FRENCH_VAT = 13, SHORTEST_NUMBER = 5, SHORTEST_NEAR = 6 };

static const struct {
  const char *code, *words;
} reasons[CR_REASONS] = {
    [CR_SAME_IDENTIFIER] = {"same-identifier", N_("the same identifier")},
    [CR_SAME_NUMBER] = {"same-number", N_("the same number, in another register or form")},
    [CR_SAME_NAME] = {"same-name", N_("the same name but for case, accents and punctuation")},
    [CR_SAME_CORE] = {"same-name-without-form", N_("the same name but for the legal form")},
    [CR_SAME_WORDS] = {"same-words", N_("the same words in another order")},
    [CR_NEAR_NAME] = {"near-name", N_("names that differ by one letter, or by two that changed places")},
    [CR_SAME_COUNTRY] = {"same-country", N_("the same country")},
    [CR_OTHER_FORM] = {"other-form", N_("the legal forms differ")},
    [CR_OTHER_COUNTRY] = {"other-country", N_("the countries differ")}};

const char *cr_reason_code(cr_reason reason) { return reasons[reason].code; }
const char *cr_reason_words(cr_reason reason) { return _(reasons[reason].words); }
bool cr_reason_against(cr_reason reason) { return reason >= CR_OTHER_FORM; }

/* The SIREN inside a SIRET or a French VAT number, or the number itself. */
static char *siren_inside(char *number) {
  if (cr_siret_valid(number)) number[CR_SIREN_DIGITS] = '\0';
  const bool vat = strlen(number) == FRENCH_VAT && !strncmp(number, "FR", 2);
  return vat && cr_siren_valid(number + 4) ? number + 4 : number;
}

const char *cr_plain_number(cr_arena *arena, const cr_identifier *identifier) {
  char *number = cr_arena_alloc(arena, strlen(identifier->value) + 1, 1), *to = number;
  if (!number) return NULL;
  for (const char *from = identifier->value; *from; from++)
    if (isalnum((unsigned char)*from)) *to++ = (char)toupper((unsigned char)*from);
  number = siren_inside(number);
  while (*number == '0' && number[1]) number++;
  return number;
}

/* The same identifier, or two of one register. Both in their one spelling. */
static void compare_spelled(bool *same, bool *differ, const cr_identifier *a,
                            const cr_identifier *b) {
  cr_spelling one, other;
  if (!cr_identifier_spell(&one, a->scheme, a->value) ||
      !cr_identifier_spell(&other, b->scheme, b->value) || strcmp(one.scheme, other.scheme))
    return;
  if (!strcmp(one.value, other.value)) *same = true;
  else *differ = true;
}

static crible_status compare_numbers(unsigned *found, bool *differ, cr_arena *arena,
                                     const cr_party *a, const cr_party *b) {
  bool same = false;
  for (int i = 0; i < a->identifier_count; i++) {
    for (int j = 0; j < b->identifier_count; j++) {
      const char *one = cr_plain_number(arena, &a->identifiers[i]);
      const char *other = cr_plain_number(arena, &b->identifiers[j]);
      if (!one || !other) return CRIBLE_E_MEMORY;
      compare_spelled(&same, differ, &a->identifiers[i], &b->identifiers[j]);
      if (strlen(one) >= SHORTEST_NUMBER && !strcmp(one, other)) *found |= 1U << CR_SAME_NUMBER;
    }
  }
  if (same) *found = 1U << CR_SAME_IDENTIFIER;
  return CRIBLE_OK;
}

/* Whether one letter changed, added or left out, or two neighbours changed places, makes one of
 * the other. */
static bool is_near(const char *a, const char *b) {
  size_t m = strlen(a), n = strlen(b), front = 0, back = 0;
  if (m < SHORTEST_NEAR || n < SHORTEST_NEAR) return false;
  while (front < m && front < n && a[front] == b[front]) front++;
  while (back < m - front && back < n - front && a[m - 1 - back] == b[n - 1 - back]) back++;
  size_t of_a = m - front - back, of_b = n - front - back;
  /* "Fund 2" is not "Fund 3". */
  if (isdigit((unsigned char)a[front]) || isdigit((unsigned char)b[front])) return false;
  if (of_a == 2 && of_b == 2) return a[front] == b[front + 1] && a[front + 1] == b[front];
  return of_a <= 1 && of_b <= 1;
}

static unsigned compare_names(const cr_party_name *a, const cr_party_name *b) {
  if (!*a->core || !*b->core) return 0;
  if (!strcmp(a->words, b->words)) return 1U << CR_SAME_NAME;
  unsigned form = a->form && b->form && strcmp(a->form, b->form) ? 1U << CR_OTHER_FORM : 0;
  if (!strcmp(a->core, b->core))
    return form | (1U << (a->form == b->form || (a->form && b->form && !form) ? CR_SAME_NAME
                                                                             : CR_SAME_CORE));
  if (!strcmp(a->sorted, b->sorted)) return form | (1U << CR_SAME_WORDS);
  return is_near(a->core, b->core) ? form | (1U << CR_NEAR_NAME) : 0;
}

static bool may_be_one(const cr_party *a, const cr_party *b) {
  if (a->kind == CR_GROUP || b->kind == CR_GROUP) return false;
  return a->kind == b->kind || a->named_only || b->named_only;
}

crible_status cr_liken(unsigned *out, cr_arena *arena, const cr_likened *a, const cr_likened *b) {
  unsigned found = 0;
  bool differ = false;
  *out = 0;
  if (!may_be_one(a->party, b->party)) return CRIBLE_OK;
  crible_status status = compare_numbers(&found, &differ, arena, a->party, b->party);
  if (status != CRIBLE_OK) return status;
  found |= compare_names(&a->name, &b->name);
  const unsigned strong = (1U << CR_SAME_IDENTIFIER) | (1U << CR_SAME_NUMBER);
  if (differ && !(found & strong)) return CRIBLE_OK;
  if (!(found & ~(1U << CR_OTHER_FORM))) return CRIBLE_OK;
  if (a->country && b->country)
    found |= 1U << (strcmp(a->country, b->country) ? CR_OTHER_COUNTRY : CR_SAME_COUNTRY);
  /* A subsidiary abroad bears its parent's name in another form. */
  const bool elsewhere = found & (1U << CR_OTHER_COUNTRY);
  const bool weak = found & ((1U << CR_OTHER_FORM) | (1U << CR_NEAR_NAME));
  *out = elsewhere && weak && !(found & strong) ? 0 : found;
  return CRIBLE_OK;
}
