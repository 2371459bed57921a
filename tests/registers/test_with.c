/* Registers beside a dossier. Expected figures are worked out by hand. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/registers/register_text.h"
#include "tests/support/data_folder.h"
#include "tests/support/dossier_text.h"
#include "tests/support/scarce_memory.h"

#define MEER "529900CRIBLETEST0295"
#define TOP "529900CRIBLETEST0392"

#define FOLDER "tests/cli/screen-with/"

static crible_status read_with(crible_dossier **out, crible_context *context, const char *path,
                               const char *const *registers, size_t count) {
  const crible_dossier_options options = {.registers = registers, .register_count = count};
  return crible_dossier_read_with(out, context, path, &options);
}

/* Reads a dossier of `inside` and one register given as text. */
static crible_dossier *read_text(crible_context *context, const char *inside, const char *text) {
  char dossier_text[4096];
  crible_dossier *dossier = NULL;
  snprintf(dossier_text, sizeof dossier_text,
           "<dossier xmlns='urn:crible:dossier:1' candidate='c'>%s</dossier>", inside);
  register_file own = register_write(dossier_text), other = register_write(text);
  const char *path = other.path;
  cr_expect_eq(read_with(&dossier, context, own.path, &path, 1), CRIBLE_OK);
  register_remove(&own);
  register_remove(&other);
  return dossier;
}

static void expect_facts(const char *inside, const char *text, const char *expected) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = read_text(context, inside, text);
  char *facts = register_facts_of(dossier->facts);
  cr_expect_str_eq(facts, expected, "%s\n not %s", facts, expected);
  cr_expect_str_eq(dossier->facts->parties[dossier->facts->candidate].id, "c");
  free(facts);
  crible_dossier_free(dossier);
  crible_context_free(context);
}

#define RELATION(child, parent)                                                                   \
  "<rr:RelationshipRecord><rr:Relationship><rr:StartNode><rr:NodeID>" child                        \
  "</rr:NodeID></rr:StartNode><rr:EndNode><rr:NodeID>" parent "</rr:NodeID></rr:EndNode>"          \
  "<rr:RelationshipType>IS_DIRECTLY_CONSOLIDATED_BY</rr:RelationshipType></rr:Relationship>"       \
  "</rr:RelationshipRecord>"
#define RELATIONS(records)                                                                        \
  "<rr:RelationshipData xmlns:rr='http://www.gleif.org/data/schema/rr/2016'>"                      \
  "<rr:RelationshipRecords>" records "</rr:RelationshipRecords></rr:RelationshipData>"

/* Blanks and small letters do not matter, names and ids join nobody: a party of the dossier whose
 * id is the LEI of another is another. */
Test(with, equal_identifiers_are_one_party) {
  expect_facts("<company id='c' seats='FR'/><company id='m' name='M' seats='DE' lei='5299 00CRIBLETEST0295'/>"
               "<company id='" TOP "' name='" TOP "' seats='FR'/>",
               RELATIONS(RELATION(MEER, TOP) RELATION(TOP, "529900CRIBLETEST0489")
                         RELATION("529900CRIBLETEST0586", "529900CRIBLETEST0489")),
               "company c 'c'\ncompany m 'M' lei:" MEER "\ncompany " TOP " '" TOP "'\n"
               "company " TOP "-2 '" TOP "' lei:" TOP " named only\n"
               "company 529900CRIBLETEST0489 '529900CRIBLETEST0489' lei:529900CRIBLETEST0489 named only\n"
               "c office FR\nc administration FR\nc establishment FR\n"
               "m office DE\nm administration DE\nm establishment DE\n"
               TOP " office FR\n" TOP " administration FR\n" TOP " establishment FR\n"
               TOP "-2 controls m in-fact\n529900CRIBLETEST0489 controls " TOP "-2 in-fact\n");
}

/* What stands above nobody of the dossier is not kept. */
Test(with, nothing_is_kept_of_others) {
  expect_facts("<company id='c' seats='FR'/>", RELATIONS(RELATION(MEER, TOP)),
               "company c 'c'\nc office FR\nc administration FR\nc establishment FR\n");
}

/* Meer (DE), which a person owns, has 30 % of the candidate; Top (US) controls Meer says the
 * register, so 30 % of the votes are Top's by control, and nothing of the capital. */
Test(with, control_by_a_register_counts) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = read_text(
      context,
      "<company id='c' seats='FR'><stake holder='m' capital='30%'/><stake holder='p' capital='70%'/>"
      "</company><company id='m' seats='DE' lei='" MEER "'><stake holder='p' capital='100%'/></company>"
      "<person id='p' residence='FR'/>"
      "<company id='t' seats='US' lei='" TOP "'/>",
      RELATIONS(RELATION(MEER, TOP)));
  char *figures = register_figures_of(dossier, context);
  cr_expect_str_eq(figures, "[0,0] [0,0] [3/10,3/10] [3/10,3/10] uu");
  free(figures);
  crible_dossier_free(dossier);
  crible_context_free(context);
}

/* The LEI file says that the LEI and the British number are one company: three sources, one party. */
Test(with, a_third_source_joins_two) {
  static const char *const registers[] = {FOLDER "psc.txt", FOLDER "rr.xml", FOLDER "lei.xml"};
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  cr_assert_eq(read_with(&dossier, context, FOLDER "dossier.xml", registers, 3), CRIBLE_OK);
  cr_expect_eq(dossier->facts->parties_count, 5); /* nuage, lake, meer, rey, Top */
  cr_expect_eq(dossier->facts->parties[2].identifier_count, 2);
  cr_expect_eq(dossier->facts->sources_count, 4);
  char *figures = register_figures_of(dossier, context);
  cr_expect_str_eq(figures, "[0,3/10] [0,3/10] [0,3/10] [0,3/10] uu");
  free(figures);
  crible_dossier_free(dossier);
  crible_context_free(context);
}

/* In any order of the files. */
Test(with, the_order_of_files_does_not_matter) {
  static const char *const files[] = {FOLDER "psc.txt", FOLDER "rr.xml", FOLDER "lei.xml"};
  static const int orders[][3] = {{0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {2, 0, 1}};
  for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
    const char *registers[3];
    crible_context *context = dossier_context();
    crible_dossier *dossier = NULL;
    for (int k = 0; k < 3; k++) registers[k] = files[orders[i][k]];
    cr_assert_eq(read_with(&dossier, context, FOLDER "dossier.xml", registers, 3), CRIBLE_OK);
    cr_expect_eq(dossier->facts->parties_count, 5);
    cr_expect_str_eq(dossier->facts->parties[4].name, "Top Inc.");
    cr_expect_not(dossier->facts->parties[4].named_only);
    crible_dossier_free(dossier);
    crible_context_free(context);
  }
}

/* BODS beside a dossier: the holder of its LEI is the dossier's. */
Test(with, bods_beside_a_dossier) {
  expect_facts("<company id='c' seats='FR'/><company id='m' name='M' seats='DE' lei='" MEER "'/>",
               "[{\"statementId\":\"00000000000000000000000000000001\",\"declarationSubject\":\"x\","
               "\"statementDate\":\"2023-01-01\",\"recordStatus\":\"new\",\"recordId\":\"x\","
               "\"recordType\":\"entity\","
               "\"recordDetails\":{\"isComponent\":false,\"entityType\":{\"type\":\"registeredEntity\"},"
               "\"name\":\"X\",\"jurisdiction\":{\"name\":\"US\",\"code\":\"US\"},\"identifiers\":[{\"scheme\":\"XI-LEI\",\"id\":\"" MEER "\"}]}}]",
               "company c 'c'\ncompany m 'M' lei:" MEER "\n"
               "c office FR\nc administration FR\nc establishment FR\n"
               "m office DE\nm administration DE\nm establishment DE\n"
               "m office US (seat-of-jurisdiction)\n");
}

static crible_status read_all(crible_context *context) {
  static const char *const registers[] = {FOLDER "psc.txt", FOLDER "rr.xml", FOLDER "lei.xml"};
  crible_dossier *dossier = NULL;
  crible_status status = read_with(&dossier, context, FOLDER "dossier.xml", registers, 3);
  crible_dossier_free(dossier);
  return status;
}

Test(with, memory_is_scarce) { scarce_memory_try(read_all, data_folder()); }
