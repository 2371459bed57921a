/* Companies of the register, and who holds. */
#include <stdio.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/psc/package.h"

static const char *text_of(const cr_json_value *object, const char *member) {
  return cr_json_text(cr_json_member(object, member));
}

bool cr_psc_identifier(cr_spelling *out, const cr_psc_record *record,
                       const cr_country_words *words) {
  const cr_json_value *identification = cr_json_member(record->data, "identification");
  const char *number = text_of(identification, "registration_number"),
             *place = text_of(identification, "place_registered");
  const char *country = cr_psc_country(words, text_of(identification, "country_registered"));
  char scheme[CR_SCHEME_ROOM];
  if (!number) return false;
  if (!country && place && strstr(place, "Companies House")) country = "GB";
  if (country && !strcmp(country, "GB")) return cr_identifier_spell(out, CR_SCHEME_UK, number);
  if (country && !strcmp(country, "FR") && cr_identifier_spell(out, "FR-SIREN", number) &&
      !strcmp(out->scheme, "siren"))
    return true;
  if (!country || !place) return false;
  int length = snprintf(scheme, sizeof scheme, "%s-%s", country, place);
  return length < (int)sizeof scheme && cr_identifier_spell(out, scheme, number);
}

static crible_status add_party(int *index, cr_psc_package *package, const cr_party *party,
                               const cr_spelling *identifier) {
  cr_arena *arena = package->facts->arena;
  cr_identifier *list = identifier ? cr_arena_alloc(arena, 1, sizeof *list) : NULL;
  if (identifier && !list) return CRIBLE_E_MEMORY;
  if (list) {
    list->scheme = cr_arena_string(arena, identifier->scheme);
    list->value = cr_arena_string(arena, identifier->value);
    if (!list->scheme || !list->value) return CRIBLE_E_MEMORY;
  }
  crible_status status = cr_facts_add_parties(package->facts, index);
  if (status != CRIBLE_OK) return status;
  package->facts->parties[*index] = *party;
  package->facts->parties[*index].identifiers = list;
  package->facts->parties[*index].identifier_count = list != NULL;
  return CRIBLE_OK;
}

static crible_status add_seat(cr_psc_package *package, const cr_fact *fact, int party,
                              cr_seat_kind kind, const char *country, const char *presumption) {
  int index;
  char *code = cr_arena_string(package->facts->arena, country);
  crible_status status = code ? cr_facts_add_seats(package->facts, &index) : CRIBLE_E_MEMORY;
  if (status != CRIBLE_OK) return status;
  package->facts->seats[index] = (cr_seat){*fact, party, kind, code};
  package->facts->seats[index].fact.presumption = presumption;
  return CRIBLE_OK;
}

static const cr_period always = {CR_DATE_NONE, CR_DATE_NONE};

/* Overseas companies and overseas entities have numbers of the register, and no seat by it. */
static bool from_overseas(const char *number) {
  static const char *const prefixes[] = {"FC", "SF", "NF", "BR", "OE"};
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
    if (!strncmp(number, prefixes[i], 2)) return true;
  return false;
}

/* The record names the company by its number only. A company of the register has its registered
 * office there (Companies Act 2006, section 9 (2)(b)). */
crible_status cr_psc_company(int *party, cr_psc_package *package, const cr_psc_record *record) {
  cr_spelling spelling = {.scheme = CR_SCHEME_UK};
  *party = cr_facts_party(package->facts, record->number);
  if (*party != CR_NONE) return CRIBLE_OK;
  strcpy(spelling.value, record->number);
  char *id = cr_arena_string(package->facts->arena, record->number);
  cr_party company = {.id = id, .name = id, .kind = CR_COMPANY, .named_only = true,
                      .incorporated = CR_DATE_NONE};
  if (!id) return CRIBLE_E_MEMORY;
  crible_status status = cr_psc_fact(&company.fact, package, record, always);
  if (status == CRIBLE_OK) status = add_party(party, package, &company, &spelling);
  if (status != CRIBLE_OK || from_overseas(id)) return status;
  return add_seat(package, &company.fact, *party, CR_SEAT_REGISTERED, "GB", "seat-of-register");
}

/* Its name, or the parts of it. */
static const char *name_of(cr_arena *arena, const cr_json_value *data) {
  static const char *const parts[] = {"title", "forename", "middle_name", "surname"};
  const cr_json_value *elements = cr_json_member(data, "name_elements");
  const char *name = text_of(data, "name");
  if (name) return cr_arena_string(arena, name);
  char *joined = cr_arena_string(arena, "");
  for (size_t i = 0; joined && i < sizeof parts / sizeof *parts; i++) {
    const char *part = text_of(elements, parts[i]);
    if (part) joined = cr_arena_printf(arena, "%s%s%s", joined, *joined ? " " : "", part);
  }
  return joined;
}

/* The last word of the record's address in the register is its own id there. */
static const char *id_of(cr_arena *arena, const cr_psc_record *record) {
  const cr_json_value *links = cr_json_member(record->data, "links");
  const char *self = text_of(links, "self"), *etag = text_of(record->data, "etag");
  const char *slash = self ? strrchr(self, '/') : NULL;
  if (slash && slash[1]) return cr_arena_printf(arena, "%s-%s", record->number, slash + 1);
  if (etag) return cr_arena_printf(arena, "%s-%s", record->number, etag);
  return cr_arena_printf(arena, "%s-line-%u", record->number, record->element->line);
}

/* Kinds begin with what somebody is: "individual-…", "corporate-entity-…", "legal-person-…". */
static cr_party_kind kind_of(const char *kind) {
  if (!strncmp(kind, "corporate", sizeof "corporate" - 1)) return CR_COMPANY;
  if (!strncmp(kind, "legal-person", sizeof "legal-person" - 1)) return CR_PUBLIC_BODY;
  return CR_PERSON;
}

/* A country as it is written; one that no list has is told. */
static crible_status read_country(const char **out, cr_psc_package *package,
                                  const cr_psc_record *record, const cr_json_value *object,
                                  const char *member) {
  const char *written = text_of(object, member);
  *out = cr_psc_country(package->words, written);
  if (!written || (*out && cr_reference_country(package->reference, *out))) return CRIBLE_OK;
  *out = NULL;
  return cr_json_warn(record->reader, object, member, "unknown-country", NULL,
                      _("'%.64s' is the name of no country that is known: where it is, is not "
                        "known"),
                      written);
}

/* An entity is registered where it says; its address is that of its registered or principal
 * office (Companies Act 2006, section 790K (2)(b)). */
static crible_status add_seats(cr_psc_package *package, const cr_psc_record *record,
                               const cr_fact *fact, int party) {
  const char *registered = NULL, *address = NULL;
  crible_status status =
      read_country(&registered, package, record, cr_json_member(record->data, "identification"),
                   "country_registered");
  if (status == CRIBLE_OK)
    status = read_country(&address, package, record, cr_json_member(record->data, "address"),
                          "country");
  if (status == CRIBLE_OK && registered)
    status = add_seat(package, fact, party, CR_SEAT_REGISTERED, registered, NULL);
  if (status != CRIBLE_OK || !address) return status;
  if (!registered)
    return add_seat(package, fact, party, CR_SEAT_REGISTERED, address, "office-of-address");
  if (!strcmp(registered, address)) return CRIBLE_OK;
  return add_seat(package, fact, party, CR_SEAT_ESTABLISHMENT, address, NULL);
}

static crible_status describe(int *index, cr_psc_package *package, const cr_psc_record *record,
                              const cr_spelling *identifier, const char *id) {
  cr_arena *arena = package->facts->arena;
  cr_party party = {.id = id, .kind = kind_of(record->kind), .incorporated = CR_DATE_NONE};
  party.name = name_of(arena, record->data);
  if (!party.id || !party.name) return CRIBLE_E_MEMORY;
  if (!*party.name) party.name = party.id;
  crible_status status = cr_psc_fact(&party.fact, package, record, always);
  if (status == CRIBLE_OK && party.kind == CR_PERSON)
    status = read_country(&party.country, package, record, record->data, "country_of_residence");
  if (status == CRIBLE_OK && party.country) {
    party.country = cr_arena_string(arena, party.country);
    if (!party.country) status = CRIBLE_E_MEMORY;
  }
  if (status != CRIBLE_OK) return status;
  if (*index == CR_NONE) {
    status = add_party(index, package, &party, identifier);
  } else {
    party.identifiers = package->facts->parties[*index].identifiers;
    party.identifier_count = package->facts->parties[*index].identifier_count;
    package->facts->parties[*index] = party;
  }
  return status;
}

/* An entity of a register is one party however often it holds; everybody else is a party a
 * record: that two are the same person nobody says. */
crible_status cr_psc_holder(int *party, cr_psc_package *package, const cr_psc_record *record) {
  cr_spelling identifier;
  cr_arena *arena = package->facts->arena;
  bool known = kind_of(record->kind) != CR_PERSON &&
               cr_psc_identifier(&identifier, record, package->words);
  const char *id = !known ? id_of(arena, record)
                   : !strcmp(identifier.scheme, CR_SCHEME_UK)
                       ? cr_arena_string(arena, identifier.value)
                       : cr_arena_printf(arena, "%s:%s", identifier.scheme, identifier.value);
  if (!id) return CRIBLE_E_MEMORY;
  *party = cr_facts_party(package->facts, id);
  bool described = *party != CR_NONE && !package->facts->parties[*party].named_only;
  if (described) return CRIBLE_OK;
  crible_status status = describe(party, package, record, known ? &identifier : NULL, id);
  if (status != CRIBLE_OK || kind_of(record->kind) == CR_PERSON) return status;
  cr_fact fact = package->facts->parties[*party].fact;
  return add_seats(package, record, &fact, *party);
}
