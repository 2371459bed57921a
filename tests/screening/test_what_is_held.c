/* Other readings of what is held, and by whom: votes that are not stated, usufruct, listed
 * companies, what stands behind a remainder. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "tests/support/dossiers.h"

static const char parties[] =
    "<company id='us' seats='US'><stake holder='persons' capital='100%' votes='100%'/>"
    "<complete of='holders'/></company>"
    "<company id='fr' seats='FR'><stake holder='persons' capital='100%' votes='100%'/>"
    "<complete of='holders'/></company>"
    "<group id='persons' of='persons' state='FR'/>";

/* C of this form and these holders, then other parties. */
static void screen_company(screened *out, const char *choices, const char *form,
                           const char *holders, const char *others) {
  char body[6000];
  snprintf(body, sizeof body,
           "<company id='C' form='%s' seats='FR'>%s<complete of='rights organs'/></company>%s%s",
           form, holders, parties, others);
  screen_under(out, choices, FILED_FIRST, body);
}

static const char through_f[] =
    "<share-class id='O' issued='100'/><lot holder='f' quantity='40'/>"
    "<lot holder='persons' quantity='60'/><complete of='holders'/>";

static void expect_figures(const char *choices, const char *form, const char *holders,
                           const char *others, const char *capital, const char *votes) {
  screened found;
  screen_company(&found, choices, form, holders, others);
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, capital), "%s, %s", choices, holders);
  cr_assert(figure_is(&found, CR_VOTES_INDIVIDUAL, votes), "%s, %s", choices, holders);
  dossier_close(&found);
}

/* Votes that are not stated. */

Test(what_is_held, votes_of_which_the_source_does_not_speak) {
  static const char holders[] =
      "<stake holder='us' capital='20%'/><stake holder='persons' capital='80%' votes='60%'/>"
      "<complete of='holders'/>";
  expect_figures("", "SAS", "<stake holder='us' capital='20%'/><stake holder='persons' "
                            "capital='80%'/><complete of='holders'/>",
                 "", "1/5", "1/5");
  expect_figures("votes-unstated=unknown", "SAS", holders, "", "1/5", "2/5");
  expect_figures("votes-unstated=unknown", "SAS",
                 "<stake holder='us' capital='20%'/><stake holder='persons' capital='80%'/>"
                 "<complete of='holders'/>",
                 "", "1/5", "[0,1]");
}

Test(what_is_held, votes_of_lots_are_stated_by_their_class) {
  expect_figures("votes-unstated=unknown", "SAS",
                 "<share-class id='O' issued='100'/><lot holder='us' quantity='20'/>"
                 "<lot holder='persons' quantity='80'/><stake holder='us' capital='20%'/>"
                 "<complete of='holders'/>",
                 "", "1/5", "1/5");
}

/* Usufruct: whoever the form, a French usufructuary under an American bare owner, or the other
 * way round. */

static const char us_has_usufruct[] =
    "<share-class id='O' issued='100'/>"
    "<lot holder='us' quantity='30' nature='usufruct' bare-owner='fr'/>"
    "<lot holder='persons' quantity='70'/><complete of='holders'/>";
static const char us_is_bare_owner[] =
    "<share-class id='O' issued='100'/>"
    "<lot holder='fr' quantity='30' nature='usufruct' bare-owner='us'/>"
    "<lot holder='persons' quantity='70'/><complete of='holders'/>";

Test(what_is_held, votes_in_usufruct_by_each_kind_of_meeting) {
  static const struct {
    const char *choice, *sas_usufruct, *sas_bare, *sa_usufruct, *sa_bare;
  } cases[] = {{"", "0", "3/10", "3/10", "3/10"},
               {"usufruct=worst", "3/10", "3/10", "3/10", "3/10"},
               {"usufruct=ordinary", "3/10", "0", "3/10", "0"},
               {"usufruct=extraordinary", "0", "3/10", "0", "3/10"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    expect_figures(cases[i].choice, "SAS", us_has_usufruct, "", "0", cases[i].sas_usufruct);
    expect_figures(cases[i].choice, "SAS", us_is_bare_owner, "", "3/10", cases[i].sas_bare);
    expect_figures(cases[i].choice, "SA", us_has_usufruct, "", "0", cases[i].sa_usufruct);
    expect_figures(cases[i].choice, "SA", us_is_bare_owner, "", "3/10", cases[i].sa_bare);
  }
}

Test(what_is_held, one_kind_of_meeting_is_looked_at_once) {
  screened found;
  screen_company(&found, "usufruct=ordinary", "SA", us_has_usufruct, "");
  cr_assert_null(found.screening->analysis[1].graph.view);
  cr_assert_null(remark_of(&found, "worse-of-meetings"));
  cr_assert_not_null(remark_of(&found, "usufruct-by-ruleset"));
  dossier_close(&found);
  screen_company(&found, "usufruct=worst", "SAS", us_has_usufruct, "");
  cr_assert_not_null(found.screening->analysis[1].graph.view);
  dossier_close(&found);
}

/* Listed companies: l has 40 % of C, and half of l is declared by nobody. So us is presumed to
 * control it, unless somebody undisclosed may have as much. */

#define LISTED(id, seats, mic, more)                                                      \
  "<company id='" id "' form='SA' seats='" seats "'>"                                     \
  "<share-class id='O' issued='100' double-vote-after='never'>"                      \
  "<admission market='" mic "'/>"                                                         \
  "</share-class>" more "</company>"
#define TABLE                                                                             \
  "<declared-holders date='2022-12-31'><declared declarant='us' capital='50%' votes='50%'/>"   \
  "</declared-holders>"

static const char half_of_listed[] =
    "<share-class id='O' issued='100'/><lot holder='l' quantity='40'/>"
    "<lot holder='persons' quantity='60'/><complete of='holders'/>";

Test(what_is_held, a_listed_company_above_the_candidate_may_need_full_evidence) {
  const char *french = LISTED("l", "FR", "XPAR", TABLE);
  expect_figures("", "SAS", half_of_listed, french, "1/5", "2/5");
  expect_figures("listed-chain=no", "SAS", half_of_listed, french, "[1/5,2/5]", "[0,2/5]");
}

Test(what_is_held, the_listing_of_an_issuer_seated_elsewhere_may_not_count) {
  const char *dutch = LISTED("l", "NL", "XAMS", TABLE), *french = LISTED("l", "FR", "XPAR", TABLE);
  expect_figures("", "SAS", half_of_listed, dutch, "1/5", "2/5");
  expect_figures("listed-issuer=french", "SAS", half_of_listed, dutch, "[1/5,2/5]", "[0,2/5]");
  expect_figures("listed-issuer=french", "SAS", half_of_listed, french, "1/5", "2/5");
}

/* Treasury stock. */

Test(what_is_held, capital_without_treasury_stock) {
  static const char holders[] =
      "<share-class id='O' issued='100'/><lot holder='us' quantity='23'/>"
      "<lot holder='C' quantity='10'/><lot holder='persons' quantity='67'/>"
      "<complete of='holders'/>";
  expect_figures("", "SAS", holders, "", "23/100", "23/90");
  expect_figures("capital-base=net", "SAS", holders, "", "23/90", "23/90");
}

/* us has a quarter of what f does not hold itself, 1/2 · 1/4 of C. */
Test(what_is_held, capital_without_treasury_stock_all_along_a_chain) {
  static const char f[] =
      "<company id='f' seats='FR'><share-class id='O' issued='100'/>"
      "<lot holder='f' quantity='20'/><lot holder='us' quantity='20'/>"
      "<lot holder='persons' quantity='60'/><complete of='holders'/></company>";
  static const char half[] =
      "<share-class id='O' issued='100'/><lot holder='f' quantity='50'/>"
      "<lot holder='persons' quantity='50'/><complete of='holders'/>";
  expect_figures("", "SAS", half, f, "1/10", "0");
  expect_figures("capital-base=net", "SAS", half, f, "1/8", "0");
}

/* us has 20 to 30 and C 0 to 20 of itself, so others 50 to 80: us has at least 20 of 100, beside
 * the most others, and at most 30 of 80, beside the fewest. */
Test(what_is_held, treasury_stock_known_as_a_band) {
  static const char all[] =
      "<stake holder='us' capital='[20%,30%]' votes='20%'/>"
      "<stake holder='C' capital='[0%,20%]' votes='0%'/>"
      "<stake holder='persons' capital='[50%,80%]' votes='80%'/><complete of='holders'/>";
  expect_figures("", "SAS", all, "", "[1/5,3/10]", "1/5");
  expect_figures("capital-base=net", "SAS", all, "", "[1/5,3/8]", "1/5");
}

Test(what_is_held, a_company_that_holds_itself_wholly) {
  static const char f[] =
      "<company id='f' seats='FR'><share-class id='O' issued='100'/>"
      "<lot holder='f' quantity='100'/><complete of='holders'/></company>";
  screened found;
  screen_company(&found, "capital-base=net", "SAS", through_f, f);
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "[0,2/5]"));
  cr_assert_not_null(remark_of(&found, "own-shares-only"));
  dossier_close(&found);
}

/* Remainders. */

static const char third_in_part[] =
    "<company id='ch' seats='CH'><stake holder='us' capital='10%' votes='10%'/></company>";
static const char both_third[] =
    "<share-class id='O' issued='100'/><lot holder='ch' quantity='20'/>"
    "<lot holder='us' quantity='20'/><lot holder='persons' quantity='60'/>"
    "<complete of='holders'/>";

/* With 10 % of ch, which has 20: us holds 22 of C; with all of it 40. */
Test(what_is_held, anybody_may_stand_behind_a_third_company) {
  expect_figures("", "SAS", both_third, third_in_part, "11/50", "1/5");
  expect_figures("above-third=anybody", "SAS", both_third, third_in_part, "[11/50,2/5]",
                 "[1/5,2/5]");
}

static const char undisclosed_part[] =
    "<share-class id='O' issued='100'/><lot holder='us' quantity='20'/>"
    "<lot holder='persons' quantity='50'/>";

static void expect_together(const char *choices, const char *holders, const char *others,
                            const char *capital, const char *votes) {
  screened found;
  screen_company(&found, choices, "SAS", holders, others);
  cr_assert(figure_is(&found, CR_CAPITAL_COLLECTIVE, capital), "%s, %s", choices, holders);
  cr_assert(figure_is(&found, CR_VOTES_COLLECTIVE, votes), "%s, %s", choices, holders);
  dossier_close(&found);
}

/* The third who stand behind 30 % may be one with us, or many. */
Test(what_is_held, only_third_entities_may_stand_behind_a_remainder) {
  expect_figures("", "SAS", undisclosed_part, "", "[1/5,1/2]", "[1/5,1/2]");
  expect_together("", undisclosed_part, "", "[1/5,1/2]", "[1/5,1/2]");
  expect_figures("undisclosed=third", "SAS", undisclosed_part, "", "[1/5,1/2]", "[1/5,1/2]");
  expect_together("undisclosed=third", undisclosed_part, "", "1/2", "1/2");
}

Test(what_is_held, no_third_entity_may_stand_behind_a_remainder) {
  expect_figures("undisclosed=not-third", "SAS", undisclosed_part, "", "1/5", "1/5");
  expect_together("undisclosed=not-third", undisclosed_part, "", "1/5", "1/5");
}

/* us has 42 of f: presumed to control it, unless another may have as much. */
Test(what_is_held, an_undisclosed_holder_who_is_not_third_is_a_rival) {
  static const char many[] =
      "<company id='f' seats='FR'><stake holder='us' capital='42%' votes='42%'/></company>";
  static const char few[] =
      "<company id='f' seats='FR'><stake holder='us' capital='42%' votes='42%'/>"
      "<stake holder='persons' capital='18%' votes='18%'/></company>";
  static const char with_known[] =
      "<company id='f' seats='FR'><stake holder='us' capital='42%' votes='42%'/>"
      "<stake holder='fr' capital='18%' votes='18%'/></company>";
  expect_figures("undisclosed=not-third", "SAS", through_f, many, "21/125", "[0,2/5]");
  expect_figures("undisclosed=not-third", "SAS", through_f, few, "21/125", "2/5");
  expect_figures("undisclosed=not-third", "SAS", through_f, with_known, "21/125", "[0,2/5]");
}

Test(what_is_held, a_company_of_others_is_not_third_through_its_remainder) {
  static const char f[] = "<company id='f' seats='FR'/>";
  expect_figures("", "SAS", through_f, f, "[0,2/5]", "[0,2/5]");
  expect_figures("undisclosed=not-third", "SAS", through_f, f, "0", "0");
  expect_together("undisclosed=third", through_f, f, "2/5", "[0,2/5]");
}

/* Nobody declared anything: what floats is not third, whoever stands behind remainders. */
Test(what_is_held, a_float_follows_the_rule_on_listed_companies) {
  const char *listed = LISTED("l", "FR", "XPAR", "");
  expect_together("undisclosed=third", half_of_listed, listed, "0", "0");
}

/* Companies that hold each other wholly have no remainder: who is behind them is not known. */
Test(what_is_held, nobody_knows_who_is_behind_a_closed_group_in_any_reading) {
  static const char ring[] =
      "<company id='f' seats='FR'><stake holder='g' capital='100%' votes='100%'/></company>"
      "<company id='g' seats='FR'><stake holder='f' capital='100%' votes='100%'/></company>";
  static const char *const readings[] = {"", "undisclosed=third", "undisclosed=not-third"};
  for (int i = 0; i < 3; i++)
    expect_figures(readings[i], "SAS", through_f, ring, "[0,2/5]", "[0,2/5]");
}
