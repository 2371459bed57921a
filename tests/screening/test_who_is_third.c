/* Other readings of who is third: seats, persons, territories, the year 2020, funds. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "tests/support/dossiers.h"

/* C with one holder of 30 %, the rest with persons who reside in France. */
static void screen_holder(screened *out, const char *choices, const char *when,
                          const char *holder) {
  char body[4000];
  snprintf(body, sizeof body,
           "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
           "<lot holder='h' quantity='30'/><lot holder='persons' quantity='70'/>"
           "<complete of='holders rights organs'/></company>"
           "<group id='persons' of='persons' state='FR'/>"
           "<company id='french' seats='FR'><stake holder='persons' capital='100%%'/>"
           "<complete of='holders'/></company>%s",
           holder);
  screen_under(out, choices, when, body);
}

/* Every figure, under the first option of each choice and with some changed. */
static void expect_all(const char *choices, const char *holder, const char *before,
                       const char *after) {
  static const cr_criterion_id figures[] = {CR_CAPITAL_INDIVIDUAL, CR_CAPITAL_COLLECTIVE,
                                            CR_VOTES_INDIVIDUAL, CR_VOTES_COLLECTIVE};
  for (int changed = 0; changed < 2; changed++) {
    screened found;
    screen_holder(&found, changed ? choices : "", FILED_FIRST, holder);
    for (int i = 0; i < 4; i++)
      cr_assert(figure_is(&found, figures[i], changed ? after : before), "%s", choices);
    dossier_close(&found);
  }
}

static const char held_by_persons[] = "<stake holder='persons' capital='100%'/>"
                                      "<complete of='holders'/>";

static const char *company(const char *seats) {
  static char text[1000];
  snprintf(text, sizeof text, "<company id='h' %s>%s</company>", seats, held_by_persons);
  return text;
}

Test(who_is_third, the_registered_office_alone_may_count) {
  const char *run_from_the_us = company("registered-office='FR' central-administration='US'");
  expect_all("seat-test=registered", run_from_the_us, "3/10", "0");
}

Test(who_is_third, a_registered_office_outside_counts_in_either_test) {
  expect_all("seat-test=registered",
             company("registered-office='US' central-administration='FR'"), "3/10", "3/10");
}

Test(who_is_third, a_seat_that_is_not_stated_may_be_anywhere) {
  const char *office_only = company("registered-office='FR'");
  expect_all("missing-seat=unknown", office_only, "0", "[0,3/10]");
  expect_all("missing-seat=unknown seat-test=registered", office_only, "0", "0");
}

Test(who_is_third, silent_seats_are_asked_for_not_presumed) {
  screened found;
  screen_holder(&found, "missing-seat=unknown", FILED_FIRST, company("registered-office='FR'"));
  cr_assert_null(remark_of(&found, "seat-presumed"));
  cr_assert_not_null(remark_of(&found, "seat-unknown"));
  dossier_close(&found);
}

Test(who_is_third, persons_by_where_they_reside) {
  expect_all("natural-persons=residence", "<person id='h' residence='US'/>", "0",
             "3/10");
  expect_all("natural-persons=residence",
             "<person id='h' residence='FR' nationalities='US'/>", "0", "0");
  expect_all("natural-persons=residence", "<person id='h'/>", "0", "[0,3/10]");
}

Test(who_is_third, a_group_of_persons_counts_together_and_by_its_largest_member) {
  screened found;
  screen_holder(&found, "natural-persons=residence", FILED_FIRST,
                "<group id='h' of='persons' state='US' members='3'/>");
  cr_assert(figure_is(&found, CR_CAPITAL_COLLECTIVE, "3/10"));
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "[1/10,3/10)"));
  dossier_close(&found);
}

Test(who_is_third, a_person_ends_a_chain_through_a_company) {
  expect_all("natural-persons=residence",
             "<company id='h' seats='FR'><stake holder='p' capital='100%'/>"
             "<complete of='holders'/></company><person id='p' residence='US'/>",
             "0", "3/10");
}

/* Those with 70 % are presumed to be of the State that is stated of them. */
Test(who_is_third, persons_by_nationality) {
  static const struct {
    const char *person, *collective;
  } cases[] = {{"<person id='h' residence='FR' nationalities='US'/>", "3/10"},
               {"<person id='h' residence='US' nationalities='US DE'/>", "0"},
               {"<person id='h' residence='FR'/>", "[0,3/10]"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    screened found;
    screen_holder(&found, "natural-persons=nationality", FILED_FIRST, cases[i].person);
    cr_assert(figure_is(&found, CR_CAPITAL_COLLECTIVE, cases[i].collective), "%zu", i);
    cr_assert(figure_is(&found, CR_VOTES_COLLECTIVE, cases[i].collective), "%zu", i);
    dossier_close(&found);
  }
}

Test(who_is_third, only_Union_territory_may_lie_inside) {
  expect_all("territory=union", company("seats='NC'"), "0", "3/10");
  expect_all("territory=union", company("seats='RE'"), "0", "0");
}

Test(who_is_third, the_United_Kingdom_during_the_transition) {
  static const struct {
    const char *as_of, *before, *after;
  } days[] = {{"2020-01-31", "0", "0"}, {"2020-02-01", "3/10", "0"}, {"2020-12-31", "3/10", "0"},
              {"2021-01-01", "3/10", "3/10"}};
  for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
    screened found;
    for (int changed = 0; changed < 2; changed++) {
      screen_holder(&found, changed ? "transition-2020=member" : "", days[i].as_of,
                          company("seats='GB'"));
      cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, changed ? days[i].after : days[i].before),
                "%s", days[i].as_of);
      dossier_close(&found);
    }
  }
}

Test(who_is_third, a_fund_by_the_country_of_its_law) {
  const char *foreign_law = "<fund id='h' law='KY' manager='french'/>";
  expect_all("funds=own-law", foreign_law, "0", "3/10");
  expect_all("funds=own-law", "<fund id='h' manager='french'/>", "0", "[0,3/10]");
}

Test(who_is_third, the_manager_of_a_fund_of_a_members_law_keeps_its_votes) {
  screened found;
  screen_holder(&found, "funds=own-law", FILED_FIRST,
                "<fund id='h' law='FR' manager='us'/><company id='us' seats='US'/>");
  cr_assert(figure_is(&found, CR_CAPITAL_COLLECTIVE, "0"));
  cr_assert(figure_is(&found, CR_VOTES_INDIVIDUAL, "3/10"));
  dossier_close(&found);
}
