/* How holdings add up along chains: the choices capital-chain, vote-chain and re-entry. */
#include <criterion/criterion.h>

#include "tests/support/dossiers.h"

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

/* The worked case A06: us controls de, which holds 35 % of C. */
static const char *const held_by_a_subsidiary =
    "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
    "<lot holder='de' quantity='35'/><lot holder='persons' quantity='65'/>"
    "<complete of='holders rights organs'/></company>"
    "<company id='de' seats='DE'><stake holder='us' capital='60%'/>"
    "<stake holder='persons' capital='40%'/><complete of='holders'/></company>"
    "<company id='us' seats='US'><stake holder='persons' capital='100%'/>"
    "<complete of='holders'/></company>"
    "<group id='persons' of='persons' state='FR'/>";

static cr_status status_of(const screened *found, cr_criterion_id id) {
  return criterion(found, id)->status;
}

static void expect_sum(const cr_witness *why, const fmpq_t value) {
  fmpq_t sum;
  fmpq_init(sum);
  for (int i = 0; why->chains && i < why->chains->chain_count; i++)
    fmpq_add(sum, sum, why->chains->chains[i].product);
  if (why->chains) fmpq_add(sum, sum, why->chains->rest);
  for (int i = 0; i < why->part_count; i++) fmpq_add(sum, sum, why->parts[i].share);
  cr_expect(fmpq_equal(sum, value));
  fmpq_clear(sum);
}

/* What the witnesses tell adds up to the bounds that they explain. */
static void expect_witnesses_add_up(const screened *found) {
  const struct crible_screening *screening = found->screening;
  int told = 0;
  for (int id = 0; id < CR_CRITERIA; id++) {
    const cr_criterion *of = &screening->criteria[id];
    if (!of->numeric || of->status == CR_MET) continue;
    const int side = of->status == CR_VIOLATED ? 0 : 1;
    expect_sum(&screening->witnesses[told++], of->bound[side].value);
  }
  cr_expect_eq(told, screening->witness_count);
  for (int i = 0; i < screening->entity_count; i++)
    for (int property = 0; property < CR_PROPERTIES; property++)
      if (screening->entities[i].witness[property])
        expect_sum(screening->entities[i].witness[property],
                   screening->entities[i].bound[property][1].value);
}

Test(chain_choices, capital_by_control_is_all_that_the_controlled_have) {
  screened found;
  screen_under(&found, "", FILED_FIRST, held_by_a_subsidiary);
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "21/100"));
  cr_assert_eq(status_of(&found, CR_CAPITAL_INDIVIDUAL), CR_MET);
  dossier_close(&found);
  screen_under(&found, "capital-chain=control", FILED_FIRST, held_by_a_subsidiary);
  cr_assert(figure_is(&found, CR_CAPITAL_INDIVIDUAL, "35/100"));
  cr_assert(figure_is(&found, CR_CAPITAL_COLLECTIVE, "35/100"));
  cr_assert_eq(status_of(&found, CR_CAPITAL_INDIVIDUAL), CR_VIOLATED);
  cr_assert_eq(status_of(&found, CR_VOTES_INDIVIDUAL), CR_VIOLATED);
  const cr_witness *why = &found.screening->witnesses[0];
  cr_assert_null(why->chains);
  cr_assert_eq(why->part_count, 1);
  cr_assert_eq(why->step_count, 1);
  expect_witnesses_add_up(&found);
  dossier_close(&found);
}

static void expect_under(const char *choices, const char *body, const char *capital,
                         const char *votes, cr_status verdict) {
  screened found;
  screen_under(&found, choices, FILED_FIRST, body);
  cr_expect(figure_is(&found, CR_CAPITAL_INDIVIDUAL, capital), "capital under %s", choices);
  cr_expect(figure_is(&found, CR_VOTES_INDIVIDUAL, votes), "votes under %s", choices);
  cr_expect_eq(found.screening->verdict, verdict, "%s", choices);
  expect_witnesses_add_up(&found);
  dossier_close(&found);
}

/* What the worked case A06 says of other readings. */
Test(chain_choices, one_method_for_both_properties) {
  expect_under("vote-chain=multiplication", held_by_a_subsidiary, "21/100", "21/100", CR_MET);
  expect_under("capital-chain=control", held_by_a_subsidiary, "35/100", "35/100", CR_VIOLATED);
  expect_under("capital-chain=greater vote-chain=multiplication", held_by_a_subsidiary, "35/100",
               "21/100", CR_VIOLATED);
  expect_under("vote-chain=greater", held_by_a_subsidiary, "21/100", "35/100", CR_VIOLATED);
}

/* us controls de, which has half of x, which has half of C; de does not control x. */
Test(chain_choices, greater_is_more_than_either) {
  static const char *const indirect =
      "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
      "<lot holder='x' quantity='50'/><lot holder='persons' quantity='50'/>"
      "<complete of='holders rights organs'/></company>"
      "<company id='x' seats='FR'><stake holder='de' capital='50%'/>"
      "<stake holder='fr' capital='50%'/><complete of='holders'/></company>"
      "<company id='de' seats='DE'><stake holder='us' capital='60%'/>"
      "<stake holder='persons' capital='40%'/><complete of='holders'/></company>"
      "<company id='fr' seats='FR'><stake holder='persons' capital='100%'/>"
      "<complete of='holders'/></company>"
      "<company id='us' seats='US'/><group id='persons' of='persons' state='FR'/>";
  expect_under("vote-chain=multiplication", indirect, "15/100", "15/100", CR_MET);
  expect_under("capital-chain=control", indirect, "0", "0", CR_MET);
  expect_under("capital-chain=greater vote-chain=greater", indirect, "1/4", "1/4", CR_VIOLATED);
  screened found;
  screen_under(&found, "capital-chain=greater", FILED_FIRST, indirect);
  const cr_witness *why = &found.screening->witnesses[0];
  cr_assert_eq(why->method, CR_BY_GREATER);
  cr_assert_eq(why->chain_owner[0], why->entity);
  cr_assert_neq(why->chains->chains[0].steps[0].holder, why->entity);
  cr_assert_eq(why->step_count, 1);
  dossier_close(&found);
}

/* The worked case A10: what C's own subsidiary holds of it is not voted. */
Test(chain_choices, multiplied_votes_are_those_that_can_be_exercised) {
  static const char *const own =
      "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='10000'/>"
      "<lot holder='own' quantity='2000'/><lot holder='us' quantity='2000'/>"
      "<lot holder='persons' quantity='6000'/><complete of='holders rights organs'/></company>"
      "<company id='own' seats='FR'><stake holder='C' capital='100%'/>"
      "<complete of='holders'/></company>"
      "<company id='us' seats='US'/><group id='persons' of='persons' state='FR'/>";
  expect_under("vote-chain=multiplication", own, "1/5", "1/4", CR_VIOLATED);
  expect_under("vote-chain=greater", own, "1/5", "1/4", CR_VIOLATED);
  expect_under("vote-chain=multiplication vote-base=theoretical", own, "1/5", "1/5", CR_MET);
  expect_under("vote-chain=greater vote-base=theoretical", own, "1/5", "1/5", CR_MET);
}
