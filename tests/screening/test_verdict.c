/* How ceilings and scope make the verdict: "and" takes the smaller status, "or" the larger. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "tests/support/dossiers.h"

/* US has `us` of 100 shares of C; `fr` has the rest, `silent` of them without votes. */
static void expect(const char *choices, int us, int silent, cr_status verdict) {
  char body[2000];
  snprintf(body, sizeof body,
           "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='%d'/>"
           "<share-class id='S' issued='%d' votes='0'/><lot holder='us' class='O' quantity='%d'/>"
           "<lot holder='fr' class='O' quantity='%d'/><lot holder='fr' class='S' quantity='%d'/>"
           "<complete of='holders rights organs'/></company>"
           "<company id='us' seats='US'/><group id='fr' of='persons' state='FR'/>",
           100 - silent, silent, us, 100 - silent - us, silent);
  screened found;
  screen_under(&found, choices, FILED_FIRST, body);
  cr_expect_eq(found.screening->verdict, verdict, "%s: %d of 100, %d silent: %d", choices, us,
               silent, found.screening->verdict);
  dossier_close(&found);
}

Test(verdict, one_ceiling_of_one_property) {
  /* 30 % of capital and of votes: one alone exceeded, together not. */
  expect("", 30, 1, CR_VIOLATED);
  expect("ceilings=both", 30, 1, CR_MET);
  expect("scope=both", 30, 1, CR_VIOLATED);
  expect("ceilings=both scope=both", 30, 1, CR_MET);
}

Test(verdict, votes_alone) {
  /* 20 % of capital, 20 of 45 votes: both ceilings of votes, none of capital. */
  expect("", 20, 55, CR_VIOLATED);
  expect("ceilings=both", 20, 55, CR_VIOLATED);
  expect("scope=both", 20, 55, CR_MET);
  expect("ceilings=both scope=both", 20, 55, CR_MET);
}

Test(verdict, everything) {
  expect("ceilings=both scope=both", 45, 1, CR_VIOLATED);
}

/* 25 % known, 30 % undisclosed: alone exceeded, together perhaps. */
Test(verdict, undetermined_is_between) {
  static const char body[] =
      "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
      "<lot holder='us' quantity='25'/><lot holder='fr' quantity='45'/>"
      "<complete of='rights organs'/></company>"
      "<company id='us' seats='US'/><group id='fr' of='persons' state='FR'/>";
  static const char *const choices[] = {"", "ceilings=both", "scope=both"};
  static const cr_status verdicts[] = {CR_VIOLATED, CR_UNDETERMINED, CR_VIOLATED};
  for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
    screened found;
    screen_under(&found, choices[i], FILED_FIRST, body);
    cr_expect_eq(found.screening->verdict, verdicts[i], "%s", choices[i]);
    dossier_close(&found);
  }
}
