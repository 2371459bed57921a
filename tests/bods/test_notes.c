/* Notes in annotations, by hand: what each does, and what those do that fit nowhere. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bods/package_text.h"
#include "tests/support/dossier_text.h"

/* A holding of 'a' in C, between 33 and 34 %, with a note on its share. */
static void hold_with_note(package_text *package, const char *words) {
  char statement[1024];
  package_entity(package, "C", "FR");
  package_entity(package, "a", "US");
  snprintf(statement, sizeof statement,
           "{\"statementId\":\"0123456789012345678901234567890a\",\"declarationSubject\":\"C\","
           "\"statementDate\":\"2023-01-01\",\"recordId\":\"r\",\"recordType\":\"relationship\","
           "\"annotations\":[{\"statementPointerTarget\":\"/recordDetails/interests/0/share\","
           "\"motivation\":\"commenting\",\"description\":\"%s\"}],\"recordDetails\":{"
           "\"isComponent\":false,\"subject\":\"C\",\"interestedParty\":\"a\",\"interests\":[{"
           "\"type\":\"shareholding\",\"directOrIndirect\":\"direct\","
           "\"share\":{\"minimum\":33,\"maximum\":34}}]}}",
           words);
  package_raw(package, statement);
}

static void expect_capital(const char *words, const char *stake, const char *told) {
  package_text package = {.used = 0};
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  hold_with_note(&package, words);
  cr_assert_eq(package_read(&dossier, context, &package), CRIBLE_OK);
  char *canonical = dossier_canonical(dossier), *said = package_said(&package);
  cr_expect(strstr(canonical, stake), "%s: no %s in\n%s", words, stake, canonical);
  cr_expect_str_eq(said, told, "%s: %s", words, said);
  free(said);
  crible_text_free(context, canonical);
  crible_dossier_free(dossier);
  crible_context_free(context);
}

Test(notes, a_share_inside_the_stated_one) {
  expect_capital("crible: share 1/3", "capital=\"1/3\"", "");
  expect_capital("crible: share (33/100,1/3]", "capital=\"(33/100,1/3]\"", "");
  expect_capital("share 1/3", "capital=\"[33/100,17/50]\"", "");
}

Test(notes, a_share_that_is_none_or_outside_is_told) {
  static const char told[] = "bods-note $[2].annotations\n";
  static const char *const wrong[] = {"crible: share 1/2",    "crible: share 1/4",   "crible: share x",
                                      "crible: share (1/3,",  "crible: share ,",     "crible: share ",
                                      "crible: share (,]",    "crible: share 1/0",   "crible: share [1/3,33/100]",
                                      "crible: share {33/100,1/3}",
                                      "crible: share (1/3,1/3)"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    expect_capital(wrong[i], "capital=\"[33/100,17/50]\"", told);
}
