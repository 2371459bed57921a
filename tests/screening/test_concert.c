/* The choice groups = concert: third members of one concert are one holder. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include <crible/report.h>

#include "tests/support/dossiers.h"

/* C has 100 shares, those in `lots` and for the rest French persons' (`rest`). */
static void screen(screened *out, const char *choices, const char *lots, int rest,
                   const char *others) {
  char body[6000];
  int length = snprintf(
      body, sizeof body,
      "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>%s"
      "<lot holder='fr' quantity='%d'/><complete of='holders rights organs'/></company>"
      "<group id='fr' of='persons' state='FR'/><company id='us' seats='US'/>"
      "<company id='ch' seats='CH'/><company id='ky' seats='KY'/>"
      "<company id='F' seats='FR'><stake holder='fr' capital='100%%'/></company>%s",
      lots, rest, others);
  cr_assert(length > 0 && (size_t)length < sizeof body);
  screen_under(out, choices, FILED_FIRST, body);
}

static const char concert[] = "groups=concert";

/* Capital and votes, each individual and collective. */
static void expect(const char *choices, const char *lots, int rest, const char *others,
                   const char *const figures[4]) {
  screened found;
  screen(&found, choices, lots, rest, others);
  for (int id = CR_CAPITAL_INDIVIDUAL; id <= CR_VOTES_COLLECTIVE; id++)
    cr_expect(figure_is(&found, (cr_criterion_id)id, figures[id]), "%s: %s %s",
              choices[0] ? choices : "default", lots, others);
  dossier_close(&found);
}

/* Case A16: KY 15, US 14, with a voting agreement. */
static const char ky15_us14[] = "<lot holder='ky' quantity='15'/><lot holder='us' quantity='14'/>";
static const char of_both[] = "<concert members='ky us'/>";

Test(concert, two_third_members) {
  static const char *const apart[] = {"3/20", "29/100", "3/20", "29/100"};
  static const char *const merged[] = {"29/100", "29/100", "29/100", "29/100"};
  expect("", ky15_us14, 71, of_both, apart);
  expect(concert, ky15_us14, 71, of_both, merged);
  screened found;
  screen(&found, concert, ky15_us14, 71, of_both);
  cr_expect_eq(criterion(&found, CR_CAPITAL_INDIVIDUAL)->status, CR_VIOLATED);
  const cr_entity *entity = entity_of(&found, "ky+us");
  cr_assert_not_null(entity);
  for (int id = CR_CAPITAL_INDIVIDUAL; id <= CR_VOTES_INDIVIDUAL; id += 2)
    cr_expect_eq(criterion(&found, (cr_criterion_id)id)->holder[0], entity->node);
  dossier_close(&found);
}

Test(concert, members_that_are_not_third_never_count) {
  static const char lots[] = "<lot holder='ky' quantity='15'/><lot holder='F' quantity='14'/>";
  static const char *const same[] = {"3/20", "3/20", "3/20", "3/20"};
  expect(concert, lots, 71, "<concert members='ky F'/>", same);
}

Test(concert, an_unknown_member_counts_possibly) {
  static const char lots[] = "<lot holder='ky' quantity='15'/><lot holder='x' quantity='14'/>";
  static const char *const possibly[] = {"[3/20,29/100]", "[3/20,29/100]", "[3/20,29/100]",
                                         "[3/20,29/100]"};
  expect(concert, lots, 71,
         "<company id='x'><stake holder='fr' capital='100%'/></company><concert members='ky x'/>",
         possibly);
}

/* 26 % each of a French company with 30 of C: only together do they control it. */
Test(concert, controls_as_one) {
  static const char others[] =
      "<company id='A' seats='FR'><stake holder='us' capital='26%'/><stake holder='ky' capital='26%'/>"
      "<stake holder='fr' capital='48%'/></company><concert members='ky us'/>";
  static const char lots[] = "<lot holder='A' quantity='30'/>";
  static const char *const apart[] = {"39/500", "39/250", "0", "0"};
  static const char *const merged[] = {"39/250", "39/250", "3/10", "3/10"};
  expect("", lots, 70, others, apart);
  expect(concert, lots, 70, others, merged);
}

/* 21 % each are presumed to control where nobody else has as many, here a rival with 40 %. */
Test(concert, is_presumed_to_control_and_rivals_as_one) {
  static const char presumed[] =
      "<company id='A' seats='FR'><stake holder='us' capital='21%'/><stake holder='ky' capital='21%'/>"
      "<stake holder='F' capital='40%'/><stake holder='fr' capital='18%'/></company>"
      "<concert members='ky us'/>";
  static const char lots[] = "<lot holder='A' quantity='30'/>";
  static const char *const merged[] = {"63/500", "63/500", "3/10", "3/10"};
  expect(concert, lots, 70, presumed, merged);
  /* CH with 41 % is presumed to control, unless the two are one with 42 %. */
  static const char rival[] =
      "<company id='A' seats='FR'><stake holder='us' capital='21%'/><stake holder='ky' capital='21%'/>"
      "<stake holder='ch' capital='41%'/><stake holder='fr' capital='17%'/></company>"
      "<concert members='ky us'/>";
  screened found;
  screen(&found, "", lots, 70, rival);
  cr_expect(fmpq_equal(entity_of(&found, "ch")->bound[CR_VOTES][0].value,
                       criterion(&found, CR_VOTES_INDIVIDUAL)->bound[0].value));
  dossier_close(&found);
  screen(&found, concert, lots, 70, rival);
  cr_expect(fmpq_is_zero(entity_of(&found, "ch")->bound[CR_VOTES][1].value));
  cr_expect(figure_is(&found, CR_VOTES_INDIVIDUAL, "3/10"));
  dossier_close(&found);
}

/* b is in two concerts, which stay two. */
Test(concert, a_member_of_two_concerts) {
  static const char lots[] = "<lot holder='us' quantity='10'/><lot holder='ch' quantity='10'/>"
                             "<lot holder='ky' quantity='10'/>";
  static const char *const two[] = {"1/5", "3/10", "1/5", "3/10"};
  expect(concert, lots, 70, "<concert members='us ch'/><concert members='ch ky'/>", two);
}

/* KY has half of a French company with 30 of C, CH 10 of C: 15 and 10. */
Test(concert, along_chains) {
  static const char others[] =
      "<company id='A' seats='FR'><stake holder='ky' capital='50%'/><stake holder='F' capital='50%'/>"
      "</company><concert members='ky ch'/>";
  static const char lots[] = "<lot holder='A' quantity='30'/><lot holder='ch' quantity='10'/>";
  static const char *const merged[] = {"1/4", "1/4", "1/10", "1/10"};
  expect(concert, lots, 60, others, merged);
}

/* The votes of a fund that a member manages are the concert's; its capital stays the fund's. */
Test(concert, a_manager_with_its_fund) {
  static const char others[] = "<fund id='f' manager='us'/><concert members='us ch'/>";
  static const char lots[] = "<lot holder='f' quantity='15'/><lot holder='ch' quantity='14'/>";
  static const char *const merged[] = {"3/20", "29/100", "29/100", "29/100"};
  expect(concert, lots, 71, others, merged);
}

/* Who does not count as third is no member. */
Test(concert, with_ultimate_parents_only) {
  static const char others[] =
      "<company id='s' seats='CH'><stake holder='F' capital='100%'/></company>"
      "<concert members='s us ky'/>";
  static const char lots[] = "<lot holder='s' quantity='9'/><lot holder='us' quantity='8'/>"
                             "<lot holder='ky' quantity='7'/>";
  static const char *const three[] = {"6/25", "6/25", "6/25", "6/25"};
  static const char *const two[] = {"3/20", "3/20", "3/20", "3/20"};
  expect(concert, lots, 76, others, three);
  expect("groups=concert third-in-chain=ultimate", lots, 76, others, two);
}

/* Who ended the agreement before the date is not in it. */
Test(concert, of_another_date) {
  static const char *const apart[] = {"3/20", "29/100", "3/20", "29/100"};
  expect(concert, ky15_us14, 71, "<concert members='ky us' to='2023-01-01'/>", apart);
}

/* Under both kinds of meeting of an SA: KY votes at ordinary ones only. */
Test(concert, under_two_kinds_of_meeting) {
  static const char body[] =
      "<company id='C' form='SA' seats='FR'><share-class id='O' issued='100'/>"
      "<lot holder='ky' quantity='15' nature='usufruct' bare-owner='fr'/>"
      "<lot holder='us' quantity='14'/><lot holder='fr' quantity='71'/>"
      "<complete of='holders rights organs'/></company><group id='fr' of='persons' state='FR'/>"
      "<company id='us' seats='US'/><company id='ky' seats='KY'/><concert members='ky us'/>";
  screened found;
  screen_under(&found, concert, FILED_FIRST, body);
  cr_expect(figure_is(&found, CR_VOTES_INDIVIDUAL, "29/100"));
  cr_expect(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "7/50"));
  dossier_close(&found);
}

/* By every method for capital and for votes: 52 % of 30, or 30 where control counts. */
Test(concert, by_each_method) {
  static const char others[] =
      "<company id='A' seats='FR'><stake holder='us' capital='26%'/><stake holder='ky' capital='26%'/>"
      "<stake holder='fr' capital='48%'/></company><concert members='ky us'/>";
  static const char lots[] = "<lot holder='A' quantity='30'/>";
  static const char *const multiplied[] = {"39/250", "39/250", "39/250", "39/250"};
  static const char *const greater[] = {"3/10", "3/10", "3/10", "3/10"};
  static const char *const direct[] = {"3/10", "3/10", "3/10", "3/10"};
  expect("groups=concert vote-chain=multiplication", lots, 70, others, multiplied);
  expect("groups=concert capital-chain=greater vote-chain=greater", lots, 70, others, greater);
  expect("groups=concert capital-chain=control", lots, 70, others, direct);
}

/* Votes multiplied: the manager casts those of its fund, and so does the concert. */
Test(concert, a_manager_with_its_fund_multiplied) {
  static const char others[] = "<fund id='f' manager='us'/><concert members='us ch'/>";
  static const char lots[] = "<lot holder='f' quantity='15'/><lot holder='ch' quantity='14'/>";
  static const char *const merged[] = {"3/20", "29/100", "29/100", "29/100"};
  expect("groups=concert vote-chain=multiplication", lots, 71, others, merged);
}

static void expect_told(crible_format format, const char *words) {
  const crible_report_options options = {.format = format, .width = 300};
  char *text = NULL;
  screened found;
  size_t length;
  screen(&found, concert, ky15_us14, 71, of_both);
  cr_assert_eq(crible_report(&text, &length, found.screening, &options), CRIBLE_OK);
  cr_expect_not_null(strstr(text, words), "%s: not in\n%s", words, text);
  crible_text_free(found.context, text);
  dossier_close(&found);
}

Test(concert, is_named_by_its_members) {
  expect_told(CRIBLE_TEXT, "the concert of ky and us: taken as one holder");
  expect_told(CRIBLE_TEXT, "ky, counted for the concert of ky and us: 15 % of the capital of C");
  expect_told(CRIBLE_TEXT, "15 % of the votes of C, counted for the concert of ky and us");
  expect_told(CRIBLE_JSON, "\"ky+us\"");
}
