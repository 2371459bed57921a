/* Capital links of the tax administration. Expected shares are worked out by hand. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "tests/french/answer_text.h"
#include "tests/support/data_folder.h"
#include "tests/support/dossier_text.h"
#include "tests/support/scarce_memory.h"

#define LINKS "tests/french/data/links.json"

static const crible_dossier_options of_subject = {.subject = SUBJECT};

/* 1000, 600 and 1400 of 3000 shares; 33.3 % is [33.25, 33.35], and so on. */
Test(dgfip, percentages_are_rounded_and_shares_exact) {
  char *text = dossier_file(LINKS);
  expect_text(answer_facts(text),
              "c ALPHA 732829320 form 1\n"
              "c BETA INC shareholder-2 form 8\n"
              "p GAMMA ANNE shareholder-3 in BE\n"
              "c DELTA 443061841 form 3\n"
              "@ ALPHA FR\n"
              "@ BETA INC US\n"
              "@ DELTA FR\n"
              "ALPHA > 552100554 capital [1/3,1/3]\n"
              "ALPHA > 552100554 capital [133/400,667/2000] ~\n"
              "BETA INC > 552100554 capital [1/5,1/5]\n"
              "BETA INC > 552100554 capital [399/2000,401/2000] ~\n"
              "GAMMA ANNE > 552100554 capital [7/15,7/15]\n"
              "GAMMA ANNE > 552100554 capital [9333/20000,1867/4000] ~\n"
              "552100554 > DELTA capital [849/2000,851/2000] ~\n"
              "undated\n");
  free(text);
}

/* BETA, in the United States, has 600 of 3000 shares; behind ALPHA, a third of the capital, stands
 * whoever does. */
Test(dgfip, figures) {
  char *text = dossier_file(LINKS);
  expect_text(answer_figures(text, &of_subject), "[1/5,8/15] [1/5,8/15] [1/5,8/15] [1/5,8/15]");
  free(text);
}

/* Of DELTA at least 42.45 % are the subject's, of which BETA has a fifth; the subject may be third
 * itself, and anybody has the rest. */
Test(dgfip, another_company_of_the_answer_may_be_the_candidate) {
  char *text = dossier_file(LINKS);
  const crible_dossier_options delta = {.subject = SUBJECT, .candidate = "443 061 841"};
  const crible_dossier_options nobody = {.subject = SUBJECT, .candidate = "732829321"};
  expect_text(answer_figures(text, &delta), "[849/10000,1] [849/10000,1] [0,1] [0,1]");
  expect_text(answer_refused(text, &nobody, CRIBLE_E_DATA), "candidate-unknown\n");
  free(text);
}

/* The members of an answer that has these shareholders, and of companies this many shares. */
static char *answer(const char *shareholders, const char *shares) {
  char *text = malloc(strlen(shareholders) + 512);
  sprintf(text,
          "{\"data\":{\"capital\":{\"actionnaires\":[%s],\"repartition\":{\"personnes_physiques\":"
          "{\"total_actions\":null},\"personnes_morales\":{\"total_actions\":%s}}},"
          "\"participations\":null}}",
          shareholders, shares);
  return text;
}

static void expect_shareholders(const char *shareholders, const char *shares,
                                const char *expected) {
  char *text = answer(shareholders, shares);
  expect_text(answer_facts(text), expected);
  free(text);
}

#define COMPANY(percentage, shares, siren)                                                        \
  "{\"type\":\"personne_morale\",\"pourcentage\":" percentage ",\"nombre_parts\":" shares         \
  ",\"personne_morale_attributes\":{\"siren\":\"" siren "\",\"denomination\":\"A\"}}"

Test(dgfip, without_a_total_shares_say_no_part) {
  expect_shareholders(COMPANY("10.0", "1000", "732829320"), "null",
                      "c A 732829320\n"
                      "A > 552100554 capital [199/2000,201/2000] ~\n"
                      "undated\n");
}

Test(dgfip, shares_may_stand_without_a_percentage) {
  expect_shareholders(COMPANY("null", "1000", "732829320"), "4000",
                      "c A 732829320\n"
                      "A > 552100554 capital [1/4,1/4]\n"
                      "undated\n");
}

Test(dgfip, a_holder_of_whom_no_part_is_stated_may_have_any) {
  expect_shareholders(COMPANY("null", "null", "732829320"), "4000",
                      "c A 732829320\n"
                      "A > 552100554 capital [0,1] ~\n"
                      "no-percentage $.data.capital.actionnaires[0].pourcentage\n"
                      "undated\n");
}

/* 15 of 10 shares; 10 and 20 % of one holder are 20 to 30 %, each rounded. */
Test(dgfip, what_cannot_be_told_apart_is_a_range) {
  expect_shareholders(COMPANY("10.0", "15", "732829320"), "10",
                      "c A 732829320\n"
                      "A > 552100554 capital [199/2000,201/2000] ~\n"
                      "more-than-all $.data.capital.actionnaires\n"
                      "undated\n");
  expect_shareholders(COMPANY("10.0", "1", "732829320") "," COMPANY("20.0", "2", "732829320"), "10",
                      "c A 732829320\n"
                      "A > 552100554 capital [399/2000,301/1000] ~\n"
                      "listed-twice $.data.capital.actionnaires[1]\n"
                      "undated\n");
}

/* A has 9.95 to 10.05 %, and a quarter: from one to the other. B has 79.95 to 80.05 %, and with the
 * undisclosed remainder what A leaves. */
Test(dgfip, a_percentage_that_shares_contradict_is_kept_beside_them) {
  char *text = answer("{\"type\":\"personne_morale\",\"pourcentage\":10.0,\"nombre_parts\":2,"
                      "\"personne_morale_attributes\":{\"denomination\":\"A\"},"
                      "\"adresse\":{\"pays\":\"US\"}},"
                      "{\"type\":\"personne_morale\",\"pourcentage\":80.0,\"nombre_parts\":null,"
                      "\"personne_morale_attributes\":{\"denomination\":\"B\"},"
                      "\"adresse\":{\"pays\":\"US\"}}",
                      "8");
  expect_text(answer_figures(text, &of_subject),
              "[1599/2000,1801/2000] [899/1000,1] [1599/2000,1801/2000] [899/1000,1]");
  free(text);
}

Test(dgfip, what_is_wrong_is_told_with_its_path) {
  expect_shareholders(
      "{\"type\":\"societe\"},"
      "{\"type\":\"personne_morale\",\"pourcentage\":100.5,\"nombre_parts\":1.5,"
      "\"personne_morale_attributes\":{\"siren\":12},\"adresse\":{\"pays\":\"Erewhon\"}}",
      "1",
      "shareholder-type $.data.capital.actionnaires[0].type\n"
      "answer-type $.data.capital.actionnaires[1].personne_morale_attributes.siren\n"
      "unknown-country $.data.capital.actionnaires[1].adresse.pays\n"
      "bad-count $.data.capital.actionnaires[1].nombre_parts\n"
      "bad-percentage $.data.capital.actionnaires[1].pourcentage\n"
      "no-percentage $.data.capital.actionnaires[1].pourcentage\n");
}

Test(dgfip, what_is_no_answer_is_said) {
  static const crible_dossier_options as_dgfip = {.format = "dgfip", .subject = SUBJECT};
  static const crible_dossier_options none = {.format = "dgfip"};
  static const crible_dossier_options wrong = {.format = "dgfip", .subject = "552100555"};
  static const crible_dossier_options needless = {.format = "bods", .subject = SUBJECT};
  const char *empty = "{\"data\":{}}";
  expect_text(answer_refused("---\nstatus: 200\npayload: |-\n  {\"actionnaires\": []}\n",
                             &of_subject, CRIBLE_E_DATA),
              "not-json\n");
  expect_text(answer_refused("# actionnaires\n", &as_dgfip, CRIBLE_E_DATA), "not-json\n");
  expect_text(answer_refused("[{\"actionnaires\":[]}]", &as_dgfip, CRIBLE_E_DATA), "not-json\n");
  expect_text(answer_refused("{\"errors\":[{\"title\":\"no\",\"meta\":{\"provider\":\"DGFIP\"}}]}",
                             &of_subject, CRIBLE_E_DATA),
              "register-says-no $.errors\n");
  expect_text(answer_refused(empty, &as_dgfip, CRIBLE_E_DATA), "answer-empty $.data\n");
  expect_text(answer_refused("{\"data\":{\"capital\":{}}}\n{}", &as_dgfip, CRIBLE_E_DATA),
              "several-answers $\n");
  expect_text(answer_refused(empty, &none, CRIBLE_E_USAGE), "no-subject\n");
  expect_text(answer_refused(empty, &wrong, CRIBLE_E_USAGE), "bad-subject\n");
  expect_text(answer_refused(empty, &needless, CRIBLE_E_USAGE), "subject-needless\n");
}

static crible_status read_links(crible_context *context) {
  crible_dossier *dossier = NULL;
  crible_status status = crible_dossier_read_with(&dossier, context, LINKS, &of_subject);
  crible_dossier_free(dossier);
  return status;
}

Test(dgfip, memory_runs_out) { scarce_memory_try(read_links, data_folder()); }

Test(dgfip, a_truncated_answer_is_refused_with_a_position) {
  static const crible_dossier_options as_dgfip = {.format = "dgfip", .subject = SUBJECT};
  char *text = dossier_file(LINKS);
  for (size_t i = 1, length = strlen(text) - 2; i < 40; i++) {
    char *cut = strndup(text, i * length / 40);
    crible_context *context = dossier_context();
    crible_dossier *dossier = NULL;
    cr_assert_eq(answer_read(&dossier, context, cut, &as_dgfip), CRIBLE_E_DATA, "%zu", i);
    cr_expect_gt(crible_diagnostic_at(context, 0)->line, 0);
    crible_context_free(context);
    free(cut);
  }
  free(text);
}
