/* Control, rights, arrangements, listings: one case a type of interest. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "importers/bods/codes.h"
#include "importers/bods/grammar.h"
#include "tests/bods/package_text.h"
#include "tests/support/dossier_text.h"

#define DAY "2023-02-15"

static void begin(package_text *package) {
  package_entity(package, "C", "FR");
  package_entity(package, "us", "US");
  package_entity(package, "de", "DE");
  package_person(package, "p", "FR");
}

static void expect(const package_text *package, const char *figures) {
  char *found = package_figures(package, DAY);
  cr_expect_str_eq(found, figures, "%s\n not %s", found, figures);
  free(found);
}

static void expect_said(const package_text *package, const char *said) {
  char *found = package_said(package);
  cr_expect_str_eq(found, said, "%s\n not %s", found, said);
  free(found);
}

static void link_type(package_text *package, const char *subject, const char *party,
                      const char *type, const char *share) {
  package_holds(package, subject, party, type, share);
}

/* de has 30 % of C, p the rest; p holds all of de. Whoever controls de has its votes. */
static void begin_chain(package_text *package) {
  begin(package);
  link_type(package, "C", "de", "shareholding", "\"exact\":30");
  link_type(package, "C", "p", "shareholding", "\"exact\":70");
  link_type(package, "de", "p", "shareholding", "\"exact\":100");
}

Test(bods_powers, every_type_has_an_effect) {
  int effects[CR_BODS_UNKNOWN + 1] = {0}, count = 0;
  for (const char *const *code = cr_bods_interest_codes; *code; code++, count++) {
    const cr_bods_type *type = cr_bods_type_of(*code);
    cr_assert_not_null(type, "%s", *code);
    cr_assert_str_eq(type->code, *code);
    effects[type->effect]++;
  }
  cr_expect_eq(count, 23);
  cr_expect_eq(effects[CR_BODS_NO_EFFECT], 10);
  cr_expect_eq(effects[CR_BODS_UNKNOWN], 2);
}

Test(bods_powers, codes_of_earlier_versions) {
  cr_expect_str_eq(cr_bods_type_of("voting-rights")->code, "votingRights");
  cr_expect_str_eq(cr_bods_type_of("control-via-company-rules-or-articles")->code,
                   "controlViaCompanyRulesOrArticles");
  cr_expect_str_eq(cr_bods_type_of("influence-or-control")->code, "otherInfluenceOrControl");
  cr_expect_str_eq(cr_bods_type_of("beneficiary-of-trust")->code, "beneficiaryOfLegalArrangement");
  cr_expect_null(cr_bods_type_of("votingrights"));
  cr_expect_null(cr_bods_type_of("voting-rightsX"));
}

/* Types that are neither capital, votes, veto nor appointment change nothing. */
Test(bods_powers, types_without_effect) {
  static const char *const types[] = {
      "seniorManagingOfficial", "settlor", "protector", "beneficiaryOfLegalArrangement",
      "rightsToSurplusAssetsOnDissolution", "rightsToProfitOrIncome", "boardMember", "boardChair",
      "enjoymentAndUseOfAssets", "rightToProfitOrIncomeFromAssets"};
  for (int i = 0; i < 10; i++) {
    package_text package = {0};
    begin_chain(&package);
    link_type(&package, "C", "us", types[i], "\"exact\":60");
    link_type(&package, "de", "us", types[i], "\"exact\":60");
    expect(&package, "[0,0] [0,0] [0,0] [0,0] uu");
    expect_said(&package, "");
  }
}

Test(bods_powers, types_that_may_be_anything_are_told) {
  static const char *const types[] = {"unknownInterest", "unpublishedInterest", "nominee",
                                      "nominator", "trustee"};
  for (int i = 0; i < 5; i++) {
    package_text package = {0};
    begin_chain(&package);
    link_type(&package, "C", "us", types[i], "\"exact\":60");
    expect(&package, "[0,0] [0,0] [0,0] [0,0] uu");
    expect_said(&package, "bods-no-figure $[7].recordDetails.interests\n");
  }
}

Test(bods_powers, control_by_a_legal_framework_is_control) {
  package_text package = {0};
  begin_chain(&package);
  link_type(&package, "de", "us", "controlByLegalFramework", "");
  expect(&package, "[0,0] [0,0] [3/10,3/10] [3/10,3/10] uu");
}

Test(bods_powers, other_influence_may_be_control) {
  package_text package = {0};
  begin_chain(&package);
  link_type(&package, "de", "us", "otherInfluenceOrControl", "");
  expect(&package, "[0,0] [0,0] [0,3/10] [0,3/10] uu");
}

/* Above the candidate: a majority of the board is control, an unstated number may be. */
Test(bods_powers, appointing_the_board_of_a_holder) {
  package_text most = {0}, some = {0}, half = {0};
  begin_chain(&most);
  link_type(&most, "de", "us", "appointmentOfBoard", "\"exclusiveMinimum\":50,\"maximum\":75");
  expect(&most, "[0,0] [0,0] [3/10,3/10] [3/10,3/10] uu");
  begin_chain(&some);
  link_type(&some, "de", "us", "appointmentOfBoard", "");
  expect(&some, "[0,0] [0,0] [0,3/10] [0,3/10] uu");
  begin_chain(&half);
  link_type(&half, "de", "us", "appointmentOfBoard", "\"minimum\":50");
  expect(&half, "[0,0] [0,0] [0,3/10] [0,3/10] uu");
}

Test(bods_powers, appointing_the_board_of_the_candidate) {
  package_text most = {0}, some = {0}, ours = {0};
  begin_chain(&most);
  link_type(&most, "C", "us", "appointmentOfBoard", "\"minimum\":75");
  expect(&most, "[0,0] [0,0] [0,0] [0,0] uv");
  begin_chain(&some);
  link_type(&some, "C", "us", "appointmentOfBoard", "");
  expect(&some, "[0,0] [0,0] [0,0] [0,0] uu");
  begin_chain(&ours);
  link_type(&ours, "C", "p", "appointmentOfBoard", "\"minimum\":75");
  expect(&ours, "[0,0] [0,0] [0,0] [0,0] uu");
}

static int rights_of(const package_text *package, cr_right *first) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  cr_assert_eq(package_read(&dossier, context, package), CRIBLE_OK);
  int count = (int)dossier->facts->rights_count;
  if (count) *first = dossier->facts->rights[0];
  crible_dossier_free(dossier);
  crible_context_free(context);
  return count;
}

Test(bods_powers, rights_of_unknown_content_are_asked_about) {
  static const char *const types[] = {"rightsGrantedByContract",
                                      "conditionalRightsGrantedByContract",
                                      "controlViaCompanyRulesOrArticles"};
  static const cr_right_source sources[] = {CR_BY_CONTRACT, CR_BY_CONTRACT, CR_BY_STATUTES};
  for (int i = 0; i < 3; i++) {
    package_text package = {0};
    cr_right right = {.kind = CR_RIGHT_MAJORITY};
    begin_chain(&package);
    link_type(&package, "C", "us", types[i], "");
    expect(&package, "[0,0] [0,0] [0,0] [0,0] uu");
    cr_assert_eq(rights_of(&package, &right), 1);
    cr_expect_eq(right.kind, CR_RIGHT_UNREADABLE);
    cr_expect_eq(right.source, sources[i]);
    cr_expect_eq(right.condition == CR_CONDITION_UNSTATED, i == 1);
  }
}

/* A trust is third by its trustee: 30 % of C. */
Test(bods_powers, a_trust_is_its_trustees) {
  package_text third = {0}, ours = {0}, unknown = {0};
  package_text *const all[] = {&third, &ours, &unknown};
  static const char *const trustees[] = {"us", "p", NULL};
  static const char *const wanted[] = {"[3/10,3/10] [3/10,3/10] [3/10,3/10] [3/10,3/10] uu",
                                       "[0,0] [0,0] [0,0] [0,0] uu",
                                       "[0,3/10] [0,3/10] [0,3/10] [0,3/10] uu"};
  for (int i = 0; i < 3; i++) {
    begin(all[i]);
    package_entity_of(all[i], "t", i ? "arrangement" : "legalEntity", "\"subtype\":\"trust\"");
    link_type(all[i], "C", "t", "shareholding", "\"exact\":30");
    link_type(all[i], "C", "p", "shareholding", "\"exact\":70");
    link_type(all[i], "t", "us", "settlor", "");
    link_type(all[i], "t", "us", "beneficiaryOfLegalArrangement", "\"exact\":100");
    if (trustees[i]) link_type(all[i], "t", trustees[i], "trustee", "");
    expect(all[i], wanted[i]);
  }
}

/* A nominee follows its nominator. */
Test(bods_powers, a_nomination_is_its_nominators) {
  package_text package = {0};
  begin(&package);
  package_entity_of(&package, "n", "arrangement", "\"subtype\":\"nomination\"");
  link_type(&package, "C", "n", "shareholding", "\"exact\":30");
  link_type(&package, "C", "p", "shareholding", "\"exact\":70");
  link_type(&package, "n", "p", "nominee", "");
  link_type(&package, "n", "us", "nominator", "");
  expect(&package, "[3/10,3/10] [3/10,3/10] [3/10,3/10] [3/10,3/10] uu");
}

/* What a nominee holds is another's, who is not known. */
Test(bods_powers, shares_of_a_nominee_are_undisclosed) {
  package_text package = {0};
  begin(&package);
  link_type(&package, "C", "p", "shareholding", "\"exact\":70");
  package_link(&package, "x", "C", "de",
               "{\"type\":\"shareholding\",\"share\":{\"exact\":30}},{\"type\":\"nominee\"}", "");
  expect(&package, "[0,3/10] [0,3/10] [0,3/10] [0,3/10] uu");
}

/* Of a joint holding each holder decides: one that is third makes it third. */
Test(bods_powers, a_joint_holding_is_that_of_each_holder) {
  package_text ours = {0}, mixed = {0};
  package_text *const all[] = {&ours, &mixed};
  for (int i = 0; i < 2; i++) {
    begin(all[i]);
    link_type(all[i], "de", "p", "shareholding", "\"exact\":100");
    package_entity_of(all[i], "j", "arrangement", "");
    link_type(all[i], "C", "j", "shareholding", "\"exact\":30");
    link_type(all[i], "C", "p", "shareholding", "\"exact\":70");
    link_type(all[i], "j", "p", "shareholding", "\"exact\":50");
    link_type(all[i], "j", i ? "us" : "de", "shareholding", "\"exact\":50");
  }
  expect(&ours, "[0,0] [0,0] [0,0] [0,0] uu");
  expect(&mixed, "[3/10,3/10] [3/10,3/10] [3/10,3/10] [3/10,3/10] uu");
}

/* Of the other half nothing is known: it may be a third party's. */
Test(bods_powers, a_joint_holding_of_which_half_is_known) {
  package_text package = {0};
  begin(&package);
  package_entity_of(&package, "j", "arrangement", "\"subtype\":\"other\"");
  link_type(&package, "C", "j", "shareholding", "\"exact\":30");
  link_type(&package, "C", "p", "shareholding", "\"exact\":70");
  link_type(&package, "j", "p", "shareholding", "\"exact\":50");
  expect(&package, "[0,3/10] [0,3/10] [0,3/10] [0,3/10] uu");
}

/* On a regulated market only declared holders count, and nobody declared. */
Test(bods_powers, a_listed_candidate) {
  static const char *const markets[] = {"XPAR", "ALXP", "QQQQ", NULL};
  static const char *const wanted[] = {"[0,0] [0,0] [0,0] [0,0] uu",
                                       "[3/10,1] [3/10,1] [3/10,1] [3/10,1] uu",
                                       "[3/10,1] [3/10,1] [3/10,1] [3/10,1] uu",
                                       "[3/10,1] [3/10,1] [3/10,1] [3/10,1] uu"};
  static const char *const said[] = {"", "", "bods-market $[0].recordDetails.publicListing\n",
                                     "bods-market $[0].recordDetails.publicListing\n"};
  for (int i = 0; i < 4; i++) {
    package_text package = {0};
    char more[512] = "\"jurisdiction\":{\"name\":\"x\",\"code\":\"FR\"},"
                     "\"publicListing\":{\"hasPublicListing\":true";
    if (markets[i])
      sprintf(more + strlen(more),
              ",\"securitiesListings\":[{\"marketIdentifierCode\":\"%s\",\"stockExchangeName\":"
              "\"x\",\"stockExchangeJurisdiction\":\"FR\",\"security\":{\"ticker\":\"T\"}}]",
              markets[i]);
    strcat(more, "}");
    package_entity_of(&package, "C", "registeredEntity", more);
    package_entity(&package, "us", "US");
    link_type(&package, "C", "us", "shareholding", "\"exact\":30");
    expect(&package, wanted[i]);
    expect_said(&package, said[i]);
  }
}

/* A register's holders of more than the whole: each may have less, and it is told. */
Test(bods_powers, holders_of_more_than_the_whole) {
  package_text package = {0};
  begin(&package);
  link_type(&package, "C", "us", "shareholding", "\"exact\":60");
  link_type(&package, "C", "p", "shareholding", "\"exact\":60");
  expect(&package, "[0,1] [0,1] [0,1] [0,1] uu");
}
