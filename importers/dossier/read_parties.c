/* Parties: who they are. */
#include <ctype.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/dossier/identifiers.h"
#include "importers/dossier/lists.h"
#include "importers/dossier/references.h"
#include "importers/dossier/values.h"
#include "importers/dossier/vocabulary.h"

/* Schemes whose check digits are known. */
static const struct checked_scheme {
  const char *scheme;
  bool (*valid)(const char *value);
  const char *wrong;
} checked_schemes[] = {
    {"lei", cr_lei_valid, N_("'%s' is no LEI: its check digits do not fit")},
    {"siren", cr_siren_valid, N_("'%s' is no SIREN: its check digit does not fit")},
    {"siret", cr_siret_valid, N_("'%s' is no SIRET: its check digit does not fit")}};
enum { CHECKED_SCHEMES = sizeof checked_schemes / sizeof *checked_schemes };

static const struct checked_scheme *checked_scheme(const char *scheme) {
  for (int i = 0; i < CHECKED_SCHEMES; i++)
    if (!strcmp(checked_schemes[i].scheme, scheme)) return &checked_schemes[i];
  return NULL;
}

/* The number; without blanks, and checked, where its scheme has check digits. */
static void read_identifier(cr_reader *reader, cr_identifier *out, const xmlNode *element,
                            const char *scheme, const char *attribute) {
  const char *written = cr_read_text(reader, element, attribute);
  if (!written || !scheme) return;
  const struct checked_scheme *known = checked_scheme(scheme);
  char *value = cr_arena_string(reader->facts->arena, written);
  if (!value) {
    reader->status = CRIBLE_E_MEMORY;
    return;
  }
  if (known) {
    char *to = value;
    for (const char *from = written; *from; from++) {
      if (*from != ' ') *to++ = *from;
    }
    *to = '\0';
  }
  if (known && !known->valid(value)) {
    cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-identifier",
                cr_at(reader, element, attribute), _(known->wrong), written);
    cr_advise(&reader->complaints, "%s", _("copy it again from the register"));
  }
  *out = (cr_identifier){scheme, value};
}

/* "LEI" and "lei" are one scheme, and so for the others that are checked; other registers keep their spelling. */
static const char *read_scheme(cr_reader *reader, const xmlNode *element) {
  const char *scheme = cr_read_text(reader, element, "scheme");
  for (int k = 0; scheme && k < CHECKED_SCHEMES; k++) {
    const char *known = checked_schemes[k].scheme;
    size_t i = 0;
    while (scheme[i] && tolower((unsigned char)scheme[i]) == known[i]) i++;
    if (!scheme[i] && !known[i]) return known;
  }
  return scheme;
}

static void read_identifiers(cr_reader *reader, cr_party *party, const xmlNode *element) {
  size_t room = 2;
  int count = 0;
  for (const xmlNode *c = element->children; c; c = c->next) room++;
  cr_identifier *identifiers = cr_arena_alloc(reader->facts->arena, room, sizeof *identifiers);
  if (!identifiers) {
    reader->status = CRIBLE_E_MEMORY;
    return;
  }
  read_identifier(reader, &identifiers[count], element, "lei", "lei");
  count += identifiers[count].value != NULL;
  read_identifier(reader, &identifiers[count], element, "siren", "siren");
  count += identifiers[count].value != NULL;
  for (const xmlNode *c = element->children; c; c = c->next) {
    if (c->type != XML_ELEMENT_NODE || strcmp(cr_tree_name(c), "identifier")) continue;
    read_identifier(reader, &identifiers[count], c, read_scheme(reader, c), "value");
    count += identifiers[count].value != NULL;
  }
  party->identifiers = identifiers;
  party->identifier_count = count;
}

/* Forms that are others under another name. */
static cr_form read_form(cr_reader *reader, const xmlNode *element) {
  static const char *const names[][2] = {{"SASU", "SAS"}, {"EURL", "SARL"}, {"SCI", "SC"}};
  const char *form = cr_tree_attribute(element, "form");
  for (size_t i = 0; form && i < sizeof names / sizeof *names; i++) {
    if (strcmp(form, names[i][0])) continue;
    cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-word", cr_at(reader, element, "form"),
                _("'%s' is no 'form' of 'company'"), form);
    cr_advise(&reader->complaints, _("write '%s': the rules are the same"), names[i][1]);
    return CR_FORM_UNSTATED;
  }
  return (cr_form)cr_read_word(reader, element, "form", cr_form_words, CR_FORM_UNSTATED);
}

static const char *const *read_nationalities(cr_reader *reader, const xmlNode *element) {
  const char *list = cr_tree_attribute(element, "nationalities"), *word;
  size_t length, count = 0;
  if (!list) return NULL;
  const char **codes = cr_arena_alloc(reader->facts->arena, strlen(list) / 2 + 2, sizeof *codes);
  if (!codes) {
    reader->status = CRIBLE_E_MEMORY;
    return NULL;
  }
  while ((length = cr_list_next(&list, &word)) > 0) {
    codes[count] = cr_country_code(reader, element, "nationalities", word, length);
    count += codes[count] != NULL;
  }
  return codes;
}

static void read_group(cr_reader *reader, cr_party *party, const xmlNode *element) {
  const char *count = cr_tree_attribute(element, "members");
  party->members_are_persons = cr_read_word(reader, element, "of", cr_group_words, true);
  if (count && strcmp(count, "several")) {
    int number = cr_read_count(reader, element, "members", 2);
    party->members = number == CR_NONE ? 0 : number;
  }
}

static const char *country_attribute(cr_party_kind kind) {
  switch (kind) {
  case CR_PERSON:
    return "residence";
  case CR_PUBLIC_BODY:
  case CR_GROUP:
    return "state";
  default:
    return "law"; /* funds and arrangements; a company has no such attribute */
  }
}

void cr_read_party(cr_reader *reader, const xmlNode *element) {
  cr_party party = {.fact = cr_read_fact(reader, element),
                    .id = cr_read_id(reader, element),
                    .name = cr_read_text(reader, element, "name"),
                    .incorporated = cr_read_date(reader, element, "incorporated")};
  int index;
  for (const cr_word *kind = cr_party_kind_words; kind->text; kind++) {
    if (!strcmp(kind->text, cr_tree_name(element))) party.kind = (cr_party_kind)kind->value;
  }
  if (!party.id) party.id = "";
  if (!strcmp(party.id, "undisclosed")) {
    cr_complain(&reader->complaints, CR_CAUSE_VALUE, "bad-id", cr_at(reader, element, "id"),
                _("the id 'undisclosed' is reserved for holders that nobody names"));
  }
  if (!party.name) party.name = party.id;
  party.country = cr_read_country(reader, element, country_attribute(party.kind));
  read_identifiers(reader, &party, element);
  if (party.kind == CR_COMPANY) party.form = read_form(reader, element);
  if (party.kind == CR_PERSON) party.nationalities = read_nationalities(reader, element);
  if (party.kind == CR_GROUP) read_group(reader, &party, element);
  CR_APPEND(reader, parties, party, &index);
  cr_name_fact(reader, element, CR_NAME_PARTY, party.id, index, party.fact.period);
}
