/* Rights as a dossier writes them, through the graph of either kind of meeting. */
#include <string.h>

#include <crible/diagnostic.h>
#include <criterion/criterion.h>

#include "engine/rights/rights.h"
#include "importers/dossier/dossier.h"
#include "tests/support/data_folder.h"

static crible_context *context;
static cr_arena *arena;
static crible_dossier *dossier;
static cr_graph graphs[2];
static cr_remarks remarks;
static cr_rights *rights;

static void set_up(void) {
  context = data_context(data_folder());
  cr_assert_eq(cr_arena_new(&arena, context), CRIBLE_OK);
}

static void tear_down(void) {
  cr_graph_clear(&graphs[0], context);
  cr_graph_clear(&graphs[1], context);
  cr_remarks_clear(&remarks, context);
  crible_dossier_free(dossier);
  cr_arena_free(arena);
  crible_context_free(context);
  flint_cleanup();
}

TestSuite(dossier, .init = set_up, .fini = tear_down);

static void analyse(cr_control **control, int meeting) {
  const cr_graph_options options = {
      .as_of = cr_date_make(2023, 2, 15),
      .meeting = meeting == 0 ? CR_MEETING_ORDINARY : CR_MEETING_EXTRAORDINARY};
  cr_control_rules rules;
  fmpq *numbers = cr_arena_rationals(arena, 2);
  fmpq_set_si(numbers, 1, 2);
  fmpq_set_si(numbers + 1, 2, 5);
  rules.majority = numbers[0];
  rules.presumption = numbers[1];
  cr_assert_eq(cr_graph_build(&graphs[meeting], dossier->facts, dossier->reference, &options, NULL,
                              CR_NONE, arena),
               CRIBLE_OK);
  cr_assert_eq(cr_control_solve(control, graphs[meeting].view, &rules, arena), CRIBLE_OK);
}

/* Judges a candidate C with holders "us" (third), "fr" and the group "rest". */
static void judge(const char *form, const char *content) {
  static const char frame[] =
      "<dossier xmlns='urn:crible:dossier:1' candidate='C'>"
      "<company id='C' form='%s' seats='FR'><share-class id='O' issued='1000'/>%s</company>"
      "<company id='us' form='foreign' seats='US'/><company id='fr' seats='FR'>"
      "<stake holder='rest' capital='100%%'/><complete of='holders'/></company>"
      "<company id='bank' seats='FR'><stake holder='us' capital='60%%'/></company>"
      "<group id='rest' of='persons' state='FR'/></dossier>";
  char *text = cr_arena_printf(arena, frame, form, content);
  cr_control *control[2];
  crible_status status =
      cr_dossier_read_bytes(&dossier, context, "dossier.xml", text, strlen(text));
  cr_assert_eq(status, CRIBLE_OK, "%s", crible_diagnostic_count(context) > 0
                                            ? crible_diagnostic_at(context, 0)->message
                                            : "");
  for (int meeting = 0; meeting < 2; meeting++) analyse(&control[meeting], meeting);
  const cr_rights_input input = {.facts = dossier->facts, .reference = dossier->reference,
                                 .as_of = cr_date_make(2023, 2, 15),
                                 .graph = {&graphs[0], &graphs[1]},
                                 .control = {control[0], control[1]}};
  cr_assert_eq(cr_rights_judge(&rights, &input, &remarks, arena), CRIBLE_OK);
}

static void expect(int finding, cr_effect effect, const char *reason) {
  cr_assert_lt(finding, rights->finding_count);
  cr_expect_eq(rights->findings[finding].effect, effect, "%d", rights->findings[finding].effect);
  cr_expect_str_eq(rights->findings[finding].reason, reason);
}

#define COMPLETE "<complete of='holders rights organs'/>"
/* A quarter of the votes is the third usufructuary's, or its bare owner's. */
#define DISMEMBERED                                                                           \
  "<lot holder='us' quantity='250' nature='usufruct' bare-owner='fr'/>"                       \
  "<lot holder='rest' quantity='750'/>" COMPLETE

/* C. com., art. L.225-110: the usufructuary votes at ordinary meetings only. */
Test(dossier, majority_is_blocked_at_the_meeting_where_the_votes_are) {
  judge("SA", DISMEMBERED
        "<right kind='majority' under='statutes' meeting='ordinary' at-least='4/5'/>"
        "<right kind='majority' under='statutes' meeting='extraordinary' at-least='4/5'/>"
        "<right kind='majority' under='statutes' at-least='4/5'/>");
  expect(0, CR_COUNTS, "blocks-majority");
  expect(1, CR_COUNTS_NOT, "others-reach-majority");
  expect(2, CR_COUNTS_POSSIBLY, "meeting-unstated");
}

/* Elsewhere the bare owner votes (C. civ., art. 1844). */
Test(dossier, usufruct_of_an_sas_casts_no_vote) {
  judge("SAS", DISMEMBERED "<right kind='majority' under='statutes' at-least='4/5'/>");
  expect(0, CR_COUNTS_NOT, "others-reach-majority");
}

Test(dossier, consent_of_a_usufructuary_counts_at_either_meeting) {
  judge("SA", DISMEMBERED "<right kind='consent' under='agreement' beneficiary='us'/>");
  expect(0, CR_COUNTS, "third-beneficiary");
  cr_assert_eq(rights->findings[0].third_count, 1);
  int node = rights->findings[0].third[0];
  cr_expect_str_eq(dossier->facts->parties[graphs[0].view->party[node]].id, "us");
}

/* A bank that holds nothing is in the graph because the right names it, with its parent. */
Test(dossier, lender_is_an_outsider_unless_its_parent_holds) {
  judge("SAS", "<lot holder='fr' quantity='1000'/>" COMPLETE
               "<right kind='consent' under='contract' beneficiary='bank' decisions='debt'/>");
  expect(0, CR_COUNTS_NOT, "outsider");
  cr_expect_eq(rights->veto, CR_MET);
}

Test(dossier, lender_whose_parent_holds_is_no_outsider) {
  judge("SAS", "<lot holder='fr' quantity='999'/><lot holder='us' quantity='1'/>" COMPLETE
               "<right kind='consent' under='contract' beneficiary='bank' decisions='debt'/>");
  expect(0, CR_COUNTS, "third-controls-beneficiary");
}

Test(dossier, right_of_a_lot_follows_the_lot) {
  judge("SAS", "<lot holder='fr' quantity='900'/><lot id='gold' holder='us' quantity='100' "
               "to='2023-01-01'/><lot id='gold' holder='rest' quantity='100' "
               "from='2023-01-01'/>" COMPLETE
               "<right kind='golden-share' under='statutes' beneficiary-lot='gold'/>");
  expect(rights->finding_count - 1, CR_COUNTS_NOT, "no-third-beneficiary");
}

Test(dossier, seats_of_an_organ_told_in_two_periods) {
  judge("SAS", "<lot holder='fr' quantity='900'/><lot holder='us' quantity='100'/>" COMPLETE
               "<organ id='board' kind='administration' seats='3' to='2022-01-01'/>"
               "<organ id='board' kind='administration' seats='5' from='2022-01-01'/>"
               "<right kind='appoint' under='statutes' beneficiary='us' organ='board' seats='2'/>");
  cr_assert_eq(rights->organ_count, 1);
  cr_expect_eq(rights->organs[0].seats[1], 2);
  cr_expect_eq(rights->organs[0].members[1], 5);
  cr_expect_eq(rights->organ_majority, CR_MET);
}

Test(dossier, nothing_stated_is_undetermined) {
  judge("SAS", "<lot holder='fr' quantity='1000'/>");
  cr_expect_eq(rights->veto, CR_UNDETERMINED);
  cr_expect_eq(rights->organ_majority, CR_UNDETERMINED);
}
