/* Whole files: every truncation is refused, gzip and zip are read, memory may run out anywhere. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>
#include <crible/crible.h>

#include "importers/bods/bods.h"
#include "tests/bods/package_text.h"
#include "tests/support/data_folder.h"
#include "tests/support/dossier_text.h"
#include "tests/support/scarce_memory.h"

#define EVERYTHING "tests/bods/data/everything.json"
#define FLAT "tests/bods/data/flat.jsonl"

static crible_status read_and_write(crible_context *context, const char *path) {
  crible_dossier *dossier = NULL;
  char *text = NULL;
  size_t length = 0;
  const crible_dossier_options options = {.candidate = "C"};
  crible_status status = crible_dossier_read_with(&dossier, context, path, &options);
  if (status == CRIBLE_OK) status = crible_dossier_canonical(&text, &length, dossier);
  crible_text_free(context, text);
  crible_dossier_free(dossier);
  return status;
}

static crible_status read_everything(crible_context *context) {
  return read_and_write(context, EVERYTHING);
}

static crible_status read_flat(crible_context *context) { return read_and_write(context, FLAT); }

Test(bods_files, memory_runs_out) {
  scarce_memory_try(read_everything, data_folder());
  scarce_memory_try(read_flat, data_folder());
}

static crible_status read_first(crible_context *context, const char *text, size_t length,
                                crible_dossier **dossier) {
  *dossier = NULL;
  return cr_bods_read_bytes(dossier, context, "cut.json", text, length, "C", false);
}

/* An array that is cut anywhere ends in the middle of something. */
Test(bods_files, a_truncated_file_is_refused_with_a_position) {
  char *text = dossier_file(EVERYTHING);
  size_t length = strlen(text), cut = 0;
  while (text[length - 1] == '\n') length--;
  for (size_t i = 0; i < 60; i++, cut = i * length / 60) {
    crible_context *context = dossier_context();
    crible_dossier *dossier;
    cr_assert_eq(read_first(context, text, cut, &dossier), CRIBLE_E_DATA, "cut at %zu", cut);
    const crible_diagnostic *last =
        crible_diagnostic_at(context, crible_diagnostic_count(context) - 1);
    cr_expect(last->line > 0 && last->column > 0 && last->path, "cut at %zu: %s", cut, last->code);
    crible_context_free(context);
  }
  free(text);
}

static char *figures_of(const char *path, const crible_dossier_options *options) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  cr_assert_eq(crible_dossier_read_with(&dossier, context, path, options), CRIBLE_OK, "%s", path);
  char *figures = dossier_figures(dossier, context, "2023-02-15");
  crible_dossier_free(dossier);
  crible_context_free(context);
  return figures;
}

/* Plain, in gzip, in zip alone or in two files: the same facts. */
Test(bods_files, packed_files_say_the_same) {
  static const char *const packed[] = {"e.json.gz", "e.zip", "two.zip"};
  const crible_dossier_options options = {.candidate = "C"};
  char folder[] = "/tmp/crible-bods-XXXXXX", command[1024], path[64];
  cr_assert_not_null(mkdtemp(folder));
  snprintf(command, sizeof command,
           "gzip -c %s >%s/e.json.gz && python3 - %s %s <<'end'\n"
           "import json, sys, zipfile\n"
           "text = open(sys.argv[1]).read()\n"
           "zipfile.ZipFile(sys.argv[2] + '/e.zip', 'w').writestr('e.json', text)\n"
           "two, all = zipfile.ZipFile(sys.argv[2] + '/two.zip', 'w'), json.loads(text)\n"
           "two.writestr('a.json', json.dumps(all[:20]))\n"
           "two.writestr('b.json', json.dumps(all[20:]))\n"
           "two.close()\nend",
           EVERYTHING, folder, EVERYTHING, folder);
  cr_assert_eq(system(command), 0);
  char *plain = figures_of(EVERYTHING, &options);
  for (int i = 0; i < 3; i++) {
    snprintf(path, sizeof path, "%s/%s", folder, packed[i]);
    char *found = figures_of(path, &options);
    cr_expect_str_eq(found, plain, "%s: %s\n not %s", packed[i], found, plain);
    free(found);
  }
  free(plain);
  snprintf(command, sizeof command, "rm -r %s", folder);
  cr_assert_eq(system(command), 0);
}

/* By recordId, statementId, or an identifier. */
Test(bods_files, the_candidate_by_any_name) {
  static const char *const names[] = {"C", "00000000000000000000000000000001", "732829320"};
  const crible_dossier_options first = {.candidate = names[0]};
  char *expected = figures_of(EVERYTHING, &first);
  for (int i = 1; i < 3; i++) {
    const crible_dossier_options options = {.candidate = names[i], .format = "bods"};
    char *found = figures_of(EVERYTHING, &options);
    cr_expect_str_eq(found, expected, "%s: %s\n not %s", names[i], found, expected);
    free(found);
  }
  free(expected);
}

static void refuse(const char *path, const char *candidate, const char *format,
                   crible_status wanted, const char *code) {
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  const crible_dossier_options options = {.candidate = candidate, .format = format};
  cr_expect_eq(crible_dossier_read_with(&dossier, context, path, &options), wanted, "%s", code);
  const crible_diagnostic *last =
      crible_diagnostic_at(context, crible_diagnostic_count(context) - 1);
  cr_assert_not_null(last, "%s", code);
  cr_expect_str_eq(last->code, code);
  cr_expect_null(dossier);
  crible_context_free(context);
}

Test(bods_files, what_cannot_be_asked) {
  refuse(EVERYTHING, NULL, NULL, CRIBLE_E_USAGE, "no-candidate");
  refuse(EVERYTHING, "C", "bosd", CRIBLE_E_USAGE, "unknown-format");
  refuse(EVERYTHING, "elsewhere", NULL, CRIBLE_E_DATA, "candidate-unknown");
  refuse(EVERYTHING, "p1", NULL, CRIBLE_E_DATA, "candidate-not-a-company");
  refuse("tests/cases/A01.xml", "C", NULL, CRIBLE_E_USAGE, "candidate-twice");
  refuse("tests/cases/A01.xml", "C", "bods", CRIBLE_E_DATA, "bad-json");
}
