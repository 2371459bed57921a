#define _XOPEN_SOURCE 700 /* mkdtemp */
/* Rulesets of one's own: what is written is read back as what was asked for. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <crible/crible.h>

#include "engine/base/file.h"
#include "engine/rulesets/choice_words.h"
#include "engine/rulesets/ruleset.h"
#include "tests/support/dossiers.h"
#include "tests/support/data_folder.h"
#include "tests/support/scarce_memory.h"

static crible_context *context;
static char folder[32], file[64];

static void open_folder(void) {
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  strcpy(folder, "/tmp/crible-own-XXXXXX");
  cr_assert_not_null(mkdtemp(folder));
  snprintf(file, sizeof file, "%s/mine.xml", folder);
}

static void close_folder(void) {
  unlink(file);
  rmdir(folder);
  crible_context_free(context);
}

TestSuite(own_ruleset, .init = open_folder, .fini = close_folder);

static cr_ruleset *read_back(const char *name) {
  cr_ruleset *ruleset = NULL;
  cr_assert_eq(cr_ruleset_read(&ruleset, context, name), CRIBLE_OK, "%s", name);
  return ruleset;
}

static void expect_same_thresholds(const cr_ruleset *a, const cr_ruleset *b) {
  for (int property = 0; property < CR_PROPERTIES; property++) {
    cr_expect(fmpq_equal(a->individual[property], b->individual[property]));
    cr_expect(fmpq_equal(a->collective[property], b->collective[property]));
  }
  cr_expect(fmpq_equal(&a->control.majority, &b->control.majority));
  cr_expect(fmpq_equal(&a->control.presumption, &b->control.presumption));
}

static const cr_choice *choice_of(const cr_ruleset *ruleset, const char *id) {
  int i = 0;
  while (i < ruleset->choice_count && strcmp(ruleset->choices[i].id, id) != 0) i++;
  cr_assert_lt(i, ruleset->choice_count, "no choice %s", id);
  return &ruleset->choices[i];
}

static void expect_changed(const cr_ruleset *usual, int choice, int option) {
  const cr_choice_kind *kind = &cr_choice_kinds[choice];
  char change[128];
  snprintf(change, sizeof change, "%s=%s", kind->id, kind->options[option].id);
  const char *changes[] = {change};
  cr_assert_eq(crible_ruleset_new(context, file, NULL, changes, 1), CRIBLE_OK, "%s", change);
  cr_ruleset *own = read_back(file);
  cr_expect_str_eq(own->id, "mine");
  expect_same_thresholds(own, usual);
  for (int i = 0; i < CR_CHOICES; i++) {
    const uint8_t expected = i == choice ? (uint8_t)option : usual->reading.option[i];
    cr_expect_eq(own->reading.option[i], expected, "%s: %s", change, cr_choice_kinds[i].id);
    const char *source = choice_of(own, cr_choice_kinds[i].id)->source;
    cr_expect_str_eq(source, cr_choice_words_of[i].source[expected], "%s: %s", change, source);
  }
  cr_ruleset_free(own);
  cr_assert_eq(unlink(file), 0);
}

Test(own_ruleset, every_option_of_every_choice) {
  cr_ruleset *usual = read_back("secnumcloud-2023");
  for (int choice = 0; choice < CR_CHOICES; choice++)
    for (int option = 0; cr_choice_kinds[choice].options[option].id; option++)
      expect_changed(usual, choice, option);
  cr_ruleset_free(usual);
}

/* Thresholds that are no round percentage stay exact; what the base takes stays taken. */
Test(own_ruleset, from_another_one) {
  static const char *const ceilings[] = {"33.333333333 %", "12.5 %"};
  for (int i = 0; i < 2; i++) {
    char base[RULESET_PATH];
    ruleset_write_ceilings(base, ceilings[i]);
    cr_assert_eq(crible_ruleset_new(context, file, base, NULL, 0), CRIBLE_OK);
    cr_ruleset *from = read_back(base), *own = read_back(file);
    expect_same_thresholds(own, from);
    cr_ruleset_free(own);
    cr_ruleset_free(from);
    unlink(base);
    unlink(file);
  }
  const char *changes[] = {"scope=both", "groups=entity", "scope=either"};
  cr_assert_eq(crible_ruleset_new(context, file, "secnumcloud-2023-strict", changes, 3), CRIBLE_OK);
  cr_ruleset *strict = read_back("secnumcloud-2023-strict"), *own = read_back(file);
  for (int i = 0; i < CR_CHOICES; i++)
    cr_expect_eq(own->reading.option[i],
                 i == CR_CHOICE_GROUPS ? CR_GROUPS_ENTITY : strict->reading.option[i]);
  cr_ruleset_free(own);
  cr_ruleset_free(strict);
}

Test(own_ruleset, nothing_is_overwritten) {
  char *before = NULL, *after = NULL;
  size_t length = 0, now = 0;
  const char *changes[] = {"scope=both"};
  cr_assert_eq(crible_ruleset_new(context, file, NULL, NULL, 0), CRIBLE_OK);
  cr_assert_eq(cr_file_read(&before, &length, context, file), CRIBLE_OK);
  cr_expect_eq(crible_ruleset_new(context, file, NULL, changes, 1), CRIBLE_E_USAGE);
  cr_expect_str_eq(crible_diagnostic_at(context, 0)->code, "file-exists");
  cr_assert_eq(cr_file_read(&after, &now, context, file), CRIBLE_OK);
  cr_expect_eq(length, now);
  cr_expect_str_eq(before, after);
  cr_release(context, before);
  cr_release(context, after);
}

static void expect_refused(const char *name, const char *change, const char *code,
                           const char *advice) {
  crible_diagnostics_clear(context);
  cr_expect_eq(crible_ruleset_new(context, name, NULL, &change, 1), CRIBLE_E_USAGE, "%s", change);
  const crible_diagnostic *told = crible_diagnostic_at(context, 0);
  cr_assert_not_null(told);
  cr_expect_str_eq(told->code, code);
  cr_expect_str_eq(told->advice, advice);
  cr_expect_neq(access(file, F_OK), 0, "%s: nothing is written", change);
}

Test(own_ruleset, what_cannot_be_made) {
  const char *of_name = "it ends in .xml, and has letters from a to z, digits, '-', '_' and '.'";
  char blank[80];
  snprintf(blank, sizeof blank, "%s/my own.xml", folder);
  expect_refused("mine", "scope=both", "ruleset-file-name", of_name);
  expect_refused(".xml", "scope=both", "ruleset-file-name", of_name);
  expect_refused(blank, "scope=both", "ruleset-file-name", of_name);
  expect_refused(file, "scope", "change-unreadable", "write it as choice=option");
  expect_refused(file, "scpoe=both", "choice-unknown", "did you mean 'scope'?");
  expect_refused(file, "weather=fair", "choice-unknown", "'crible ruleset explain' lists them");
  expect_refused(file, "scope=bth", "option-unknown", "did you mean 'both'?");
  expect_refused(file, "scope=sometimes", "option-unknown", "its options: either, both");
  cr_expect_eq(crible_ruleset_new(context, "/nowhere/mine.xml", NULL, NULL, 0), CRIBLE_E_IO);
  cr_expect_eq(crible_ruleset_new(context, file, "nobody's", NULL, 0), CRIBLE_E_NO_INPUT);
}

/* An option that stands in an explanation of its choice is followed by its meaning. */
Test(own_ruleset, explained_in_whole) {
  const crible_report_options wide = {.width = 2000};
  char *text = NULL;
  size_t length = 0;
  cr_assert_eq(crible_choice_text(&text, &length, context, NULL, &wide), CRIBLE_OK);
  cr_expect_eq(strlen(text), length);
  for (size_t i = 0; i < cr_choice_kind_count; i++) {
    const char *at = strstr(text, cr_choice_words_of[i].subject);
    cr_assert_not_null(at, "%s", cr_choice_kinds[i].id);
    for (const cr_choice_option *option = cr_choice_kinds[i].options; option->id; option++) {
      at = strstr(at, option->meaning);
      cr_assert_not_null(at, "%s=%s", cr_choice_kinds[i].id, option->id);
      at = strstr(at, cr_choice_source(&cr_choice_kinds[i], option));
      cr_assert_not_null(at, "%s=%s: source", cr_choice_kinds[i].id, option->id);
    }
  }
  crible_text_free(context, text);
  cr_expect_eq(crible_choice_text(&text, &length, context, "weather", NULL), CRIBLE_E_USAGE);
}

/* Marked is what differs from the default, and nothing else. */
Test(own_ruleset, shown_with_what_differs_marked) {
  const char *changes[] = {"groups=concert", "scope=both"};
  char *text = NULL;
  size_t length = 0, marks = 0;
  cr_assert_eq(crible_ruleset_new(context, file, NULL, changes, 2), CRIBLE_OK);
  cr_assert_eq(crible_ruleset_text(&text, &length, context, file, NULL), CRIBLE_OK);
  for (const char *at = text; (at = strstr(at, "\n  * ")); at++) marks++;
  cr_expect_eq(marks, 2);
  cr_expect_not_null(strstr(text, "\n  * groups=concert "));
  cr_expect_not_null(strstr(text, "\n  * scope=both "));
  cr_expect_not_null(strstr(text, "\n    ceilings=each "));
  crible_text_free(context, text);
}

static crible_status write_and_show(crible_context *scarce) {
  const char *changes[] = {"groups=concert"};
  char *text = NULL;
  size_t length = 0;
  unlink(file);
  crible_status status = crible_ruleset_new(scarce, file, NULL, changes, 1);
  if (status == CRIBLE_OK) status = crible_ruleset_check(scarce, file);
  if (status == CRIBLE_OK) status = crible_ruleset_text(&text, &length, scarce, file, NULL);
  crible_text_free(scarce, text);
  text = NULL;
  if (status == CRIBLE_OK) status = crible_choice_text(&text, &length, scarce, "scope", NULL);
  crible_text_free(scarce, text);
  return status;
}

Test(own_ruleset, with_scarce_memory) { scarce_memory_try(write_and_show, data_folder()); }
