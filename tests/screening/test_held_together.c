/* The choice collective-control: third parties that have most votes of a company together. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include <crible/report.h>

#include "tests/support/dossiers.h"

static const char together[] = "collective-control=together";

/* C has 100 shares, 45 of a French company A, 55 of French persons; `others` are further parties,
 * A among them. A majority of 60 % is asked for. */
static void screen(screened *out, const char *choices, const char *others) {
  char body[6000];
  int length = snprintf(
      body, sizeof body,
      "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
      "<lot holder='A' quantity='45'/><lot holder='fr' quantity='55'/>"
      "<right kind='majority' under='statutes' meeting='extraordinary' at-least='60%%'/>"
      "<complete of='holders rights organs'/></company><group id='fr' of='persons' state='FR'/>"
      "<company id='us' seats='US'/><company id='ch' seats='CH'/><company id='gb' seats='GB'/>%s",
      others);
  cr_assert(length > 0 && (size_t)length < sizeof body);
  screen_under(out, choices, FILED_FIRST, body);
}

/* Votes, individual and collective; capital is never touched. */
static void expect(const char *choices, const char *others, const char *individual,
                   const char *collective, const char *capital, cr_status veto) {
  screened found;
  screen(&found, choices, others);
  const char *told = choices[0] ? choices : "default";
  cr_expect(figure_is(&found, CR_VOTES_INDIVIDUAL, individual), "%s: %s", told, others);
  cr_expect(figure_is(&found, CR_VOTES_COLLECTIVE, collective), "%s: %s", told, others);
  cr_expect(figure_is(&found, CR_CAPITAL_COLLECTIVE, capital), "%s: %s", told, others);
  cr_expect_eq(criterion(&found, CR_VETO)->status, veto, "%s: %s", told, others);
  dossier_close(&found);
}

/* US, CH and GB have 20 % of A each: no one controls it, the three have 60 %. */
Test(held_together, three_of_which_none_controls) {
  static const char others[] =
      "<company id='A' seats='FR'><stake holder='us' capital='20%'/><stake holder='ch' capital='20%'/>"
      "<stake holder='gb' capital='20%'/><stake holder='fr' capital='40%'/></company>";
  expect("", others, "0", "0", "27/100", CR_MET);
  expect(together, others, "0", "9/20", "27/100", CR_VIOLATED);
}

/* Exactly half is not more than half. */
Test(held_together, exactly_half_is_not_enough) {
  static const char others[] =
      "<company id='A' seats='FR'><stake holder='us' capital='25%'/><stake holder='ch' capital='25%'/>"
      "<stake holder='fr' capital='50%'/></company>";
  expect(together, others, "0", "0", "9/40", CR_MET);
}

/* 40 % presumes one holder's control, not that of several together. */
Test(held_together, no_presumption_for_the_union) {
  static const char others[] =
      "<company id='A' seats='FR'><stake holder='us' capital='23%'/><stake holder='ch' capital='22%'/>"
      "<stake holder='fr' capital='55%'/></company>";
  expect(together, others, "0", "0", "81/400", CR_MET);
}

/* Together they have 60 % of B, which has 30 % of A; with US's 21 % that is 51 % of A. */
Test(held_together, goes_up_the_chain) {
  static const char others[] =
      "<company id='A' seats='FR'><stake holder='B' capital='30%'/><stake holder='us' capital='21%'/>"
      "<stake holder='fr' capital='49%'/></company>"
      "<company id='B' seats='FR'><stake holder='ch' capital='30%'/><stake holder='gb' capital='30%'/>"
      "<stake holder='fr' capital='40%'/></company>";
  expect("", others, "0", "0", "351/2000", CR_MET);
  expect(together, others, "0", "9/20", "351/2000", CR_VIOLATED);
}

/* They have 52 % of B together, and B 60 % of A. */
Test(held_together, with_what_it_controls) {
  static const char others[] =
      "<company id='A' seats='FR'><stake holder='B' capital='60%'/><stake holder='fr' capital='40%'/>"
      "</company><company id='B' seats='FR'><stake holder='us' capital='26%'/>"
      "<stake holder='ch' capital='26%'/><stake holder='fr' capital='48%'/></company>";
  expect("", others, "0", "0", "351/2500", CR_MET);
  expect(together, others, "0", "9/20", "351/2500", CR_VIOLATED);
}

/* CH has between 20 and 40 %: with US's 20 % more than half only above 30 %. */
Test(held_together, possibly) {
  static const char others[] =
      "<company id='A' seats='FR'><stake holder='us' capital='20%'/>"
      "<stake holder='ch' capital='[20%,40%]'/><stake holder='fr' capital='[40%,60%]'/></company>";
  screened found;
  screen(&found, together, others);
  cr_expect(figure_is(&found, CR_VOTES_COLLECTIVE, "[0,9/20]"));
  cr_expect_eq(criterion(&found, CR_VETO)->status, CR_UNDETERMINED);
  cr_expect_not_null(remark_of(&found, "held-together-possibly"));
  cr_expect(!criterion(&found, CR_VOTES_COLLECTIVE)->bound[0].tight);
  dossier_close(&found);
}

/* More than 30 % open at its end: with 20 % more than half in every completion. */
Test(held_together, an_open_end_at_half) {
  static const char others[] =
      "<company id='A' seats='FR'><stake holder='us' capital='20%'/>"
      "<stake holder='ch' capital='(30%,40%]'/><stake holder='fr' capital='[40%,50%)'/></company>";
  screened found;
  screen(&found, together, others);
  cr_expect(figure_is(&found, CR_VOTES_COLLECTIVE, "9/20"));
  dossier_close(&found);
}

/* One who controls is no more by being together: the same as without. */
Test(held_together, one_controller_changes_nothing) {
  static const char others[] =
      "<company id='A' seats='FR'><stake holder='us' capital='60%'/><stake holder='ch' capital='40%'/>"
      "</company>";
  expect("", others, "9/20", "9/20", "9/20", CR_VIOLATED);
  expect(together, others, "9/20", "9/20", "9/20", CR_VIOLATED);
}

static void expect_told(crible_format format, const char *words) {
  static const char others[] =
      "<company id='A' seats='FR'><stake holder='us' capital='30%'/><stake holder='ch' capital='30%'/>"
      "<stake holder='fr' capital='40%'/></company>";
  const crible_report_options options = {.format = format, .width = 300};
  char *text = NULL;
  screened found;
  size_t length;
  screen(&found, together, others);
  cr_assert_eq(crible_report(&text, &length, found.screening, &options), CRIBLE_OK);
  cr_expect_not_null(strstr(text, words), "not in\n%s", text);
  crible_text_free(found.context, text);
  dossier_close(&found);
}

Test(held_together, is_told) {
  expect_told(CRIBLE_TEXT, "A: third entities together have more than half of its votes");
  expect_told(CRIBLE_JSON, "\"held-together\"");
}
