/* Usufruct in an SA: the usufructuary votes at ordinary meetings, the bare
 * owner at extraordinary ones, and the worse of the two counts. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "tests/support/dossiers.h"

static const char *const parties =
    "<company id='us' seats='US'/><company id='ch' seats='CH'/>"
    "<company id='fr' seats='FR'><stake holder='persons' capital='100%'/>"
    "<complete of='holders'/></company>"
    "<group id='persons' of='persons' state='FR'/>";

static void screen_lots(screened *out, const char *form, const char *lots) {
  char body[4000];
  snprintf(body, sizeof body,
           "<company id='C' form='%s' seats='FR'><share-class id='O' issued='100'/>%s"
           "<complete of='holders rights organs'/></company>%s",
           form, lots, parties);
  screen_open(out, FILED_FIRST, body);
}

static const char *const us_has_usufruct =
    "<lot holder='us' quantity='30' nature='usufruct' bare-owner='fr'/>"
    "<lot holder='persons' quantity='70'/>";
static const char *const us_is_bare_owner =
    "<lot holder='fr' quantity='30' nature='usufruct' bare-owner='us'/>"
    "<lot holder='persons' quantity='70'/>";

Test(meetings, the_ordinary_meeting_is_the_worse_for_a_foreign_usufructuary) {
  screened found;
  screen_lots(&found, "SA", us_has_usufruct);
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "0"));
  cr_assert(figure_is(&found, CR_VOTES_INDIVIDUAL, "3/10"));
  cr_assert_eq(criterion(&found, CR_VOTES_INDIVIDUAL)->meeting[0], 0);
  cr_assert_eq(criterion(&found, CR_VOTES_INDIVIDUAL)->status, CR_VIOLATED);
  dossier_close(&found);
}

Test(meetings, the_extraordinary_meeting_is_the_worse_for_a_foreign_bare_owner) {
  screened found;
  screen_lots(&found, "SA", us_is_bare_owner);
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "3/10"));
  cr_assert(figure_is(&found, CR_VOTES_INDIVIDUAL, "3/10"));
  const cr_criterion *votes = criterion(&found, CR_VOTES_INDIVIDUAL);
  cr_assert_eq(votes->meeting[0], 1);
  const cr_party *holder = cr_screening_party(found.screening, votes->holder[0]);
  cr_assert_not_null(holder);
  cr_assert_str_eq(holder->id, "us");
  dossier_close(&found);
}

Test(meetings, a_witness_speaks_of_the_meeting_its_bound_was_taken_from) {
  screened found;
  screen_lots(&found, "SA", us_is_bare_owner);
  const cr_entity *us = entity_of(&found, "us");
  cr_assert_not_null(us);
  cr_assert_eq(us->meeting[CR_VOTES], 1);
  const cr_witness *witness = us->witness[CR_VOTES];
  cr_assert_not_null(witness);
  cr_assert_eq(witness->view, found.screening->analysis[1].graph.view);
  cr_assert_eq(witness->part_count, 1);
  const cr_party *owner =
      cr_view_party(found.screening->facts, witness->view, witness->parts[0].owner);
  cr_assert_str_eq(owner->id, "us");
  dossier_close(&found);
}

Test(meetings, each_entity_and_the_sum_take_their_own_worse_meeting) {
  screened found;
  screen_lots(&found, "SA",
              "<lot holder='us' quantity='20' nature='usufruct' bare-owner='fr'/>"
              "<lot holder='fr' quantity='15' nature='usufruct' bare-owner='ch'/>"
              "<lot holder='persons' quantity='65'/>");
  cr_assert(figure_is(&found, CR_VOTES_INDIVIDUAL, "1/5"));
  cr_assert(figure_is(&found, CR_VOTES_COLLECTIVE, "1/5"));
  const cr_entity *us = entity_of(&found, "us"), *ch = entity_of(&found, "ch");
  cr_assert_not_null(us);
  cr_assert_not_null(ch);
  cr_assert_eq(us->meeting[CR_VOTES], 0);
  cr_assert_eq(ch->meeting[CR_VOTES], 1);
  cr_assert(us < ch, "the larger upper bound comes first");
  dossier_close(&found);
}

Test(meetings, at_equal_figures_the_holder_first_in_the_dossier_is_named) {
  static const char *const lots[] = {
      "<lot holder='us' quantity='20' nature='usufruct' bare-owner='ch'/>"
      "<lot holder='persons' quantity='80'/>",
      "<lot holder='ch' quantity='20' nature='usufruct' bare-owner='us'/>"
      "<lot holder='persons' quantity='80'/>"};
  for (int i = 0; i < 2; i++) {
    screened found;
    screen_lots(&found, "SA", lots[i]);
    const cr_criterion *votes = criterion(&found, CR_VOTES_INDIVIDUAL);
    cr_assert_str_eq(cr_screening_party(found.screening, votes->holder[1])->id, "us");
    cr_assert_eq(votes->meeting[1], i);
    dossier_close(&found);
  }
}

Test(meetings, both_meetings_are_flagged_in_an_sa_alone) {
  screened found;
  screen_lots(&found, "SA", us_has_usufruct);
  cr_assert_not_null(remark_of(&found, "worse-of-meetings"));
  dossier_close(&found);

  screen_lots(&found, "SAS", us_has_usufruct);
  cr_assert_null(remark_of(&found, "worse-of-meetings"));
  cr_assert_null(found.screening->analysis[1].graph.view);
  cr_assert(figure_is(&found, CR_VOTES_INDIVIDUAL, "0"));
  dossier_close(&found);
}
