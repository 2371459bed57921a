/* Every dataset obeys its schema. */
#include <stdio.h>

#include <criterion/criterion.h>
#include <libxml/relaxng.h>

#include "tests/support/data_folder.h"

static void expect_valid(const char *file, const char *schema) {
  char path[4096];
  snprintf(path, sizeof path, "%s/schemas/%s.rng", data_folder(), schema);
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt(path);
  xmlRelaxNG *grammar = xmlRelaxNGParse(parser);
  cr_assert_not_null(grammar, "%s", path);
  snprintf(path, sizeof path, "%s/%s.xml", data_folder(), file);
  xmlDoc *document = xmlReadFile(path, NULL, XML_PARSE_NONET);
  cr_assert_not_null(document, "%s", path);
  xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt(grammar);
  cr_assert_eq(xmlRelaxNGValidateDoc(validator, document), 0, "%s", path);
  xmlRelaxNGFreeValidCtxt(validator);
  xmlFreeDoc(document);
  xmlRelaxNGFree(grammar);
  xmlRelaxNGFreeParserCtxt(parser);
}

Test(dataset_schemas, each_dataset_is_valid) {
  const char *const names[] = {"states",           "markets",
                               "decisions",        "collections",
                               "legal-majorities", "declaration-thresholds",
                               "legal-forms"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    expect_valid(names[i], names[i]);
  }
  expect_valid("rulesets/secnumcloud-2023", "ruleset");
  expect_valid("rulesets/secnumcloud-2023-strict", "ruleset");
}
