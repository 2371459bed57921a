/* Funds seen through: in capital their investors hold in proportion, in votes their manager. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "tests/support/dossiers.h"

/* The fund f has 30 % of C, and these investors; a French and an American manager. */
static void screen_fund(screened *out, const char *choices, const char *manager,
                        const char *investors, const char *others) {
  char body[6000];
  snprintf(body, sizeof body,
           "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
           "<lot holder='f' quantity='30'/><lot holder='persons' quantity='70'/>"
           "<complete of='holders rights organs'/></company>"
           "<fund id='f' law='FR' %s>%s</fund>"
           "<company id='fr' seats='FR'><stake holder='persons' capital='100%%'/>"
           "<complete of='holders'/></company>"
           "<company id='us' seats='US'/><company id='ch' seats='CH'/>"
           "<group id='persons' of='persons' state='FR'/>%s",
           manager, investors, others);
  screen_under(out, choices, FILED_FIRST, body);
}

/* Capital of one and of all together, votes of one, seen through. */
static void expect(const char *manager, const char *investors, const char *others,
                   const char *one, const char *together, const char *votes) {
  screened found;
  screen_fund(&found, "funds=investors", manager, investors, others);
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, one), "%s", investors);
  cr_assert(figure_is(&found, CR_CAPITAL_COLLECTIVE, together), "%s", investors);
  cr_assert(figure_is(&found, CR_VOTES_INDIVIDUAL, votes), "%s", investors);
  dossier_close(&found);
}

static const char three_investors[] =
    "<unit-holder holder='us' share='1/2'/><unit-holder holder='ch' share='1/5'/>"
    "<unit-holder holder='persons' share='3/10'/>";

Test(funds, investors_hold_in_proportion_and_the_manager_keeps_the_votes) {
  expect("manager='fr'", three_investors, "", "3/20", "21/100", "0");
  expect("manager='us'", three_investors, "", "3/20", "21/100", "3/10");
}

Test(funds, by_default_they_end_the_chain) {
  static const struct {
    const char *manager, *capital;
  } cases[] = {{"manager='fr'", "0"}, {"manager='us'", "3/10"}};
  for (size_t i = 0; i < 2; i++) {
    screened found;
    screen_fund(&found, "", cases[i].manager, three_investors, "");
    cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, cases[i].capital));
    cr_assert(figure_is(&found, CR_CAPITAL_COLLECTIVE, cases[i].capital));
    cr_assert(figure_is(&found, CR_VOTES_INDIVIDUAL, cases[i].capital));
    dossier_close(&found);
  }
}

Test(funds, a_fund_of_an_american_manager_with_French_investors_is_third_in_votes_alone) {
  expect("manager='us'", "<unit-holder holder='persons' share='100%'/>", "", "0", "0", "3/10");
}

Test(funds, investors_that_are_not_told_may_be_anybody) {
  expect("manager='fr'", "<unit-holder holder='us' share='1/2'/>", "", "[3/20,3/10]",
         "[3/20,3/10]", "0");
  expect("manager='us'", "", "", "[0,3/10]", "[0,3/10]", "3/10");
}

Test(funds, a_fund_without_a_known_manager_has_votes_of_it_knows_not_whom) {
  expect("", three_investors, "", "3/20", "21/100", "[0,3/10]");
}

Test(funds, a_fund_in_a_fund) {
  expect("manager='fr'",
         "<unit-holder holder='g' share='4/5'/><unit-holder holder='persons' share='1/5'/>",
         "<fund id='g' manager='us'><unit-holder holder='us' share='1/2'/>"
         "<unit-holder holder='ch' share='1/2'/></fund>",
         "3/25", "6/25", "0");
}

Test(funds, arrangements_too) {
  screened found;
  screen_under(&found, "funds=investors", FILED_FIRST,
               "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
               "<lot holder='t' quantity='30'/><lot holder='persons' quantity='70'/>"
               "<complete of='holders rights organs'/></company>"
               "<arrangement id='t' trustee='us'><unit-holder holder='persons' share='1/3'/>"
               "<unit-holder holder='us' share='2/3'/></arrangement>"
               "<company id='us' seats='US'/><group id='persons' of='persons' state='FR'/>");
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "1/5"));
  cr_assert(figure_is(&found, CR_VOTES_INDIVIDUAL, "3/10"));
  dossier_close(&found);
}

/* By control, capital is the direct one; what a transparent fund holds is its investors', and those
 * who control an investor have what it has. */
Test(funds, investors_have_their_part_by_control_too) {
  screened found;
  screen_fund(&found, "funds=investors capital-chain=control", "manager='us'",
              "<unit-holder holder='g' share='4/5'/><unit-holder holder='persons' share='1/5'/>",
              "<fund id='g' manager='fr'><unit-holder holder='sub' share='1/2'/>"
              "<unit-holder holder='us' share='1/4'/><unit-holder holder='ch' share='1/4'/></fund>"
              "<company id='sub' seats='FR'><stake holder='us' capital='60%'/>"
              "<stake holder='persons' capital='40%'/><complete of='holders'/></company>");
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "9/50"));
  cr_assert(figure_is(&found, CR_CAPITAL_COLLECTIVE, "6/25"));
  cr_assert(criterion(&found, CR_CAPITAL_INDIVIDUAL)->bound[1].tight);
  dossier_close(&found);
  screen_fund(&found, "funds=investors capital-chain=control", "manager='us'",
              "<unit-holder holder='us' share='1/2'/>", "");
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "[3/20,3/10]"));
  dossier_close(&found);
  screen_fund(&found, "capital-chain=control", "manager='us'", three_investors, "");
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "3/10"));
  dossier_close(&found);
}

/* f and g hold each other: who stands behind that part is not known. */
Test(funds, a_fund_that_holds_itself_may_be_anybodys_by_control) {
  screened found;
  screen_fund(&found, "funds=investors capital-chain=control", "manager='us'",
              "<unit-holder holder='g' share='1/2'/><unit-holder holder='persons' share='1/2'/>",
              "<fund id='g' manager='fr'><unit-holder holder='f' share='1/2'/>"
              "<unit-holder holder='us' share='1/2'/></fund>");
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "[3/40,3/20]"));
  cr_assert_not(criterion(&found, CR_CAPITAL_INDIVIDUAL)->bound[0].tight);
  dossier_close(&found);
}
