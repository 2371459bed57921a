/* The choice arithmetic-veto: what the statutes demand beyond the law, any blocking minority, none. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include <crible/report.h>

#include "tests/support/dossiers.h"

/* US has `us` of 3 000 shares, CH `ch`, French persons the rest. `company` are further attributes of
 * the candidate, `rights` its rights and organs. */
static void screen(screened *out, const char *choices, const char *company, const char *rights,
                   int us, int ch) {
  char body[4000], lots[300] = "";
  if (us > 0) snprintf(lots, sizeof lots, "<lot holder='us' quantity='%d'/>", us);
  size_t length = strlen(lots);
  if (ch > 0)
    snprintf(lots + length, sizeof lots - length, "<lot holder='ch' quantity='%d'/>", ch);
  snprintf(body, sizeof body,
           "<company id='C' %s seats='FR'><share-class id='O' issued='3000'/>%s"
           "<lot holder='fr' quantity='%d'/>%s<complete of='holders rights organs'/></company>"
           "<company id='us' seats='US'/><company id='ch' seats='CH'/>"
           "<group id='fr' of='persons' state='FR'/>",
           company, lots, 3000 - us - ch, rights);
  screen_under(out, choices, FILED_FIRST, body);
}

static void expect(const char *choices, const char *company, const char *rights, int us, int ch,
                   cr_status veto) {
  screened found;
  screen(&found, choices, company, rights, us, ch);
  cr_expect_eq(criterion(&found, CR_VETO)->status, veto, "%s, %s, US %d, CH %d: %s",
               choices[0] ? choices : "default", company, us, ch, rights);
  dossier_close(&found);
}

static const char legal_too[] = "arithmetic-veto=legal-too", none[] = "arithmetic-veto=none";
static const char no_right[] = "";
static const char two_thirds[] =
    "<right kind='majority' under='statutes' meeting='extraordinary' at-least='2/3'/>";

/* Case A37: two thirds, US 20 %, CH 14 %. */
Test(arithmetic_veto, two_thirds_in_an_sas_and_in_an_sa) {
  expect("", "form='SAS'", two_thirds, 600, 420, CR_VIOLATED);
  expect("", "form='SA'", two_thirds, 600, 420, CR_MET);
  expect(legal_too, "form='SA'", two_thirds, 600, 420, CR_VIOLATED);
  expect(legal_too, "form='SAS'", two_thirds, 600, 420, CR_VIOLATED);
  expect(none, "form='SAS'", two_thirds, 600, 420, CR_MET);
  expect(none, "form='SA'", two_thirds, 600, 420, CR_MET);
}

/* The others reach two thirds of 3 000 shares with 2 000. */
Test(arithmetic_veto, the_law_of_an_sa_without_any_clause) {
  for (int third = 998; third <= 1002; third++)
    expect(legal_too, "form='SA'", no_right, third - 500, 500,
           3000 - third < 2000 ? CR_VIOLATED : CR_MET);
  expect("", "form='SA'", no_right, 1400, 0, CR_MET);
  expect(none, "form='SA'", no_right, 1400, 0, CR_MET);
}

/* Two thirds of the parts present, or for companies from before 4 August 2005 three quarters of all. */
Test(arithmetic_veto, the_law_of_a_sarl_by_its_age) {
  static const char old[] = "form='SARL' incorporated='2004-01-01'";
  static const char young[] = "form='SARL' incorporated='2006-01-01'";
  static const char unstated[] = "form='SARL'";
  expect(legal_too, old, no_right, 750, 0, CR_MET);
  expect(legal_too, old, no_right, 751, 0, CR_VIOLATED);
  expect(legal_too, young, no_right, 1000, 0, CR_MET);
  expect(legal_too, young, no_right, 1001, 0, CR_VIOLATED);
  expect(legal_too, unstated, no_right, 750, 0, CR_MET);
  expect(legal_too, unstated, no_right, 900, 0, CR_UNDETERMINED);
  expect(legal_too, unstated, no_right, 1001, 0, CR_VIOLATED);
}

Test(arithmetic_veto, where_the_law_leaves_it_to_the_statutes_or_asks_unanimity) {
  expect(legal_too, "form='SAS'", no_right, 1400, 0, CR_MET);
  expect(legal_too, "form='SNC'", no_right, 1, 0, CR_VIOLATED);
  expect(legal_too, "form='SC'", no_right, 1, 0, CR_VIOLATED);
  expect(legal_too, "form='SNC'", no_right, 0, 0, CR_MET);
  expect("", "form='SNC'", no_right, 1, 0, CR_MET);
}

Test(arithmetic_veto, an_unknown_law_may_ask_for_anything) {
  expect(legal_too, "", no_right, 1, 0, CR_UNDETERMINED);
  expect(legal_too, "form='other'", no_right, 1, 0, CR_UNDETERMINED);
  expect(legal_too, "", no_right, 0, 0, CR_MET);
  expect("", "", no_right, 1, 0, CR_MET);
}

/* Case A17 is met in every reading: the others have what the clause asks for. */
Test(arithmetic_veto, clauses_that_the_others_reach) {
  static const char four_fifths[] =
      "<right kind='majority' under='statutes' decisions='budget' at-least='4/5'/>";
  expect("", "form='SAS'", four_fifths, 600, 0, CR_MET);
  expect(legal_too, "form='SAS'", four_fifths, 600, 0, CR_MET);
  expect("", "form='SAS'", four_fifths, 601, 0, CR_VIOLATED);
  expect(none, "form='SAS'", four_fifths, 601, 0, CR_MET);
}

Test(arithmetic_veto, a_right_of_the_law_as_a_fact) {
  static const char unanimity[] =
      "<right kind='majority' under='law' decisions='nationality' unanimity='yes'/>";
  static const char consent[] = "<right kind='consent' under='law' beneficiary='us'/>";
  expect("", "form='SAS'", unanimity, 1, 0, CR_MET);
  expect(legal_too, "form='SAS'", unanimity, 1, 0, CR_VIOLATED);
  expect(legal_too, "form='SAS'", consent, 1, 0, CR_MET); /* no arithmetic */
}

Test(arithmetic_veto, quorums_and_organs) {
  static const char quorum[] =
      "<right kind='quorum' under='statutes' meeting='extraordinary' at-least='3/4'/>";
  static const char presence[] = "<right kind='quorum' under='statutes' beneficiary='us'/>";
  static const char board[] =
      "<organ id='board' kind='direction' seats='5'/>"
      "<right kind='appoint' under='statutes' beneficiary='us' organ='board' seats='2'/>"
      "<right kind='majority' under='statutes' organ='board' at-least='4/5'/>";
  expect("", "form='SAS'", quorum, 751, 0, CR_VIOLATED);
  expect(none, "form='SAS'", quorum, 751, 0, CR_MET);
  expect("", "form='SAS'", presence, 1, 0, CR_VIOLATED);
  expect(none, "form='SAS'", presence, 1, 0, CR_VIOLATED); /* consent, no arithmetic */
  expect("", "form='SAS'", board, 1, 0, CR_VIOLATED);
  expect(none, "form='SAS'", board, 1, 0, CR_MET);
}

/* A simple majority is no veto in any reading, whatever the law or a clause calls it. */
Test(arithmetic_veto, a_simple_majority_never) {
  static const char half[] =
      "<right kind='majority' under='statutes' meeting='ordinary' more-than='1/2'/>";
  expect(legal_too, "form='SAS'", half, 1500, 0, CR_MET);
  expect(legal_too, "form='SA'", half, 1000, 0, CR_MET);
}

/* An extraordinary meeting changes the statutes, which protects a minority and is not
 * strategic; in an SNC every decision needs everybody. */
Test(arithmetic_veto, only_over_decisions_that_count) {
  expect("arithmetic-veto=legal-too veto-scope=strategic", "form='SA'", no_right, 1200, 0, CR_MET);
  expect("arithmetic-veto=legal-too veto-scope=not-protective", "form='SA'", no_right, 1200, 0,
         CR_MET);
  expect("arithmetic-veto=legal-too veto-scope=strategic", "form='SNC'", no_right, 1, 0,
         CR_VIOLATED);
}

static void expect_told(crible_format format, const char *choices, const char *rights,
                        const char *words) {
  const crible_report_options options = {.format = format, .width = 300};
  screened found;
  char *text = NULL;
  size_t length;
  screen(&found, choices, "form='SA'", rights, 1200, 0);
  cr_assert_eq(crible_report(&text, &length, found.screening, &options), CRIBLE_OK);
  cr_expect_not_null(strstr(text, words), "%s: not in\n%s", words, text);
  crible_text_free(found.context, text);
  dossier_close(&found);
}

Test(arithmetic_veto, is_told_with_the_article) {
  expect_told(CRIBLE_TEXT, legal_too, no_right,
              "law (C. com., art. L.225-96), majority of an extraordinary meeting: without");
  expect_told(CRIBLE_JSON, legal_too, no_right, "\"article\": \"C. com., art. L.225-96\"");
  expect_told(CRIBLE_TEXT, none, two_thirds, "a majority is no veto");
  expect_told(CRIBLE_JSON, none, two_thirds, "\"reason\": \"majority-not-counted\"");
}
