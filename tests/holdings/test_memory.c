/* Memory that runs out at every point in turn: the status says so, nothing is
 * left behind. */
#include "engine/holdings/chains.h"
#include "tests/support/hand_view.h"
#include "tests/support/scarce_memory.h"

#include <criterion/criterion.h>

static const cr_view *view; /* of the test's own context, which has memory enough */

static const cr_view *view_with_cycle(hand_view *hand) {
  int c = hand_company(hand), a = hand_company(hand), b = hand_company(hand);
  int us = hand_foreign(hand), ch = hand_foreign(hand);
  hand_capital(hand, us, a, "(1/4,1/2]");
  hand_capital(hand, b, a, "[0,1/5]");
  hand_capital(hand, hand_persons(hand), a, "[0,1]");
  hand_capital(hand, a, b, "1/5");
  hand_capital(hand, CR_VIEW_PSEUDO(CR_UNDISCLOSED), b, "4/5");
  hand_capital(hand, a, c, "3/10");
  hand_capital(hand, b, c, "1/5");
  hand_capital(hand, ch, c, "[1/10,1/2]");
  hand_capital(hand, hand_persons(hand), c, "[0,1]");
  return hand_finish(hand, c);
}

static crible_status solve(crible_context *context) {
  cr_arena *arena = NULL;
  cr_holdings *holdings = NULL;
  cr_chains *chains = NULL;
  crible_status status = cr_arena_new(&arena, context);
  if (status != CRIBLE_OK) return status;
  status = cr_holdings_solve(&holdings, view, CR_CAPITAL, NULL, 0, arena);
  if (status == CRIBLE_OK)
    status = cr_chains_of(&chains, view, holdings->condensation, CR_CAPITAL,
                          &holdings->collective[1], 20, arena);
  cr_arena_free(arena);
  return status;
}

Test(memory, runs_out_everywhere) {
  hand_view hand;
  hand_open(&hand);
  view = view_with_cycle(&hand);
  scarce_memory_try(solve, "datasets");
  hand_close(&hand);
}
