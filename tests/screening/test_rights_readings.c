/* Other readings of rights: which decisions, whose rights, outsiders, conditions; and of the date. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "tests/support/dossiers.h"

/* US has `us` of 100 shares, lu (held wholly by US) one; the right binds C. */
static void expect_veto(const char *choices, const char *right, int us, cr_status veto) {
  char body[3000];
  snprintf(body, sizeof body,
           "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
           "<lot holder='us' quantity='%d'/><lot holder='lu' quantity='1'/>"
           "<lot holder='fr' quantity='%d'/><right under='agreement' %s/>"
           "<complete of='holders rights organs'/></company>"
           "<company id='us' seats='US'/><company id='bank' seats='CH'/>"
           "<company id='lu' seats='LU'><stake holder='us' capital='100%%'/>"
           "<complete of='holders'/></company><group id='fr' of='persons' state='FR'/>",
           us, 99 - us, right);
  screened found;
  screen_under(&found, choices, FILED_FIRST, body);
  cr_expect_eq(criterion(&found, CR_VETO)->status, veto, "%s: %s", choices, right);
  dossier_close(&found);
}

Test(rights_readings, decisions_that_count) {
  static const char debt[] = "kind='consent' beneficiary='us' decisions='debt'";
  static const char statutes[] = "kind='consent' beneficiary='us' decisions='statutes'";
  static const char listing[] = "kind='consent' beneficiary='us' decisions='listing'";
  static const char both[] = "kind='consent' beneficiary='us' decisions='statutes debt'";
  static const char all[] = "kind='consent' beneficiary='us'";
  expect_veto("", statutes, 20, CR_VIOLATED);
  expect_veto("veto-scope=strategic", debt, 20, CR_VIOLATED);
  expect_veto("veto-scope=strategic", listing, 20, CR_MET);
  expect_veto("veto-scope=strategic", statutes, 20, CR_MET);
  expect_veto("veto-scope=strategic", both, 20, CR_VIOLATED);
  expect_veto("veto-scope=strategic", all, 20, CR_VIOLATED);
  expect_veto("veto-scope=not-protective", statutes, 20, CR_MET);
  expect_veto("veto-scope=not-protective", listing, 20, CR_VIOLATED);
}

Test(rights_readings, of_the_holder_only) {
  static const char lu[] = "kind='consent' beneficiary='lu' decisions='debt'";
  static const char us[] = "kind='consent' beneficiary='us' decisions='debt'";
  expect_veto("", lu, 20, CR_VIOLATED);
  expect_veto("rights-attribution=holder", lu, 20, CR_MET);
  expect_veto("rights-attribution=holder", us, 20, CR_VIOLATED);
  /* 19 and 1 of 100 shares block 81 % in every reading: whose votes is not whose right. */
  static const char shares[] = "kind='majority' base='shares' meeting='extraordinary' at-least='81%'";
  expect_veto("", shares, 19, CR_VIOLATED);
  expect_veto("rights-attribution=holder", shares, 19, CR_VIOLATED);
}

Test(rights_readings, of_outsiders_too) {
  static const char bank[] = "kind='consent' beneficiary='bank' decisions='debt'";
  expect_veto("", bank, 20, CR_MET);
  expect_veto("outsider-rights=anyone", bank, 20, CR_VIOLATED);
}

Test(rights_readings, conditions_always_taken_as_true) {
  static const char not_met[] = "kind='consent' beneficiary='us' condition='default' condition-met='no'";
  static const char unstated[] = "kind='consent' beneficiary='us' condition='default'";
  expect_veto("", not_met, 20, CR_MET);
  expect_veto("conditional-rights=potential", not_met, 20, CR_VIOLATED);
  expect_veto("", unstated, 20, CR_UNDETERMINED);
  expect_veto("conditional-rights=potential", unstated, 20, CR_VIOLATED);
}

/* US has 10 %, 20 % from 12 February 2023, 30 % from 1 June 2023. */
static void expect_date(const char *choices, const char *filed, const char *capital) {
  static const char body[] =
      "<company id='C' form='SAS' seats='FR'>"
      "<stake holder='us' capital='10%' to='2023-02-12'/>"
      "<stake holder='us' capital='20%' from='2023-02-12' to='2023-06-01'/>"
      "<stake holder='us' capital='30%' from='2023-06-01'/>"
      "<stake holder='fr' capital='[0,1]'/><complete of='holders rights organs'/></company>"
      "<company id='us' seats='US'/><group id='fr' of='persons' state='FR'/>";
  screened found;
  screen_under(&found, choices, filed, body);
  cr_expect(figure_is(&found, CR_CAPITAL_INDIVIDUAL, capital), "%s: %s", choices, filed);
  dossier_close(&found);
}

Test(rights_readings, the_day_of_the_facts) {
  static const char filed[] = "2023-02-11T23:30:00+01:00\" decided=\"2023-06-01";
  expect_date("", filed, "1/5");
  expect_date("reference-date=filing", filed, "1/10");
  expect_date("reference-date=decision", filed, "3/10");
}
