/* Reading rulesets: the one that is shipped, and each kind of bad one. */
#define _DEFAULT_SOURCE /* mkstemps */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <crible/diagnostic.h>

#include "engine/base/file.h"
#include "engine/base/sha256.h"
#include "engine/rulesets/choices.h"
#include "engine/rulesets/ruleset.h"
#include "tests/support/data_folder.h"

static crible_context *context;

static void open_context(void) { context = data_context(data_folder()); }
static void close_context(void) { crible_context_free(context); }

TestSuite(ruleset, .init = open_context, .fini = close_context);

static void shipped_path(char out[4096]) {
  snprintf(out, 4096, "%s/rulesets/secnumcloud-2023.xml", data_folder());
}

static void expect_fraction(const fmpq *value, slong p, ulong q) {
  cr_assert_eq(fmpz_cmp_si(fmpq_numref(value), p), 0);
  cr_assert_eq(fmpz_cmp_ui(fmpq_denref(value), q), 0);
}

Test(ruleset, the_shipped_one_has_the_thresholds_of_the_clause) {
  cr_ruleset *ruleset = NULL;
  cr_assert_eq(cr_ruleset_read(&ruleset, context, "secnumcloud-2023"), CRIBLE_OK);
  cr_assert_str_eq(ruleset->id, "secnumcloud-2023");
  for (int property = 0; property < CR_PROPERTIES; property++) {
    expect_fraction(ruleset->individual[property], 6, 25);
    expect_fraction(ruleset->collective[property], 39, 100);
  }
  expect_fraction(&ruleset->control.majority, 1, 2);
  expect_fraction(&ruleset->control.presumption, 2, 5);
  cr_ruleset_free(ruleset);
}

Test(ruleset, the_shipped_one_takes_the_first_option_of_every_choice) {
  cr_ruleset *ruleset = NULL;
  cr_assert_eq(cr_ruleset_read(&ruleset, context, "secnumcloud-2023"), CRIBLE_OK);
  cr_assert_eq((size_t)ruleset->choice_count, cr_choice_kind_count);
  cr_assert_eq(cr_choice_kind_count, 31);
  for (int i = 0; i < ruleset->choice_count; i++) {
    const cr_choice_kind *kind = cr_choice_kind_find(ruleset->choices[i].id);
    cr_assert_str_eq(ruleset->choices[i].option, kind->options[0].id);
    cr_assert_gt(ruleset->choices[i].line, 0);
  }
  cr_ruleset_free(ruleset);
}

/* The options that the contract's table prints in italics. */
Test(ruleset, the_strict_one_differs_in_what_is_hardest_on_a_candidate) {
  static const char *const strict[][2] = {
      {"capital-chain", "greater"},    {"vote-chain", "greater"},
      {"control-presumption", "ties-allowed"},
      {"missing-seat", "unknown"},     {"natural-persons", "residence"},
      {"territory", "union"},          {"groups", "concert"},
      {"votes-unstated", "unknown"},   {"capital-base", "net"},
      {"usufruct", "worst"},           {"dilution", "diluted"},
      {"listed-issuer", "french"},     {"listed-chain", "no"},
      {"undisclosed", "third"},        {"above-third", "anybody"},
      {"arithmetic-veto", "legal-too"}, {"outsider-rights", "anyone"},
      {"conditional-rights", "potential"}, {"collective-control", "together"}};
  const size_t count = sizeof strict / sizeof *strict;
  cr_ruleset *read = NULL, *usual = NULL;
  size_t others = 0;
  cr_assert_eq(cr_ruleset_read(&read, context, "secnumcloud-2023-strict"), CRIBLE_OK);
  cr_assert_eq(cr_ruleset_read(&usual, context, "secnumcloud-2023"), CRIBLE_OK);
  for (int i = 0; i < read->choice_count; i++) {
    const cr_choice_kind *kind = cr_choice_kind_find(read->choices[i].id);
    const char *expected = kind->options[0].id;
    for (size_t k = 0; k < count; k++)
      if (strcmp(strict[k][0], kind->id) == 0) expected = strict[k][1];
    others += expected != kind->options[0].id;
    cr_expect_str_eq(read->choices[i].option, expected, "%s", kind->id);
  }
  cr_expect_eq(others, count);
  for (int property = 0; property < CR_PROPERTIES; property++) {
    cr_expect(fmpq_equal(read->individual[property], usual->individual[property]));
    cr_expect(fmpq_equal(read->collective[property], usual->collective[property]));
  }
  cr_expect(fmpq_equal(&read->control.majority, &usual->control.majority));
  cr_expect(fmpq_equal(&read->control.presumption, &usual->control.presumption));
  cr_ruleset_free(usual);
  cr_ruleset_free(read);
}

Test(ruleset, by_path_it_is_the_same_file) {
  char path[4096], digest[65];
  shipped_path(path);
  char *bytes = NULL;
  size_t length = 0;
  cr_assert_eq(cr_file_read(&bytes, &length, context, path), CRIBLE_OK);
  cr_sha256_text(digest, bytes, length);
  cr_ruleset *ruleset = NULL;
  cr_assert_eq(cr_ruleset_read(&ruleset, context, path), CRIBLE_OK);
  cr_assert_str_eq(ruleset->file, path);
  cr_assert_str_eq(ruleset->sha256, digest);
  cr_ruleset_free(ruleset);
  cr_release(context, bytes);
}

Test(ruleset, every_option_has_a_meaning) {
  for (size_t i = 0; i < cr_choice_kind_count; i++) {
    const cr_choice_option *option = cr_choice_kinds[i].options;
    cr_assert_not_null(option[1].id, "%s", cr_choice_kinds[i].id);
    for (; option->id; option++) {
      cr_assert_not_null(option->meaning);
      cr_assert_eq(cr_choice_option_find(cr_choice_kinds + i, option->id), option);
    }
  }
}

Test(ruleset, the_manual_lists_every_option) {
  char *manual = NULL;
  size_t length = 0;
  cr_ruleset *strict = NULL;
  cr_assert_eq(cr_file_read(&manual, &length, context, "docs/rulesets.md"), CRIBLE_OK);
  cr_assert_eq(cr_ruleset_read(&strict, context, "secnumcloud-2023-strict"), CRIBLE_OK);
  for (size_t i = 0; i < cr_choice_kind_count; i++) {
    const cr_choice_option *option = cr_choice_kinds[i].options;
    const ptrdiff_t hardest = strict->reading.option[i];
    for (; option->id; option++) {
      char row[256], first[64] = "";
      const ptrdiff_t place = option - cr_choice_kinds[i].options;
      const char *bold = place > 0 && place == hardest ? "**" : "";
      if (option == cr_choice_kinds[i].options) {
        snprintf(first, sizeof first, "`%s` ", cr_choice_kinds[i].id);
      }
      snprintf(row, sizeof row, "| %s| %s`%s`%s | %s |\n", first, bold, option->id, bold,
               option->meaning);
      cr_assert_not_null(strstr(manual, row), "%s", row);
    }
  }
  cr_ruleset_free(strict);
  cr_release(context, manual);
}

static void expect_told(size_t index, const char *code, const char *message, const char *advice) {
  const crible_diagnostic *told = crible_diagnostic_at(context, index);
  cr_assert_not_null(told, "%s", code);
  cr_assert_str_eq(told->code, code, "%s", told->message);
  cr_assert_str_eq(told->message, message);
  cr_assert((told->advice == NULL) == (advice == NULL), "%s", told->message);
  if (advice) {
    cr_assert_str_eq(told->advice, advice);
  }
}

Test(ruleset, an_unknown_name_is_told_with_the_nearest) {
  cr_ruleset *ruleset = NULL;
  cr_assert_eq(cr_ruleset_read(&ruleset, context, "secnumcloud-2022"), CRIBLE_E_NO_INPUT);
  expect_told(0, "ruleset-unknown", "there is no ruleset 'secnumcloud-2022'",
              "did you mean 'secnumcloud-2023'?");
  cr_assert_eq(cr_ruleset_read(&ruleset, context, "./mine.xml"), CRIBLE_E_NO_INPUT);
  expect_told(1, "no-input", "cannot read './mine.xml': No such file or directory", NULL);
  cr_assert_null(ruleset);
}

/* Reads the shipped ruleset with each `change`, "old text" to "new text", made once. */
typedef struct change {
  const char *from, *to;
} change;

static crible_status read_changed(const change *changes, size_t count, int *line) {
  char path[4096], changed[] = "/tmp/crible-ruleset-XXXXXX.xml", *bytes = NULL;
  char text[32 * 1024];
  size_t length = 0;
  shipped_path(path);
  cr_assert_eq(cr_file_read(&bytes, &length, context, path), CRIBLE_OK);
  cr_assert_lt(length, sizeof text);
  strcpy(text, bytes);
  cr_release(context, bytes);
  for (size_t i = 0; i < count; i++) {
    char *place = strstr(text, changes[i].from);
    cr_assert_not_null(place, "%s", changes[i].from);
    size_t old = strlen(changes[i].from), new = strlen(changes[i].to);
    memmove(place + new, place + old, strlen(place + old) + 1);
    memcpy(place, changes[i].to, new);
    *line = 1;
    for (char *c = text; c < place; c++) {
      *line += *c == '\n';
    }
  }
  int descriptor = mkstemps(changed, 4);
  cr_assert_geq(descriptor, 0);
  cr_assert_eq(write(descriptor, text, strlen(text)), (ssize_t)strlen(text));
  close(descriptor);
  cr_ruleset *ruleset = NULL;
  crible_status status = cr_ruleset_read(&ruleset, context, changed);
  cr_assert((status == CRIBLE_OK) == (ruleset != NULL));
  cr_ruleset_free(ruleset);
  unlink(changed);
  return status;
}

/* One change, one error at its place. */
static void expect_error(const char *from, const char *to, const char *code, const char *message,
                         const char *advice) {
  int line = 0;
  crible_diagnostics_clear(context);
  cr_assert_eq(read_changed(&(change){from, to}, 1, &line), CRIBLE_E_DATA, "%s", to);
  cr_assert_eq(crible_diagnostic_count(context), 1, "%s", to);
  expect_told(0, code, message, advice);
  const crible_diagnostic *told = crible_diagnostic_at(context, 0);
  cr_assert_not_null(told->excerpt);
  if (strcmp(code, "choice-missing") != 0) {
    cr_assert_eq(told->line, line, "%s: line %d", to, told->line);
    cr_assert_not_null(strstr(told->excerpt, to));
  }
}

Test(ruleset, misspelt_choices_and_options) {
  expect_error("id=\"vote-chain\"", "id=\"vote-chian\"", "choice-unknown",
               "there is no choice 'vote-chian'", "did you mean 'vote-chain'?");
  expect_error("option=\"either\"", "option=\"eiter\"", "option-unknown",
               "choice 'scope' has no option 'eiter'", "did you mean 'either'?");
  expect_error("option=\"either\"", "option=\"sometimes\"", "option-unknown",
               "choice 'scope' has no option 'sometimes'", "its options: either, both");
}

Test(ruleset, a_choice_of_nobody_knows_what) {
  int line = 0;
  const change added = {"<choice id=\"scope\"", "<choice id=\"weather\" option=\"fair\"/>"
                                                "<choice id=\"scope\""};
  cr_assert_eq(read_changed(&added, 1, &line), CRIBLE_E_DATA);
  cr_assert_eq(crible_diagnostic_count(context), 1);
  expect_told(0, "choice-unknown", "there is no choice 'weather'", NULL);
}

Test(ruleset, a_choice_missing_or_stated_twice) {
  int line = 0;
  expect_error("<choice id=\"reference-date\" option=\"collection\" source=\"calendar of the "
               "call\"/>",
               "", "choice-missing", "choice 'reference-date' is not made",
               "add <choice id=\"reference-date\" option=\"…\"/> with one of: collection, filing, "
               "decision");
  crible_diagnostics_clear(context);
  cr_assert_eq(read_changed(&(change){"<choice id=\"scope\"",
                                      "<choice id=\"scope\" option=\"either\"/>\n<choice "
                                      "id=\"scope\""},
                            1, &line),
               CRIBLE_E_DATA);
  char message[100];
  snprintf(message, sizeof message, "choice 'scope' is stated twice, first at line %d", line);
  expect_told(0, "choice-twice", message, "keep one of the two");
  cr_assert_eq(crible_diagnostic_at(context, 0)->line, line + 1);
}

Test(ruleset, what_the_schema_refuses) {
  expect_error("capital=\"24 %\"", "capital=\"a lot\"", "schema-violated",
               "'individual' has an attribute that is not allowed or not of its form, or lacks one",
               NULL);
  expect_error("<individual capital=\"24 %\" votes=\"24 %\"", "<individual capital=\"24 %\"",
               "schema-violated",
               "'individual' has an attribute that is not allowed or not of its form, or lacks one",
               NULL);
  expect_error("<control ", "<power ", "schema-violated", "an element 'power' has no place here",
               NULL);
  expect_error("capital=\"24 %\"", "capital=\"124 %\"", "not-a-fraction",
               "capital=\"124 %\" is no fraction from 0 to 1", "write it as 1/3 or 33.5 %");
}

Test(ruleset, several_errors_are_told_in_one_run) {
  int line = 0;
  const change changes[] = {{"id=\"vote-chain\"", "id=\"votechain\""},
                            {"option=\"never\"", "option=\"always\""},
                            {"option=\"entity\"", "option=\"concerts\""}};
  cr_assert_eq(read_changed(changes, 3, &line), CRIBLE_E_DATA);
  cr_assert_eq(crible_diagnostic_count(context), 3);
  cr_assert_str_eq(crible_diagnostic_at(context, 0)->code, "choice-unknown");
  cr_assert_str_eq(crible_diagnostic_at(context, 2)->code, "option-unknown");
  cr_assert_str_eq(crible_diagnostic_at(context, 1)->code, "option-unknown");
}

Test(ruleset, own_thresholds) {
  int line = 0;
  const change changes[] = {{"capital=\"24 %\"", "capital=\"1/3\""},
                            {"presumption=\"40 %\"", "presumption=\"0.4\""}};
  cr_assert_eq(read_changed(changes, 2, &line), CRIBLE_OK);
}

Test(ruleset, a_file_is_named_after_its_ruleset) {
  char folder[64], rulesets[128], file[192], path[4096];
  data_folder_with(folder, "rulesets", NULL);
  snprintf(rulesets, sizeof rulesets, "%s/rulesets", folder);
  snprintf(file, sizeof file, "%s/mine.xml", rulesets);
  shipped_path(path);
  char *shipped = realpath(path, NULL);
  cr_assert_eq(mkdir(rulesets, 0700), 0);
  cr_assert_eq(symlink(shipped, file), 0);
  free(shipped);
  crible_context *elsewhere = data_context(folder);
  cr_ruleset *ruleset = NULL;
  cr_assert_eq(cr_ruleset_read(&ruleset, elsewhere, "mine"), CRIBLE_E_DATA);
  cr_assert_str_eq(crible_diagnostic_at(elsewhere, 0)->message,
                   "the file of ruleset 'mine' says that it is 'secnumcloud-2023'");
  crible_context_free(elsewhere);
  unlink(file);
  rmdir(rulesets);
  data_folder_remove(folder);
}
