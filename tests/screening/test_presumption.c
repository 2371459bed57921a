/* Other readings of the presumption of control above 40 % (C. com., art. L.233-3, II). */
#include <criterion/criterion.h>
#include <stdio.h>

#include "tests/support/dossiers.h"

/* f has 30 % of C, and these holders; the votes of one third entity in C. */
static void expect(const char *choices, const char *holders, const char *votes) {
  char body[4000];
  snprintf(body, sizeof body,
           "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
           "<lot holder='f' quantity='30'/><lot holder='persons' quantity='70'/>"
           "<complete of='holders rights organs'/></company>"
           "<company id='f' seats='FR'>%s<complete of='holders'/></company>"
           "<company id='us' seats='US'/><person id='owner' residence='FR'/>"
           "<group id='persons' of='persons' state='FR'/>",
           holders);
  screened found;
  screen_under(&found, choices, FILED_FIRST, body);
  cr_assert(figure_is(&found, CR_VOTES_INDIVIDUAL, votes), "%s: %s", choices, holders);
  dossier_close(&found);
}

static const char equal[] =
    "<stake holder='us' capital='45%'/><stake holder='owner' capital='45%'/>"
    "<stake holder='persons' capital='10%'/>";
static const char largest[] =
    "<stake holder='us' capital='45%'/><stake holder='owner' capital='20%'/>"
    "<stake holder='persons' capital='35%'/>";
static const char second[] =
    "<stake holder='us' capital='44%'/><stake holder='owner' capital='46%'/>"
    "<stake holder='persons' capital='10%'/>";

Test(presumption, of_two_equal_holders_neither_or_both) {
  expect("", equal, "0");
  expect("control-presumption=ties-allowed", equal, "3/10");
  expect("control-presumption=none", equal, "0");
}

Test(presumption, of_the_largest_holder_or_of_nobody) {
  expect("", largest, "3/10");
  expect("control-presumption=ties-allowed", largest, "3/10");
  expect("control-presumption=none", largest, "0");
}

Test(presumption, never_of_the_second) {
  expect("", second, "0");
  expect("control-presumption=ties-allowed", second, "0");
}
