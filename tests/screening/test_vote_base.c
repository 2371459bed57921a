/* Votes as shares of all that are attached to shares, whether or not they can be cast. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "tests/support/dossiers.h"

/* The largest third entity's votes in C before and after. */
static void expect(const char *holders, const char *others, const char *exercisable,
                   const char *theoretical) {
  char body[6000];
  snprintf(body, sizeof body,
           "<company id='C' form='SAS' seats='FR'>%s"
           "<complete of='holders rights organs'/></company>"
           "<company id='us' seats='US'/><group id='persons' of='persons' state='FR'/>%s",
           holders, others);
  for (int all = 0; all < 2; all++) {
    screened found;
    screen_under(&found, all ? "vote-base=theoretical" : "", FILED_FIRST, body);
    cr_assert(figure_is(&found, CR_VOTES_INDIVIDUAL, all ? theoretical : exercisable), "%s",
              holders);
    dossier_close(&found);
  }
}

/* C. com., art. L.233-31: what a subsidiary holds of its parent. */
Test(vote_base, votes_of_a_subsidiary_count) {
  expect("<share-class id='O' issued='10000'/><lot holder='own' quantity='2000'/>"
         "<lot holder='us' quantity='2000'/><lot holder='persons' quantity='6000'/>",
         "<company id='own' seats='FR'><stake holder='C' capital='100%'/>"
         "<complete of='holders'/></company>",
         "1/4", "1/5");
}

Test(vote_base, treasury_stock_counts) {
  expect("<share-class id='O' issued='10000'/><lot holder='C' quantity='1000'/>"
         "<lot holder='us' quantity='2300'/><lot holder='persons' quantity='6700'/>",
         "", "23/90", "23/100");
}

Test(vote_base, suspended_votes_count) {
  expect("<share-class id='O' issued='100'/><lot holder='us' quantity='20'/>"
         "<lot holder='persons' quantity='40' suspended-under='L.233-14'/>"
         "<lot holder='persons' quantity='40'/>",
         "", "1/3", "1/5");
}

/* us has 40 of the 78 votes of f that can be cast, more than half, but not above two fifths of
 * all 100. */
Test(vote_base, all_votes_count_for_control_too) {
  static const char through_f[] =
      "<share-class id='O' issued='100'/><lot holder='f' quantity='30'/>"
      "<lot holder='persons' quantity='70'/>";
  expect(through_f,
         "<company id='f' seats='FR'><share-class id='O' issued='100'/>"
         "<lot holder='f' quantity='22'/><lot holder='us' quantity='40'/>"
         "<lot holder='owner' quantity='38'/><complete of='holders'/></company>"
         "<person id='owner' residence='FR'/>",
         "3/10", "0");
}

Test(vote_base, a_company_that_holds_itself_is_nobodys) {
  expect("<share-class id='O' issued='100'/><lot holder='f' quantity='30'/>"
         "<lot holder='persons' quantity='70'/>",
         "<company id='f' seats='FR'><share-class id='O' issued='100'/>"
         "<lot holder='f' quantity='100'/><complete of='holders'/></company>",
         "[0,3/10]", "0");
}
