/* Headroom of criteria that are met: all of it still meets the criterion, one share more does
 * not. Shares change hands, or are issued, on random views. */
#include <criterion/criterion.h>

#include "engine/base/rational.h"
#include "engine/screening/headroom.h"
#include "tests/oracle/draft.h"
#include "tests/oracle/random_view.h"

typedef struct trial {
  uint64_t seed;
  crible_context *context;
  cr_arena *arena;
  cr_view *view;
  cr_property property;
  bool together;
  fmpq *ceiling, *counted;
} trial;

typedef struct solution {
  cr_control *control;
  cr_holdings *holdings;
} solution;

/* The upper bound that the criterion compares. */
static const cr_bound *upper_bound(solution *s, const trial *t, const cr_view *view) {
  cr_control_rules rules = {0};
  fmpq *parts = cr_arena_rationals(t->arena, 2);
  fmpq_set_si(parts, 1, 2);
  fmpq_set_si(parts + 1, 2, 5);
  rules.majority = parts[0];
  rules.presumption = parts[1];
  cr_assert_eq(cr_control_solve(&s->control, view, &rules, t->arena), CRIBLE_OK);
  crible_status status =
      t->property == CR_CAPITAL
          ? cr_holdings_solve(&s->holdings, view, CR_CAPITAL, t->ceiling, 1, t->arena)
          : cr_control_holdings(&s->holdings, s->control, view, t->arena);
  cr_assert_eq(status, CRIBLE_OK, "seed %lu", (unsigned long)t->seed);
  return t->together ? &s->holdings->collective_bound[1] : &s->holdings->individual[1];
}

static draft_edge *add_edge(draft *d, int holder, const fmpq *share) {
  draft_edge *edge = &d->edge[d->edges++];
  fmpq *ends = cr_arena_rationals(d->arena, 2);
  fmpq_set(ends, share);
  fmpq_set(ends + 1, share);
  *edge = (draft_edge){.holder = holder, .company = d->candidate};
  edge->weight = (cr_interval){.lo = ends[0], .hi = ends[1]};
  return edge;
}

static int add_newcomer(draft *d) {
  int node = d->parties++;
  d->kind[node] = CR_PUBLIC_BODY;
  d->third[node] = CR_THIRD;
  d->members[node] = 1;
  return node;
}

/* Issues `part` of the present number of shares to `buyer`. */
static const cr_view *issue(const trial *t, const fmpq *part, int buyer) {
  draft d;
  draft_take(&d, t->view, t->arena);
  fmpq *values = cr_arena_rationals(t->arena, 3 + 2 * (size_t)d.edges), *whole = values,
       *share = values + 1;
  fmpq_one(whole);
  fmpq_add(whole, whole, part);
  fmpq_div(share, part, whole);
  for (int i = 0; i < d.edges; i++) {
    draft_edge *edge = &d.edge[i];
    if (edge->company != d.candidate || edge->property != t->property) continue;
    fmpq *ends = values + 3 + 2 * i;
    fmpq_div(ends, &edge->weight.lo, whole);
    fmpq_div(ends + 1, &edge->weight.hi, whole);
    edge->weight.lo = ends[0];
    edge->weight.hi = ends[1];
  }
  if (buyer == CR_NONE) buyer = add_newcomer(&d);
  add_edge(&d, buyer, share)->property = t->property;
  return draft_build(&d);
}

/* What of the shares is counted: all of the capital; of the votes what the treasury does not hold.
 * False when that is not known, or the candidate may control a holder, whose votes then do not count. */
static bool counted(fmpq *out, const trial *t, const cr_control *control) {
  const cr_edges *edges = &t->view->edges[t->property];
  const int candidate = t->view->candidate;
  fmpq_one(out);
  for (int i = edges->first[candidate]; i < edges->first[candidate + 1]; i++) {
    if (t->property == CR_CAPITAL) continue;
    if (edges->holder[i] < t->view->parties &&
        cr_controls_possibly(control, candidate, edges->holder[i]))
      return false;
    if (edges->holder[i] != t->view->parties + CR_TREASURY) continue;
    if (!cr_interval_point(&edges->weight[i])) return false;
    fmpq_sub(out, out, &edges->weight[i].lo);
  }
  return !fmpq_is_zero(out);
}

static void expect_side(const trial *t, const cr_view *view, bool met, const char *what) {
  solution s;
  cr_assert_not_null(view, "seed %lu", (unsigned long)t->seed);
  const cr_bound *upper = upper_bound(&s, t, view);
  cr_assert_eq(fmpq_cmp(upper->value, t->ceiling) <= 0, met, "seed %lu, %s: %s of %s",
               (unsigned long)t->seed, what, cr_rational_text(t->arena, upper->value),
               cr_rational_text(t->arena, t->ceiling));
}

/* `room` of what is counted, as shares of all; and a little more. */
static void amounts(fmpq *all, fmpq *more, const trial *t, const fmpq *room) {
  fmpq_mul(all, room, t->counted);
  fmpq_set_si(more, 1, 1000000);
  fmpq_add(more, more, all);
}

static void expect_issued(const trial *t, const cr_room *room, int buyer) {
  fmpq *all = cr_arena_rationals(t->arena, 2), *more = all + 1;
  amounts(all, more, t, room->issued);
  if (!fmpq_is_zero(all)) expect_side(t, issue(t, all, buyer), true, "issued");
  expect_side(t, issue(t, more, buyer), false, "one share more issued");
}

/* Sells `part` of the candidate from those who surely hold it and lead to nobody third; NULL
 * when they hold less. */
static const cr_view *sell(const trial *t, const fmpq *part, int buyer) {
  draft d;
  draft_take(&d, t->view, t->arena);
  fmpq *left = cr_arena_rationals(t->arena, 1);
  fmpq_set(left, part);
  for (int i = 0; i < d.edges && fmpq_sgn(left) > 0; i++) {
    draft_edge *edge = &d.edge[i];
    bool person = edge->holder >= 0 && t->view->kind[edge->holder] == CR_PERSON;
    if (edge->company != d.candidate || edge->property != t->property || !person) continue;
    fmpq *values = cr_arena_rationals(t->arena, 3);
    fmpq_set(values, fmpq_cmp(left, &edge->weight.lo) < 0 ? left : &edge->weight.lo);
    fmpq_sub(values + 1, &edge->weight.lo, values);
    fmpq_sub(values + 2, &edge->weight.hi, values);
    edge->weight.lo = values[1];
    edge->weight.hi = values[2];
    fmpq_sub(left, left, values);
  }
  if (!fmpq_is_zero(left)) return NULL;
  if (buyer == CR_NONE) buyer = add_newcomer(&d);
  add_edge(&d, buyer, part)->property = t->property;
  return draft_build(&d);
}

static bool expect_bought(const trial *t, const cr_room *room, int buyer) {
  if (!fmpq_equal(room->bought, room->left) || fmpq_is_zero(room->left)) return false;
  fmpq *part = cr_arena_rationals(t->arena, 2), *more = part + 1;
  amounts(part, more, t, room->left);
  const cr_view *all = sell(t, part, buyer), *beyond = sell(t, more, buyer);
  if (all == NULL || beyond == NULL) return false;
  expect_side(t, all, true, "bought");
  expect_side(t, beyond, false, "one share more bought");
  return true;
}

static bool check(const trial *t, int *bought) {
  solution s;
  const cr_bound *upper = upper_bound(&s, t, t->view);
  fmpq *values = cr_arena_rationals(t->arena, 2), *held = values, *undisclosed = values + 1;
  if (fmpq_cmp(upper->value, t->ceiling) > 0 || !counted(t->counted, t, s.control)) return false;
  if (!cr_headroom_exact(t->view, s.control, t->property)) return false;
  cr_headroom *headroom;
  cr_assert_eq(cr_headroom_held(held, t->view, s.holdings, s.control, t->context), CRIBLE_OK);
  cr_assert_eq(cr_headroom_undisclosed(undisclosed, t->view, s.holdings, t->arena), CRIBLE_OK);
  cr_assert_eq(cr_headroom_below(&headroom, t->ceiling, upper, t->together, undisclosed, held,
                                 t->arena),
               CRIBLE_OK);
  cr_assert(fmpq_sgn(held) >= 0);
  expect_issued(t, &headroom->newcomer, CR_NONE);
  *bought += expect_bought(t, &headroom->newcomer, CR_NONE);
  int holder = s.holdings->individual_holder[1];
  /* An undisclosed buyer would be the newcomer again. */
  if (!headroom->has_largest || holder >= t->view->parties) return true;
  expect_issued(t, &headroom->largest, holder);
  *bought += expect_bought(t, &headroom->largest, holder);
  return true;
}

Test(headroom_oracle, one_share_more_is_too_much, .timeout = 600) {
  uint64_t first = dice_first_seed() + 7000000;
  int met = 0, bought = 0;
  for (uint64_t i = 0; met < dice_graphs(200); i++) {
    cr_assert_lt(i, 200000);
    dice d = {.state = first + i};
    trial t = {.seed = first + i, .property = i % 2 ? CR_VOTES : CR_CAPITAL, .together = i / 2 % 2};
    view_recipe recipe = {.companies = 1 + (int)(i % 5), .others = 3, .exact = i % 3 == 0,
                          .groups = i % 5 == 0, .managers = i % 7 == 0};
    cr_assert_eq(crible_context_new(&t.context, NULL), CRIBLE_OK);
    cr_assert_eq(cr_arena_new(&t.arena, t.context), CRIBLE_OK);
    t.view = random_view(&d, &recipe, t.arena);
    t.ceiling = cr_arena_rationals(t.arena, 2);
    t.counted = t.ceiling + 1;
    fmpq_set_si(t.ceiling, t.together ? 39 : 24, 100);
    met += check(&t, &bought);
    cr_arena_free(t.arena);
    crible_context_free(t.context);
  }
  cr_assert_gt(bought, dice_graphs(200) / 20, "hardly anything could be bought: %d", bought);
}
