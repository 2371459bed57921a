/* Parties as entities and persons. */
#include <string.h>

#include "importers/bods/writer.h"
#include "importers/dossier/vocabulary.h"

/* The country of the first seat of a kind on the day; *index is the fact. */
static const char *seat_of(const cr_bods_writer *writer, int party, cr_seat_kind kind,
                           size_t *index) {
  for (size_t i = 0; i < writer->facts->seats_count; i++) {
    const cr_seat *seat = &writer->facts->seats[i];
    if (seat->party != party || seat->kind != kind) continue;
    if (!cr_fact_valid(&seat->fact, writer->in->as_of)) continue;
    *index = i;
    return seat->country;
  }
  *index = SIZE_MAX;
  return NULL;
}

/* Seats that an entity's addresses do not say. */
static void put_seat_notes(cr_bods_writer *writer, int party, size_t office, size_t business) {
  const cr_facts *facts = writer->facts;
  bool company = facts->parties[party].kind == CR_COMPANY;
  for (size_t i = 0; i < facts->seats_count; i++) {
    const cr_seat *seat = &facts->seats[i];
    if (seat->party != party || !cr_fact_valid(&seat->fact, writer->in->as_of)) continue;
    if (company && (i == office || i == business)) continue;
    const char *words = cr_arena_printf(writer->arena, "seat %s %s",
                                        cr_word_text(cr_seat_words, (int)seat->kind),
                                        seat->country);
    if (!words) writer->out.status = CRIBLE_E_MEMORY;
    cr_bods_put_note(writer, "/recordDetails/addresses", words);
  }
}

static void put_kind_notes(cr_bods_writer *writer, const cr_party *party) {
  const char *words = NULL;
  if (party->kind == CR_FUND) words = "party fund";
  if (party->kind == CR_GROUP) {
    words = cr_arena_printf(writer->arena, "party group %s %lld",
                            cr_word_text(cr_group_words, party->members_are_persons),
                            (long long)party->members);
    if (!words) writer->out.status = CRIBLE_E_MEMORY;
  }
  cr_bods_put_note(writer, "/recordDetails/entityType", words);
  if (party->kind != CR_COMPANY || party->form == CR_FORM_UNSTATED) return;
  words = cr_arena_printf(writer->arena, "form %s", cr_word_text(cr_form_words, (int)party->form));
  if (!words) writer->out.status = CRIBLE_E_MEMORY;
  cr_bods_put_note(writer, "/recordDetails/entityType", words);
}

/* That a list is complete is only said where all of it was written. */
static void put_completeness(cr_bods_writer *writer, int party) {
  const cr_facts *facts = writer->facts;
  for (size_t i = 0; i < facts->completeness_count; i++) {
    const cr_completeness *complete = &facts->completeness[i];
    if (complete->company != party || !cr_fact_valid(&complete->fact, writer->in->as_of)) continue;
    bool missing = complete->of == CR_COMPLETE_HOLDERS  ? writer->in->partly[party]
                   : complete->of == CR_COMPLETE_RIGHTS ? writer->rights_missing
                                                        : writer->organs_missing;
    if (missing) continue;
    bool holders = complete->of == CR_COMPLETE_HOLDERS;
    const char *words = cr_arena_printf(
        writer->arena, "complete %s%s%s", cr_word_text(cr_complete_words, (int)complete->of),
        holders && complete->property[CR_CAPITAL] ? " capital" : "",
        holders && complete->property[CR_VOTES] ? " votes" : "");
    if (!words) writer->out.status = CRIBLE_E_MEMORY;
    cr_bods_put_note(writer, "/recordDetails", words);
  }
}

void cr_bods_put_country(cr_bods_writer *writer, const char *key, const char *code) {
  if (!code) return;
  cr_json_put_open(&writer->out, key, '{');
  cr_json_put_string(&writer->out, "name", code);
  cr_json_put_string(&writer->out, "code", code);
  cr_json_put_close(&writer->out, '}');
}

static void put_address(cr_bods_writer *writer, const char *type, const char *country) {
  if (!country) return;
  cr_json_put_open(&writer->out, NULL, '{');
  cr_json_put_string(&writer->out, "type", type);
  cr_bods_put_country(writer, "country", country);
  cr_json_put_close(&writer->out, '}');
}

/* Schemes of org-id.guide. */
static void put_identifiers(cr_bods_writer *writer, const cr_party *party) {
  cr_json_text_out *out = &writer->out;
  if (!party->identifier_count) return;
  cr_json_put_open(out, "identifiers", '[');
  for (int i = 0; i < party->identifier_count; i++) {
    const char *scheme = party->identifiers[i].scheme;
    if (!strcmp(scheme, "lei")) scheme = "XI-LEI";
    if (!strcmp(scheme, "siren")) scheme = "FR-RCS";
    cr_json_put_open(out, NULL, '{');
    cr_json_put_string(out, "id", party->identifiers[i].value);
    cr_json_put_string(out, "scheme", scheme);
    cr_json_put_close(out, '}');
  }
  cr_json_put_close(out, ']');
}

static void put_type(cr_bods_writer *writer, cr_party_kind kind) {
  static const char *const types[] = {[CR_COMPANY] = "registeredEntity",
                                      [CR_FUND] = "arrangement",
                                      [CR_ARRANGEMENT] = "arrangement",
                                      [CR_PUBLIC_BODY] = "stateBody",
                                      [CR_GROUP] = "anonymousEntity"};
  cr_json_put_open(&writer->out, "entityType", '{');
  cr_json_put_string(&writer->out, "type", types[kind]);
  if (kind == CR_ARRANGEMENT) cr_json_put_string(&writer->out, "subtype", "trust");
  cr_json_put_close(&writer->out, '}');
}

static void write_entity(cr_bods_writer *writer, int index) {
  const cr_party *party = &writer->facts->parties[index];
  bool company = party->kind == CR_COMPANY;
  size_t office, business;
  const char *registered = seat_of(writer, index, CR_SEAT_REGISTERED, &office);
  const char *established = seat_of(writer, index, CR_SEAT_ESTABLISHMENT, &business);
  cr_bods_begin(writer, CR_WRITE_ENTITY, party->id, &party->fact);
  cr_bods_begin_notes(writer);
  put_kind_notes(writer, party);
  put_seat_notes(writer, index, office, business);
  put_completeness(writer, index);
  const bool listed = cr_bods_put_listing_notes(writer, index);
  cr_bods_begin_details(writer);
  put_type(writer, party->kind);
  cr_json_put_string(&writer->out, "name", party->name);
  cr_bods_put_country(writer, "jurisdiction", company ? registered : party->country);
  put_identifiers(writer, party);
  if (company) {
    cr_bods_put_day(writer, "foundingDate", party->incorporated);
    cr_json_put_open(&writer->out, "addresses", '[');
    put_address(writer, "registered", registered);
    put_address(writer, "business", established);
    cr_json_put_close(&writer->out, ']');
  }
  if (listed) {
    cr_json_put_open(&writer->out, "publicListing", '{');
    cr_json_put_literal(&writer->out, "hasPublicListing", "true");
    cr_json_put_close(&writer->out, '}');
  }
  cr_bods_end(writer);
}

static void write_person(cr_bods_writer *writer, const cr_party *party) {
  cr_json_text_out *out = &writer->out;
  cr_bods_begin(writer, CR_WRITE_PERSON, party->id, &party->fact);
  cr_bods_begin_notes(writer);
  cr_bods_begin_details(writer);
  cr_json_put_string(out, "personType", "knownPerson");
  cr_json_put_open(out, "names", '[');
  cr_json_put_open(out, NULL, '{');
  cr_json_put_string(out, "fullName", party->name);
  cr_json_put(out, "}]");
  put_identifiers(writer, party);
  cr_json_put_open(out, "nationalities", '[');
  for (int i = 0; party->nationalities && party->nationalities[i]; i++)
    cr_bods_put_country(writer, NULL, party->nationalities[i]);
  cr_json_put_close(out, ']');
  cr_json_put_open(out, "addresses", '[');
  put_address(writer, "residence", party->country);
  cr_json_put_close(out, ']');
  cr_bods_end(writer);
}

void cr_bods_write_parties(cr_bods_writer *writer) {
  for (size_t i = 0; i < writer->facts->parties_count; i++) {
    if (writer->facts->parties[i].kind == CR_PERSON)
      write_person(writer, &writer->facts->parties[i]);
    else write_entity(writer, (int)i);
  }
}
