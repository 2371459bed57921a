/* The worked cases: every dossier of this folder against expected.txt, expected-more.txt and
 * expected-further.txt; every dossier of refused/ is refused. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>
#include <crible/crible.h>

#include "engine/base/rational.h"

enum { FIELDS = 8, NUMERIC = 4, ALL = 6, FURTHER = 187, REFUSED = 31 };

typedef struct expected_case {
  char line[512];
  char *field[FIELDS];
} expected_case;

static char *trimmed(char *text) {
  while (*text == ' ') {
    text++;
  }
  for (size_t n = strlen(text); n && (text[n - 1] == ' ' || text[n - 1] == '\n'); n--) {
    text[n - 1] = '\0';
  }
  return text;
}

/* Splits a line at its bars; false for a comment. */
static bool read_case(expected_case *out) {
  char *cursor = out->line;
  if (*cursor == '#') {
    return false;
  }
  for (int i = 0; i < FIELDS; i++) {
    char *bar = strchr(cursor, '|');
    cr_assert((bar != NULL) == (i + 1 < FIELDS), "%s", out->line);
    if (bar) {
      *bar = '\0';
    }
    out->field[i] = trimmed(cursor);
    cursor = bar ? bar + 1 : cursor;
  }
  return true;
}

static void expect_end(const char *what, const crible_bound *bound, const char *text, int open) {
  fmpq_t expected, found;
  fmpq_init(expected);
  fmpq_init(found);
  cr_assert_eq(cr_rational_parse(expected, NULL, text), CRIBLE_OK, "%s", text);
  cr_assert_not_null(bound->value, "%s", what);
  cr_assert_eq(cr_rational_parse(found, NULL, bound->value), CRIBLE_OK, "%s", bound->value);
  cr_expect(fmpq_equal(expected, found), "%s: %s, expected %s", what, bound->value, text);
  cr_expect_eq(bound->attained, !open, "%s: attained is %d", what, bound->attained);
  fmpq_clear(expected);
  fmpq_clear(found);
}

static void expect_figure(const char *what, const crible_criterion *criterion, const char *figure) {
  char text[64];
  if (!strcmp(figure, "*")) {
    return;
  }
  snprintf(text, sizeof text, "%s", figure);
  size_t length = strlen(text);
  bool band = *text == '[' || *text == '(';
  char *low = text + band, *high = band ? strchr(text, ',') : NULL;
  bool low_open = *text == '(', high_open = text[length - 1] == ')';
  if (band) {
    text[length - 1] = '\0';
    *high++ = '\0';
  }
  expect_end(what, &criterion->lower, low, low_open);
  expect_end(what, &criterion->upper, high ? high : low, high_open);
}

static void expect_status(const char *what, const crible_criterion *criterion, char letter) {
  static const char letters[] = {[CRIBLE_MET] = 'M', [CRIBLE_CRITERION_UNDETERMINED] = 'U',
                                 [CRIBLE_VIOLATED] = 'V'};
  cr_expect_eq(letters[criterion->status], letter, "%s: %c, expected %c", what,
               letters[criterion->status], letter);
}

static void expect_holder(const char *what, const crible_criterion *criterion, const char *holder) {
  const char *found = criterion->upper.holder;
  if (!strcmp(holder, "-")) {
    cr_expect_null(found, "%s: held by %s", what, found);
  } else if (strcmp(holder, "*") != 0) {
    cr_expect(found && !strcmp(found, holder), "%s: held by %s, expected %s", what,
              found ? found : "nobody", holder);
  }
}

static void expect_verdict(const char *what, const crible_screening *screening, const char *letters) {
  crible_verdict expected = strchr(letters, 'V') ? CRIBLE_INELIGIBLE
                            : strchr(letters, 'U') ? CRIBLE_UNDETERMINED
                                                   : CRIBLE_ELIGIBLE;
  cr_expect_eq(crible_screening_verdict(screening), expected, "%s", what);
}

static void tell_diagnostics(const crible_context *context) {
  for (size_t i = 0; i < crible_diagnostic_count(context); i++) {
    const crible_diagnostic *d = crible_diagnostic_at(context, i);
    cr_log_error("%s:%d: %s", d->file ? d->file : "", d->line, d->message);
  }
}

static void screen_case(const expected_case *expected) {
  char path[256], what[320];
  crible_context *context;
  crible_dossier *dossier;
  crible_screening *screening;
  snprintf(path, sizeof path, "tests/cases/%s.xml", expected->field[0]);
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  crible_status status = crible_dossier_read(&dossier, context, path);
  if (status == CRIBLE_OK) {
    crible_screening_options options = {.as_of = expected->field[1]};
    status = crible_screen(&screening, dossier, &options);
    if (status != CRIBLE_OK) {
      crible_dossier_free(dossier);
    }
  }
  if (status != CRIBLE_OK) {
    tell_diagnostics(context);
    cr_expect_eq(status, CRIBLE_OK, "%s", path);
    crible_context_free(context);
    return;
  }
  for (size_t i = 0; i < ALL; i++) {
    crible_criterion criterion;
    cr_assert_eq(crible_screening_criterion(&criterion, screening, i), CRIBLE_OK);
    snprintf(what, sizeof what, "%s at %s, %s", expected->field[0], expected->field[1], criterion.id);
    expect_status(what, &criterion, expected->field[6][2 * i]);
    if (i < NUMERIC) {
      expect_figure(what, &criterion, expected->field[2 + i]);
    }
    if (i == 0) {
      expect_holder(what, &criterion, expected->field[7]);
    }
  }
  expect_verdict(expected->field[0], screening, expected->field[6]);
  crible_screening_free(screening);
  crible_dossier_free(dossier);
  crible_context_free(context);
}

/* Screens what a file expects; gives how many lines it has. */
static int screen_all(const char *path) {
  FILE *file = fopen(path, "r");
  expected_case expected;
  int count = 0;
  cr_assert_not_null(file);
  while (fgets(expected.line, sizeof expected.line, file)) {
    if (read_case(&expected)) {
      screen_case(&expected);
      count++;
    }
  }
  fclose(file);
  return count;
}

Test(cases, every_case_has_the_figures_of_the_contract, .timeout = 300) {
  cr_assert_geq(screen_all("tests/cases/expected.txt"), 42);
}

Test(cases, what_the_cases_leave_open_follows_from_the_rules, .timeout = 300) {
  cr_assert_geq(screen_all("tests/cases/expected-more.txt"), 37);
}

Test(cases, every_further_case_has_the_figures_of_the_contract, .timeout = 300) {
  cr_assert_geq(screen_all("tests/cases/expected-further.txt"), FURTHER);
}

Test(cases, lots_that_exceed_what_is_issued_are_refused_by_name) {
  crible_context *context;
  crible_dossier *dossier = NULL;
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  cr_expect_eq(crible_dossier_read(&dossier, context, "tests/cases/A26.xml"), CRIBLE_E_DATA);
  cr_expect_null(dossier);
  cr_assert_gt(crible_diagnostic_count(context), 0);
  const crible_diagnostic *first = crible_diagnostic_at(context, 0);
  cr_expect_eq(first->severity, CRIBLE_ERROR);
  cr_expect_not_null(strstr(first->message, "10 400"), "%s", first->message);
  cr_expect(first->line == 6 || first->line == 7, "line %d", first->line);
  crible_context_free(context);
}

/* Reads and, if that succeeds, screens. */
static crible_status read_and_screen(crible_context *context, const char *path) {
  crible_dossier *dossier = NULL;
  crible_screening *screening = NULL;
  crible_screening_options options = {.as_of = "2023-02-15"};
  crible_status status = crible_dossier_read(&dossier, context, path);
  if (status == CRIBLE_OK) {
    status = crible_screen(&screening, dossier, &options);
  }
  if (status == CRIBLE_OK) {
    crible_screening_free(screening);
  }
  crible_dossier_free(dossier);
  return status;
}

static void expect_refused(const char *path) {
  crible_context *context;
  bool placed = false;
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  cr_expect_eq(read_and_screen(context, path), CRIBLE_E_DATA, "%s", path);
  for (size_t i = 0; i < crible_diagnostic_count(context); i++) {
    const crible_diagnostic *d = crible_diagnostic_at(context, i);
    placed = placed || (d->severity == CRIBLE_ERROR && d->line > 0);
  }
  cr_expect(placed, "%s: no error with a line", path);
  crible_context_free(context);
}

Test(cases, wrong_dossiers_are_refused_with_a_place) {
  DIR *folder = opendir("tests/cases/refused");
  int count = 0;
  cr_assert_not_null(folder);
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (strstr(entry->d_name, ".xml")) {
      char path[320];
      snprintf(path, sizeof path, "tests/cases/refused/%s", entry->d_name);
      expect_refused(path);
      count++;
    }
  }
  closedir(folder);
  cr_assert_geq(count, REFUSED);
}
