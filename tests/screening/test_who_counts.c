/* Parties taken out for who controls them: own-foreign-subsidiary and third-in-chain. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include <crible/report.h>

#include "tests/support/dossiers.h"


/* C has 100 shares, 30 of `holder`, 70 of French persons; `others` are further parties. */
static void screen(screened *out, const char *choices, const char *holder, const char *others) {
  char body[6000];
  int length = snprintf(
      body, sizeof body,
      "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
      "<lot holder='%s' quantity='30'/><lot holder='fr' quantity='70'/>"
      "<right kind='consent' under='statutes' beneficiary='%s'/>"
      "<complete of='holders rights organs'/></company><group id='fr' of='persons' state='FR'/>"
      "<company id='us' seats='US'/><company id='F' seats='FR'><stake holder='fr' capital='100%%'/>"
      "</company>%s",
      holder, holder, others);
  cr_assert(length > 0 && (size_t)length < sizeof body);
  screen_under(out, choices, FILED_FIRST, body);
}

/* Figures of capital and of votes, individual and collective, and the veto of the holder. */
static void expect(const char *choices, const char *holder, const char *others,
                   const char *const figures[4], cr_status veto) {
  screened found;
  screen(&found, choices, holder, others);
  for (int id = CR_CAPITAL_INDIVIDUAL; id <= CR_VOTES_COLLECTIVE; id++)
    cr_expect(figure_is(&found, (cr_criterion_id)id, figures[id]), "%s: %s",
              choices[0] ? choices : "default", others);
  cr_expect_eq(criterion(&found, CR_VETO)->status, veto, "%s: %s", choices, others);
  dossier_close(&found);
}

static void expect_all(const char *choices, const char *holder, const char *others,
                       const char *figure, cr_status veto) {
  const char *const figures[] = {figure, figure, figure, figure};
  expect(choices, holder, others, figures, veto);
}

static const char own[] = "own-foreign-subsidiary=not-third";
static const char ultimate[] = "third-in-chain=ultimate";

/* Case A10 turned foreign: the candidate's own subsidiary has 30 of its 100 shares, without votes
 * (L.233-31). */
Test(own_subsidiary, does_not_count) {
  static const char sub[] =
      "<company id='sub' seats='CH'><stake holder='C' capital='100%'/></company>";
  static const char *const usual[] = {"3/10", "3/10", "0", "0"};
  expect("", "sub", sub, usual, CR_VIOLATED);
  expect_all(own, "sub", sub, "0", CR_MET);
}

/* 40 % of 30 % of the capital are looked through to US; the rest comes back to the candidate. */
Test(own_subsidiary, is_looked_through) {
  static const char sub[] = "<company id='sub' seats='CH'><stake holder='C' capital='60%'/>"
                            "<stake holder='us' capital='40%'/></company>";
  static const char *const usual[] = {"3/10", "3/10", "0", "0"};
  static const char *const looked_through[] = {"3/25", "3/25", "0", "0"};
  expect("", "sub", sub, usual, CR_VIOLATED);
  expect(own, "sub", sub, looked_through, CR_MET);
}

/* Nobody is presumed behind what is left of a third company, anybody behind that of another. */
Test(own_subsidiary, has_undisclosed_holders_again) {
  static const char sub[] = "<company id='sub' seats='CH'><stake holder='C' capital='60%'/></company>";
  static const char *const usual[] = {"3/10", "3/10", "0", "0"};
  static const char *const given_back[] = {"[0,3/25]", "[0,3/25]", "0", "0"};
  expect("", "sub", sub, usual, CR_VIOLATED);
  expect(own, "sub", sub, given_back, CR_MET);
}

Test(own_subsidiary, counts_where_control_is_open_or_missing) {
  static const char maybe[] = "<company id='sub' seats='CH'><stake holder='C' capital='[45%,60%]'/>"
                              "<stake holder='F' capital='[40%,55%]'/></company>";
  static const char not[] = "<company id='sub' seats='CH'><stake holder='C' capital='40%'/>"
                            "<stake holder='F' capital='60%'/></company>";
  screened found;
  screen(&found, own, "sub", maybe);
  cr_expect(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "[0,3/10]"));
  cr_expect_not_null(remark_of(&found, "control-decides-third"));
  dossier_close(&found);
  expect_all(own, "sub", not, "3/10", CR_VIOLATED);
}

/* Case A07, at 30 %: met under "ultimate parents only". */
Test(ultimate, a_french_parent) {
  static const char ch[] = "<company id='ch' seats='CH'><stake holder='F' capital='100%'/></company>";
  expect_all("", "ch", ch, "3/10", CR_VIOLATED);
  expect_all(ultimate, "ch", ch, "0", CR_MET);
  screened found;
  screen(&found, ultimate, "ch", ch);
  const cr_remark *remark = remark_of(&found, "not-ultimate");
  cr_assert_not_null(remark);
  cr_expect_eq(remark->other, cr_facts_party(found.screening->facts, "F"));
  dossier_close(&found);
}

Test(ultimate, a_person_at_the_top) {
  static const char ch[] = "<person id='p' residence='FR'/>"
                           "<company id='ch' seats='CH'><stake holder='p' capital='60%'/>"
                           "<stake holder='F' capital='40%'/></company>";
  expect_all("", "ch", ch, "3/10", CR_VIOLATED);
  expect_all(ultimate, "ch", ch, "0", CR_MET);
}

Test(ultimate, nobody_controls_it) {
  static const char ch[] = "<company id='ch' seats='CH'><stake holder='F' capital='40%'/>"
                           "<stake holder='fr' capital='60%'/></company>";
  expect_all(ultimate, "ch", ch, "3/10", CR_VIOLATED);
}

/* US over a French company over a Swiss one, and a French company over US over a Swiss one. */
Test(ultimate, only_the_topmost_matters) {
  static const char us_first[] =
      "<company id='mid' seats='FR'><stake holder='us' capital='100%'/></company>"
      "<company id='ch' seats='CH'><stake holder='mid' capital='100%'/></company>";
  static const char us_middle[] =
      "<company id='mid' seats='US'><stake holder='F' capital='100%'/></company>"
      "<company id='ch' seats='CH'><stake holder='mid' capital='100%'/></company>";
  expect_all(ultimate, "ch", us_first, "3/10", CR_VIOLATED);
  expect_all("", "ch", us_middle, "3/10", CR_VIOLATED);
  expect_all(ultimate, "ch", us_middle, "0", CR_MET);
}

/* A ring of stated control: each member for itself. Beneath it, any third one. */
Test(ultimate, a_ring_of_control) {
  static const char ring[] =
      "<company id='ch' seats='CH'><stake holder='fr' capital='100%'/></company>"
      "<company id='b' seats='FR'><stake holder='fr' capital='100%'/></company>"
      "<control controllers='b' controlled='ch' kind='agreement'/>"
      "<control controllers='ch' controlled='b' kind='agreement'/>";
  static const char beneath[] =
      "<company id='a' seats='%s'><stake holder='fr' capital='100%%'/></company>"
      "<company id='b' seats='FR'><stake holder='fr' capital='100%%'/></company>"
      "<control controllers='b' controlled='a' kind='agreement'/>"
      "<control controllers='a' controlled='b' kind='agreement'/>"
      "<company id='ch' seats='CH'><stake holder='b' capital='100%%'/></company>";
  char text[1000];
  expect_all(ultimate, "ch", ring, "3/10", CR_VIOLATED);
  snprintf(text, sizeof text, beneath, "CH");
  expect_all(ultimate, "ch", text, "3/10", CR_VIOLATED);
  snprintf(text, sizeof text, beneath, "FR");
  expect_all("", "ch", text, "3/10", CR_VIOLATED);
  expect_all(ultimate, "ch", text, "0", CR_MET);
}

/* A Swiss and a French company that hold 60 % of each other: above half, the votes of
 * each in the other are suppressed (L.233-31), so who controls whom is open. */
Test(ultimate, cross_holdings_decide_nothing) {
  static const char cross[] =
      "<company id='ch' seats='CH'><stake holder='b' capital='60%'/><stake holder='fr' capital='40%'/>"
      "</company><company id='b' seats='FR'><stake holder='ch' capital='60%'/>"
      "<stake holder='fr' capital='40%'/></company>";
  expect_all(ultimate, "ch", cross, "[0,3/10]", CR_UNDETERMINED);
}

/* Joint control: any third one of two makes third. */
Test(ultimate, joint_controllers) {
  static const char joint[] =
      "<company id='G' seats='%s'><stake holder='fr' capital='100%%'/></company>"
      "<company id='ch' seats='CH'><stake holder='F' capital='50%%'/>"
      "<stake holder='G' capital='50%%'/></company>"
      "<control controllers='F G' controlled='ch' kind='agreement'/>";
  char text[1000];
  snprintf(text, sizeof text, joint, "US");
  expect_all(ultimate, "ch", text, "3/10", CR_VIOLATED);
  snprintf(text, sizeof text, joint, "FR");
  expect_all(ultimate, "ch", text, "0", CR_MET);
}

/* F controls it for sure only above half: whether it counts is open. */
Test(ultimate, a_band_over_the_majority) {
  static const char band[] = "<company id='ch' seats='CH'><stake holder='F' capital='[45%,60%]'/>"
                             "<stake holder='us' capital='[40%,55%]'/></company>";
  static const char french[] = "<company id='G' seats='FR'><stake holder='fr' capital='100%'/></company>"
                               "<company id='ch' seats='CH'><stake holder='F' capital='[45%,60%]'/>"
                               "<stake holder='G' capital='[40%,55%]'/></company>";
  screened found;
  screen(&found, ultimate, "ch", band);
  /* In any completion ch counts (0.3), or US has at least 40 % of its 30 %. */
  cr_expect_eq(fmpq_cmp_si(criterion(&found, CR_CAPITAL_INDIVIDUAL)->bound[0].value, 0) > 0, 1);
  cr_expect(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "[3/25,3/10]"));
  dossier_close(&found);
  expect_all(ultimate, "ch", french, "[0,3/10]", CR_UNDETERMINED);
}

/* What F leaves of the Swiss company is anybody's again. */
Test(ultimate, undisclosed_holders_again) {
  static const char ch[] = "<company id='ch' seats='CH'><stake holder='F' capital='60%'/></company>";
  static const char *const given_back[] = {"[0,3/25]", "[0,3/25]", "0", "0"};
  expect_all("", "ch", ch, "3/10", CR_VIOLATED);
  expect(ultimate, "ch", ch, given_back, CR_MET);
}

static void expect_told(const char *choices, const char *words) {
  static const char subs[] =
      "<company id='ch' seats='CH'><stake holder='%s' capital='100%%'/></company>";
  const crible_report_options options = {.format = CRIBLE_TEXT, .width = 300};
  char others[500], *text = NULL;
  screened found;
  size_t length;
  snprintf(others, sizeof others, subs, strcmp(choices, own) == 0 ? "C" : "F");
  screen(&found, choices, "ch", others);
  cr_assert_eq(crible_report(&text, &length, found.screening, &options), CRIBLE_OK);
  cr_expect_not_null(strstr(text, words), "%s: not in\n%s", words, text);
  crible_text_free(found.context, text);
  dossier_close(&found);
}

Test(ultimate, is_told) {
  expect_told(own, "ch: outside the Union, not counted as third: the candidate controls it");
  expect_told(ultimate, "ch: outside the Union, not counted as third: F, at the top of its chain of "
                        "control, is not");
}
