/* Classes, lots, stakes, options, completeness and listed companies become the facts
 * that they say. */
#include <criterion/criterion.h>

#include "tests/support/dossier_text.h"

static crible_context *context;

static void set_up(void) { context = dossier_context(); }
static void tear_down(void) { crible_context_free(context); }
TestSuite(dossier_holdings, .init = set_up, .fini = tear_down);

#define PARTIES "<company id='a'/><person id='b'/><company id='c'/>"
enum { C, A, B, CC }; /* their indices */

Test(dossier_holdings, classes) {
  crible_dossier *dossier = dossier_with(
      context,
      "<share-class id='O' name='ordinary' issued='10000' nominal='0.5' votes='2' "
      "double-vote-after='2' vote-cap='10%' votes-suspended='yes'>"
      "<admission market='XPAR' from='2018-03-01'/><admission market='ALXP'/></share-class>"
      "<share-class id='P' issued='21/2' nominal='1' votes='0' double-vote-after='never'/>",
      PARTIES);
  const cr_share_class *classes = dossier->facts->classes;
  cr_assert_str_eq(classes[0].id, "O");
  cr_assert_str_eq(classes[0].name, "ordinary");
  cr_assert_eq(classes[0].company, C);
  cr_assert(dossier_is(classes[0].issued, 10000, 1));
  cr_assert(dossier_is(classes[0].nominal, 1, 2));
  cr_assert(dossier_is(classes[0].votes_per_share, 2, 1));
  cr_assert_eq(classes[0].double_after_years, 2);
  cr_assert(dossier_is(classes[0].cap, 1, 10));
  cr_assert(classes[0].votes_suspended);
  cr_assert(dossier_is(classes[1].issued, 21, 2));
  cr_assert(dossier_is(classes[1].votes_per_share, 0, 1));
  cr_assert_eq(classes[1].double_after_years, 0);
  cr_assert_null(classes[1].cap);
  cr_assert_not(classes[1].votes_suspended);
  cr_assert_eq(dossier->facts->admissions_count, 2);
  cr_assert_str_eq(dossier->facts->admissions[0].mic, "XPAR");
  cr_assert_eq(dossier->facts->admissions[0].share_class, 0);
  cr_assert_eq(dossier->facts->admissions[0].fact.period.from, dossier_day("2018-03-01"));
  crible_dossier_free(dossier);
}

Test(dossier_holdings, a_class_of_few_words) {
  crible_dossier *dossier = dossier_with(context, "<share-class id='O' issued='1'/>", "");
  const cr_share_class *class = &dossier->facts->classes[0];
  cr_assert_null(class->name);
  cr_assert_null(class->nominal);
  cr_assert(dossier_is(class->votes_per_share, 1, 1));
  cr_assert_eq(class->double_after_years, CR_NONE);
  cr_assert_null(class->cap);
  crible_dossier_free(dossier);
}

Test(dossier_holdings, lots) {
  crible_dossier *dossier = dossier_with(
      context,
      "<share-class id='O' issued='10000'/>"
      "<lot id='l' holder='a' class='O' quantity='6400' since='2019-05-03' registered='no' "
      "paid-up='yes' nature='usufruct' bare-owner='b' suspended-under='C. com., art. L.233-14' "
      "suspended-from='2022-01-01' suspended-to='2024-01-01'/>"
      "<lot holder='C' quantity='0.25'/><lot holder='b' quantity='1' nature='bare'/>",
      PARTIES);
  const cr_lot *lots = dossier->facts->lots;
  cr_assert_eq(dossier->facts->lots_count, 3);
  cr_assert_str_eq(lots[0].id, "l");
  cr_assert_eq(lots[0].holder, A);
  cr_assert_eq(lots[0].share_class, 0);
  cr_assert(dossier_is(lots[0].quantity, 6400, 1));
  cr_assert_eq(lots[0].since, dossier_day("2019-05-03"));
  cr_assert_eq(lots[0].registered, CR_FALSE);
  cr_assert_eq(lots[0].paid_up, CR_TRUE);
  cr_assert_eq(lots[0].nature, CR_USUFRUCT);
  cr_assert_eq(lots[0].bare_owner, B);
  cr_assert_str_eq(lots[0].suspended, "C. com., art. L.233-14");
  cr_assert_eq(lots[0].suspension.from, dossier_day("2022-01-01"));
  cr_assert_eq(lots[0].suspension.to, dossier_day("2024-01-01"));
  cr_assert_eq(lots[1].holder, C);
  cr_assert(dossier_is(lots[1].quantity, 1, 4));
  cr_assert_null(lots[1].id);
  cr_assert_eq(lots[1].since, CR_DATE_NONE);
  cr_assert_eq(lots[1].registered, CR_UNSTATED);
  cr_assert_eq(lots[1].paid_up, CR_UNSTATED);
  cr_assert_eq(lots[1].nature, CR_FULL);
  cr_assert_eq(lots[1].bare_owner, CR_NONE);
  cr_assert_null(lots[1].suspended);
  cr_assert_eq(lots[2].nature, CR_BARE);
  crible_dossier_free(dossier);
}

Test(dossier_holdings, classes_are_their_company_s_own) {
  crible_dossier *dossier = dossier_with(
      context, "<share-class id='O' issued='10'/><lot holder='b' class='O' quantity='1'/>",
      "<company id='a'><share-class id='O' issued='20'/><lot holder='b' class='O' quantity='2'/>"
      "</company><person id='b'/>");
  cr_assert_eq(dossier->facts->lots[0].share_class, 0);
  cr_assert_eq(dossier->facts->lots[1].share_class, 1);
  cr_assert_eq(dossier->facts->classes[1].company, 1);
  crible_dossier_free(dossier);
}

/* A share as written, and the interval that it is. */
typedef struct notation {
  const char *written, *rounded;
  long lo, lo_below, hi, hi_below;
  bool lo_open, hi_open;
  int decimals; /* of the percentage */
} notation;

static const notation notations[] = {
    {"24%", NULL, 6, 25, 6, 25, false, false, 0},
    {"33.33 %", NULL, 3333, 10000, 3333, 10000, false, false, 2},
    {"0.24", NULL, 6, 25, 6, 25, false, false, 0},
    {"0.24015", NULL, 4803, 20000, 4803, 20000, false, false, 3},
    {"6/25", NULL, 6, 25, 6, 25, false, false, 0},
    {"1/3", NULL, 1, 3, 1, 3, false, false, 0},
    {"1", NULL, 1, 1, 1, 1, false, false, 0},
    {"0", NULL, 0, 1, 0, 1, false, false, 0},
    {"(25%,50%]", NULL, 1, 4, 1, 2, true, false, 0},
    {" ( 25% , 50 % ) ", NULL, 1, 4, 1, 2, true, true, 0},
    {"[1/3,2/3)", NULL, 1, 3, 2, 3, false, true, 0},
    {"[0,0]", NULL, 0, 1, 0, 1, false, false, 0},
    {"33.33%", "2", 1333, 4000, 6667, 20000, false, false, 3},
    {"33.3%", "2", 6659, 20000, 6661, 20000, false, false, 3},
    {"0.33", "2", 13, 40, 67, 200, false, false, 1},
    {"(25%,50%)", "0", 49, 200, 101, 200, false, false, 1},
    {"100%", "0", 199, 200, 1, 1, false, false, 1},
    {"0%", "0", 0, 1, 1, 200, false, false, 1},
    {"[1/3,2/3]", "widened", 1, 3, 2, 3, false, false, 0},
};

static void check(const notation *wanted) {
  char inside[256];
  snprintf(inside, sizeof inside, "<stake holder='a' capital='%s'%s%s%s/>", wanted->written,
           wanted->rounded ? " rounded='" : "", wanted->rounded ? wanted->rounded : "",
           wanted->rounded ? "'" : "");
  crible_dossier *dossier = dossier_with(context, inside, PARTIES);
  const cr_stake *stake = &dossier->facts->stakes[0];
  const cr_interval *share = &stake->share[CR_CAPITAL];
  cr_expect(dossier_is(&share->lo, wanted->lo, (unsigned long)wanted->lo_below), "%s", inside);
  cr_expect(dossier_is(&share->hi, wanted->hi, (unsigned long)wanted->hi_below), "%s", inside);
  cr_expect_eq(share->lo_open, wanted->lo_open, "%s", inside);
  cr_expect_eq(share->hi_open, wanted->hi_open, "%s", inside);
  cr_expect_eq(stake->decimals[CR_CAPITAL], wanted->decimals, "%s", inside);
  cr_expect_eq(stake->rounded[CR_CAPITAL], wanted->rounded != NULL, "%s", inside);
  crible_dossier_free(dossier);
}

Test(dossier_holdings, notation_of_shares) {
  for (size_t i = 0; i < sizeof notations / sizeof *notations; i++) check(&notations[i]);
}

Test(dossier_holdings, stakes) {
  crible_dossier *dossier = dossier_with(
      context,
      "<share-class id='O' issued='1'/><stake holder='a' capital='10%' votes='20%' class='O'/>"
      "<stake holder='b' votes='20%'/><stake holder='C' capital='1%'/>",
      PARTIES);
  const cr_stake *stakes = dossier->facts->stakes;
  cr_assert_eq(stakes[0].holder, A);
  cr_assert_eq(stakes[0].company, C);
  cr_assert_eq(stakes[0].share_class, 0);
  cr_assert(stakes[0].states[CR_CAPITAL] && stakes[0].states[CR_VOTES]);
  cr_assert(dossier_is(&stakes[0].share[CR_VOTES].hi, 1, 5));
  cr_assert(!stakes[1].states[CR_CAPITAL] && stakes[1].states[CR_VOTES]);
  cr_assert_eq(stakes[1].share_class, CR_NONE);
  cr_assert(stakes[2].states[CR_CAPITAL] && !stakes[2].states[CR_VOTES]);
  crible_dossier_free(dossier);
}

Test(dossier_holdings, options) {
  crible_dossier *dossier = dossier_with(
      context,
      "<share-class id='O' issued='1'/><option holder='a' quantity='100' shares-of='b' "
      "exercisable-from='2024-01-01' exercisable-to='2025-01-01'/>"
      "<option holder='b' class='O' ratio='5%'/>",
      PARTIES);
  const cr_option *options = dossier->facts->options;
  cr_assert_eq(options[0].holder, A);
  cr_assert_eq(options[0].share_class, 0);
  cr_assert(dossier_is(options[0].quantity, 100, 1));
  cr_assert_null(options[0].ratio);
  cr_assert_eq(options[0].from_holder, B);
  cr_assert_eq(options[0].exercisable.from, dossier_day("2024-01-01"));
  cr_assert_eq(options[0].exercisable.to, dossier_day("2025-01-01"));
  cr_assert_null(options[1].quantity);
  cr_assert(dossier_is(options[1].ratio, 1, 20));
  cr_assert_eq(options[1].from_holder, CR_NONE);
  crible_dossier_free(dossier);
}

Test(dossier_holdings, completeness) {
  crible_dossier *dossier = dossier_with(
      context, "<complete of='holders rights organs'/>",
      "<company id='a'><complete of='holders' property='votes' from='2020-01-01'/></company>");
  const cr_completeness *facts = dossier->facts->completeness;
  cr_assert_eq(dossier->facts->completeness_count, 4);
  cr_assert_eq(facts[0].of, CR_COMPLETE_HOLDERS);
  cr_assert(facts[0].property[CR_CAPITAL] && facts[0].property[CR_VOTES]);
  cr_assert_eq(facts[1].of, CR_COMPLETE_RIGHTS);
  cr_assert_eq(facts[2].of, CR_COMPLETE_ORGANS);
  cr_assert_eq(facts[2].company, C);
  cr_assert_eq(facts[3].company, A);
  cr_assert(!facts[3].property[CR_CAPITAL] && facts[3].property[CR_VOTES]);
  crible_dossier_free(dossier);
}

Test(dossier_holdings, declared_holders) {
  crible_dossier *dossier = dossier_with(
      context,
      "<declared-holders date='2022-12-31'><declared declarant='a' capital='12.5%' votes='14%'/>\n"
      "  <declared declarant='c' votes='9.8%' rounded='1'/></declared-holders>"
      "<declared-holders date='2021-12-31' vote-base='exercisable'/>",
      PARTIES);
  const cr_declared_table *table = &dossier->facts->declared_tables[0];
  cr_assert_eq(table->company, C);
  cr_assert_eq(table->date, dossier_day("2022-12-31"));
  cr_assert_eq(table->base, CR_BASE_THEORETICAL);
  cr_assert_eq(table->row_count, 2);
  cr_assert_eq(table->rows[0].declarant, A);
  cr_assert(table->rows[0].states[CR_CAPITAL] && table->rows[0].states[CR_VOTES]);
  cr_assert(dossier_is(&table->rows[0].share[CR_CAPITAL].lo, 1, 8));
  cr_assert_eq(table->rows[1].declarant, CC);
  cr_assert_not(table->rows[1].states[CR_CAPITAL]);
  cr_assert(dossier_is(&table->rows[1].share[CR_VOTES].lo, 195, 2000));
  cr_assert_eq(table->rows[1].line, 2);
  cr_assert_eq(table->rows[1].column, 3);
  cr_assert_eq(dossier->facts->declared_tables[1].base, CR_BASE_EXERCISABLE);
  cr_assert_eq(dossier->facts->declared_tables[1].row_count, 0);
  crible_dossier_free(dossier);
}

Test(dossier_holdings, declarations) {
  crible_dossier *dossier = dossier_with(
      context,
      "<declaration declarant='a' property='capital' threshold='20%' direction='upwards' "
      "date='2021-05-04' capital='21.3%' votes='19%' includes='c b'/>"
      "<declaration declarant='b' property='votes capital' threshold='1/3' direction='downwards' "
      "date='2022-05-04'/>",
      PARTIES);
  const cr_declaration *first = &dossier->facts->declarations[0], *second = first + 1;
  cr_assert_eq(first->declarant, A);
  cr_assert_eq(first->company, C);
  cr_assert(first->crosses[CR_CAPITAL] && !first->crosses[CR_VOTES]);
  cr_assert(dossier_is(first->threshold, 1, 5));
  cr_assert(first->upwards);
  cr_assert_eq(first->date, dossier_day("2021-05-04"));
  cr_assert(dossier_is(first->held[CR_CAPITAL], 213, 1000));
  cr_assert(dossier_is(first->held[CR_VOTES], 19, 100));
  cr_assert_eq(first->included_count, 2);
  cr_assert_eq(first->included[0], CC);
  cr_assert(second->crosses[CR_CAPITAL] && second->crosses[CR_VOTES]);
  cr_assert_not(second->upwards);
  cr_assert_null(second->held[CR_CAPITAL]);
  cr_assert_eq(second->included_count, 0);
  crible_dossier_free(dossier);
}
