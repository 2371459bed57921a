#include "engine/graph/through_funds.h"

#include "engine/graph/view_builder.h"

typedef struct cr_unfolding {
  const cr_view *view;
  cr_view_builder *builder;
  bool *open;   /* per party: a fund that is being seen through */
  bool relaxed;
} cr_unfolding;

static const cr_edges *capital_of(const cr_unfolding *unfolding) {
  return &unfolding->view->edges[CR_CAPITAL];
}

static bool transparent(const cr_unfolding *unfolding, int holder) {
  const cr_view *view = unfolding->view;
  const cr_edges *capital = capital_of(unfolding);
  return holder < view->parties &&
         (view->kind[holder] == CR_FUND || view->kind[holder] == CR_ARRANGEMENT) &&
         capital->first[holder] < capital->first[holder + 1];
}

/* As the builder counts pseudo-nodes. */
static int builders(const cr_view *view, int holder) {
  return holder < view->parties ? holder : CR_VIEW_PSEUDO(holder - view->parties);
}

/* An end of a product is attained when both ends are, or one is an attained 0. */
static bool product_open(const fmpq_t a, bool a_open, const fmpq_t b, bool b_open) {
  bool zero = (fmpq_is_zero(a) && !a_open) || (fmpq_is_zero(b) && !b_open);
  return !zero && (a_open || b_open);
}

static void multiply(cr_interval *out, const cr_interval *a, const cr_interval *b) {
  fmpq_mul(&out->lo, &a->lo, &b->lo);
  fmpq_mul(&out->hi, &a->hi, &b->hi);
  out->lo_open = product_open(&a->lo, a->lo_open, &b->lo, b->lo_open);
  out->hi_open = product_open(&a->hi, a->hi_open, &b->hi, b->hi_open);
}

static crible_status add_part(cr_unfolding *unfolding, int holder, const cr_interval *part,
                              int entry) {
  const cr_edges *capital = capital_of(unfolding);
  return cr_view_builder_edge(unfolding->builder, CR_CAPITAL, builders(unfolding->view, holder),
                              unfolding->view->candidate, part, 0, NULL,
                              capital->cited + capital->cites[entry],
                              capital->cites[entry + 1] - capital->cites[entry]);
}

/* What `entry`, of a party that has `whole` of the candidate, has of it through that party. */
static crible_status unfold(cr_unfolding *unfolding, int entry, const cr_interval *whole) {
  const cr_edges *capital = capital_of(unfolding);
  const int holder = capital->holder[entry];
  cr_interval part;
  cr_interval_init(&part);
  multiply(&part, whole, &capital->weight[entry]);
  crible_status status = CRIBLE_OK;
  if (!transparent(unfolding, holder)) {
    status = add_part(unfolding, holder, &part, entry);
  } else if (unfolding->open[holder]) {
    status = add_part(unfolding, unfolding->view->parties + CR_UNDISCLOSED, &part, entry);
    unfolding->relaxed = true;
  } else {
    unfolding->open[holder] = true;
    unfolding->relaxed |= !cr_interval_point(&part);
    for (int i = capital->first[holder]; status == CRIBLE_OK && i < capital->first[holder + 1]; i++)
      status = unfold(unfolding, i, &part);
    unfolding->open[holder] = false;
  }
  cr_interval_clear(&part);
  return status;
}

static crible_status unfold_candidate(cr_unfolding *unfolding) {
  const cr_edges *capital = capital_of(unfolding);
  const int candidate = unfolding->view->candidate;
  cr_interval whole;
  cr_interval_init(&whole);
  fmpq_one(&whole.lo);
  fmpq_one(&whole.hi);
  crible_status status = CRIBLE_OK;
  for (int i = capital->first[candidate];
       status == CRIBLE_OK && i < capital->first[candidate + 1]; i++)
    status = unfold(unfolding, i, &whole);
  cr_interval_clear(&whole);
  return status;
}

static crible_status add_parties(cr_unfolding *unfolding) {
  const cr_view *view = unfolding->view;
  crible_status status = CRIBLE_OK;
  for (int p = 0, node; status == CRIBLE_OK && p < view->parties; p++)
    status = cr_view_builder_party(unfolding->builder, &node, view->kind[p], view->third[p],
                                   view->members[p], view->party[p]);
  return status;
}

crible_status cr_view_through_funds(const cr_view **out, const cr_view *view, cr_arena *arena) {
  if (view->third_in_capital == NULL) {
    *out = view;
    return CRIBLE_OK;
  }
  cr_unfolding unfolding = {.view = view};
  cr_view *seen = NULL, *made = cr_arena_alloc(arena, 1, sizeof *made);
  unfolding.open = cr_arena_alloc(arena, (size_t)view->parties, sizeof *unfolding.open);
  if (made == NULL || unfolding.open == NULL) return CRIBLE_E_MEMORY;
  crible_status status = cr_view_builder_new(&unfolding.builder, cr_arena_context(arena));
  if (status != CRIBLE_OK) return status;
  status = add_parties(&unfolding);
  if (status == CRIBLE_OK) status = unfold_candidate(&unfolding);
  if (status == CRIBLE_OK)
    status = cr_view_builder_finish(&seen, unfolding.builder, arena, view->candidate, NULL, NULL);
  if (status == CRIBLE_OK) {
    *made = *view;
    made->edges[CR_CAPITAL] = seen->edges[CR_CAPITAL];
    made->relaxed |= unfolding.relaxed;
    *out = made;
  }
  cr_view_builder_free(unfolding.builder);
  return status;
}
