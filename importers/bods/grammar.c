/* The tables of BODS 0.4; codes spelt as its codelists spell them. */
#include "importers/bods/grammar.h"

#include <string.h>

#include "engine/base/words.h"

#define END {.name = NULL}
#define TEXT(n) {.name = n, .kind = CR_BODS_TEXT}
#define CODE(n, list) {.name = n, .kind = CR_BODS_TEXT, .codes = list}
#define OF(n, k) {.name = n, .kind = k}
#define OBJECT(n, s) {.name = n, .kind = CR_BODS_SHAPE, .shape = &s}
#define LIST(n, e) {.name = n, .kind = CR_BODS_LIST, .element = &e}

static const char *const record_types[] = {"entity", "person", "relationship", NULL};
static const char *const record_statuses[] = {"new", "updated", "closed", NULL};
static const char *const motivations[] = {"commenting", "correcting", "identifying", "linking",
                                          "transformation", NULL};
static const char *const source_types[] = {"selfDeclaration", "officialRegister", "thirdParty",
                                           "primaryResearch", "verified", NULL};
static const char *const entity_types[] = {"registeredEntity", "legalEntity", "arrangement",
                                           "anonymousEntity", "unknownEntity", "state",
                                           "stateBody", NULL};
static const char *const person_types[] = {"anonymousPerson", "unknownPerson", "knownPerson",
                                           NULL};
static const char *const name_types[] = {"legal", "translation", "transliteration", "former",
                                         "alternative", "birth", NULL};
static const char *const entity_addresses[] = {"registered", "business", "alternative", NULL};
static const char *const person_addresses[] = {"residence", "service", "alternative", NULL};
static const char *const birth_addresses[] = {"placeOfBirth", NULL};
static const char *const exposures[] = {"isPep", "isNotPep", "unknown", NULL};
static const char *const levels[] = {"direct", "indirect", "unknown", NULL};
static const char *const security_schemes[] = {"isin", "figi", "cusip", "cins", NULL};

const char *const cr_bods_reason_codes[] = {
    "noBeneficialOwners", "subjectUnableToConfirmOrIdentifyBeneficialOwner",
    "interestedPartyHasNotProvidedInformation", "subjectExemptFromDisclosure",
    "interestedPartyExemptFromDisclosure", "unknown", "informationUnknownToPublisher", NULL};

const char *const cr_bods_interest_codes[] = {
    "shareholding", "votingRights", "appointmentOfBoard", "otherInfluenceOrControl",
    "seniorManagingOfficial", "settlor", "trustee", "protector", "beneficiaryOfLegalArrangement",
    "rightsToSurplusAssetsOnDissolution", "rightsToProfitOrIncome", "rightsGrantedByContract",
    "conditionalRightsGrantedByContract", "controlViaCompanyRulesOrArticles",
    "controlByLegalFramework", "boardMember", "boardChair", "unknownInterest",
    "unpublishedInterest", "enjoymentAndUseOfAssets", "rightToProfitOrIncomeFromAssets", "nominee",
    "nominator", NULL};

static const cr_bods_field text = TEXT("text"), read_text = {"text", CR_BODS_TEXT, .read = true},
                           uri = OF("uri", CR_BODS_URI);

/* Components. */
static const cr_bods_field country_fields[] = {
    {"name", CR_BODS_TEXT, .needed = true},
    {"code", CR_BODS_TEXT, .read = true, .least = 2, .most = 2}, END};
static const cr_bods_shape country = {country_fields, NULL};
static const cr_bods_field jurisdiction_fields[] = {
    {"name", CR_BODS_TEXT, .needed = true},
    {"code", CR_BODS_TEXT, .read = true, .least = 2, .most = 6}, END};
static const cr_bods_shape jurisdiction = {jurisdiction_fields, NULL};
static const cr_bods_field countries = OBJECT("nationality", country);

static const cr_bods_field reason_fields[] = {
    {"reason", CR_BODS_TEXT, .needed = true, .read = true, .codes = cr_bods_reason_codes},
    TEXT("description"), END};
static const cr_bods_shape reason = {reason_fields, NULL};

static const cr_bods_field identifier_fields[] = {
    {"id", CR_BODS_TEXT, .read = true}, {"scheme", CR_BODS_TEXT, .read = true},
    TEXT("schemeName"), OF("uri", CR_BODS_URI), END};

static crible_status identifier_also(cr_json_reader *reader, const cr_json_value *object) {
  if (cr_json_member(object, "scheme") || cr_json_member(object, "schemeName")) return CRIBLE_OK;
  return cr_json_warn(reader, object, NULL, "bods-missing", NULL,
                      _("'%s' or '%s' is missing"), "scheme", "schemeName");
}

static const cr_bods_shape identifier = {identifier_fields, identifier_also};
static const cr_bods_field identifiers = {"identifiers", CR_BODS_SHAPE, .read = true,
                                          .shape = &identifier};

static const cr_bods_field agent_fields[] = {TEXT("name"), OF("uri", CR_BODS_URI), END};
static const cr_bods_shape agent = {agent_fields, NULL};
static const cr_bods_field agents = OBJECT("assertedBy", agent);
static const cr_bods_field source_type = CODE("type", source_types);
static const cr_bods_field source_fields[] = {
    LIST("type", source_type), TEXT("description"), OF("url", CR_BODS_URI),
    OF("retrievedAt", CR_BODS_MOMENT), LIST("assertedBy", agents), END};
static const cr_bods_shape source = {source_fields, NULL};

#define ADDRESS_FIELDS(codes)                                                                    \
  {CODE("type", codes), TEXT("address"), TEXT("postCode"),                                       \
   {"country", CR_BODS_SHAPE, .read = true, .shape = &country}, END}
static const cr_bods_field entity_address_fields[] = ADDRESS_FIELDS(entity_addresses);
static const cr_bods_field person_address_fields[] = ADDRESS_FIELDS(person_addresses);
static const cr_bods_field birth_place_fields[] = ADDRESS_FIELDS(birth_addresses);
static const cr_bods_shape entity_address = {entity_address_fields, NULL};
static const cr_bods_shape person_address = {person_address_fields, NULL};
static const cr_bods_shape birth_place = {birth_place_fields, NULL};
static const cr_bods_field entity_address_list = {"addresses", CR_BODS_SHAPE, .read = true,
                                                  .shape = &entity_address};
static const cr_bods_field person_address_list = {"addresses", CR_BODS_SHAPE, .read = true,
                                                  .shape = &person_address};

/* Entities. */
static const cr_bods_field entity_type_fields[] = {
    {"type", CR_BODS_TEXT, .needed = true, .read = true, .codes = entity_types},
    {"subtype", CR_BODS_TEXT, .read = true}, TEXT("details"), END};

static crible_status entity_type_also(cr_json_reader *reader, const cr_json_value *object) {
  static const char *const allowed[][2] = {{"trust", "arrangement"},
                                           {"trust", "legalEntity"},
                                           {"nomination", "arrangement"},
                                           {"governmentDepartment", "stateBody"},
                                           {"stateAgency", "stateBody"}};
  const char *type = cr_json_text(cr_json_member(object, "type"));
  const char *subtype = cr_json_text(cr_json_member(object, "subtype"));
  if (!type || !subtype || !strcmp(subtype, "other")) return CRIBLE_OK;
  for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
    if (!strcmp(subtype, allowed[i][0]) && !strcmp(type, allowed[i][1])) return CRIBLE_OK;
  return cr_json_error(reader, object, "subtype", "bods-code", NULL,
                       _("'%.64s' is no subtype of '%.64s'"), subtype, type);
}

static const cr_bods_shape entity_type = {entity_type_fields, entity_type_also};

static const cr_bods_field security_fields[] = {
    CODE("idScheme", security_schemes), TEXT("id"), {"ticker", CR_BODS_TEXT, .needed = true}, END};
static const cr_bods_shape security = {security_fields, NULL};
static const cr_bods_field listing_fields[] = {
    {"marketIdentifierCode", CR_BODS_TEXT, .read = true},
    {"operatingMarketIdentifierCode", CR_BODS_TEXT, .read = true},
    {"stockExchangeJurisdiction", CR_BODS_TEXT, .needed = true, .least = 2, .most = 6},
    {"stockExchangeName", CR_BODS_TEXT, .needed = true},
    {"security", CR_BODS_SHAPE, .needed = true, .shape = &security}, END};
static const cr_bods_shape listing = {listing_fields, NULL};
static const cr_bods_field listings = {"securitiesListings", CR_BODS_SHAPE, .read = true,
                                       .shape = &listing};
static const cr_bods_field public_listing_fields[] = {
    {"hasPublicListing", CR_BODS_BOOLEAN, .needed = true, .read = true},
    LIST("companyFilingsURLs", uri),
    {"securitiesListings", CR_BODS_LIST, .read = true, .element = &listings}, END};
static const cr_bods_shape public_listing = {public_listing_fields, NULL};
static const cr_bods_field statute_fields[] = {TEXT("name"), OF("date", CR_BODS_DAY), END};
static const cr_bods_shape statute = {statute_fields, NULL};

static const cr_bods_field entity_fields[] = {
    {"isComponent", CR_BODS_BOOLEAN, .needed = true, .read = true},
    {"entityType", CR_BODS_SHAPE, .needed = true, .read = true, .shape = &entity_type},
    {"unspecifiedEntityDetails", CR_BODS_SHAPE, .read = true, .shape = &reason},
    {"name", CR_BODS_TEXT, .read = true},
    LIST("alternateNames", text),
    {"jurisdiction", CR_BODS_SHAPE, .read = true, .shape = &jurisdiction},
    {"identifiers", CR_BODS_LIST, .read = true, .element = &identifiers},
    {"foundingDate", CR_BODS_DAY, .read = true},
    {"dissolutionDate", CR_BODS_DAY, .read = true},
    {"addresses", CR_BODS_LIST, .read = true, .element = &entity_address_list},
    OF("uri", CR_BODS_URI),
    {"publicListing", CR_BODS_SHAPE, .read = true, .shape = &public_listing},
    OBJECT("formedByStatute", statute),
    END};
static const cr_bods_shape entity = {entity_fields, NULL};

/* Persons. */
static const cr_bods_field name_fields[] = {
    CODE("type", name_types), {"fullName", CR_BODS_TEXT, .needed = true, .read = true},
    TEXT("familyName"), TEXT("givenName"), TEXT("patronymicName"), END};
static const cr_bods_shape name = {name_fields, NULL};
static const cr_bods_field names = {"names", CR_BODS_SHAPE, .read = true, .shape = &name};
static const cr_bods_field exposure_detail_fields[] = {
    TEXT("reason"), TEXT("missingInfoReason"), OBJECT("jurisdiction", jurisdiction),
    OF("startDate", CR_BODS_DAY), OF("endDate", CR_BODS_DAY), OBJECT("source", source), END};
static const cr_bods_shape exposure_detail = {exposure_detail_fields, NULL};
static const cr_bods_field exposure_details = OBJECT("details", exposure_detail);
static const cr_bods_field exposure_fields[] = {
    {"status", CR_BODS_TEXT, .needed = true, .codes = exposures},
    LIST("details", exposure_details), END};
static const cr_bods_shape exposure = {exposure_fields, NULL};

static const cr_bods_field person_fields[] = {
    {"isComponent", CR_BODS_BOOLEAN, .needed = true, .read = true},
    {"personType", CR_BODS_TEXT, .needed = true, .read = true, .codes = person_types},
    {"unspecifiedPersonDetails", CR_BODS_SHAPE, .read = true, .shape = &reason},
    {"names", CR_BODS_LIST, .read = true, .element = &names},
    {"identifiers", CR_BODS_LIST, .read = true, .element = &identifiers},
    {"nationalities", CR_BODS_LIST, .read = true, .element = &countries},
    OBJECT("placeOfBirth", birth_place),
    OF("birthDate", CR_BODS_BIRTHDAY),
    OF("deathDate", CR_BODS_BIRTHDAY),
    LIST("taxResidencies", countries),
    {"addresses", CR_BODS_LIST, .read = true, .element = &person_address_list},
    OBJECT("politicalExposure", exposure),
    END};
static const cr_bods_shape person = {person_fields, NULL};

/* Relationships. */
static const cr_bods_field share_fields[] = {
    {"exact", CR_BODS_NUMBER, .read = true}, {"maximum", CR_BODS_NUMBER, .read = true},
    {"minimum", CR_BODS_NUMBER, .read = true}, {"exclusiveMinimum", CR_BODS_BOUND, .read = true},
    {"exclusiveMaximum", CR_BODS_BOUND, .read = true}, END};
static const cr_bods_shape share = {share_fields, NULL};
static const cr_bods_field interest_fields[] = {
    {"type", CR_BODS_TEXT, .read = true, .codes = cr_bods_interest_codes},
    {"directOrIndirect", CR_BODS_TEXT, .read = true, .codes = levels},
    OF("beneficialOwnershipOrControl", CR_BODS_BOOLEAN),
    TEXT("details"),
    {"share", CR_BODS_SHAPE, .read = true, .shape = &share},
    {"startDate", CR_BODS_DAY, .read = true},
    {"endDate", CR_BODS_DAY, .read = true},
    END};
static const cr_bods_shape interest = {interest_fields, NULL};
static const cr_bods_field interests = {"interests", CR_BODS_SHAPE, .read = true,
                                        .shape = &interest};

static const cr_bods_field relationship_fields[] = {
    {"isComponent", CR_BODS_BOOLEAN, .needed = true, .read = true},
    {"componentRecords", CR_BODS_LIST, .read = true, .element = &read_text},
    {"subject", CR_BODS_PARTY, .needed = true, .read = true, .shape = &reason},
    {"interestedParty", CR_BODS_PARTY, .needed = true, .read = true, .shape = &reason},
    {"interests", CR_BODS_LIST, .read = true, .element = &interests},
    END};

static crible_status relationship_also(cr_json_reader *reader, const cr_json_value *object) {
  const cr_json_value *component = cr_json_member(object, "isComponent");
  const cr_json_value *records = cr_json_member(object, "componentRecords");
  if (!component || component->kind != CR_JSON_TRUE || !records || records->count == 0)
    return CRIBLE_OK;
  return cr_json_warn(reader, records, NULL, "bods-component-of-component", NULL,
                      _("a component has components of its own"));
}

static const cr_bods_shape relationship = {relationship_fields, relationship_also};

/* Statements. */
static const cr_bods_field annotation_fields[] = {
    {"statementPointerTarget", CR_BODS_TEXT, .needed = true},
    OF("creationDate", CR_BODS_MOMENT), OBJECT("createdBy", agent),
    {"motivation", CR_BODS_TEXT, .needed = true, .codes = motivations}, TEXT("description"),
    TEXT("transformedContent"), OF("url", CR_BODS_URI), END};

static crible_status annotation_also(cr_json_reader *reader, const cr_json_value *object) {
  const char *motivation = cr_json_text(cr_json_member(object, "motivation"));
  const char *content = cr_json_text(cr_json_member(object, "transformedContent"));
  crible_status status = CRIBLE_OK;
  if (motivation && !strcmp(motivation, "linking") && !cr_json_member(object, "url"))
    status = cr_json_warn(reader, object, NULL, "bods-missing", NULL, _("'%s' is missing"), "url");
  if (status == CRIBLE_OK && motivation && content && *content &&
      strcmp(motivation, "transformation"))
    status = cr_json_warn(reader, object, "transformedContent", "bods-annotation", NULL,
                          _("only a transformation has transformed content"));
  return status;
}

static const cr_bods_shape annotation = {annotation_fields, annotation_also};
static const cr_bods_field annotations = OBJECT("annotations", annotation);

static const cr_bods_field publisher_fields[] = {TEXT("name"), OF("url", CR_BODS_URI), END};

static crible_status publisher_also(cr_json_reader *reader, const cr_json_value *object) {
  if (cr_json_member(object, "name") || cr_json_member(object, "url")) return CRIBLE_OK;
  return cr_json_warn(reader, object, NULL, "bods-missing", NULL, _("'%s' or '%s' is missing"),
                      "name", "url");
}

static const cr_bods_shape publisher = {publisher_fields, publisher_also};
static const cr_bods_field publication_fields[] = {
    {"publicationDate", CR_BODS_MOMENT, .needed = true},
    {"bodsVersion", CR_BODS_VERSION, .needed = true},
    OF("license", CR_BODS_URI),
    {"publisher", CR_BODS_SHAPE, .needed = true, .shape = &publisher}, END};
static const cr_bods_shape publication = {publication_fields, NULL};

static const cr_bods_field no_fields[] = {END};
static const cr_bods_shape any = {no_fields, NULL}; /* looked at once the record's type is known */

static const cr_bods_field statement_fields[] = {
    {"statementId", CR_BODS_TEXT, .needed = true, .least = 32, .most = 64},
    {"statementDate", CR_BODS_MOMENT, .needed = true, .read = true},
    LIST("annotations", annotations),
    OBJECT("publicationDetails", publication),
    OBJECT("source", source),
    TEXT("declaration"),
    {"declarationSubject", CR_BODS_TEXT, .needed = true},
    {"recordId", CR_BODS_TEXT, .needed = true, .read = true},
    {"recordType", CR_BODS_TEXT, .needed = true, .read = true, .codes = record_types},
    {"recordStatus", CR_BODS_TEXT, .read = true, .codes = record_statuses},
    {"recordDetails", CR_BODS_SHAPE, .needed = true, .read = true, .shape = &any},
    END};

/* The details by the type of record. */
static crible_status statement_also(cr_json_reader *reader, const cr_json_value *object) {
  const char *type = cr_json_text(cr_json_member(object, "recordType"));
  const cr_json_value *details = cr_json_member(object, "recordDetails");
  if (!type || !details || details->kind != CR_JSON_OBJECT) return CRIBLE_OK;
  if (!strcmp(type, "entity")) return cr_bods_check(reader, details, &entity);
  if (!strcmp(type, "person")) return cr_bods_check(reader, details, &person);
  if (!strcmp(type, "relationship")) return cr_bods_check(reader, details, &relationship);
  return CRIBLE_OK;
}

const cr_bods_shape cr_bods_statement_shape = {statement_fields, statement_also};
