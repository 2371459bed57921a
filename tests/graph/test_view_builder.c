/* Tightened rows and views built by hand. */
#include <criterion/criterion.h>

#include "tests/support/hand_view.h"

/* Tightens a row given as texts and compares it with the expected texts. */
static void check_row(const char *const *given, const char *const *expected, int count) {
  cr_interval row[8], want;
  cr_interval_init(&want);
  for (int i = 0; i < count; i++) {
    cr_interval_init(&row[i]);
    hand_interval(&row[i], given[i]);
  }
  cr_assert_eq(cr_tighten(row, count), expected != NULL, "%s …", given[0]);
  for (int i = 0; i < count; i++) {
    hand_interval(&want, expected != NULL ? expected[i] : given[i]);
    cr_expect(cr_interval_equal(&row[i], &want), "weight %d of %s …", i, given[0]);
    cr_interval_clear(&row[i]);
  }
  cr_interval_clear(&want);
}

#define ROW(...) (const char *const[]){__VA_ARGS__}

Test(tighten, leaves_exact_rows_alone) {
  check_row(ROW("1/5", "4/5"), ROW("1/5", "4/5"), 2);
}

Test(tighten, two_bands_beside_exact_persons) { /* case A38 */
  check_row(ROW("(1/10,1/5]", "[19/100,29/100]", "61/100"),
            ROW("(1/10,1/5]", "[19/100,29/100)", "61/100"), 3);
}

Test(tighten, rest_of_a_band_takes_its_open_end) { /* case A22: the rest of DE */
  check_row(ROW("(1/4,1/2]", "[0,1]"), ROW("(1/4,1/2]", "[1/2,3/4)"), 2);
}

Test(tighten, last_band_is_forced_to_a_point) {
  check_row(ROW("[0,1/2]", "[0,1/2]"), ROW("1/2", "1/2"), 2);
}

Test(tighten, equal_ends_open_if_either_is) {
  check_row(ROW("[1/4,1/2]", "[1/2,3/4)"), ROW("(1/4,1/2]", "[1/2,3/4)"), 2);
}

Test(tighten, refuses_rows_without_weights) {
  check_row(ROW("3/5", "1/2"), NULL, 2);             /* above 1 */
  check_row(ROW("1/5", "1/2"), NULL, 2);             /* below 1 */
  check_row(ROW("(1/2,1]", "[1/2,1]"), NULL, 2);     /* reaches 1 only at an open end */
  check_row(ROW("[0,1/2)", "[0,1/2]"), NULL, 2);
  check_row(ROW("[1/2,1/4]", "[0,1]"), NULL, 2);     /* empty */
}

Test(view_builder, sorts_rows_and_maps_pseudo_nodes) {
  hand_view hand;
  hand_open(&hand);
  int c = hand_company(&hand), a = hand_company(&hand), us = hand_foreign(&hand);
  hand_capital(&hand, us, a, "1/2");
  hand_capital(&hand, a, c, "[1/4,1/2]");
  hand_capital(&hand, CR_VIEW_PSEUDO(CR_TREASURY), a, "1/2");
  hand_capital(&hand, CR_VIEW_PSEUDO(CR_UNDISCLOSED), c, "[0,1]");
  hand_votes(&hand, us, c, "1");
  const cr_view *view = hand_finish(&hand, c);
  const cr_edges *capital = &view->edges[CR_CAPITAL];
  cr_expect_eq(view->parties, 3);
  cr_expect_eq(capital->count, 4);
  int holders[] = {a, 3 + CR_UNDISCLOSED, us, 3 + CR_TREASURY};
  for (int e = 0; e < 4; e++) cr_expect_eq(capital->holder[e], holders[e]);
  int first[] = {0, 2, 4, 4};
  for (int v = 0; v < 4; v++) cr_expect_eq(capital->first[v], first[v]);
  cr_expect(hand_equal(&capital->weight[1].lo, "1/2"));
  cr_expect(hand_equal(&capital->weight[1].hi, "3/4"));
  cr_expect_eq(view->edges[CR_VOTES].count, 1);
  cr_expect_eq(view->third[us], CR_THIRD);
  hand_close(&hand);
}

Test(view_builder, keeps_caps_flags_controls_and_citations) {
  hand_view hand;
  hand_open(&hand);
  int c = hand_company(&hand), us = hand_foreign(&hand);
  cr_interval all;
  cr_interval_init(&all);
  cr_interval_set_unit(&all);
  fmpq_t cap;
  fmpq_init(cap);
  fmpq_set_si(cap, 1, 10);
  cr_fact_ref cited[] = {{.index = 4}, {.index = 7}};
  cr_assert_eq(cr_view_builder_edge(hand.builder, CR_VOTES, us, c, &all, CR_EDGE_SUSPENDED, cap,
                                    cited, 2),
               CRIBLE_OK);
  cr_assert_eq(cr_view_builder_control(hand.builder, us, c, false, true, cited[0]), CRIBLE_OK);
  cr_assert_eq(cr_view_builder_flags(hand.builder, c, true, false, true), CRIBLE_OK);
  const cr_view *view = hand_finish(&hand, c);
  const cr_edges *votes = &view->edges[CR_VOTES];
  cr_expect_eq(votes->flags[0], CR_EDGE_SUSPENDED);
  cr_expect(hand_equal(&view->caps[votes->cap[0]], "1/10"));
  cr_expect_eq(votes->cites[1] - votes->cites[0], 2);
  cr_expect_eq(votes->cited[1].index, 7);
  cr_expect_eq(view->control_count, 1);
  cr_expect(view->empty[CR_CAPITAL][c] && !view->empty[CR_VOTES][c] && view->declared[c]);
  cr_interval_clear(&all);
  fmpq_clear(cap);
  hand_close(&hand);
}

Test(view_builder, names_the_company_without_weights) {
  hand_view hand;
  hand_open(&hand);
  int c = hand_company(&hand), a = hand_company(&hand), us = hand_foreign(&hand);
  hand_capital(&hand, a, c, "1");
  hand_capital(&hand, us, a, "[0,1/2]");
  cr_view *view = NULL;
  int company = CR_NONE;
  cr_property property = CR_VOTES;
  cr_expect_eq(cr_view_builder_finish(&view, hand.builder, hand.arena, c, &company, &property),
               CRIBLE_E_DATA);
  cr_expect_null(view);
  cr_expect_eq(company, a);
  cr_expect_eq(property, CR_CAPITAL);
  hand_capital(&hand, CR_VIEW_PSEUDO(CR_FLOAT), a, "[0,1]");
  cr_expect_not_null(hand_finish(&hand, c), "the builder stays usable");
  hand_close(&hand);
}
