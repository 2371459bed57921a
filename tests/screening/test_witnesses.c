/* Entities in their order, and the chains, lots and control behind the figures. */
#include <criterion/criterion.h>
#include <string.h>

#include "tests/support/dossiers.h"
#include "tests/support/hand_view.h"

/* us 60 % of alpha, 30 % of C by alpha; the rest is known. */
static const char *const through_alpha =
    "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
    "<lot holder='alpha' quantity='30'/><lot holder='persons' quantity='70'/>"
    "<complete of='holders rights organs'/></company>"
    "<company id='alpha' form='SAS' seats='FR'><stake holder='us' capital='60%'/>"
    "<stake holder='persons' capital='40%'/><complete of='holders'/></company>"
    "<company id='us' seats='US'><complete of='holders'/>"
    "<stake holder='persons' capital='100%'/></company>"
    "<group id='persons' of='persons' state='FR'/>";

static const char *id_of(const screened *of, const cr_witness *witness, int node) {
  const cr_party *party = cr_view_party(of->screening->facts, witness->view, node);
  return party != NULL ? party->id : "-";
}

static const cr_witness *entity_witness(const screened *of, const char *id, cr_property property) {
  const cr_entity *entity = entity_of(of, id);
  cr_assert_not_null(entity);
  cr_assert_not_null(entity->witness[property]);
  return entity->witness[property];
}

Test(witnesses, capital_is_a_chain_whose_product_is_the_figure) {
  screened found;
  screen_open(&found, FILED_FIRST, through_alpha);
  const cr_witness *witness = entity_witness(&found, "us", CR_CAPITAL);
  cr_assert_eq(witness->chains->chain_count, 1);
  const cr_chain *chain = &witness->chains->chains[0];
  cr_assert(hand_equal(chain->product, "18/100"));
  cr_assert_eq(chain->step_count, 2);
  cr_assert_str_eq(id_of(&found, witness, chain->steps[0].holder), "us");
  cr_assert_str_eq(id_of(&found, witness, chain->steps[0].company), "alpha");
  cr_assert_str_eq(id_of(&found, witness, chain->steps[1].company), "C");
  dossier_close(&found);
}

Test(witnesses, votes_are_lots_and_the_control_they_pass_through) {
  screened found;
  screen_open(&found, FILED_FIRST, through_alpha);
  const cr_witness *witness = entity_witness(&found, "us", CR_VOTES);
  cr_assert_null(witness->chains);
  cr_assert_eq(witness->part_count, 1);
  cr_assert_str_eq(id_of(&found, witness, witness->parts[0].holder), "alpha");
  cr_assert_str_eq(id_of(&found, witness, witness->parts[0].owner), "us");
  cr_assert(hand_equal(witness->parts[0].share, "3/10"));
  cr_assert_eq(witness->step_count, 1);
  cr_assert_eq(witness->steps[0].reason, CR_BY_MAJORITY);
  cr_assert(hand_equal(witness->steps[0].share, "3/5"));
  dossier_close(&found);
}

Test(witnesses, control_steps_come_topmost_first_and_once) {
  screened found;
  screen_open(&found, FILED_FIRST,
              "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
              "<lot holder='b' quantity='20'/><lot holder='d' quantity='10'/>"
              "<lot holder='persons' quantity='70'/><complete of='holders rights organs'/>"
              "</company>"
              "<company id='b' seats='FR'><stake holder='a' capital='80%'/>"
              "<stake holder='persons' capital='20%'/><complete of='holders'/></company>"
              "<company id='d' seats='FR'><stake holder='b' capital='80%'/>"
              "<stake holder='persons' capital='20%'/><complete of='holders'/></company>"
              "<company id='a' seats='FR'><stake holder='us' capital='80%'/>"
              "<stake holder='persons' capital='20%'/><complete of='holders'/></company>"
              "<company id='us' seats='US'/><group id='persons' of='persons' state='FR'/>");
  const cr_witness *witness = entity_witness(&found, "us", CR_VOTES);
  cr_assert_eq(witness->part_count, 2);
  cr_assert_eq(witness->step_count, 3);
  cr_assert_str_eq(id_of(&found, witness, witness->steps[0].controlled), "a");
  cr_assert_str_eq(id_of(&found, witness, witness->steps[1].controlled), "b");
  cr_assert_str_eq(id_of(&found, witness, witness->steps[2].controlled), "d");
  dossier_close(&found);
}

Test(witnesses, a_violated_criterion_shows_what_surely_exceeds) {
  screened found;
  screen_open(&found, FILED_FIRST, through_alpha);
  const struct crible_screening *screening = found.screening;
  cr_assert_eq(screening->witness_count, 1);
  cr_assert_eq(screening->witnesses[0].property, CR_VOTES);
  cr_assert(!screening->witnesses[0].upper);
  cr_assert_str_eq(id_of(&found, &screening->witnesses[0], screening->witnesses[0].entity), "us");
  dossier_close(&found);
}

Test(witnesses, an_open_criterion_shows_what_may_exceed) {
  screened found;
  screen_open(&found, FILED_FIRST,
              "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
              "<lot holder='us' quantity='20'/><lot holder='persons' quantity='50'/>"
              "<complete of='rights organs'/></company>"
              "<company id='us' seats='US'/><group id='persons' of='persons' state='FR'/>");
  const struct crible_screening *screening = found.screening;
  cr_assert_eq(entity_of(&found, "us"), &screening->entities[0]);
  cr_assert_eq(entity_of(&found, "undisclosed"), &screening->entities[1]);
  cr_assert_eq(entity_of(&found, "undisclosed")->third, CR_MAYBE_THIRD);
  cr_assert_eq(screening->witness_count, 4);
  cr_assert_eq(screening->verdict, CR_UNDETERMINED);
  for (int i = 0; i < 4; i++) cr_assert(screening->witnesses[i].upper);
  cr_assert_eq(screening->witnesses[1].entity, CR_TARGET_ALL);
  cr_assert_eq(screening->witnesses[0].chains->chain_count, 2);
  cr_assert(hand_equal(screening->witnesses[0].chains->chains[0].product, "3/10"));
  cr_assert(hand_equal(screening->witnesses[0].chains->chains[1].product, "1/5"));
  dossier_close(&found);
}

Test(witnesses, entities_come_by_what_they_may_have) {
  screened found;
  screen_open(&found, FILED_FIRST,
              "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
              "<lot holder='ch' quantity='5'/><lot holder='us' quantity='10'/>"
              "<lot holder='unknown' quantity='15'/><lot holder='staff' quantity='8'/>"
              "<lot holder='persons' quantity='62'/>"
              "<complete of='holders rights organs'/></company>"
              "<company id='ch' seats='CH'/><company id='us' seats='US'/>"
              "<company id='unknown'><stake holder='persons' capital='100%'/>"
              "<complete of='holders'/></company>"
              "<group id='staff' of='entities' state='US' members='4'/>"
              "<group id='persons' of='persons' state='FR'/>");
  static const char *const order[] = {"unknown", "us", "staff", "ch"};
  const struct crible_screening *screening = found.screening;
  cr_assert_eq(screening->entity_count, 4);
  for (int i = 0; i < 4; i++)
    cr_assert_eq(entity_of(&found, order[i]), &screening->entities[i], "%s is not at %d", order[i],
                 i);
  cr_assert_eq(entity_of(&found, "unknown")->third, CR_MAYBE_THIRD);
  cr_assert_eq(entity_of(&found, "us")->third, CR_THIRD);
  cr_assert_null(entity_of(&found, "persons"));
  dossier_close(&found);
}

Test(witnesses, nobody_third_leaves_no_entity_and_no_holder) {
  screened found;
  screen_open(&found, FILED_FIRST,
              "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
              "<lot holder='persons' quantity='100'/><complete of='holders rights organs'/>"
              "</company>"
              "<group id='persons' of='persons' state='FR'/>");
  cr_assert_eq(found.screening->entity_count, 0);
  cr_assert_eq(found.screening->witness_count, 0);
  cr_assert_eq(criterion(&found, CR_CAPITAL_INDIVIDUAL)->holder[1], CR_NONE);
  cr_assert_eq(found.screening->verdict, CR_MET);
  dossier_close(&found);
}

Test(witnesses, a_closed_group_is_remarked_with_its_members) {
  screened found;
  screen_open(&found, FILED_FIRST,
              "<company id='C' form='SAS' seats='FR'><share-class id='O' issued='100'/>"
              "<lot holder='a' quantity='30'/><lot holder='persons' quantity='70'/>"
              "<complete of='holders rights organs'/></company>"
              "<company id='a' seats='FR'><stake holder='b' capital='100%'/>"
              "<complete of='holders'/></company>"
              "<company id='b' seats='FR'><stake holder='a' capital='100%'/>"
              "<complete of='holders'/></company>"
              "<group id='persons' of='persons' state='FR'/>");
  cr_assert(figure_is(&found, CR_CAPITAL_COLLECTIVE, "[0,3/10]"));
  const cr_remark *remark = remark_of(&found, "closed-group");
  cr_assert_not_null(remark);
  cr_assert_eq(remark->kind, CR_ODDITY);
  cr_assert_str_eq(remark->detail, "a b");
  cr_assert_eq(remark->fact_count, 2);
  dossier_close(&found);
}
