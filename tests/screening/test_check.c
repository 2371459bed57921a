/* Holders that cannot sum to the whole, found without a screening. */
#include <criterion/criterion.h>

#include "tests/support/dossiers.h"

static crible_status check(const char *body) {
  screened read;
  dossier_open(&read, NULL, NULL, body);
  crible_status status = crible_dossier_check(read.dossier);
  cr_expect_eq(crible_diagnostic_count(read.context) > 0, status != CRIBLE_OK);
  dossier_close(&read);
  return status;
}

#define US_AND_PERSONS "<company id='us' seats='US'/><group id='fr' of='persons' state='FR'/>"

Test(check, holders_that_sum_to_the_whole) {
  cr_expect_eq(check("<company id='C' seats='FR'><stake holder='us' capital='40%'/>"
                     "<stake holder='fr' capital='60%'/><complete of='holders'/></company>"
                     US_AND_PERSONS),
               CRIBLE_OK);
}

Test(check, holders_above_the_whole) {
  cr_expect_eq(check("<company id='C' seats='FR'><stake holder='us' capital='41%'/>"
                     "<stake holder='fr' capital='60%'/></company>" US_AND_PERSONS),
               CRIBLE_E_DATA);
}

Test(check, a_complete_list_below_the_whole) {
  cr_expect_eq(check("<company id='C' seats='FR'><stake holder='us' capital='39%'/>"
                     "<stake holder='fr' capital='60%'/><complete of='holders'/></company>"
                     US_AND_PERSONS),
               CRIBLE_E_DATA);
}

/* 40 + 70 % on no day, though both are in the file. */
Test(check, on_the_last_day_on_which_something_begins) {
  cr_expect_eq(check("<company id='C' seats='FR'><stake holder='us' capital='40%' to='2022-01-01'/>"
                     "<stake holder='us' capital='30%' from='2022-01-01'/>"
                     "<stake holder='fr' capital='60%' to='2022-01-01'/>"
                     "<stake holder='fr' capital='70%' from='2022-01-01'/>"
                     "<complete of='holders'/></company>" US_AND_PERSONS),
               CRIBLE_OK);
  cr_expect_eq(check("<company id='C' seats='FR'><stake holder='us' capital='40%'/>"
                     "<stake holder='fr' capital='60%' to='2022-01-01'/>"
                     "<stake holder='fr' capital='70%' from='2022-01-01'/></company>"
                     US_AND_PERSONS),
               CRIBLE_E_DATA);
}
