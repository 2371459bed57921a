/* Writes a register of a stated size, invented: what a snapshot of a country looks like.
 *
 *   registers KIND MEBIBYTES FILE     KIND: bods (lines), gleif-entities, gleif-relationships, psc
 *
 * Record i is company i, held by company i + 1, but each tenth one, where a chain ends; company 0 is
 * the candidate. Every run writes the same bytes. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct writer {
  const char *name, *head, *foot;
  void (*record)(FILE *out, uint64_t company);
} writer;

/* The check digits of ISO 17442: the number, letters as 10 to 35, leaves 1 when divided by 97. */
static void put_lei(char out[21], uint64_t company) {
  unsigned rest = 0;
  snprintf(out, 21, "529900CRIB%08" PRIu64, company % 100000000);
  for (int i = 0; i < 18; i++) {
    const unsigned value = out[i] <= '9' ? (unsigned)(out[i] - '0') : (unsigned)(out[i] - 'A' + 10);
    rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
  }
  snprintf(out + 18, 3, "%02u", 98 - rest * 100 % 97);
}

static void put_bods(FILE *out, uint64_t company) {
  fprintf(out,
          "{\"statementId\": \"e%" PRIu64 "\", \"recordId\": \"C%" PRIu64 "\", \"recordType\": "
          "\"entity\", \"recordStatus\": \"new\", \"statementDate\": \"2022-03-04\", "
          "\"declarationSubject\": \"C%" PRIu64 "\", \"recordDetails\": {\"isComponent\": false, "
          "\"entityType\": {\"type\": \"registeredEntity\"}, \"name\": \"Société %" PRIu64
          " Participations\", \"jurisdiction\": {\"name\": \"France\", \"code\": \"FR\"}, "
          "\"foundingDate\": \"2001-02-03\", \"addresses\": [{\"type\": \"registered\", \"address\": "
          "\"%" PRIu64 " rue de la République, Lyon\", \"country\": {\"name\": \"France\", \"code\": "
          "\"FR\"}}]}, \"publicationDetails\": {\"publicationDate\": \"2022-04-01\", "
          "\"bodsVersion\": \"0.4\", \"publisher\": {\"name\": \"Registre\"}}}\n",
          company, company, company, company, company % 200);
  if (company % 10 == 9) return;
  fprintf(out,
          "{\"statementId\": \"r%" PRIu64 "\", \"recordId\": \"R%" PRIu64 "\", \"recordType\": "
          "\"relationship\", \"recordStatus\": \"new\", \"statementDate\": \"2022-03-04\", "
          "\"declarationSubject\": \"C%" PRIu64 "\", \"recordDetails\": {\"isComponent\": false, "
          "\"subject\": \"C%" PRIu64 "\", \"interestedParty\": \"C%" PRIu64 "\", \"interests\": "
          "[{\"type\": \"shareholding\", \"directOrIndirect\": \"direct\", \"share\": {\"exact\": "
          "%" PRIu64 ".25}, \"startDate\": \"2010-01-01\"}, {\"type\": \"votingRights\", "
          "\"directOrIndirect\": \"direct\", \"share\": {\"minimum\": 25, \"exclusiveMaximum\": 50}"
          "}]}}\n",
          company, company, company, company, company + 1, company % 99);
}

static void put_entity(FILE *out, uint64_t company) {
  char lei[21];
  put_lei(lei, company);
  fprintf(out,
          "<lei:LEIRecord xmlns:lei=\"http://www.gleif.org/data/schema/leidata/2016\">\n"
          "<lei:LEI>%s</lei:LEI>\n<lei:Entity>\n"
          "<lei:LegalName xml:lang=\"fr\">Société %" PRIu64 " Participations</lei:LegalName>\n"
          "<lei:LegalAddress xml:lang=\"fr\"><lei:FirstAddressLine>%" PRIu64
          " rue de la République</lei:FirstAddressLine><lei:City>Lyon</lei:City><lei:Region>FR-69"
          "</lei:Region><lei:Country>FR</lei:Country><lei:PostalCode>69001</lei:PostalCode>"
          "</lei:LegalAddress>\n<lei:HeadquartersAddress xml:lang=\"fr\"><lei:FirstAddressLine>2 "
          "quai du Rhône</lei:FirstAddressLine><lei:City>Lyon</lei:City><lei:Country>FR"
          "</lei:Country></lei:HeadquartersAddress>\n<lei:RegistrationAuthority>"
          "<lei:RegistrationAuthorityID>RA000189</lei:RegistrationAuthorityID>"
          "<lei:RegistrationAuthorityEntityID>%09" PRIu64 "</lei:RegistrationAuthorityEntityID>"
          "</lei:RegistrationAuthority>\n<lei:LegalJurisdiction>FR</lei:LegalJurisdiction>\n"
          "<lei:EntityCategory>GENERAL</lei:EntityCategory>\n<lei:LegalForm><lei:EntityLegalFormCode>"
          "6CHY</lei:EntityLegalFormCode></lei:LegalForm>\n<lei:EntityStatus>ACTIVE"
          "</lei:EntityStatus>\n</lei:Entity>\n<lei:Registration><lei:InitialRegistrationDate>"
          "2014-05-06T07:08:09Z</lei:InitialRegistrationDate><lei:LastUpdateDate>2022-06-30T01:02:03Z"
          "</lei:LastUpdateDate><lei:RegistrationStatus>ISSUED</lei:RegistrationStatus>"
          "<lei:NextRenewalDate>2023-06-30T01:02:03Z</lei:NextRenewalDate></lei:Registration>\n"
          "</lei:LEIRecord>\n",
          lei, company, company % 200, company);
}

static void put_relationship(FILE *out, uint64_t company) {
  char child[21], parent[21];
  if (company % 10 == 9) return;
  put_lei(child, company);
  put_lei(parent, company + 1);
  fprintf(out,
          "<rr:RelationshipRecord xmlns:rr=\"http://www.gleif.org/data/schema/rr/2016\">\n"
          "<rr:Relationship>\n<rr:StartNode><rr:NodeID>%s</rr:NodeID><rr:NodeIDType>LEI"
          "</rr:NodeIDType></rr:StartNode>\n<rr:EndNode><rr:NodeID>%s</rr:NodeID><rr:NodeIDType>LEI"
          "</rr:NodeIDType></rr:EndNode>\n<rr:RelationshipType>IS_DIRECTLY_CONSOLIDATED_BY"
          "</rr:RelationshipType>\n<rr:RelationshipPeriods><rr:RelationshipPeriod><rr:StartDate>"
          "2015-01-01T00:00:00Z</rr:StartDate><rr:PeriodType>RELATIONSHIP_PERIOD</rr:PeriodType>"
          "</rr:RelationshipPeriod></rr:RelationshipPeriods>\n<rr:RelationshipStatus>ACTIVE"
          "</rr:RelationshipStatus>\n</rr:Relationship>\n<rr:Registration><rr:LastUpdateDate>"
          "2022-06-30T01:02:03Z</rr:LastUpdateDate><rr:RegistrationStatus>PUBLISHED"
          "</rr:RegistrationStatus></rr:Registration>\n</rr:RelationshipRecord>\n",
          child, parent);
}

static void put_psc(FILE *out, uint64_t company) {
  fprintf(out,
          "{\"company_number\":\"%08" PRIu64 "\",\"data\":{\"address\":{\"address_line_1\":\"%" PRIu64
          " High Street\",\"country\":\"England\",\"locality\":\"London\",\"postal_code\":"
          "\"N1 1AA\"},\"etag\":\"0123456789abcdef0123456789abcdef01234567\",\"identification\":"
          "{\"country_registered\":\"England\",\"legal_authority\":\"Companies Act 2006\","
          "\"legal_form\":\"Limited Company\",\"place_registered\":\"Companies House\","
          "\"registration_number\":\"%08" PRIu64 "\"},\"kind\":"
          "\"corporate-entity-person-with-significant-control\",\"links\":{\"self\":\"/company/%08" PRIu64
          "/persons\"},\"name\":\"Holdings %" PRIu64 " Limited\",\"natures_of_control\":"
          "[\"ownership-of-shares-50-to-75-percent\",\"voting-rights-50-to-75-percent\"],"
          "\"notified_on\":\"2016-04-06\"}}\n",
          company, company % 200, company % 10 == 9 ? company : company + 1, company, company + 1);
}

static const writer writers[] = {
    {"bods", "", "", put_bods},
    {"gleif-entities",
     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lei:LEIData "
     "xmlns:lei=\"http://www.gleif.org/data/schema/leidata/2016\"><lei:LEIHeader><lei:ContentDate>"
     "2023-02-01T08:00:00Z</lei:ContentDate></lei:LEIHeader><lei:LEIRecords>\n",
     "</lei:LEIRecords></lei:LEIData>\n", put_entity},
    {"gleif-relationships",
     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rr:RelationshipData "
     "xmlns:rr=\"http://www.gleif.org/data/schema/rr/2016\"><rr:Header><rr:ContentDate>"
     "2023-02-01T08:00:00Z</rr:ContentDate></rr:Header><rr:RelationshipRecords>\n",
     "</rr:RelationshipRecords></rr:RelationshipData>\n", put_relationship},
    {"psc", "", "", put_psc},
};

static int write_register(const writer *of, long long size, const char *path) {
  FILE *out = fopen(path, "wb");
  if (!out) return perror(path), 1;
  fputs(of->head, out);
  for (uint64_t company = 0; (long long)ftello(out) < size; company++) of->record(out, company);
  fputs(of->foot, out);
  return fclose(out) == 0 ? 0 : (perror(path), 1);
}

int main(int count, char **arguments) {
  for (size_t i = 0; count == 4 && i < sizeof writers / sizeof *writers; i++)
    if (!strcmp(writers[i].name, arguments[1]))
      return write_register(&writers[i], atoll(arguments[2]) << 20, arguments[3]);
  fprintf(stderr, "usage: registers KIND MEBIBYTES FILE\n");
  return 64;
}
