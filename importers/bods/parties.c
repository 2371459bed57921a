/* Entities and persons as parties, with their seats over time. */
#include <string.h>

#include "importers/bods/package.h"

static bool is(const char *code, const char *word) { return code && cr_bods_is(code, word); }

static cr_party_kind kind_of(const cr_bods_record *record, const cr_bods_identity *identity) {
  if (record->kind == CR_BODS_PERSON) return CR_PERSON;
  if (is(identity->type, "arrangement") || is(identity->subtype, "trust")) return CR_ARRANGEMENT;
  if (is(identity->type, "state") || is(identity->type, "stateBody")) return CR_PUBLIC_BODY;
  return CR_COMPANY;
}

/* A person's State of residence, a State's own, the country of an arrangement's law. */
static const char *country_of(cr_party_kind kind, const cr_bods_identity *identity) {
  if (kind == CR_PERSON) return identity->residence;
  if (kind == CR_COMPANY) return NULL;
  return identity->jurisdiction ? identity->jurisdiction : identity->registered;
}

static crible_status add_party(cr_bods_package *package, cr_bods_record *record) {
  const cr_bods_statement *latest = cr_bods_latest(package, record);
  const cr_bods_identity *identity = latest->identity;
  /* An entity that nobody identified may be any party, so it is what the known holders leave. */
  if (is(identity->type, "unknownEntity")) return CRIBLE_OK;
  cr_party_kind kind = kind_of(record, identity);
  cr_party party = {.fact = cr_bods_fact(latest, (cr_period){CR_DATE_NONE, CR_DATE_NONE}),
                    .id = record->id,
                    .name = identity->name ? identity->name : record->id,
                    .kind = kind,
                    .identifiers = identity->identifiers,
                    .identifier_count = identity->identifier_count,
                    .incorporated = kind == CR_COMPANY ? identity->founded : CR_DATE_NONE,
                    .country = country_of(kind, identity),
                    .nationalities = kind == CR_PERSON ? identity->nationalities : NULL};
  int index;
  cr_bods_note_party(&party, latest, country_of(CR_PUBLIC_BODY, identity));
  crible_status status = cr_facts_add_parties(package->facts, &index);
  if (status != CRIBLE_OK) return status;
  package->facts->parties[index] = party;
  record->party = index;
  return CRIBLE_OK;
}

static crible_status add_seat(cr_bods_package *package, const cr_bods_statement *statement,
                              int party, cr_seat_kind kind, const char *country,
                              const char *presumption) {
  int index;
  crible_status status = cr_facts_add_seats(package->facts, &index);
  if (status != CRIBLE_OK) return status;
  cr_seat seat = {cr_bods_fact(statement, statement->window), party, kind, country};
  seat.fact.presumption = presumption;
  package->facts->seats[index] = seat;
  return CRIBLE_OK;
}

/* A registered address is the registered office; an entity is registered where its jurisdiction
 * is, so that says the same, and may contradict it. */
static crible_status add_seats(cr_bods_package *package, const cr_bods_statement *statement,
                               int party) {
  const cr_bods_identity *identity = statement->identity;
  const char *office = identity->registered, *law = identity->jurisdiction;
  crible_status status = CRIBLE_OK;
  if (office)
    status = add_seat(package, statement, party, CR_SEAT_REGISTERED, office, NULL);
  if (status == CRIBLE_OK && law && (!office || strcmp(office, law)))
    status = add_seat(package, statement, party, CR_SEAT_REGISTERED, law, "seat-of-jurisdiction");
  if (status == CRIBLE_OK && identity->business)
    status = add_seat(package, statement, party, CR_SEAT_ESTABLISHMENT, identity->business, NULL);
  return status;
}

/* One whom a reference names and no statement describes: a person if that is said, else a
 * company of which nothing is known. */
static crible_status add_unknown(cr_bods_package *package, cr_bods_record *record) {
  int index;
  crible_status status = cr_facts_add_parties(package->facts, &index);
  if (status != CRIBLE_OK) return status;
  cr_fact fact = {.period = {CR_DATE_NONE, CR_DATE_NONE}, .recorded = CR_DATE_NONE, .source = 0};
  package->facts->parties[index] =
      (cr_party){.fact = fact, .id = record->id, .name = record->id,
                 .kind = record->kind == CR_BODS_PERSON ? CR_PERSON : CR_COMPANY,
                 .incorporated = CR_DATE_NONE};
  record->party = index;
  return CRIBLE_OK;
}

crible_status cr_bods_add_parties(cr_bods_package *package) {
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < package->record_count; i++) {
    cr_bods_record *record = &package->records[i];
    if (record->kind == CR_BODS_RELATIONSHIP) continue;
    status = record->last > record->first ? add_party(package, record)
                                          : add_unknown(package, record);
    if (record->party == CR_NONE) continue;
    bool seated = package->facts->parties[record->party].kind == CR_COMPANY;
    if (status == CRIBLE_OK) status = cr_bods_add_noted(package, record);
    for (int s = record->first; status == CRIBLE_OK && seated && s < record->last; s++)
      status = add_seats(package, &package->statements[package->order[s]], record->party);
    if (status == CRIBLE_OK && seated) status = cr_bods_add_listings(package, record);
  }
  return status;
}
