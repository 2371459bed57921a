/* Control while memory runs out: an error, and nothing left behind. */
#include <string.h>

#include <criterion/criterion.h>

#include "engine/control/control.h"
#include "engine/graph/view_builder.h"
#include "tests/support/scarce_memory.h"

static crible_status add(cr_view_builder *builder, int holder, int company, slong percent) {
  cr_interval weight;
  cr_interval_init(&weight);
  fmpq_set_si(&weight.lo, percent, 100);
  fmpq_canonicalise(&weight.lo);
  fmpq_set(&weight.hi, &weight.lo);
  crible_status status = cr_view_builder_edge(builder, CR_VOTES, holder, company, &weight, 0,
                                              company == 0 ? &weight.lo : NULL, NULL, 0);
  cr_interval_clear(&weight);
  return status;
}

static crible_status fill(cr_view_builder *builder) {
  static const int lots[][3] = {{1, 0, 30}, {2, 0, 30}, {3, 0, 40}, {2, 1, 45}, {3, 1, 15},
                                {0, 1, 10}, {CR_VIEW_PSEUDO(CR_UNDISCLOSED), 1, 30}, {3, 2, 100}};
  crible_status status = CRIBLE_OK;
  int node;
  for (int i = 0; i < 4 && status == CRIBLE_OK; i++) {
    cr_third third = i == 3 ? CR_THIRD : CR_NOT_THIRD;
    status = cr_view_builder_party(builder, &node, CR_COMPANY, third, 1, i);
  }
  for (size_t i = 0; i < sizeof lots / sizeof *lots && status == CRIBLE_OK; i++) {
    status = add(builder, lots[i][0], lots[i][1], lots[i][2]);
  }
  return status;
}

static crible_status ask(const cr_view *view, cr_arena *arena) {
  cr_control *control;
  cr_holdings *holdings;
  cr_vote_parts parts;
  cr_bound bound[2];
  fmpq *fractions = cr_arena_rationals(arena, 2);
  if (!fractions) {
    return CRIBLE_E_MEMORY;
  }
  fmpq_set_si(fractions, 1, 2);
  fmpq_set_si(fractions + 1, 2, 5);
  cr_control_rules rules = {.majority = fractions[0], .presumption = fractions[1]};
  crible_status status = cr_control_solve(&control, view, &rules, arena);
  if (status == CRIBLE_OK) {
    status = cr_control_holdings(&holdings, control, view, arena);
  }
  if (status == CRIBLE_OK) {
    status = cr_control_votes(bound, control, view, 3, 1, arena);
  }
  if (status == CRIBLE_OK) {
    status = cr_control_parts(&parts, control, view, 3, NULL, NULL, 0, true, arena);
  }
  return status;
}

static crible_status task(crible_context *context) {
  cr_view_builder *builder = NULL;
  cr_arena *arena = NULL;
  cr_view *view = NULL;
  crible_status status = cr_view_builder_new(&builder, context);
  if (status == CRIBLE_OK) {
    status = cr_arena_new(&arena, context);
  }
  if (status == CRIBLE_OK) {
    status = fill(builder);
  }
  if (status == CRIBLE_OK) {
    status = cr_view_builder_finish(&view, builder, arena, 0, NULL, NULL);
  }
  if (status == CRIBLE_OK) {
    status = ask(view, arena);
  }
  cr_arena_free(arena);
  cr_view_builder_free(builder);
  return status;
}

Test(control_memory, runs_out) { scarce_memory_try(task, NULL); }
