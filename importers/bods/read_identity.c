/* Who an entity or a person is. */
#include <ctype.h>
#include <string.h>

#include "engine/base/words.h"
#include "importers/bods/statement.h"
#include "importers/dossier/identifiers.h"

typedef struct identity_reader {
  cr_json_reader *reader;
  cr_bods_places *places;
  cr_arena *arena;
} identity_reader;

/* The State or territory of a code such as "US" or "US-MA"; NULL with a warning when it is none,
 * since a seat that is not known may be anywhere. */
static crible_status read_code(const char **out, const identity_reader *in,
                               const cr_json_value *value) {
  const char *text = value->text;
  char code[3] = {(char)toupper((unsigned char)text[0]), '\0', '\0'};
  if (text[0]) code[1] = (char)toupper((unsigned char)text[1]);
  bool whole = value->length == 2 || (value->length > 2 && text[2] == '-');
  const cr_country *country = whole ? cr_reference_country(in->places->reference, code) : NULL;
  *out = country ? country->code : NULL;
  if (country) {
    *out = cr_arena_string(in->arena, code);
    return *out ? CRIBLE_OK : CRIBLE_E_MEMORY;
  }
  return cr_json_warn(in->reader, value, NULL, "unknown-country", NULL,
                      _("'%.64s' is no code of a country in ISO 3166: where it is, is not known"),
                      text);
}

/* A country by its name, in English or French. */
static crible_status read_name_of(const char **out, const identity_reader *in,
                                  const cr_json_value *value) {
  cr_bods_places *places = in->places;
  const char *name = value->text;
  crible_status status =
      places->words ? CRIBLE_OK : cr_country_words_read(&places->words, places->context);
  if (status != CRIBLE_OK) return status;
  const char *code = cr_country_of(places->words, name);
  if (!code || !cr_reference_country(places->reference, code)) {
    return cr_json_warn(in->reader, value, NULL, "unknown-country", NULL,
                        _("'%.64s' is no country that ISO 3166 names: where it is, is not known"),
                        name);
  }
  *out = cr_arena_string(in->arena, code);
  return *out ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

/* Of a country: an object with name and code, or before 0.3 the code alone. */
static crible_status read_country(const char **out, const identity_reader *in,
                                  const cr_json_value *value) {
  bool object = value && value->kind == CR_JSON_OBJECT;
  const cr_json_value *code = object ? cr_json_member(value, "code") : value;
  const cr_json_value *name = cr_json_member(value, "name");
  *out = NULL;
  if (cr_json_text(code)) return read_code(out, in, code);
  return cr_json_text(name) ? read_name_of(out, in, name) : CRIBLE_OK;
}

static crible_status read_addresses(cr_bods_identity *out, const identity_reader *in,
                                    const cr_json_value *list) {
  struct {
    const char *type;
    const char **country;
  } const places[] = {{"registered", &out->registered},
                      {"business", &out->business},
                      {"residence", &out->residence}};
  for CR_JSON_EACH (address, list) {
    const char *type = cr_json_text(cr_json_member(address, "type"));
    for (int i = 0; type && i < 3; i++) {
      if (strcmp(type, places[i].type) || *places[i].country) continue;
      crible_status status =
          read_country(places[i].country, in, cr_json_member(address, "country"));
      if (status != CRIBLE_OK) return status;
    }
  }
  return CRIBLE_OK;
}

static crible_status read_nationalities(cr_bods_identity *out, const identity_reader *in,
                                        const cr_json_value *list) {
  int count = 0;
  if (!list || list->kind != CR_JSON_ARRAY || list->count == 0) return CRIBLE_OK;
  const char **codes = cr_arena_alloc(in->arena, list->count + 1, sizeof *codes);
  if (!codes) return CRIBLE_E_MEMORY;
  for CR_JSON_EACH (country, list) {
    crible_status status = read_country(&codes[count], in, country);
    if (status != CRIBLE_OK) return status;
    count += codes[count] != NULL;
  }
  out->nationalities = count ? codes : NULL;
  return CRIBLE_OK;
}

/* Schemes of org-id.guide that the engine knows under another name; FR-RCS writes the SIREN,
 * sometimes with the register's town after it. */
const char *cr_bods_scheme_of(const char *scheme, const char *value) {
  if (!strcmp(scheme, "XI-LEI") && cr_lei_valid(value)) return "lei";
  if ((!strcmp(scheme, "FR-RCS") || !strcmp(scheme, "FR-SIREN")) && cr_siren_valid(value))
    return "siren";
  return scheme;
}

static crible_status read_identifiers(cr_bods_identity *out, const identity_reader *in,
                                      const cr_json_value *list) {
  if (!list || list->kind != CR_JSON_ARRAY || list->count == 0) return CRIBLE_OK;
  out->identifiers = cr_arena_alloc(in->arena, list->count, sizeof *out->identifiers);
  if (!out->identifiers) return CRIBLE_E_MEMORY;
  for CR_JSON_EACH (element, list) {
    const char *scheme, *value;
    crible_status status = cr_bods_copy(&scheme, element, "scheme", in->arena);
    if (status == CRIBLE_OK && !scheme)
      status = cr_bods_copy(&scheme, element, "schemeName", in->arena);
    if (status == CRIBLE_OK) status = cr_bods_copy(&value, element, "id", in->arena);
    if (status != CRIBLE_OK) return status;
    if (scheme && value && *value)
      out->identifiers[out->identifier_count++] =
          (cr_identifier){cr_bods_scheme_of(scheme, value), value};
  }
  return CRIBLE_OK;
}

static crible_status read_listing(cr_bods_identity *out, const identity_reader *in,
                                  const cr_json_value *listing) {
  const cr_json_value *listed = cr_json_member(listing, "hasPublicListing");
  const cr_json_value *list = cr_json_member(listing, "securitiesListings");
  int count = 0;
  out->listed = listed && listed->kind == CR_JSON_TRUE;
  if (!out->listed || !list || list->kind != CR_JSON_ARRAY) return CRIBLE_OK;
  const char **codes = cr_arena_alloc(in->arena, list->count + 1, sizeof *codes);
  if (!codes) return CRIBLE_E_MEMORY;
  for CR_JSON_EACH (element, list) {
    crible_status status = cr_bods_copy(&codes[count], element, "marketIdentifierCode", in->arena);
    if (status == CRIBLE_OK && !codes[count])
      status = cr_bods_copy(&codes[count], element, "operatingMarketIdentifierCode", in->arena);
    if (status != CRIBLE_OK) return status;
    count += codes[count] != NULL;
  }
  out->markets = count ? codes : NULL;
  return CRIBLE_OK;
}

/* entityType is an object in 0.4, a word before. */
static crible_status read_type(cr_bods_identity *out, const identity_reader *in,
                               const cr_json_value *details) {
  const cr_json_value *type = cr_json_member(details, "entityType");
  if (!type || type->kind != CR_JSON_OBJECT) {
    return cr_bods_copy(&out->type, details, type ? "entityType" : "personType", in->arena);
  }
  crible_status status = cr_bods_copy(&out->type, type, "type", in->arena);
  if (status == CRIBLE_OK) status = cr_bods_copy(&out->subtype, type, "subtype", in->arena);
  return status;
}

static crible_status read_name(cr_bods_identity *out, const identity_reader *in,
                               const cr_json_value *details) {
  crible_status status = cr_bods_copy(&out->name, details, "name", in->arena);
  const cr_json_value *first = cr_json_first(cr_json_member(details, "names"));
  if (status == CRIBLE_OK && first && !out->name)
    status = cr_bods_copy(&out->name, first, "fullName", in->arena);
  return status;
}

crible_status cr_bods_read_identity(cr_bods_identity **out, cr_json_reader *reader,
                                    const cr_json_value *details, cr_bods_places *places,
                                    cr_arena *arena) {
  identity_reader in = {reader, places, arena};
  cr_bods_identity *read = cr_arena_alloc(arena, 1, sizeof *read);
  if (!read) return CRIBLE_E_MEMORY;
  const cr_json_value *jurisdiction = cr_json_member(details, "jurisdiction");
  if (!jurisdiction) jurisdiction = cr_json_member(details, "incorporatedInJurisdiction");
  read->founded = cr_bods_day(cr_json_member(details, "foundingDate"));
  crible_status status = read_type(read, &in, details);
  if (status == CRIBLE_OK) status = read_name(read, &in, details);
  if (status == CRIBLE_OK) status = read_country(&read->jurisdiction, &in, jurisdiction);
  if (status == CRIBLE_OK)
    status = read_addresses(read, &in, cr_json_member(details, "addresses"));
  if (status == CRIBLE_OK)
    status = read_nationalities(read, &in, cr_json_member(details, "nationalities"));
  if (status == CRIBLE_OK)
    status = read_identifiers(read, &in, cr_json_member(details, "identifiers"));
  if (status == CRIBLE_OK)
    status = read_listing(read, &in, cr_json_member(details, "publicListing"));
  if (status == CRIBLE_OK) *out = read;
  return status;
}
