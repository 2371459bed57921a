/* What is said of a wrong dossier: each kind of mistake, word for word and with its place. A
 * file of tests/importers/data has its expected diagnostics beside it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "tests/support/dossier_text.h"

/* Reads data/NAME.xml and compares with data/NAME.txt. */
static void golden(const char *name, crible_status wanted) {
  char path[128], answers[128];
  snprintf(path, sizeof path, "tests/importers/data/%s.xml", name);
  snprintf(answers, sizeof answers, "tests/importers/data/%s.txt", name);
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  cr_expect_eq(crible_dossier_read(&dossier, context, path), wanted);
  char *said = dossier_diagnostics(context), *expected = dossier_file(answers);
  cr_expect(!strcmp(said, expected), "%s: said\n%s\ninstead of\n%s", name, said, expected);
  free(said);
  free(expected);
  crible_dossier_free(dossier);
  crible_context_free(context);
}

Test(diagnostics, elements_and_attributes) { golden("form", CRIBLE_E_DATA); }
Test(diagnostics, attributes_of_rights) { golden("rights", CRIBLE_E_DATA); }
Test(diagnostics, values) { golden("values", CRIBLE_E_DATA); }
Test(diagnostics, words_of_the_vocabulary) { golden("values-more", CRIBLE_E_DATA); }
Test(diagnostics, shares) { golden("shares", CRIBLE_E_DATA); }
Test(diagnostics, references) { golden("references", CRIBLE_E_DATA); }
Test(diagnostics, what_cannot_be_so) { golden("sense", CRIBLE_E_DATA); }
Test(diagnostics, oddities_are_warnings) { golden("odd", CRIBLE_OK); }

/* The text of one whole file, and all that is said of it. */
typedef struct whole {
  const char *text, *said;
} whole;

static const whole files[] = {
    {"", "dossier.xml:1:1: error: the file is empty [empty-file]\n  | \n  | ^\n"},
    {"<dossier candidate='C'>\n",
     "dossier.xml:2:1: error: the file ends inside 'dossier' of line 1 [not-well-formed]\n"
     "  | \n  | ^\n  the file may have been cut short: take a whole copy\n"},
    {"<dossier>\n<lot>\n</dossier>",
     "dossier.xml:3:11: error: 'lot' of line 2 is not closed before the end of 'dossier' "
     "[not-well-formed]\n  | </dossier>\n  |           ^\n"
     "  close it with '</lot>', or with '/>' in its own tag\n"},
    {"<dossier a=b/>",
     "dossier.xml:1:12: error: the value of an attribute is not in quotes "
     "[not-well-formed]\n  | <dossier a=b/>\n  |            ^\n  write name=\"value\"\n"},
    {"<dossier candidate='C'/>",
     "dossier.xml:1:1: error: this 'dossier' is not in the namespace of dossiers [not-a-dossier]\n"
     "  | <dossier candidate='C'/>\n  | ^~~~~~~~\n"
     "  begin with <dossier xmlns=\"urn:crible:dossier:1\" candidate=\"…\">\n"},
    {"<report/>", "dossier.xml:1:1: error: the file's outermost element is 'report', not 'dossier' "
                  "[not-a-dossier]\n  | <report/>\n  | ^~~~~~~\n"
                  "  begin with <dossier xmlns=\"urn:crible:dossier:1\" candidate=\"…\">\n"},
    {"<?xml version='1.0'?>\n <!DOCTYPE dossier SYSTEM 'http://example.org/x.dtd'><dossier/>",
     "dossier.xml:2:2: error: a dossier has no document type declaration [doctype]\n"
     "  |  <!DOCTYPE dossier SYSTEM 'http://example.org/x.dtd'><dossier/>\n  |  ^\n"
     "  remove '<!DOCTYPE …>' and write characters in place of entities\n"},
    {"<dossier>\n\xE9t\xE9</dossier>",
     "dossier.xml:2:1: error: byte 0xE9 is not UTF-8 [not-utf-8]\n"
     "  | ?t?</dossier>\n  | ^\n  save the file as UTF-8\n"},
    {"\xC0\xAF",
     "dossier.xml:1:1: error: byte 0xC0 is not UTF-8 [not-utf-8]\n"
     "  | ??\n  | ^\n  save the file as UTF-8\n"},
};

Test(diagnostics, files_that_are_no_dossier) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    crible_context *context = dossier_context();
    crible_dossier *dossier = NULL;
    cr_expect_eq(dossier_from(&dossier, context, files[i].text), CRIBLE_E_DATA);
    char *said = dossier_diagnostics(context);
    cr_expect(!strcmp(said, files[i].said), "said\n%s\ninstead of\n%s", said, files[i].said);
    cr_expect_null(dossier);
    free(said);
    crible_context_free(context);
  }
}

Test(diagnostics, a_nul_byte_is_no_text) {
  static const char text[] = "<dossier>\n\n \0</dossier>";
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  cr_assert_eq(cr_dossier_read_bytes(&dossier, context, "d.xml", text, sizeof text - 1),
               CRIBLE_E_DATA);
  const crible_diagnostic *said = crible_diagnostic_at(context, 0);
  cr_assert_str_eq(said->code, "nul-byte");
  cr_assert_eq(said->line, 3);
  cr_assert_eq(said->column, 2);
  crible_context_free(context);
}

Test(diagnostics, nothing_there_is_another_status) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  cr_assert_eq(crible_dossier_read(&dossier, context, "/nowhere/at/all"), CRIBLE_E_NO_INPUT);
  cr_assert_eq(crible_dossier_read(&dossier, context, "tests/importers"), CRIBLE_E_NO_INPUT);
  cr_assert_null(dossier);
  cr_assert_eq(crible_diagnostic_count(context), 2);
  cr_assert_str_eq(crible_diagnostic_at(context, 1)->file, "tests/importers/dossier.xml");
  crible_context_free(context);
}

/* A dossier of `count` lots that name nobody, from line `first` on. */
static char *dangling(int count, int first) {
  char *text = NULL;
  size_t length = 0;
  FILE *out = open_memstream(&text, &length);
  fprintf(out, "<dossier xmlns='urn:crible:dossier:1' candidate='C'><company id='C'>"
               "<share-class id='O' issued='10'/>");
  for (int line = 1; line < first; line++) fputc('\n', out);
  for (int i = 0; i < count; i++) fprintf(out, "  <lot holder='x%d' quantity='0.001'/>\n", i);
  fprintf(out, "</company></dossier>");
  fclose(out);
  return text;
}

Test(diagnostics, twenty_errors_are_enough) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  char *text = dangling(1000, 2);
  cr_assert_eq(dossier_from(&dossier, context, text), CRIBLE_E_DATA);
  cr_assert_eq(crible_diagnostic_count(context), 20);
  cr_assert_eq(crible_diagnostic_at(context, 19)->line, 21);
  free(text);
  crible_context_free(context);
}

Test(diagnostics, lines_are_counted_beyond_16_bits) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  char *text = dangling(2, 200000);
  cr_assert_eq(dossier_from(&dossier, context, text), CRIBLE_E_DATA);
  cr_assert_eq(crible_diagnostic_at(context, 0)->line, 200000);
  cr_assert_eq(crible_diagnostic_at(context, 0)->column, 8);
  cr_assert_eq(crible_diagnostic_at(context, 1)->line, 200001);
  free(text);
  crible_context_free(context);
}

Test(diagnostics, a_byte_order_mark_takes_no_column) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  cr_assert_eq(dossier_from(&dossier, context,
                            "\xEF\xBB\xBF<dossier xmlns='urn:crible:dossier:1' candidate='C'/>"),
               CRIBLE_E_DATA);
  cr_assert_eq(crible_diagnostic_at(context, 0)->column, 39);
  crible_context_free(context);
}

/* Nothing is read of entities, so nothing grows: a declaration is refused at its
 * first letter. */
Test(diagnostics, entities_do_not_grow) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  static const char bomb[] =
      "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
      "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
      "<d>&c;&f;</d>";
  cr_assert_eq(dossier_from(&dossier, context, bomb), CRIBLE_E_DATA);
  cr_assert_eq(crible_diagnostic_count(context), 1);
  cr_assert_str_eq(crible_diagnostic_at(context, 0)->code, "doctype");
  crible_context_free(context);
}

Test(diagnostics, depth_is_bounded) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  char *text = malloc(3 * 100000 + 1);
  for (int i = 0; i < 100000; i++) memcpy(text + 3 * i, "<a>", 4);
  cr_assert_eq(dossier_from(&dossier, context, text), CRIBLE_E_DATA);
  cr_assert_str_eq(crible_diagnostic_at(context, 0)->code, "too-deep");
  free(text);
  crible_context_free(context);
}
