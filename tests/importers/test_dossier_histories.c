/* One id, several facts one after the other: what refers to it becomes a fact a period. */
#include <criterion/criterion.h>

#include "tests/support/dossier_text.h"

static crible_context *context;

static void set_up(void) { context = dossier_context(); }
static void tear_down(void) { crible_context_free(context); }
TestSuite(dossier_histories, .init = set_up, .fini = tear_down);

#define INCREASE                                                                                   \
  "<share-class id='O' issued='100' to='2022-06-01'/>"                                             \
  "<share-class id='O' issued='150' from='2022-06-01'/>"

static void expect_period(const cr_fact *fact, const char *from, const char *to) {
  cr_expect_eq(fact->period.from, from ? dossier_day(from) : CR_DATE_NONE);
  cr_expect_eq(fact->period.to, to ? dossier_day(to) : CR_DATE_NONE);
}

Test(dossier_histories, a_lot_of_a_class_that_grew) {
  crible_dossier *dossier =
      dossier_with(context, INCREASE "<lot holder='p' quantity='90'/>", "<person id='p'/>");
  const cr_lot *lots = dossier->facts->lots;
  cr_assert_eq(dossier->facts->lots_count, 2);
  cr_assert_eq(lots[0].share_class, 0);
  expect_period(&lots[0].fact, NULL, "2022-06-01");
  cr_assert_eq(lots[1].share_class, 1);
  expect_period(&lots[1].fact, "2022-06-01", NULL);
  cr_assert_eq(crible_diagnostic_count(context), 0);
  crible_dossier_free(dossier);
}

Test(dossier_histories, a_lot_within_one_period_stays_one) {
  crible_dossier *dossier =
      dossier_with(context,
                   INCREASE "<lot holder='p' quantity='90' from='2021-01-01' to='2022-06-01'/>"
                            "<lot holder='p' quantity='140' from='2022-06-01'/>",
                   "<person id='p'/>");
  cr_assert_eq(dossier->facts->lots_count, 2);
  cr_assert_eq(dossier->facts->lots[0].share_class, 0);
  expect_period(&dossier->facts->lots[0].fact, "2021-01-01", "2022-06-01");
  cr_assert_eq(dossier->facts->lots[1].share_class, 1);
  crible_dossier_free(dossier);
}

/* Board of 3 until 2021, of 5 since; class O grew in June 2022: three periods. */
Test(dossier_histories, a_right_cut_at_each_change) {
  crible_dossier *dossier = dossier_with(
      context,
      INCREASE "<organ id='b' kind='administration' seats='5' from='2021-01-01'/>"
               "<organ id='b' kind='administration' seats='3' to='2021-01-01'/>"
               "<right id='r' kind='appoint' under='statutes' beneficiary-class='O' organ='b' "
               "seats='2' from='2020-01-01'/>",
      "");
  const cr_right *rights = dossier->facts->rights;
  cr_assert_eq(dossier->facts->rights_count, 3);
  expect_period(&rights[0].fact, "2020-01-01", "2021-01-01");
  cr_assert_eq(rights[0].organ, 1);
  cr_assert_eq(rights[0].share_class, 0);
  expect_period(&rights[1].fact, "2021-01-01", "2022-06-01");
  cr_assert_eq(rights[1].organ, 0);
  cr_assert_eq(rights[1].share_class, 0);
  expect_period(&rights[2].fact, "2022-06-01", NULL);
  cr_assert_eq(rights[2].organ, 0);
  cr_assert_eq(rights[2].share_class, 1);
  crible_dossier_free(dossier);
}

Test(dossier_histories, nothing_while_the_class_is_not_there) {
  crible_dossier *dossier = dossier_with(
      context,
      "<share-class id='O' issued='1' to='2020-01-01'/>"
      "<share-class id='O' issued='1' from='2021-01-01'/><stake holder='p' class='O' capital='1'/>",
      "<person id='p'/>");
  cr_assert_eq(dossier->facts->stakes_count, 2);
  expect_period(&dossier->facts->stakes[0].fact, NULL, "2020-01-01");
  expect_period(&dossier->facts->stakes[1].fact, "2021-01-01", NULL);
  cr_assert(dossier_is(&dossier->facts->stakes[1].share[CR_CAPITAL].lo, 1, 1));
  crible_dossier_free(dossier);
}

Test(dossier_histories, a_lot_that_changed_hands_keeps_its_right) {
  crible_dossier *dossier = dossier_with(
      context,
      "<share-class id='O' issued='10'/><lot id='l' holder='p' quantity='5' to='2020-01-01'/>"
      "<lot id='l' holder='q' quantity='5' from='2020-01-01'/>"
      "<right kind='consent' under='agreement' beneficiary-lot='l'/>",
      "<person id='p'/><person id='q'/>");
  cr_assert_eq(dossier->facts->rights_count, 2);
  cr_assert_eq(dossier->facts->rights[0].lot, 0);
  cr_assert_eq(dossier->facts->rights[1].lot, 1);
  crible_dossier_free(dossier);
}

/* Sold the day it was bought by another: never both. */
Test(dossier_histories, lots_that_follow_one_another_do_not_add) {
  crible_dossier *dossier = dossier_with(
      context,
      "<share-class id='O' issued='10'/><lot holder='q' quantity='10' from='2020-01-01'/>"
      "<lot holder='p' quantity='10' to='2020-01-01'/>",
      "<person id='p'/><person id='q'/>");
  cr_assert_eq(crible_diagnostic_count(context), 0);
  crible_dossier_free(dossier);
}
