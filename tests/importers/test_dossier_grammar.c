/* The schema, what the reader takes from it, and the page of the format say the same. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "importers/dossier/grammar.h"
#include "importers/dossier/lists.h"
#include "tests/support/data_folder.h"
#include "tests/support/dossier_text.h"

static crible_context *context;
static cr_arena *arena;
static cr_grammar grammar;

static void set_up(void) {
  context = dossier_context();
  cr_assert_eq(cr_arena_new(&arena, context), CRIBLE_OK);
  cr_assert_eq(cr_grammar_read(&grammar, arena), CRIBLE_OK);
}

static void tear_down(void) {
  cr_arena_free(arena);
  crible_context_free(context);
}

TestSuite(grammar, .init = set_up, .fini = tear_down);

Test(grammar, is_read_from_the_schema) {
  cr_assert_str_eq(grammar.root->name, "dossier");
  cr_assert_str_eq(grammar.root->required, "candidate");
  cr_assert_str_eq(grammar.root->children, "submission source company public-body fund arrangement "
                                           "person group control concert");
  const cr_element_rule *option = cr_grammar_rule(&grammar, "option");
  cr_assert_str_eq(option->required, "holder");
  cr_assert_str_eq(option->optional,
                   "from to recorded source locator presumption class quantity ratio shares-of "
                   "exercisable-from exercisable-to");
  cr_assert_str_eq(option->children, "");
  cr_assert_not(option->has_text);
  cr_assert_str_eq(cr_grammar_rule(&grammar, "share-class")->children, "admission");
  cr_assert_str_eq(cr_grammar_rule(&grammar, "fund")->children, "identifier unit-holder");
  cr_assert(cr_grammar_rule(&grammar, "right")->has_text);
  cr_assert_null(cr_grammar_rule(&grammar, "stke"));
}

static void unusable(const char *schema) {
  char folder[64];
  data_folder_with(folder, "schemas", NULL);
  char path[96];
  snprintf(path, sizeof path, "%s/schemas", folder);
  cr_assert_eq(mkdir(path, 0700), 0);
  snprintf(path, sizeof path, "%s/schemas/dossier.rng", folder);
  FILE *file = fopen(path, "w");
  fputs(schema, file);
  fclose(file);
  crible_context *other = data_context(folder);
  cr_arena *scratch = NULL;
  cr_grammar untouched = {.count = 7};
  cr_assert_eq(cr_arena_new(&scratch, other), CRIBLE_OK);
  cr_expect_eq(cr_grammar_read(&untouched, scratch), CRIBLE_E_INTERNAL, "%s", schema);
  cr_expect_eq(untouched.count, 7);
  cr_expect_str_eq(crible_diagnostic_at(other, 0)->code, "schema-unusable");
  cr_arena_free(scratch);
  crible_context_free(other);
  unlink(path);
  snprintf(path, sizeof path, "%s/schemas", folder);
  rmdir(path);
  data_folder_remove(folder);
}

Test(grammar, of_a_broken_schema_is_none) {
  unusable("");
  unusable("<grammar>");
  unusable("<grammar/>");
  unusable("<grammar><start><element/></start></grammar>");
  unusable("<grammar><start><element name='a'><ref name='b'/></element></start></grammar>");
  unusable("<grammar><start><element name='a'><ref name='b'/></element></start>"
           "<define name='b'><ref name='b'/></define></grammar>");
}

/* libxml2 would print. */
static void keep_quiet(void *user, xmlErrorPtr error) { (void)user, (void)error; }

/* What libxml2 says of a dossier: 0 when it is valid. */
static int validity(const char *path) {
  char schema_path[512];
  snprintf(schema_path, sizeof schema_path, "%s/schemas/dossier.rng", data_folder());
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt(schema_path);
  xmlRelaxNG *schema = xmlRelaxNGParse(parser);
  cr_assert_not_null(schema);
  xmlRelaxNGValidCtxt *validation = xmlRelaxNGNewValidCtxt(schema);
  xmlRelaxNGSetValidStructuredErrors(validation, keep_quiet, NULL);
  xmlDoc *tree = xmlReadFile(path, NULL, XML_PARSE_NONET);
  cr_assert_not_null(tree);
  int result = xmlRelaxNGValidateDoc(validation, tree);
  xmlFreeDoc(tree);
  xmlRelaxNGFreeValidCtxt(validation);
  xmlRelaxNGFree(schema);
  xmlRelaxNGFreeParserCtxt(parser);
  return result;
}

Test(grammar, a_validator_of_schemas_agrees) {
  cr_expect_eq(validity("tests/importers/data/everything.xml"), 0);
  cr_expect_eq(validity("tests/importers/data/everything.canonical.xml"), 0);
  cr_expect_eq(validity("tests/importers/data/odd.xml"), 0);
  cr_expect_eq(validity("tests/importers/data/sense.xml"), 0);
  cr_expect_eq(validity("tests/importers/data/references.xml"), 0);
  cr_expect_neq(validity("tests/importers/data/form.xml"), 0);
  cr_expect_neq(validity("tests/importers/data/values.xml"), 0);
}

Test(grammar, is_that_of_the_page) {
  char *page = dossier_file("docs/dossier.md"), quoted[64], written[64];
  for (size_t i = 0; i < grammar.count; i++) {
    const cr_element_rule *rule = &grammar.rules[i];
    cr_expect_not_null(strstr(page, rule->name), "%s", rule->name);
    const char *lists[] = {rule->required, rule->optional}, *word;
    for (int k = 0; k < 2; k++) {
      size_t length;
      for (const char *list = lists[k]; (length = cr_list_next(&list, &word)) > 0;) {
        snprintf(quoted, sizeof quoted, "`%.*s", (int)length, word);
        snprintf(written, sizeof written, "%.*s=\"", (int)length, word);
        cr_expect(strstr(page, quoted) || strstr(page, written), "%s of %s", quoted, rule->name);
      }
    }
  }
  free(page);
}

/* The page's first example is a dossier, without as much as a warning. */
Test(grammar, of_the_page_s_example) {
  char *page = dossier_file("docs/dossier.md");
  char *example = strstr(page, "<?xml");
  cr_assert_not_null(example);
  *strstr(example, "```") = '\0';
  crible_dossier *dossier = NULL;
  cr_expect_eq(dossier_from(&dossier, context, example), CRIBLE_OK);
  cr_expect_eq(crible_diagnostic_count(context), 0);
  crible_dossier_free(dossier);
  free(page);
}
