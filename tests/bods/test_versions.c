/* Which statement is a record's word on a date. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "tests/bods/package_text.h"

static void begin(package_text *package) {
  package->day = "2020-01-01";
  package->status = "new";
  package_entity(package, "C", "FR");
  package_entity(package, "us", "US");
  package_person(package, "p", "FR");
}

static void link_of(package_text *package, const char *day, const char *status, const char *share,
                    const char *dates) {
  char interest[256];
  package->day = day;
  package->status = status;
  snprintf(interest, sizeof interest,
           "{\"type\":\"shareholding\",\"directOrIndirect\":\"direct\",\"share\":{\"exact\":%s}%s}",
           share, dates);
  package_link(package, "r", "C", "us", interest, "");
}

static void expect(const package_text *package, const char *as_of, const char *capital) {
  char *found = package_figures(package, as_of), wanted[64];
  snprintf(wanted, sizeof wanted, "%s %s ", capital, capital);
  cr_expect(strncmp(found, wanted, strlen(wanted)) == 0, "%s: %s\n not %s", as_of, found, wanted);
  free(found);
}

Test(bods_versions, a_later_statement_supersedes) {
  package_text package = {0};
  begin(&package);
  link_of(&package, "2020-01-01", "new", "10", "");
  package_holds(&package, "C", "p", "shareholding", "\"minimum\":0");
  link_of(&package, "2022-01-01", "updated", "20", "");
  expect(&package, "2019-06-30", "[1/10,1]");
  expect(&package, "2021-12-31", "[1/10,1]");
  expect(&package, "2022-01-01", "[1/5,1]");
}

Test(bods_versions, order_in_the_file_does_not_matter) {
  package_text package = {0};
  begin(&package);
  link_of(&package, "2022-01-01", "updated", "20", "");
  link_of(&package, "2020-01-01", "new", "10", "");
  expect(&package, "2021-12-31", "[1/10,1]");
  expect(&package, "2022-01-01", "[1/5,1]");
}

Test(bods_versions, a_closed_record_ends) {
  package_text package = {0};
  begin(&package);
  link_of(&package, "2020-01-01", "new", "10", "");
  link_of(&package, "2022-01-01", "closed", "10", "");
  expect(&package, "2021-12-31", "[1/10,1]");
  expect(&package, "2022-01-01", "[0,1]");
}

/* The closing statement says when it ended, before it was made. */
Test(bods_versions, a_closing_statement_may_say_an_earlier_end) {
  package_text package = {0};
  begin(&package);
  link_of(&package, "2020-01-01", "new", "10", "");
  link_of(&package, "2022-01-01", "closed", "10", ",\"endDate\":\"2021-06-01\"");
  expect(&package, "2021-05-31", "[1/10,1]");
  expect(&package, "2021-06-01", "[0,1]");
}

Test(bods_versions, a_closed_record_alone_tells_the_past) {
  package_text package = {0};
  begin(&package);
  link_of(&package, "2022-01-01", "closed", "10",
          ",\"startDate\":\"2019-01-01\",\"endDate\":\"2021-06-01\"");
  expect(&package, "2018-12-31", "[0,1]");
  expect(&package, "2019-01-01", "[1/10,1]");
  expect(&package, "2021-06-01", "[0,1]");
}

Test(bods_versions, interests_have_their_own_dates) {
  package_text package = {0};
  begin(&package);
  link_of(&package, "2020-01-01", "new", "10", ",\"startDate\":\"2020-03-01\"");
  expect(&package, "2020-02-29", "[0,1]");
  expect(&package, "2020-03-01", "[1/10,1]");
}

/* A seat moves with the statements on who the holder is. */
Test(bods_versions, seats_follow_the_statements) {
  package_text package = {0};
  begin(&package);
  package.day = "2022-01-01";
  package.status = "updated";
  package_entity(&package, "us", "FR");
  package_holds(&package, "C", "us", "shareholding", "\"exact\":100");
  package_holds(&package, "us", "p", "shareholding", "\"exact\":100");
  expect(&package, "2021-12-31", "[1,1]");
  expect(&package, "2022-01-01", "[0,0]");
}

/* Before 0.4 statements replace others by their ids; two may replace one. */
static const char flat[] =
    "[{\"statementID\":\"C\",\"statementType\":\"entityStatement\",\"entityType\":\"registeredEntity\"},"
    "{\"statementID\":\"u1\",\"statementType\":\"entityStatement\",\"entityType\":\"registeredEntity\","
    "\"statementDate\":\"2019-01-01\",\"incorporatedInJurisdiction\":{\"code\":\"FR\"}},"
    "{\"statementID\":\"u2\",\"statementType\":\"entityStatement\",\"entityType\":\"registeredEntity\","
    "\"statementDate\":\"2021-01-01\",\"replacesStatements\":[\"u1\"],"
    "\"incorporatedInJurisdiction\":{\"code\":\"US\"}},"
    "{\"statementID\":\"r1\",\"statementType\":\"ownershipOrControlStatement\","
    "\"statementDate\":\"2019-01-01\",\"subject\":{\"describedByEntityStatement\":\"C\"},"
    "\"interestedParty\":{\"describedByEntityStatement\":\"u1\"},"
    "\"interests\":[{\"type\":\"shareholding\",\"interestLevel\":\"direct\",\"share\":{\"exact\":40}}]},"
    "{\"statementID\":\"r2\",\"statementType\":\"ownershipOrControlStatement\","
    "\"statementDate\":\"2022-01-01\",\"replacesStatements\":[\"r1\"],"
    "\"subject\":{\"describedByEntityStatement\":\"C\"},"
    "\"interestedParty\":{\"describedByEntityStatement\":\"u2\"},"
    "\"interests\":[{\"type\":\"voting-rights\",\"interestLevel\":\"direct\","
    "\"share\":{\"minimum\":20,\"maximum\":20}}]},"
    "{\"statementID\":\"r3\",\"statementType\":\"ownershipOrControlStatement\","
    "\"statementDate\":\"2022-01-01\",\"replacesStatements\":[\"r1\"],"
    "\"subject\":{\"describedByEntityStatement\":\"C\"},"
    "\"interestedParty\":{\"unspecified\":{\"reason\":\"unknown\"}},"
    "\"interests\":[{\"type\":\"shareholding\",\"share\":{\"exact\":20}}]}]";

Test(bods_versions, flat_statements_replace_one_another) {
  static const char *const days[] = {"2020-01-01", "2021-01-01", "2022-01-01"};
  static const char *const wanted[] = {"[0,1] [0,1] [0,1] [0,1] uu",
                                       "[2/5,1] [2/5,1] [2/5,1] [2/5,1] uu",
                                       "[0,1] [0,1] [1/5,1] [1/5,1] uu"};
  for (int i = 0; i < 3; i++) {
    crible_context *context;
    crible_dossier *dossier = NULL;
    const crible_dossier_options options = {.candidate = "C"};
    cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
    cr_assert_eq(package_read_bytes(&dossier, context, flat, sizeof flat - 1, &options), CRIBLE_OK);
    char *found = dossier_figures(dossier, context, days[i]);
    cr_expect_str_eq(found, wanted[i], "%s: %s\n not %s", days[i], found, wanted[i]);
    free(found);
    crible_dossier_free(dossier);
    crible_context_free(context);
  }
}
