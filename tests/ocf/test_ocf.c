/* Ledgers in Open Cap Format. The figures are worked out by hand from the transactions. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>
#include <crible/crible.h>

#include "importers/dossier/dossier.h"
#include "tests/support/data_folder.h"
#include "tests/support/dossier_text.h"
#include "tests/support/scarce_memory.h"

#define LEDGER "tests/ocf/data/ledger"

static void put_said(FILE *out, const crible_context *context) {
  for (size_t i = 0; i < crible_diagnostic_count(context); i++) {
    const crible_diagnostic *told = crible_diagnostic_at(context, i);
    fprintf(out, "%s%s%s\n", told->code, told->path ? " " : "", told->path ? told->path : "");
  }
}

/* The figures of the four criteria on a date under a ruleset (NULL: the default), or what was told
 * when it cannot be read. */
static char *figures_under(const char *path, const char *as_of, const char *ruleset) {
  char *text = NULL;
  size_t length;
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  crible_screening *screening = NULL;
  crible_screening_options question = {.as_of = as_of, .ruleset = ruleset};
  FILE *out = open_memstream(&text, &length);
  crible_status status = crible_dossier_read_with(&dossier, context, path, NULL);
  if (status == CRIBLE_OK) status = crible_screen(&screening, dossier, &question);
  if (status != CRIBLE_OK) put_said(out, context);
  for (size_t i = 0; status == CRIBLE_OK && i < 4; i++) {
    crible_criterion criterion;
    cr_assert_eq(crible_screening_criterion(&criterion, screening, i), CRIBLE_OK);
    fprintf(out, "%s[%s,%s]", i ? " " : "", criterion.lower.value, criterion.upper.value);
  }
  fclose(out);
  crible_screening_free(screening);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return text;
}

static char *figures_of(const char *path, const char *as_of) {
  return figures_under(path, as_of, NULL);
}

static void expect(const char *path, const char *as_of, const char *expected) {
  char *found = figures_of(path, as_of);
  cr_expect_str_eq(found, expected, "%s:\n%s\n not\n%s", as_of, found, expected);
  free(found);
}

/* Beta is in the United States; who is behind Gamma, in France, is not known, and may be Beta. */
Test(ocf, a_ledger_is_folded_to_the_date) {
  /* Ann 600, Gamma 400 */
  expect(LEDGER, "2020-06-01", "[0,2/5] [0,2/5] [0,2/5] [0,2/5]");
  /* and Beta 500 of class P, of two votes */
  expect(LEDGER, "2021-05-31", "[1/3,3/5] [1/3,3/5] [1/2,7/10] [1/2,7/10]");
  /* Ann sold Beta 100 on this day */
  expect(LEDGER, "2021-06-01", "[2/5,2/3] [2/5,2/3] [11/20,3/4] [11/20,3/4]");
  /* Gamma's are 300, and 200 of Beta's preferred became common: Ann 500, Beta 300 and 300 P */
  expect(LEDGER, "2023-02-15", "[3/7,9/14] [3/7,9/14] [9/17,12/17] [9/17,12/17]");
  /* all common shares are two */
  expect(LEDGER, "2023-06-01", "[9/25,3/5] [9/25,3/5] [3/7,9/14] [3/7,9/14]");
  /* the 200 that Ann had sold are retracted */
  expect(LEDGER, "2024-01-01", "[7/23,13/23] [7/23,13/23] [5/13,8/13] [5/13,8/13]");
}

static void run(const char *command) { cr_assert_eq(system(command), 0, "%s", command); }

/* A copy of the ledger in which a sed script was run on the transactions. */
static void expect_changed(const char *script, const char *as_of, const char *expected) {
  char folder[] = "/tmp/crible-ocf-XXXXXX", command[1024];
  cr_assert_not_null(mkdtemp(folder));
  snprintf(command, sizeof command, "cp " LEDGER "/*.json %s && sed -i -e '%s' %s/*.json", folder,
           script, folder);
  run(command);
  expect(folder, as_of, expected);
  snprintf(command, sizeof command, "rm -r %s", folder);
  run(command);
}

#define AT(number) "$.items[" #number "]\n"

Test(ocf, ids_that_lead_nowhere_are_refused) {
  expect_changed("s/\"stakeholder_id\": \"gamma\"/\"stakeholder_id\": \"delta\"/", "2020-06-01",
                 "ocf-dangling " AT(6) "ocf-dangling " AT(3));
  expect_changed("s/\"stock_class_id\": \"P\"/\"stock_class_id\": \"Q\"/", "2020-06-01",
                 "ocf-dangling " AT(7) "ocf-dangling " AT(11) "ocf-dangling " AT(2));
  expect_changed("s/\"balance_security_id\": \"s5\"/\"balance_security_id\": \"s9\"/", "2020-06-01",
                 "ocf-dangling " AT(4));
  expect_changed("s/OCF_MANIFEST_FILE/OCF_PLANS_FILE/",
                 "2020-06-01", "ocf-no-issuer\n");
}

Test(ocf, sums_that_cannot_be_are_refused) {
  expect_changed("s/\"quantity\": \"100\"/\"quantity\": \"101\"/", "2020-06-01",
                 "ocf-sum " AT(4));
  expect_changed("s/\"100.00\"/\"401\"/", "2020-06-01", "ocf-sum " AT(3));
  expect_changed("s/\"quantity\": \"500\"/\"quantity\": \"501\"/", "2020-06-01",
                 "ocf-sum " AT(4) "ocf-sum " AT(2));
  expect_changed("s/\"security_id\": \"s4\",/\"security_id\": \"s1\",/", "2020-06-01",
                 "ocf-twice " AT(8) "ocf-dangling " AT(4) "ocf-closed " AT(0));
}

Test(ocf, values_that_are_none_are_refused) {
  expect_changed("s/\"100.00\"/\"-1\"/;s/\"votes_per_share\": \"1\"/\"votes_per_share\": \"one\"/",
                 "2020-06-01", "ocf-decimal $.items[0].votes_per_share\n");
  expect_changed("s/\"2022-01-01\"/\"2022-13-01\"/;s/\"quantity\": \"400\"/\"quantity\": 400/",
                 "2020-06-01",
                 "ocf-date $.items[3].date\nanswer-type $.items[6].quantity\n");
  expect_changed("s/INDIVIDUAL/ROBOT/", "2020-06-01",
                 "ocf-code $.items[0].stakeholder_type\n");
}

/* A ruleset that exercises options, and a ledger with some, in a folder that the caller removes. */
static void with_promises(char folder[], const char *script) {
  char command[1024];
  cr_assert_not_null(mkdtemp(folder));
  snprintf(command, sizeof command,
           "mkdir %s/l && cp " LEDGER "/*.json tests/ocf/data/promises/*.json %s/l && sed -i '%s' %s/l/Promises* && "
           "sed 's/id=\"dilution\" option=\"issued\"/id=\"dilution\" option=\"diluted\"/' "
           "datasets/rulesets/secnumcloud-2023.xml >%s/diluted.xml",
           folder, folder, script, folder, folder);
  run(command);
}

/* Beta is granted 500 shares of class A, of which 100 are cancelled and none is left in 2023; Gamma 100, which
 * go to Ann. Money, a plan for shares of two classes and a note that was retracted give nothing. */
Test(ocf, options_count_where_the_ruleset_exercises_them) {
  static const char *const days[][2] = {
      /* Ann 600, Gamma 400, Beta 500 to come */
      {"2020-06-01", "[1/3,3/5] [1/3,3/5] [1/3,3/5] [1/3,3/5]"},
      /* Beta 400 to come, Gamma 100 */
      {"2020-10-15", "[4/15,3/5] [4/15,3/5] [4/15,3/5] [4/15,3/5]"},
      /* Beta 400 to come, Ann 100 */
      {"2020-12-15", "[4/15,8/15] [4/15,8/15] [4/15,8/15] [4/15,8/15]"},
      /* Ann 500 and 100 to come, Gamma 300, Beta 300 and 300 P of two votes */
      {"2023-02-15", "[2/5,3/5] [2/5,3/5] [1/2,2/3] [1/2,2/3]"},
      /* A is split in two: Ann 1000 and 200 to come, Gamma 600, Beta 600 and 300 P */
      {"2023-06-01", "[1/3,5/9] [1/3,5/9] [2/5,3/5] [2/5,3/5]"}};
  char folder[] = "/tmp/crible-ocf-XXXXXX", ledger[64], ruleset[64], command[128];
  with_promises(folder, "");
  snprintf(ledger, sizeof ledger, "%s/l", folder);
  snprintf(ruleset, sizeof ruleset, "%s/diluted.xml", folder);
  for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
    char *found = figures_under(ledger, days[i][0], ruleset);
    cr_expect_str_eq(found, days[i][1], "%s: %s not %s", days[i][0], found, days[i][1]);
    free(found);
  }
  expect(ledger, "2020-06-01", "[0,2/5] [0,2/5] [0,2/5] [0,2/5]");
  snprintf(command, sizeof command, "rm -r %s", folder);
  run(command);
}

static void expect_promises_refused(const char *script, const char *expected) {
  char folder[] = "/tmp/crible-ocf-XXXXXX", ledger[64], command[128];
  with_promises(folder, script);
  snprintf(ledger, sizeof ledger, "%s/l", folder);
  expect(ledger, "2020-06-01", expected);
  snprintf(command, sizeof command, "rm -r %s", folder);
  run(command);
}

Test(ocf, promises_that_cannot_be_are_refused) {
  expect_promises_refused("s/\"quantity\": \"100\", *$/\"quantity\": \"101\",/", "ocf-sum " AT(3));
  expect_promises_refused("s/\"w3\"\\]/\"w9\"]/", "ocf-dangling " AT(3));
  expect_promises_refused("s/\"security_id\": \"o2\"/\"security_id\": \"o1\"/", "ocf-twice " AT(5));
  expect_promises_refused("s/\"security_id\": \"o3\"/\"security_id\": \"s1\"/", "ocf-twice " AT(6));
  expect_promises_refused("s/\"stakeholder_id\": \"ann\"/\"stakeholder_id\": \"anne\"/", "ocf-dangling " AT(4) "ocf-dangling " AT(3));
}

/* A zip says the same; the issuer may be named as the candidate, and nobody else. */
Test(ocf, a_zip_says_the_same) {
  char folder[] = "/tmp/crible-ocf-XXXXXX", command[1024], zip[64];
  cr_assert_not_null(mkdtemp(folder));
  snprintf(zip, sizeof zip, "%s/l.zip", folder);
  snprintf(command, sizeof command,
           "cd tests/ocf/data && python3 -m zipfile -c %s ledger/Manifest.ocf.json "
           "ledger/StockClasses.ocf.json ledger/Stakeholders.ocf.json ledger/Transactions.ocf.json",
           zip);
  run(command);
  expect(zip, "2023-02-15", "[3/7,9/14] [3/7,9/14] [9/17,12/17] [9/17,12/17]");
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  crible_dossier_options named = {.candidate = "Nuage SAS"}, other = {.candidate = "Beta Inc"};
  cr_expect_eq(crible_dossier_read_with(&dossier, context, zip, &named), CRIBLE_OK);
  crible_dossier_free(dossier);
  cr_expect_eq(crible_dossier_read_with(&dossier, context, zip, &other), CRIBLE_E_DATA);
  crible_context_free(context);
  snprintf(command, sizeof command, "rm -r %s", folder);
  run(command);
}

/* Class A once has 2200 shares, of 1200 authorised; a warrant does not say on which class: both are
 * told. */
Test(ocf, what_is_odd_is_told) {
  char *said = NULL;
  size_t length;
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  cr_assert_eq(crible_dossier_read_with(&dossier, context, LEDGER, NULL), CRIBLE_OK);
  FILE *out = open_memstream(&said, &length);
  put_said(out, context);
  fclose(out);
  cr_expect_str_eq(said, "more-than-authorised\nocf-rights\n");
  free(said);
  crible_dossier_free(dossier);
  crible_context_free(context);
}

/* Written as a dossier and read again, the figures are the same. */
Test(ocf, a_ledger_is_written_as_a_dossier) {
  static const char *const days[] = {"2020-06-01", "2021-06-01", "2023-02-15", "2024-01-01"};
  char folder[] = "/tmp/crible-ocf-XXXXXX", path[64];
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  cr_assert_eq(crible_dossier_read_with(&dossier, context, LEDGER, NULL), CRIBLE_OK);
  char *written = dossier_canonical(dossier);
  cr_assert_not_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/dossier.xml", folder);
  FILE *out = fopen(path, "w");
  fputs(written, out);
  fclose(out);
  for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
    char *figures = figures_of(LEDGER, days[i]);
    expect(path, days[i], figures);
    free(figures);
  }
  unlink(path);
  rmdir(folder);
  crible_text_free(context, written);
  crible_dossier_free(dossier);
  crible_context_free(context);
}

/* Its options too. */
Test(ocf, promises_are_written_as_a_dossier) {
  char folder[] = "/tmp/crible-ocf-XXXXXX", ledger[64], ruleset[64], path[64], command[128];
  crible_context *context = dossier_context();
  crible_dossier *dossier = NULL;
  with_promises(folder, "");
  snprintf(ledger, sizeof ledger, "%s/l", folder);
  snprintf(ruleset, sizeof ruleset, "%s/diluted.xml", folder);
  snprintf(path, sizeof path, "%s/dossier.xml", folder);
  cr_assert_eq(crible_dossier_read_with(&dossier, context, ledger, NULL), CRIBLE_OK);
  char *written = dossier_canonical(dossier);
  FILE *out = fopen(path, "w");
  fputs(written, out);
  fclose(out);
  char *found = figures_under(path, "2023-06-01", ruleset);
  cr_expect_str_eq(found, "[1/3,5/9] [1/3,5/9] [2/5,3/5] [2/5,3/5]", "%s", found);
  free(found);
  crible_text_free(context, written);
  crible_dossier_free(dossier);
  crible_context_free(context);
  snprintf(command, sizeof command, "rm -r %s", folder);
  run(command);
}

static crible_status read_promises(crible_context *context) {
  crible_dossier *dossier = NULL;
  crible_status status = crible_dossier_read_with(&dossier, context, getenv("CRIBLE_TEST_LEDGER"), NULL);
  crible_dossier_free(dossier);
  return status;
}

Test(ocf, memory_runs_out_with_promises) {
  char folder[] = "/tmp/crible-ocf-XXXXXX", ledger[64], command[128];
  with_promises(folder, "");
  snprintf(ledger, sizeof ledger, "%s/l", folder);
  setenv("CRIBLE_TEST_LEDGER", ledger, 1);
  scarce_memory_try(read_promises, data_folder());
  snprintf(command, sizeof command, "rm -r %s", folder);
  run(command);
}

static crible_status read_ledger(crible_context *context) {
  crible_dossier *dossier = NULL;
  crible_status status = crible_dossier_read_with(&dossier, context, LEDGER, NULL);
  crible_dossier_free(dossier);
  return status;
}

Test(ocf, memory_runs_out) { scarce_memory_try(read_ledger, data_folder()); }
