/* Components and their order. */
#include <criterion/criterion.h>

#include "engine/graph/condensation.h"
#include "tests/support/hand_view.h"

static cr_condensation *condense(hand_view *hand, const cr_view *view) {
  cr_condensation *made = NULL;
  cr_assert_eq(cr_condensation_of(&made, view, CR_CAPITAL, hand->arena), CRIBLE_OK);
  return made;
}

/* Every holder outside a component stands in an earlier one. */
static void check_order(const cr_condensation *made, const cr_view *view) {
  const cr_edges *edges = &view->edges[CR_CAPITAL];
  cr_expect_eq(made->first[0], 0);
  cr_expect_eq(made->first[made->count], view->parties);
  for (int k = 0; k < made->count; k++) {
    for (int m = made->first[k]; m < made->first[k + 1]; m++) {
      int c = made->member[m];
      cr_expect_eq(made->component[c], k);
      if (m > made->first[k]) cr_expect_lt(made->member[m - 1], c);
      for (int e = edges->first[c]; e < edges->first[c + 1]; e++)
        if (edges->holder[e] < view->parties)
          cr_expect_leq(made->component[edges->holder[e]], k);
    }
  }
}

Test(condensation, chain_of_companies) {
  hand_view hand;
  hand_open(&hand);
  int c = hand_company(&hand), a = hand_company(&hand), us = hand_foreign(&hand);
  hand_capital(&hand, a, c, "1");
  hand_capital(&hand, us, a, "1");
  const cr_view *view = hand_finish(&hand, c);
  const cr_condensation *made = condense(&hand, view);
  cr_assert_eq(made->count, 3);
  cr_expect_eq(made->component[us], 0);
  cr_expect_eq(made->component[a], 1);
  cr_expect_eq(made->component[c], 2);
  for (int k = 0; k < 3; k++) cr_expect_not(made->cyclic[k]);
  hand_close(&hand);
}

Test(condensation, cross_holding_is_one_component) {
  hand_view hand;
  hand_open(&hand);
  int c = hand_company(&hand), a = hand_company(&hand), b = hand_company(&hand);
  int us = hand_foreign(&hand);
  hand_capital(&hand, a, c, "1/2");
  hand_capital(&hand, b, c, "1/2");
  hand_capital(&hand, us, a, "1/2");
  hand_capital(&hand, b, a, "1/2");
  hand_capital(&hand, a, b, "1/2");
  hand_capital(&hand, CR_VIEW_PSEUDO(CR_UNDISCLOSED), b, "1/2");
  const cr_view *view = hand_finish(&hand, c);
  const cr_condensation *made = condense(&hand, view);
  cr_assert_eq(made->count, 3);
  cr_expect_eq(made->component[a], made->component[b]);
  cr_expect(made->cyclic[made->component[a]]);
  check_order(made, view);
  hand_close(&hand);
}

Test(condensation, random_graphs_come_holders_first) {
  for (unsigned seed = 1; seed <= 50; seed++) {
    hand_view hand;
    hand_open(&hand);
    unsigned state = seed * 2654435761u;
    int parties = 2 + (int)(seed % 20);
    for (int i = 0; i < parties; i++) hand_company(&hand);
    for (int c = 0; c < parties; c++) {
      int holders = 0;
      for (int h = 0; h < parties; h++) {
        state = state * 1664525u + 1013904223u;
        if (h == c || (state >> 24) > 40) continue;
        hand_capital(&hand, h, c, "[0,1]");
        holders++;
      }
      if (holders > 0) hand_capital(&hand, CR_VIEW_PSEUDO(CR_UNDISCLOSED), c, "[0,1]");
    }
    const cr_view *view = hand_finish(&hand, 0);
    check_order(condense(&hand, view), view);
    hand_close(&hand);
  }
}
