/* Files of the Global LEI Foundation, invented; the digits at the end of each LEI are its check. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/registers/register_text.h"
#include "tests/support/dossier_text.h"

#define COMPANY "529900CRIBLETEST0198"
#define PARENT "529900CRIBLETEST0295"
#define TOP "529900CRIBLETEST0392"
#define FUND "529900CRIBLETEST0489"

/* Each record declares the prefix again, as published files do. */
#define RECORD_OF(element, prefix, file, inner)                                                   \
  "<" prefix ":" element " xmlns:" prefix "=\"http://www.gleif.org/data/schema/" file "/2016\">"   \
  inner "</" prefix ":" element ">\n"

#define LEI_FILE(count, records)                                                                  \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                   \
  "<lei:LEIData xmlns:lei=\"http://www.gleif.org/data/schema/leidata/2016\"><lei:LEIHeader>"       \
  "<lei:ContentDate>2023-02-01T08:00:00Z</lei:ContentDate><lei:RecordCount>" count                 \
  "</lei:RecordCount></lei:LEIHeader><lei:LEIRecords>\n" records "</lei:LEIRecords></lei:LEIData>"

#define ENTITY(lei, name, office, headquarters, law, category, status)                            \
  RECORD_OF("LEIRecord", "lei", "leidata",                                                         \
    "<lei:LEI>" lei "</lei:LEI><lei:Entity><lei:LegalName xml:lang=\"en\">" name "</lei:LegalName>" \
    "<lei:LegalAddress><lei:City>x</lei:City><lei:Country>" office                                 \
    "</lei:Country></lei:LegalAddress>\n<lei:HeadquartersAddress><lei:Country>" headquarters       \
    "</lei:Country></lei:HeadquartersAddress><lei:LegalJurisdiction>" law                          \
    "</lei:LegalJurisdiction><lei:EntityCategory>" category "</lei:EntityCategory>"                \
    "<lei:EntityStatus>" status "</lei:EntityStatus></lei:Entity><lei:Registration>"               \
    "<lei:RegistrationStatus>LAPSED</lei:RegistrationStatus></lei:Registration>"                   \
    "<lei:Extension><other:LEI xmlns:other=\"urn:other\">no</other:LEI></lei:Extension>")

#define RR_FILE(count, records)                                                                   \
  "<rr:RelationshipData xmlns:rr=\"http://www.gleif.org/data/schema/rr/2016\"><rr:Header>"         \
  "<rr:ContentDate>2023-02-01</rr:ContentDate><rr:RecordCount>" count                              \
  "</rr:RecordCount></rr:Header><rr:RelationshipRecords>" records                                  \
  "</rr:RelationshipRecords></rr:RelationshipData>"

#define LINK_OF(child, parent, type, more)                                                        \
  RECORD_OF("RelationshipRecord", "rr", "rr",                                                      \
    "<rr:Relationship><rr:StartNode><rr:NodeID>" child "</rr:NodeID><rr:NodeIDType>LEI"            \
    "</rr:NodeIDType></rr:StartNode><rr:EndNode><rr:NodeID>" parent "</rr:NodeID><rr:NodeIDType>"  \
    "LEI</rr:NodeIDType></rr:EndNode><rr:RelationshipType>" type "</rr:RelationshipType>" more     \
    "</rr:Relationship><rr:Registration><rr:LastUpdateDate>2022-06-30T01:02:03.4Z   "              \
    "</rr:LastUpdateDate></rr:Registration>")

#define LINK(child, parent, type)                                                                 \
  LINK_OF(child, parent, type, "<rr:RelationshipStatus>ACTIVE</rr:RelationshipStatus>")

#define PERIOD(from, to, type)                                                                    \
  "<rr:RelationshipPeriod><rr:StartDate>" from "</rr:StartDate><rr:EndDate>" to                    \
  "</rr:EndDate><rr:PeriodType>" type "</rr:PeriodType></rr:RelationshipPeriod>"

static void expect(char *found, const char *expected) {
  cr_expect_str_eq(found, expected, "%s\n not %s", found, expected);
  free(found);
}

Test(gleif, an_entity_has_its_seats) {
  expect(register_facts(LEI_FILE("2", ENTITY(COMPANY, "Essai  &amp; Fils", "FR", "US", "FR", "GENERAL",
                                             "ACTIVE")
                                      ENTITY(PARENT, "Other", "US", "US", "US-DE", "GENERAL",
                                             "ACTIVE")),
                        COMPANY),
         "company " COMPANY " 'Essai  & Fils' lei:" COMPANY "\n" COMPANY " office FR\n" COMPANY
         " administration US\n");
}

/* US-MA lies in US, and a law of another State contradicts the address. */
Test(gleif, where_the_law_is_says_the_registered_office_too) {
  expect(register_facts(LEI_FILE("1", ENTITY(COMPANY, "A", "US", "US", "US-MA", "GENERAL", "ACTIVE")),
                        COMPANY),
         "company " COMPANY " 'A' lei:" COMPANY "\n" COMPANY " office US\n" COMPANY
         " administration US\n");
  expect(register_facts(LEI_FILE("1", ENTITY(COMPANY, "A", "DE", "DE", "US-DE", "GENERAL", "ACTIVE")),
                        COMPANY),
         "company " COMPANY " 'A' lei:" COMPANY "\n" COMPANY " office DE\n" COMPANY
         " office US (seat-of-jurisdiction)\n" COMPANY " administration DE\n");
}

Test(gleif, what_is_odd_is_told) {
  expect(register_said(LEI_FILE("1", ENTITY(COMPANY, "A", "FR", "FR", "FR", "GENERAL", "ACTIVE")),
                       COMPANY), "");
  expect(register_said(LEI_FILE("9", ENTITY(COMPANY, "A", "FR", "XX", "EU", "GENERAL", "INACTIVE")),
                       COMPANY), "gleif-country gleif-country gleif-inactive gleif-count ");
  expect(register_said(LEI_FILE("1", ENTITY("529900CRIBLETEST0199", "A", "FR", "FR", "FR", "GENERAL",
                                            "ACTIVE")),
                       "529900CRIBLETEST0199"), "gleif-lei ");
  expect(register_said(LEI_FILE("1", ENTITY(COMPANY, "A", "FR", "FR", "FR", "FUND", "ACTIVE")),
                       COMPANY), "candidate-not-a-company ");
  expect(register_said(LEI_FILE("1", ENTITY(COMPANY, "A", "FR", "FR", "FR", "GENERAL", "ACTIVE")),
                       PARENT), "candidate-unknown ");
  expect(register_said(LEI_FILE("0", ""), NULL), "no-candidate ");
}

/* Periods: the relationship's own; an accounting year that ends ends nothing. */
Test(gleif, periods_of_control) {
  expect(register_facts(
             RR_FILE("1", LINK_OF(COMPANY, PARENT, "IS_DIRECTLY_CONSOLIDATED_BY",
                                  "<rr:RelationshipPeriods>"
                                  PERIOD("2020-01-01T00:00:00Z  ", "2021-01-01 ", "RELATIONSHIP_PERIOD")
                                  PERIOD("2019-01-01", "2020-01-01", "ACCOUNTING_PERIOD")
                                  "</rr:RelationshipPeriods>")),
             COMPANY),
         "company " COMPANY " '" COMPANY "' lei:" COMPANY " named only\n"
         "company " PARENT " '" PARENT "' lei:" PARENT " named only\n"
         PARENT " controls " COMPANY " in-fact from 2020-01-01 to 2021-01-01\n");
  expect(register_facts(
             RR_FILE("1", LINK_OF(COMPANY, PARENT, "IS_ULTIMATELY_CONSOLIDATED_BY",
                                  "<rr:RelationshipStatus>INACTIVE</rr:RelationshipStatus>"
                                  "<rr:RelationshipPeriods>"
                                  PERIOD("2019-01-01", "2020-01-01", "ACCOUNTING_PERIOD")
                                  "</rr:RelationshipPeriods>")),
             COMPANY),
         "company " COMPANY " '" COMPANY "' lei:" COMPANY " named only\n"
         "company " PARENT " '" PARENT "' lei:" PARENT " named only\n"
         PARENT " controls " COMPANY " in-fact from 2019-01-01 to 2022-06-30\n");
}

/* TOP stands above PARENT, which stands above COMPANY: one chain, and no contradiction. */
Test(gleif, the_ultimate_parent_tops_the_chain) {
  expect(register_facts(RR_FILE("2", LINK(COMPANY, TOP, "IS_ULTIMATELY_CONSOLIDATED_BY")
                                     LINK(COMPANY, PARENT, "IS_DIRECTLY_CONSOLIDATED_BY")),
                        COMPANY),
         "company " COMPANY " '" COMPANY "' lei:" COMPANY " named only\n"
         "company " TOP " '" TOP "' lei:" TOP " named only\n"
         "company " PARENT " '" PARENT "' lei:" PARENT " named only\n"
         PARENT " controls " COMPANY " in-fact\n"
         TOP " controls " PARENT " in-fact (top-of-the-chain)\n");
  expect(register_facts(RR_FILE("3", LINK(COMPANY, TOP, "IS_ULTIMATELY_CONSOLIDATED_BY")
                                     LINK(COMPANY, PARENT, "IS_DIRECTLY_CONSOLIDATED_BY")
                                     LINK(PARENT, TOP, "IS_DIRECTLY_CONSOLIDATED_BY")),
                        COMPANY),
         "company " COMPANY " '" COMPANY "' lei:" COMPANY " named only\n"
         "company " TOP " '" TOP "' lei:" TOP " named only\n"
         "company " PARENT " '" PARENT "' lei:" PARENT " named only\n"
         PARENT " controls " COMPANY " in-fact\n"
         TOP " controls " PARENT " in-fact\n");
}

/* Two companies that consolidate each other are a ring, which ends. */
Test(gleif, a_ring_of_parents_ends) {
  expect(register_facts(RR_FILE("3", LINK(COMPANY, PARENT, "IS_DIRECTLY_CONSOLIDATED_BY")
                                     LINK(PARENT, COMPANY, "IS_DIRECTLY_CONSOLIDATED_BY")
                                     LINK(COMPANY, TOP, "IS_ULTIMATELY_CONSOLIDATED_BY")),
                        COMPANY),
         "company " COMPANY " '" COMPANY "' lei:" COMPANY " named only\n"
         "company " PARENT " '" PARENT "' lei:" PARENT " named only\n"
         "company " TOP " '" TOP "' lei:" TOP " named only\n"
         PARENT " controls " COMPANY " in-fact\n"
         COMPANY " controls " PARENT " in-fact\n"
         TOP " controls " COMPANY " in-fact\n");
}

/* A sub-fund is its manager's to manage, and its umbrella's when it has none. */
Test(gleif, funds_have_managers) {
  expect(register_facts(RR_FILE("3", LINK(COMPANY, FUND, "IS_DIRECTLY_CONSOLIDATED_BY")
                                     LINK(FUND, TOP, "IS_SUBFUND_OF")
                                     LINK(FUND, PARENT, "IS_FUND-MANAGED_BY")),
                        COMPANY),
         "company " COMPANY " '" COMPANY "' lei:" COMPANY " named only\n"
         "fund " FUND " '" FUND "' lei:" FUND " named only\n"
         "fund " TOP " '" TOP "' lei:" TOP " named only\n"
         "company " PARENT " '" PARENT "' lei:" PARENT " named only\n"
         FUND " controls " COMPANY " in-fact\n"
         PARENT " controls " FUND " manager\n");
  expect(register_facts(RR_FILE("2", LINK(COMPANY, FUND, "IS_DIRECTLY_CONSOLIDATED_BY")
                                     LINK(FUND, TOP, "IS_SUBFUND_OF")),
                        COMPANY),
         "company " COMPANY " '" COMPANY "' lei:" COMPANY " named only\n"
         "fund " FUND " '" FUND "' lei:" FUND " named only\n"
         "fund " TOP " '" TOP "' lei:" TOP " named only\n"
         FUND " controls " COMPANY " in-fact\n"
         TOP " controls " FUND " manager (managed-by-umbrella)\n");
}

/* What stands below, or beside, is not kept. */
Test(gleif, only_what_stands_above_is_kept) {
  expect(register_facts(RR_FILE("2", LINK(FUND, COMPANY, "IS_DIRECTLY_CONSOLIDATED_BY")
                                     LINK(COMPANY, PARENT, "IS_DIRECTLY_CONSOLIDATED_BY")
                                     LINK(TOP, PARENT, "IS_DIRECTLY_CONSOLIDATED_BY")),
                        COMPANY),
         "company " COMPANY " '" COMPANY "' lei:" COMPANY " named only\n"
         "company " PARENT " '" PARENT "' lei:" PARENT " named only\n"
         PARENT " controls " COMPANY " in-fact\n");
}

static const char *locator_of(char out[128], const char *quantifier) {
  char text[8192];
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  snprintf(text, sizeof text,
           RR_FILE("1", LINK_OF(COMPANY, PARENT, "IS_DIRECTLY_CONSOLIDATED_BY", "%s")), quantifier);
  cr_assert_eq(register_read(&dossier, context, text, COMPANY), CRIBLE_OK);
  cr_assert_eq(dossier->facts->stakes_count, 0);
  snprintf(out, 128, "%s", dossier->facts->controls[0].fact.locator);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return out;
}

#define QUANTITY(amount)                                                                          \
  "<rr:RelationshipQuantifiers><rr:RelationshipQuantifier><rr:QuantifierAmount>" amount            \
  "</rr:QuantifierAmount><rr:QuantifierUnits>PERCENTAGE</rr:QuantifierUnits>"                      \
  "</rr:RelationshipQuantifier></rr:RelationshipQuantifiers>"
#define PLACE COMPANY " IS_DIRECTLY_CONSOLIDATED_BY " PARENT

Test(gleif, a_quantifier_of_one_is_all) {
  char out[128];
  cr_expect_str_eq(locator_of(out, ""), PLACE);
  cr_expect_str_eq(locator_of(out, QUANTITY("1.00")), PLACE " (100.00 %)");
  cr_expect_str_eq(locator_of(out, QUANTITY("51.50")), PLACE " (51.50 %)");
}

#define EXCEPTION(category, reason)                                                               \
  RECORD_OF("Exception", "repex", "repex", "<repex:LEI>" COMPANY "</repex:LEI>"                    \
    "<repex:ExceptionCategory>" category "_ACCOUNTING_CONSOLIDATION_PARENT</repex:ExceptionCategory>" \
    "<repex:ExceptionReason>" reason "</repex:ExceptionReason>")

Test(gleif, a_stated_absence_is_told) {
  expect(register_said("<x:ReportingExceptionData xmlns:x=\"http://www.gleif.org/data/schema/repex/2016\">"
                       "<x:ReportingExceptions>" EXCEPTION("DIRECT", "NO_KNOWN_PERSON")
                       EXCEPTION("ULTIMATE", "NON_PUBLIC")
                       "</x:ReportingExceptions></x:ReportingExceptionData>", COMPANY),
         "gleif-no-parent gleif-parent-withheld ");
}

Test(gleif, what_is_no_such_file_is_refused) {
  const char *whole = LEI_FILE("1", ENTITY(COMPANY, "A", "FR", "FR", "FR", "GENERAL", "ACTIVE"));
  expect(register_said("<!DOCTYPE a [<!ENTITY b \"c\">]><a xmlns=\"http://www.gleif.org/data/schema/rr/2016\"/>",
                       COMPANY), "doctype ");
  expect(register_said("<a xmlns=\"http://www.gleif.org/data/schema/rr/2016\"/>", COMPANY),
         "gleif-root ");
  /* Cut anywhere, it is not well formed, or not recognised at all before the namespace. */
  size_t from = (size_t)(strstr(whole, "/leidata/") - whole) + strlen("/leidata/");
  for (size_t length = from; length < strlen(whole); length += 7) {
    char *cut = strndup(whole, length), *said = register_said(cut, COMPANY);
    cr_expect_str_eq(said, "not-well-formed ", "cut after %zu: %s", length, said);
    free(said);
    free(cut);
  }
}
