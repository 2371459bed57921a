#include "tests/oracle/completed_view.h"

#include <criterion/criterion.h>

#include "engine/graph/view_builder.h"

cr_view *completed_view(dice *d, const cr_view *of, const completion *c, cr_arena *arena) {
  cr_view_builder *builder;
  cr_view *view = NULL;
  cr_interval weight;
  cr_fact_ref none = {CR_FACT_controls, 0};
  cr_interval_init(&weight);
  cr_assert_eq(cr_view_builder_new(&builder, cr_arena_context(arena)), CRIBLE_OK);
  for (int p = 0, node; p < c->parties + 2; p++) {
    bool old = p < c->parties;
    cr_assert_eq(cr_view_builder_party(builder, &node, old ? of->kind[p] : CR_PUBLIC_BODY,
                                       c->third[p] ? CR_THIRD : CR_NOT_THIRD,
                                       old ? of->members[p] : 1, 0), CRIBLE_OK);
  }
  for (int y = 0; y < c->parties; y++) {
    for (int h = 0; h < c->nodes; h++) {
      cr_interval_set_point(&weight, completion_weight(c, y, h));
      if (h == nobody(c)) {
        fmpq_sub(&weight.lo, &weight.lo, c->treasury + y);
        fmpq_set(&weight.hi, &weight.lo);
      }
      if (!fmpq_is_zero(&weight.lo)) {
        int holder = h == nobody(c) ? CR_VIEW_PSEUDO(CR_NOBODY) : h;
        cr_assert_eq(cr_view_builder_edge(builder, CR_VOTES, holder, y, &weight, 0, NULL, &none, 0), CRIBLE_OK);
      }
    }
    if (!fmpq_is_zero(c->treasury + y)) {
      cr_interval_set_point(&weight, c->treasury + y);
      cr_assert_eq(cr_view_builder_edge(builder, CR_VOTES, CR_VIEW_PSEUDO(CR_TREASURY), y, &weight, 0, NULL, &none, 0), CRIBLE_OK);
    }
  }
  for (int i = 0; i < of->control_count; i++) {
    const cr_control_edge *edge = of->controls + i;
    if (edge->definite || dice_percent(d, 50)) {
      cr_assert_eq(cr_view_builder_control(builder, edge->controller, edge->controlled, edge->manager, true, none), CRIBLE_OK);
    }
  }
  cr_assert_eq(cr_view_builder_finish(&view, builder, arena, c->candidate, NULL, NULL), CRIBLE_OK);
  cr_view_builder_free(builder);
  cr_interval_clear(&weight);
  return view;
}
