/* LEI-CDF: who an entity is, and where its seats are. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/dossier/identifiers.h"
#include "importers/gleif/package.h"

enum { COUNTRY = 2, SCHEMES = 2 };

/* The identifiers of a party that only a reference names. */
static crible_status add_named(int *party, cr_gleif_package *package, const char *scheme,
                               const char *value, cr_party_kind kind) {
  cr_facts *facts = package->facts;
  cr_identifier *identifiers = cr_arena_alloc(facts->arena, SCHEMES, sizeof *identifiers);
  if (!identifiers) return CRIBLE_E_MEMORY;
  crible_status status = cr_gleif_keep(&identifiers[0].scheme, package, scheme);
  if (status == CRIBLE_OK) status = cr_gleif_keep(&identifiers[0].value, package, value);
  if (status == CRIBLE_OK) status = cr_facts_add_parties(facts, party);
  if (status != CRIBLE_OK) return status;
  cr_fact fact = {.period = {CR_DATE_NONE, CR_DATE_NONE}, .recorded = CR_DATE_NONE,
                  .source = package->source};
  facts->parties[*party] = (cr_party){.fact = fact, .id = identifiers[0].value,
                                      .name = identifiers[0].value, .kind = kind,
                                      .identifiers = identifiers, .identifier_count = 1,
                                      .named_only = true, .incorporated = CR_DATE_NONE};
  return CRIBLE_OK;
}

crible_status cr_gleif_party(int *party, cr_gleif_package *package, const char *scheme,
                             const char *value, cr_party_kind supposed) {
  *party = cr_facts_party(package->facts, value);
  if (*party == CR_NONE) return add_named(party, package, scheme, value, supposed);
  cr_party *known = &package->facts->parties[*party];
  if (known->named_only && known->kind == CR_COMPANY) known->kind = supposed;
  return CRIBLE_OK;
}

/* A branch has no seats of its own in law, but its entry is all there is: a company's. */
static cr_party_kind kind_of(const char *category) {
  if (!category) return CR_COMPANY;
  if (!strcmp(category, "FUND")) return CR_FUND;
  if (!strcmp(category, "SOLE_PROPRIETOR")) return CR_PERSON;
  if (!strcmp(category, "RESIDENT_GOVERNMENT_ENTITY")) return CR_PUBLIC_BODY;
  if (!strcmp(category, "INTERNATIONAL_ORGANIZATION")) return CR_PUBLIC_BODY;
  return CR_COMPANY;
}

/* "US-MA" lies in US; what is no code of ISO 3166 is a seat that is not known, told. */
static crible_status read_country(const char **out, cr_gleif_package *package,
                                  const cr_gleif_record *record, cr_gleif_field field) {
  const char *written = record->text[field];
  *out = NULL;
  if (!written) return CRIBLE_OK;
  char code[COUNTRY + 1] = "";
  memcpy(code, written, strlen(written) < COUNTRY ? strlen(written) : COUNTRY);
  bool formed = strlen(written) == COUNTRY || written[COUNTRY] == '-';
  const cr_country *country =
      formed ? cr_reference_country(package->reference, code) : NULL;
  if (country) {
    *out = country->code;
    return cr_gleif_keep(out, package, country->code);
  }
  return cr_gleif_warn(package, record, "gleif-country",
                       _("'%.64s' is the code of no country: the seat is not known"), written);
}

static crible_status add_seat(cr_gleif_package *package, const cr_fact *fact, int party,
                              cr_seat_kind kind, const char *country, const char *presumption) {
  int index;
  crible_status status = cr_facts_add_seats(package->facts, &index);
  if (status != CRIBLE_OK) return status;
  package->facts->seats[index] = (cr_seat){*fact, party, kind, country};
  package->facts->seats[index].fact.presumption = presumption;
  return CRIBLE_OK;
}

/* The legal address is the registered office, and so is where the law of the entity is: if they
 * contradict each other, the party may be third. */
static crible_status add_seats(cr_gleif_package *package, const cr_gleif_record *record, int party,
                               const char *const country[3]) {
  const cr_fact *whole = &package->facts->parties[party].fact;
  cr_period period = {CR_DATE_NONE, cr_gleif_day(record->text[CR_GLEIF_EXPIRED])};
  cr_fact fact = cr_gleif_fact(package, record, whole->locator, period);
  const char *office = country[0], *law = country[2];
  crible_status status = CRIBLE_OK;
  if (office) status = add_seat(package, &fact, party, CR_SEAT_REGISTERED, office, NULL);
  if (status == CRIBLE_OK && law && (!office || strcmp(office, law)))
    status = add_seat(package, &fact, party, CR_SEAT_REGISTERED, law, "seat-of-jurisdiction");
  if (status == CRIBLE_OK && country[1])
    status = add_seat(package, &fact, party, CR_SEAT_ADMINISTRATION, country[1], NULL);
  return status;
}

static crible_status describe(cr_gleif_package *package, const cr_gleif_record *record, int index,
                              const char *const country[3]) {
  cr_party party = package->facts->parties[index];
  crible_status status = cr_gleif_keep(&party.name, package, record->text[CR_GLEIF_NAME]);
  const char *authority = record->text[CR_GLEIF_AUTHORITY],
             *number = record->text[CR_GLEIF_AUTHORITY_NUMBER];
  cr_identifier *identifiers =
      cr_arena_alloc(package->facts->arena, SCHEMES, sizeof *identifiers);
  if (!identifiers) return CRIBLE_E_MEMORY;
  identifiers[0] = party.identifiers[0];
  party.identifiers = identifiers;
  if (status == CRIBLE_OK && authority && number) {
    status = cr_gleif_keep(&identifiers[1].scheme, package, authority);
    if (status == CRIBLE_OK) status = cr_gleif_keep(&identifiers[1].value, package, number);
    party.identifier_count = SCHEMES;
  }
  if (status != CRIBLE_OK) return status;
  party.kind = kind_of(record->text[CR_GLEIF_CATEGORY]);
  party.named_only = false;
  party.fact = cr_gleif_fact(package, record, party.id, (cr_period){CR_DATE_NONE, CR_DATE_NONE});
  if (!party.name) party.name = party.id;
  if (party.kind == CR_COMPANY) party.incorporated = cr_gleif_day(record->text[CR_GLEIF_CREATED]);
  else party.country = party.kind == CR_PERSON || !country[2] ? country[0] : country[2];
  package->facts->parties[index] = party;
  return CRIBLE_OK;
}

static crible_status warn_of_entity(cr_gleif_package *package, const cr_gleif_record *record) {
  const char *status = record->text[CR_GLEIF_ENTITY_STATUS], *lei = record->text[CR_GLEIF_LEI];
  if (!cr_lei_valid(lei))
    return cr_gleif_warn(package, record, "gleif-lei",
                         _("'%.64s' is no LEI: its check digits do not fit"), lei);
  if (!status || strcmp(status, "INACTIVE")) return CRIBLE_OK;
  return cr_gleif_warn(package, record, "gleif-inactive",
                       _("the entity %s is no longer active, says its record"), lei);
}

/* Records that a register took back, or has twice. */
static const char *const no_records[] = {"DUPLICATE", "ANNULLED", "CANCELLED", NULL};

crible_status cr_gleif_add_entity(cr_gleif_package *package, const cr_gleif_record *record) {
  static const cr_gleif_field fields[] = {CR_GLEIF_LEGAL_COUNTRY, CR_GLEIF_HEADQUARTERS_COUNTRY,
                                          CR_GLEIF_JURISDICTION};
  const char *country[3], *lei = record->text[CR_GLEIF_LEI];
  int party;
  if (!lei || cr_gleif_any(record->text[CR_GLEIF_REGISTRATION_STATUS], no_records))
    return CRIBLE_OK;
  crible_status status = cr_gleif_party(&party, package, "lei", lei, CR_COMPANY);
  for (int i = 0; status == CRIBLE_OK && i < 3; i++)
    status = read_country(&country[i], package, record, fields[i]);
  if (status == CRIBLE_OK) status = describe(package, record, party, country);
  if (status != CRIBLE_OK) return status;
  cr_party_kind kind = package->facts->parties[party].kind;
  if (kind == CR_COMPANY || kind == CR_PUBLIC_BODY)
    status = add_seats(package, record, party, country);
  return status == CRIBLE_OK ? warn_of_entity(package, record) : status;
}
