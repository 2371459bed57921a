/* What an answer became can be written as a dossier, and read again as the same facts. */
#include <string.h>

#include <criterion/criterion.h>
#include <crible/crible.h>

#include "tests/french/answer_text.h"
#include "tests/support/dossier_text.h"

static void expect_same(const char *path) {
  crible_context *context = dossier_context();
  crible_dossier *first = NULL, *second = NULL;
  const crible_dossier_options options = {.subject = SUBJECT};
  cr_assert_eq(crible_dossier_read_with(&first, context, path, &options), CRIBLE_OK);
  char *written = dossier_canonical(first);
  cr_assert_eq(dossier_from(&second, context, written), CRIBLE_OK, "%s",
               dossier_diagnostics(context));
  char *again = dossier_canonical(second);
  cr_expect_str_eq(written, again);
  cr_expect_eq(first->facts->stakes_count, second->facts->stakes_count);
  crible_text_free(context, written);
  crible_text_free(context, again);
  crible_dossier_free(first);
  crible_dossier_free(second);
  crible_context_free(context);
}

Test(answers, are_written_as_dossiers) {
  expect_same("tests/french/data/links.json");
  expect_same("tests/french/data/owners.json");
}
