/* How holdings add up along chains: the choices capital-chain, vote-chain and re-entry. */
#include <criterion/criterion.h>

#include "tests/screening/dossiers.h"

/* C and a hold each other; us has the other half of a. */
static const char *const met_again =
    "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
    "<lot holder='a' quantity='40'/><lot holder='persons' quantity='60'/>"
    "<complete of='holders rights organs'/></company>"
    "<company id='a' seats='FR'><stake holder='C' capital='50%'/>"
    "<stake holder='us' capital='50%'/><complete of='holders'/></company>"
    "<company id='us' seats='US'/><group id='persons' of='persons' state='FR'/>";

/* x = 2/5 · (1/2 + 1/2 · x). */
Test(chain_choices, the_candidate_above_itself_may_be_looked_through) {
  screened found;
  screen_under(&found, "", FILED_FIRST, met_again);
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "1/5"));
  cr_assert_eq(criterion(&found, CR_CAPITAL_INDIVIDUAL)->status, CR_MET);
  dossier_close(&found);
  screen_under(&found, "re-entry=through", FILED_FIRST, met_again);
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "1/4"));
  cr_assert(figure_is(&found, CR_CAPITAL_COLLECTIVE, "1/4"));
  cr_assert_eq(criterion(&found, CR_CAPITAL_INDIVIDUAL)->status, CR_VIOLATED);
  const cr_witness *why = &found.screening->witnesses[0];
  cr_assert_eq(why->chains->chain_count, 1);
  cr_assert(fmpq_equal(why->chains->chains[0].product,
                       criterion(&found, CR_CAPITAL_INDIVIDUAL)->bound[0].value));
  cr_assert_eq(why->chains->equation_count, 2);
  dossier_close(&found);
}
