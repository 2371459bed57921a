#include "tests/oracle/draft.h"

#include <criterion/criterion.h>

static cr_interval own_copy(draft *d, const cr_interval *weight) {
  fmpq *values = cr_arena_rationals(d->arena, 2);
  fmpq_set(values, &weight->lo);
  fmpq_set(values + 1, &weight->hi);
  return (cr_interval){.lo = values[0], .hi = values[1], .lo_open = weight->lo_open, .hi_open = weight->hi_open};
}

static draft_edge *new_edge(draft *d) {
  cr_assert_lt(d->edges, DRAFT_EDGES);
  return d->edge + d->edges++;
}

static void take_edges(draft *d, const cr_view *view, cr_property property) {
  const cr_edges *edges = view->edges + property;
  for (int company = 0; company < view->parties; company++) {
    for (int i = edges->first[company]; i < edges->first[company + 1]; i++) {
      int holder = edges->holder[i];
      draft_edge *edge = new_edge(d);
      edge->property = property;
      edge->company = company;
      edge->holder = holder < view->parties ? holder : CR_VIEW_PSEUDO(holder - view->parties);
      edge->weight = own_copy(d, edges->weight + i);
    }
  }
}

void draft_take(draft *d, const cr_view *view, cr_arena *arena) {
  cr_assert_lt(view->parties, DRAFT_PARTIES);
  d->arena = arena;
  d->parties = view->parties;
  d->candidate = view->candidate;
  d->edges = 0;
  d->controls = view->control_count;
  for (int p = 0; p < view->parties; p++) {
    d->kind[p] = view->kind[p];
    d->third[p] = view->third[p];
    d->members[p] = view->members[p];
  }
  for (int i = 0; i < view->control_count; i++) {
    d->control[i] = view->controls[i];
  }
  take_edges(d, view, CR_CAPITAL);
  take_edges(d, view, CR_VOTES);
}

cr_view *draft_build(const draft *d) {
  static const cr_fact_ref none[1];
  cr_view_builder *builder;
  cr_view *view = NULL;
  cr_assert_eq(cr_view_builder_new(&builder, cr_arena_context(d->arena)), CRIBLE_OK);
  for (int p = 0, node; p < d->parties; p++) {
    cr_assert_eq(cr_view_builder_party(builder, &node, d->kind[p], d->third[p], d->members[p], p), CRIBLE_OK);
  }
  for (int i = 0; i < d->edges; i++) {
    const draft_edge *e = d->edge + i;
    cr_assert_eq(cr_view_builder_edge(builder, e->property, e->holder, e->company, &e->weight, 0, NULL, none, 0), CRIBLE_OK);
  }
  for (int i = 0; i < d->controls; i++) {
    const cr_control_edge *e = d->control + i;
    cr_assert_eq(cr_view_builder_control(builder, e->controller, e->controlled, e->manager, e->definite, e->cited), CRIBLE_OK);
  }
  crible_status status = cr_view_builder_finish(&view, builder, d->arena, d->candidate, NULL, NULL);
  cr_assert(status == CRIBLE_OK || status == CRIBLE_E_DATA);
  cr_view_builder_free(builder);
  return status == CRIBLE_OK ? view : NULL;
}

void draft_permute_parties(draft *d, const int *map) {
  draft before = *d;
  for (int p = 0; p < d->parties; p++) {
    d->kind[map[p]] = before.kind[p];
    d->third[map[p]] = before.third[p];
    d->members[map[p]] = before.members[p];
  }
  d->candidate = map[before.candidate];
  for (int i = 0; i < d->edges; i++) {
    d->edge[i].company = map[before.edge[i].company];
    d->edge[i].holder = before.edge[i].holder < 0 ? before.edge[i].holder : map[before.edge[i].holder];
  }
  for (int i = 0; i < d->controls; i++) {
    d->control[i].controller = map[before.control[i].controller];
    d->control[i].controlled = map[before.control[i].controlled];
  }
}

void draft_shuffle_edges(draft *d, dice *generator) {
  for (int i = d->edges - 1; i > 0; i--) {
    int j = dice_roll(generator, i + 1);
    draft_edge swap = d->edge[i];
    d->edge[i] = d->edge[j];
    d->edge[j] = swap;
  }
}

void draft_split(draft *d, int edge) {
  draft_edge *half = new_edge(d);
  *half = d->edge[edge];
  half->weight = own_copy(d, &d->edge[edge].weight);
  cr_interval narrow = own_copy(d, &half->weight);
  fmpq *ends = cr_arena_rationals(d->arena, 2);
  fmpq_div_2exp(ends, &narrow.lo, 1);
  fmpq_div_2exp(ends + 1, &narrow.hi, 1);
  narrow.lo = ends[0];
  narrow.hi = ends[1];
  half->weight = narrow;
  d->edge[edge].weight = own_copy(d, &narrow);
}

int draft_interpose(draft *d, int edge) {
  cr_assert_lt(d->parties, DRAFT_PARTIES);
  int between = d->parties++, holder = d->edge[edge].holder;
  fmpq *one = cr_arena_rationals(d->arena, 1);
  fmpq_one(one);
  d->kind[between] = CR_COMPANY;
  d->third[between] = CR_NOT_THIRD;
  d->members[between] = 1;
  d->edge[edge].holder = between;
  for (int p = 0; p < CR_PROPERTIES; p++) {
    draft_edge *whole = new_edge(d);
    *whole = (draft_edge){.property = (cr_property)p, .holder = holder, .company = between};
    whole->weight = (cr_interval){.lo = *one, .hi = *one};
  }
  return between;
}

void draft_narrow(draft *d, int edge, bool upper_half) {
  cr_interval *weight = &d->edge[edge].weight;
  fmpq *middle = cr_arena_rationals(d->arena, 1);
  fmpq_add(middle, &weight->lo, &weight->hi);
  fmpq_div_2exp(middle, middle, 1);
  if (upper_half) {
    weight->lo = *middle;
    weight->lo_open = false;
  } else {
    weight->hi = *middle;
    weight->hi_open = false;
  }
}
