/* A package written as a dossier.xml and read again: what a dossier cannot have as it stands comes
 * back in another spelling, and every figure is the same. */
#include <criterion/criterion.h>
#include <crible/conversion.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bods/package_text.h"
#include "tests/support/dossier_text.h"

static const char day[] = "2023-02-15";

/* The dossier that a package becomes; the caller frees it. */
static char *converted(const package_text *package) {
  static const crible_conversion_options options = {.to = CRIBLE_TO_DOSSIER};
  char *written = NULL;
  size_t length = 0;
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  cr_assert_eq(package_read(&dossier, context, package), CRIBLE_OK);
  cr_assert_eq(crible_convert(&written, &length, dossier, &options), CRIBLE_OK);
  char *text = strdup(written);
  cr_assert_eq(strlen(text), length);
  crible_text_free(context, written);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return text;
}

static void expect_same_figures(const package_text *package, const char *wanted) {
  char *text = converted(package), *before = package_figures(package, day);
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  crible_status status = dossier_from(&dossier, context, text);
  cr_assert_eq(status, CRIBLE_OK, "%s\n%s", text, dossier_diagnostics(context));
  char *after = dossier_figures(dossier, context, day);
  cr_expect_str_eq(before, after, "%s\n%s\n%s", before, after, text);
  cr_expect(strstr(text, wanted), "%s not in\n%s", wanted, text);
  free(before);
  free(after);
  free(text);
  crible_dossier_free(dossier);
  crible_context_free(context);
}

Test(to_dossier, ids_with_blanks) {
  package_text package = {.used = 0};
  package_entity(&package, "C", "FR");
  package_entity(&package, "GB COH 100%", "GB");
  package_entity(&package, "undisclosed", "US");
  package_holds(&package, "C", "GB COH 100%", "shareholding", "\"exact\":25");
  package_holds(&package, "C", "undisclosed", "shareholding", "\"exact\":30");
  expect_same_figures(&package, "<stake holder=\"GB%20COH%20100%25\" capital=\"1/4\"");
  expect_same_figures(&package, "<stake holder=\"%75ndisclosed\" capital=\"3/10\"");
}

Test(to_dossier, what_xml_has_no_place_for) {
  package_text package = {.used = 0};
  package_entity_of(&package, "C", "registeredEntity", "\"uri\":\"x:y\"");
  package_entity_of(&package, "odd", "registeredEntity",
                    "\"alternateNames\":[],\"name2\":\"\",\"jurisdiction\":{\"name\":\"x\","
                    "\"code\":\"US\"},\"identifiers\":[{\"schemeName\":\"a\\u0001<\",\"id\":\"7\"}]");
  package_holds(&package, "C", "odd", "shareholding", "\"exact\":25");
  expect_same_figures(&package, "scheme=\"a\xEF\xBF\xBD&lt;\"");
}

Test(to_dossier, rights_of_which_little_is_known) {
  package_text package = {.used = 0};
  package_entity(&package, "C", "FR");
  package_entity(&package, "a", "US");
  package_holds(&package, "C", "a", "shareholding", "\"exact\":10");
  package_link(&package, "b", "C", "a",
               "{\"type\":\"appointmentOfBoard\"},{\"type\":\"conditionalRightsGrantedByContract\"}",
               "");
  expect_same_figures(&package, "seats=\"unknown\"");
  expect_same_figures(&package, "condition=\"not stated\"");
}

/* In a dossier holders of more than the whole are an error, unless a register says it. */
Test(to_dossier, contradictions_of_a_register) {
  package_text package = {.used = 0};
  package_entity(&package, "C", "FR");
  package_entity(&package, "a", "US");
  package_entity(&package, "b", "CH");
  package_holds(&package, "C", "a", "shareholding", "\"exact\":80");
  package_holds(&package, "C", "b", "shareholding", "\"exact\":70");
  expect_same_figures(&package, "gathered=\"yes\"");
}
