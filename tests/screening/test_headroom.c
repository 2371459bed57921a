/* What is left below the ceilings that are met, by hand. */
#include <criterion/criterion.h>

#include "engine/base/rational.h"
#include "tests/support/dossiers.h"

static void expect_room(const cr_room *room, const char *left, const char *bought,
                        const char *issued) {
  cr_arena *arena;
  crible_context *context;
  cr_assert_eq(crible_context_new(&context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_arena_new(&arena, context), CRIBLE_OK);
  cr_assert_str_eq(cr_rational_text(arena, room->left), left);
  cr_assert_str_eq(cr_rational_text(arena, room->bought), bought);
  cr_assert_str_eq(cr_rational_text(arena, room->issued), issued);
  cr_arena_free(arena);
  crible_context_free(context);
}

#define AROUND(holders)                                                                      \
  "<company id='C' form='SAS' seats='FR'>" holders "<complete of='rights organs'/></company>" \
  "<company id='us' seats='US'/><company id='ch' seats='CH'/>"                               \
  "<group id='persons' of='persons' state='FR'/>"

/* 24 % − 20 % = 4 %, 4/76 = 1/19; 39 % − 35 % = 4 %, 4/61; for somebody new 24 %, 24/76 = 6/19. */
Test(headroom, of_one_and_of_all) {
  screened found;
  screen_open(&found, FILED_FIRST,
              AROUND("<stake holder='us' capital='20%'/><stake holder='ch' capital='15%'/>"
                     "<stake holder='persons' capital='65%'/><complete of='holders'/>"));
  for (int property = 0; property < CR_PROPERTIES; property++) {
    const cr_criterion *of = criterion(&found, property ? CR_VOTES_INDIVIDUAL : CR_CAPITAL_INDIVIDUAL);
    cr_assert(of->headroom->has_largest);
    expect_room(&of->headroom->largest, "1/25", "1/25", "1/19");
    expect_room(&of->headroom->newcomer, "6/25", "6/25", "6/19");
    of = criterion(&found, property ? CR_VOTES_COLLECTIVE : CR_CAPITAL_COLLECTIVE);
    cr_assert_not(of->headroom->has_largest);
    expect_room(&of->headroom->newcomer, "1/25", "1/25", "4/61");
  }
  cr_assert_null(criterion(&found, CR_VETO)->headroom);
  cr_assert_null(remark_of(&found, "room-control"));
  dossier_close(&found);
}

/* Behind the 10 % that are not disclosed somebody new may stand already: 24 % − 10 % = 14 %,
 * 14/76 = 7/38; the largest, 15 % + 10 %, is above. */
Test(headroom, somebody_new_may_be_an_undisclosed_holder) {
  screened found;
  screen_open(&found, FILED_FIRST,
              AROUND("<stake holder='us' capital='12%'/><stake holder='persons' capital='78%'/>"));
  const cr_criterion *of = criterion(&found, CR_CAPITAL_INDIVIDUAL);
  expect_room(&of->headroom->newcomer, "7/50", "7/50", "7/38");
  expect_room(&of->headroom->largest, "1/50", "1/50", "1/38");
  dossier_close(&found);
}

/* Only persons sell without bringing a third entity less: 5 %. */
Test(headroom, no_more_than_others_hold) {
  screened found;
  screen_open(&found, FILED_FIRST,
              AROUND("<stake holder='us' capital='2%'/><stake holder='H' capital='93%'/>"
                     "<stake holder='persons' capital='5%'/><complete of='holders'/>")
              "<company id='H' seats='FR'><stake holder='ch' capital='10%'/>"
              "<stake holder='persons' capital='90%'/><complete of='holders'/></company>");
  expect_room(&criterion(&found, CR_CAPITAL_COLLECTIVE)->headroom->newcomer, "277/1000", "1/20",
              "277/610");
  dossier_close(&found);
}

/* The candidate controls a company above itself. */
Test(headroom, says_that_control_is_taken_to_stay) {
  screened found;
  screen_open(&found, FILED_FIRST,
              AROUND("<stake holder='us' capital='2%'/><stake holder='H' capital='13%'/>"
                     "<stake holder='persons' capital='85%'/><complete of='holders'/>")
              "<company id='H' seats='FR'><stake holder='C' capital='60%'/>"
              "<stake holder='persons' capital='40%'/><complete of='holders'/></company>");
  const cr_remark *presumed = remark_of(&found, "room-control");
  cr_assert_not_null(presumed);
  cr_assert_eq(presumed->property, CR_VOTES);
  dossier_close(&found);
}
