/* Shares and who holds them. Expected figures are worked out by hand beside each. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "tests/bods/package_text.h"

#define DAY "2023-02-15"

/* C, French; a US and a Swiss company, a German one, a person in France. */
static void begin(package_text *package) {
  package_entity(package, "C", "FR");
  package_entity(package, "us", "US-MA");
  package_entity(package, "ch", "CH");
  package_entity(package, "de", "DE");
  package_person(package, "p", "FR");
}

static void expect(const package_text *package, const char *as_of, const char *figures) {
  char *found = package_figures(package, as_of);
  cr_expect_str_eq(found, figures, "%s\n not %s", found, figures);
  free(found);
}

static void expect_said(const package_text *package, const char *said) {
  char *found = package_said(package);
  cr_expect_str_eq(found, said, "%s\n not %s", found, said);
  free(found);
}

Test(bods_holdings, capital_is_votes_unless_stated) {
  package_text package = {0};
  begin(&package);
  package_holds(&package, "C", "us", "shareholding", "\"exact\":24.5");
  package_holds(&package, "C", "p", "shareholding", "\"exact\":75.5");
  expect(&package, DAY, "[49/200,49/200] [49/200,49/200] [49/200,49/200] [49/200,49/200] uu");
}

Test(bods_holdings, votes_are_votes) {
  package_text package = {0};
  begin(&package);
  package_holds(&package, "C", "us", "shareholding", "\"exact\":10");
  package_holds(&package, "C", "us", "votingRights", "\"exact\":30");
  package_holds(&package, "C", "p", "shareholding", "\"exact\":90");
  package_holds(&package, "C", "p", "votingRights", "\"exact\":70");
  expect(&package, DAY, "[1/10,1/10] [1/10,1/10] [3/10,3/10] [3/10,3/10] uu");
}

/* The person has the rest: what us has of a band is what p leaves. */
Test(bods_holdings, bands_keep_their_open_ends) {
  package_text package = {0};
  begin(&package);
  package_holds(&package, "C", "us", "shareholding", "\"exclusiveMinimum\":25,\"maximum\":50");
  package_holds(&package, "C", "p", "shareholding", "\"minimum\":50,\"exclusiveMaximum\":75");
  expect(&package, DAY, "(1/4,1/2] (1/4,1/2] (1/4,1/2] (1/4,1/2] uu");
}

Test(bods_holdings, the_same_number_three_times_is_one) {
  package_text package = {0};
  begin(&package);
  package_holds(&package, "C", "us", "shareholding",
                "\"exact\":30,\"minimum\":30,\"exclusiveMaximum\":30,\"maximum\":30");
  package_holds(&package, "C", "p", "shareholding", "\"minimum\":70,\"maximum\":70");
  expect(&package, DAY, "[3/10,3/10] [3/10,3/10] [3/10,3/10] [3/10,3/10] uu");
}

Test(bods_holdings, a_share_that_contradicts_itself_is_refused) {
  package_text package = {0};
  begin(&package);
  package_holds(&package, "C", "us", "shareholding", "\"exact\":10,\"minimum\":20");
  package_holds(&package, "C", "ch", "shareholding", "\"minimum\":20,\"maximum\":10");
  package_holds(&package, "C", "p", "shareholding", "\"exclusiveMinimum\":20,\"maximum\":20");
  expect_said(&package, "bods-share $[5].recordDetails.interests[0].share\n"
                        "bods-share $[6].recordDetails.interests[0].share\n"
                        "bods-share $[7].recordDetails.interests[0].share\n");
}

/* 33.329999999999998 % is kept as written, and told. */
Test(bods_holdings, float_noise_is_kept_and_told) {
  package_text package = {0};
  begin(&package);
  package_holds(&package, "C", "us", "shareholding", "\"exact\":33.329999999999998");
  package_holds(&package, "C", "p", "shareholding", "\"exact\":66.670000000000002");
  expect(&package, DAY,
         "[16664999999999999/50000000000000000,16664999999999999/50000000000000000] "
         "[16664999999999999/50000000000000000,16664999999999999/50000000000000000] "
         "[16664999999999999/50000000000000000,16664999999999999/50000000000000000] "
         "[16664999999999999/50000000000000000,16664999999999999/50000000000000000] uu");
  expect_said(&package, "long-decimal $[5].recordDetails.interests[0].share\n"
                        "long-decimal $[6].recordDetails.interests[0].share\n");
}

/* us has 60 % of de, which has 35 % of C: 21 % of the capital, and by control 35 % of the votes. */
Test(bods_holdings, chains) {
  package_text package = {0};
  begin(&package);
  package_holds(&package, "C", "de", "shareholding", "\"exact\":35");
  package_holds(&package, "C", "p", "shareholding", "\"exact\":65");
  package_holds(&package, "de", "us", "shareholding", "\"exact\":60");
  package_holds(&package, "de", "p", "shareholding", "\"exact\":40");
  expect(&package, DAY, "[21/100,21/100] [21/100,21/100] [7/20,7/20] [7/20,7/20] uu");
}

/* What is said to be held indirectly is what the chain already gives: never 42 %. */
Test(bods_holdings, an_indirect_interest_does_not_double_its_components) {
  package_text package = {0};
  begin(&package);
  package_link(&package, "a", "C", "de",
               "{\"type\":\"shareholding\",\"directOrIndirect\":\"direct\",\"share\":{\"exact\":35}}",
               "");
  package_holds(&package, "C", "p", "shareholding", "\"exact\":65");
  package_holds(&package, "de", "us", "shareholding", "\"exact\":60");
  package_holds(&package, "de", "p", "shareholding", "\"exact\":40");
  package_link(&package, "total", "C", "us",
               "{\"type\":\"shareholding\",\"directOrIndirect\":\"indirect\",\"share\":{\"exact\":21}}",
               "\"componentRecords\":[\"de\",\"a\",\"link-7\"]");
  expect(&package, DAY, "[21/100,21/100] [21/100,21/100] [7/20,7/20] [7/20,7/20] uu");
}

/* Without components but with a chain, us may hold up to 21 % directly beside its 21 % through de,
 * less what others are known to hold: p's 65 and de's 35 leave nothing. */
Test(bods_holdings, a_total_beside_a_chain_bounds_the_link) {
  package_text package = {0};
  begin(&package);
  package_holds(&package, "C", "de", "shareholding", "\"exact\":35");
  package_holds(&package, "C", "p", "shareholding", "\"exact\":50");
  package_holds(&package, "de", "us", "shareholding", "\"exact\":60");
  package_holds(&package, "de", "p", "shareholding", "\"exact\":40");
  package_link(&package, "total", "C", "us",
               "{\"type\":\"shareholding\",\"directOrIndirect\":\"unknown\",\"share\":"
               "{\"minimum\":20,\"maximum\":30}}",
               "");
  expect(&package, DAY, "[21/100,9/25] [21/100,9/25] [7/20,1/2] [7/20,1/2] uu");
  expect_said(&package, "bods-total $[9].recordDetails.interests\n");
}

Test(bods_holdings, a_total_without_a_chain_is_presumed_the_link) {
  package_text package = {0};
  begin(&package);
  package_holds(&package, "C", "p", "shareholding", "\"exact\":70");
  package_link(&package, "total", "C", "us",
               "{\"type\":\"shareholding\",\"directOrIndirect\":\"indirect\",\"share\":{\"exact\":30}}",
               "\"componentRecords\":[\"not-there\"]");
  expect(&package, DAY, "[3/10,3/10] [3/10,3/10] [3/10,3/10] [3/10,3/10] uu");
}

/* Who is not named is the remainder: half of C is anybody's. */
Test(bods_holdings, a_reason_instead_of_a_party_is_the_remainder) {
  package_text package = {0};
  begin(&package);
  package_holds(&package, "C", "p", "shareholding", "\"exact\":50");
  package_raw(&package, "{\"statementId\":\"00000000000000000000000000000009\","
                        "\"declarationSubject\":\"C\",\"statementDate\":\"2023-01-01\","
                        "\"recordId\":\"x\",\"recordType\":\"relationship\",\"recordDetails\":"
                        "{\"isComponent\":false,\"subject\":\"C\",\"interestedParty\":"
                        "{\"reason\":\"unknown\"},\"interests\":[{\"type\":\"shareholding\","
                        "\"share\":{\"exact\":50}}]}}");
  expect(&package, DAY, "[0,1/2] [0,1/2] [0,1/2] [0,1/2] uu");
  expect_said(&package, "");
}

Test(bods_holdings, an_unknown_entity_is_the_remainder_an_anonymous_one_a_holder) {
  package_text package = {0};
  begin(&package);
  package_entity_of(&package, "u", "unknownEntity", "");
  package_entity_of(&package, "a", "anonymousEntity", "");
  package_holds(&package, "C", "p", "shareholding", "\"exact\":50");
  package_holds(&package, "C", "us", "shareholding", "\"exact\":10");
  package_holds(&package, "C", "u", "shareholding", "\"exact\":20");
  package_holds(&package, "C", "a", "shareholding", "\"exact\":20");
  /* alone: us with the remainder 30 and, if not third, what stands behind a: 50 together */
  expect(&package, DAY, "[1/10,1/2] [1/10,1/2] [1/10,1/2] [1/10,1/2] uu");
}

Test(bods_holdings, dangling_references_are_told) {
  package_text package = {0};
  begin(&package);
  package_holds(&package, "C", "p", "shareholding", "\"exact\":80");
  package_holds(&package, "C", "nowhere", "shareholding", "\"exact\":20");
  expect(&package, DAY, "[0,1/5] [0,1/5] [0,1/5] [0,1/5] uu");
  expect_said(&package, "bods-dangling $[6].recordDetails.interestedParty\n");
}

Test(bods_holdings, an_interest_without_type_says_nothing) {
  package_text package = {0};
  begin(&package);
  package_link(&package, "x", "C", "us", "{\"share\":{\"exact\":30}}", "");
  package_holds(&package, "C", "p", "shareholding", "\"exact\":100");
  expect(&package, DAY, "[0,0] [0,0] [0,0] [0,0] uu");
  expect_said(&package, "bods-no-type $[5].recordDetails.interests[0]\n");
}

/* A code in no list: the entity may be anywhere. */
Test(bods_holdings, an_unknown_country_is_an_unknown_seat) {
  package_text package = {0};
  begin(&package);
  package_entity(&package, "x", "UK");
  package_holds(&package, "C", "x", "shareholding", "\"exact\":20");
  package_holds(&package, "C", "p", "shareholding", "\"exact\":80");
  expect(&package, DAY, "[0,1/5] [0,1/5] [0,1/5] [0,1/5] uu");
  expect_said(&package, "unknown-country $[5].recordDetails.jurisdiction.code\n");
}

/* By name, in either language; a name of no country may be anywhere. */
Test(bods_holdings, countries_by_name) {
  package_text package = {0};
  begin(&package);
  package_entity_of(&package, "a", "registeredEntity", "\"jurisdiction\":{\"name\":\"Ireland\"}");
  package_entity_of(&package, "b", "registeredEntity", "\"jurisdiction\":{\"name\":\"Suisse\"}");
  package_entity_of(&package, "c", "registeredEntity", "\"jurisdiction\":{\"name\":\"Ruritania\"}");
  package_holds(&package, "C", "a", "shareholding", "\"exact\":10");
  package_holds(&package, "a", "p", "shareholding", "\"exact\":100");
  package_holds(&package, "C", "b", "shareholding", "\"exact\":15");
  package_holds(&package, "C", "c", "shareholding", "\"exact\":20");
  package_holds(&package, "C", "p", "shareholding", "\"exact\":55");
  expect(&package, DAY, "[3/20,7/20] [3/20,7/20] [3/20,7/20] [3/20,7/20] uu");
  expect_said(&package, "unknown-country $[7].recordDetails.jurisdiction.name\n");
}
