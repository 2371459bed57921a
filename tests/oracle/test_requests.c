/* What is asked on random undetermined views: answers exist that keep the ceiling, and none do
 * when any item is left out. */
#include <criterion/criterion.h>

#include "engine/base/rational.h"
#include "engine/control/followed.h"
#include "engine/requests/favourable.h"
#include "engine/requests/request_set.h"
#include "tests/oracle/completion.h"
#include "tests/oracle/draft.h"
#include "tests/oracle/random_view.h"

enum { DRAWS = 24 };

typedef struct trial {
  uint64_t seed;
  dice d;
  crible_context *context;
  cr_arena *arena;
  cr_control_rules rules;
  cr_request_items items;
  cr_inquiry inquiry;
} trial;

/* By the method that the trial's rules choose. */
static cr_holdings *solve(cr_bound bound[2], const trial *t, const cr_view *view) {
  const cr_property property = t->inquiry.property;
  cr_holdings *holdings;
  cr_control *control, *counted;
  cr_assert_eq(cr_control_solve(&control, view, &t->rules, t->arena), CRIBLE_OK);
  counted = control;
  if (cr_inquiry_by_control(&t->inquiry)) {
    if (property == CR_CAPITAL)
      cr_assert_eq(cr_control_of_capital(&counted, control, view, t->arena), CRIBLE_OK);
    cr_assert_eq(cr_control_holdings(&holdings, counted, view, t->arena), CRIBLE_OK);
  } else {
    cr_assert_eq(cr_followed_view(&view, control, view, property,
                                  cr_inquiry_greater(&t->inquiry), t->arena),
                 CRIBLE_OK);
    cr_assert_eq(cr_holdings_solve(&holdings, view, property, t->inquiry.ceiling, 1, t->arena),
                 CRIBLE_OK);
  }
  for (int side = 0; side < 2; side++)
    bound[side] = t->inquiry.together ? holdings->collective_bound[side] : holdings->individual[side];
  return holdings;
}

static bool undetermined(trial *t) {
  cr_bound bound[2];
  const cr_holdings *holdings = solve(bound, t, t->inquiry.view[0]);
  t->inquiry.against[0] =
      cr_inquiry_against(t->inquiry.view[0], holdings, t->inquiry.together);
  int lower = fmpq_cmp(bound[0].value, t->inquiry.ceiling);
  return fmpq_cmp(bound[1].value, t->inquiry.ceiling) > 0 &&
         (lower < 0 || (lower == 0 && bound[0].attained));
}

static int item_of(const trial *t, cr_request_kind kind, int party, int holder) {
  for (int i = 0; i < t->items.count; i++) {
    const cr_request_item *item = &t->items.items[i];
    if (item->kind == kind && item->party == party && item->holder == holder) return i;
  }
  return CR_NONE;
}

static int item_of_entry(const trial *t, int company, int holder) {
  int parties = t->inquiry.view[0]->parties;
  if (holder == parties + CR_UNDISCLOSED) return item_of(t, CR_ASK_HOLDERS, company, CR_NONE);
  return holder < parties ? item_of(t, CR_ASK_SHARE, company, holder) : CR_NONE;
}

static bool inside(const cr_interval *part, const cr_interval *whole) {
  int lo = fmpq_cmp(&part->lo, &whole->lo), hi = fmpq_cmp(&part->hi, &whole->hi);
  return lo >= 0 && hi <= 0 && (lo > 0 || !whole->lo_open || part->lo_open) &&
         (hi < 0 || !whole->hi_open || part->hi_open);
}

/* Every answer lies inside what is open (where any will do, it stays open), nothing else has changed, and the ceiling is kept. */
static void expect_kept(const trial *t, const bool *marked) {
  const cr_view *view = t->inquiry.view[0];
  const cr_edges *edges = &view->edges[t->inquiry.property], *now;
  cr_view *answered = NULL;
  cr_assert_eq(cr_kept_view(&answered, &t->inquiry, marked, t->arena), CRIBLE_OK);
  cr_assert_not_null(answered, "seed %lu: no answers", (unsigned long)t->seed);
  now = &answered->edges[t->inquiry.property];
  for (int c = 0; c < view->parties; c++) {
    int seat = item_of(t, CR_ASK_SEAT, c, CR_NONE);
    bool asked = seat != CR_NONE && marked[seat];
    cr_assert_eq(answered->third[c] == CR_MAYBE_THIRD, view->third[c] == CR_MAYBE_THIRD && !asked);
    cr_assert(asked || answered->third[c] == view->third[c]);
    for (int e = edges->first[c]; e < edges->first[c + 1]; e++) {
      int item = item_of_entry(t, c, edges->holder[e]);
      cr_assert(inside(&now->weight[e], &edges->weight[e]), "seed %lu", (unsigned long)t->seed);
      if (edges->holder[e] < view->parties) cr_assert_eq(now->holder[e], edges->holder[e]);
      else if (item == CR_NONE || !marked[item])
        cr_assert(now->holder[e] - answered->parties == edges->holder[e] - view->parties ||
                  answered->third[c] == CR_THIRD);
    }
  }
  cr_bound bound[2];
  (void)solve(bound, t, answered);
  cr_assert(fmpq_cmp(bound[1].value, t->inquiry.ceiling) <= 0, "seed %lu", (unsigned long)t->seed);
}

/* Behind a remainder: many, somebody new, or a party of the view. */
static int drawn_holder(trial *t, draft *d, int company) {
  int roll = dice_roll(&t->d, 3), party = dice_roll(&t->d, d->parties);
  if (roll == 0) return CR_VIEW_PSEUDO(CR_FLOAT);
  if (roll == 1 && party != company && d->third[party] == CR_NOT_THIRD && d->kind[party] != CR_GROUP)
    return party;
  d->kind[d->parties] = CR_PERSON;
  d->third[d->parties] = CR_NOT_THIRD;
  d->members[d->parties] = 1;
  return d->parties++;
}

/* Answers drawn at random to the items marked. */
static const cr_view *drawn_answers(trial *t, const bool *marked) {
  const cr_view *view = t->inquiry.view[0];
  const int parties = view->parties;
  draft d;
  draft_take(&d, view, t->arena);
  fmpq *weights[CR_PROPERTIES];
  for (int p = 0; p < CR_PROPERTIES; p++) {
    weights[p] = cr_arena_rationals(t->arena, (size_t)view->edges[p].count + 1);
    for (int c = 0; c < parties; c++) random_row(&t->d, &view->edges[p], c, weights[p]);
  }
  for (int c = 0; c < parties; c++) {
    int seat = item_of(t, CR_ASK_SEAT, c, CR_NONE);
    if (seat != CR_NONE && marked[seat]) d.third[c] = dice_roll(&t->d, 4) ? CR_NOT_THIRD : CR_THIRD;
  }
  for (int i = 0; i < d.edges; i++) {
    draft_edge *edge = &d.edge[i];
    int entry = edge->property == CR_VOTES ? i - view->edges[CR_CAPITAL].count : i;
    int item = item_of_entry(t, edge->company, view->edges[edge->property].holder[entry]);
    if (item != CR_NONE && marked[item]) {
      fmpq *point = weights[edge->property] + entry;
      edge->weight = (cr_interval){.lo = *point, .hi = *point};
      if (edge->holder == CR_VIEW_PSEUDO(CR_UNDISCLOSED)) edge->holder = drawn_holder(t, &d, edge->company);
    } else if (edge->holder == CR_VIEW_PSEUDO(CR_UNDISCLOSED) && d.third[edge->company] == CR_THIRD) {
      edge->holder = CR_VIEW_PSEUDO(CR_NOBODY);
    }
  }
  return draft_build(&d);
}

static void expect_none(trial *t, const bool *marked, const char *what) {
  bool kept;
  fmpq *least = cr_arena_rationals(t->arena, 1);
  cr_assert_eq(cr_most_favourable(least, &kept, &t->inquiry, marked, true), CRIBLE_OK);
  cr_assert_not(kept, "seed %lu: %s", (unsigned long)t->seed, what);
  /* By the other methods the other property's answers matter too, and are not sought; what is found
   * is proven all the same. */
  const bool usual = t->rules.reading.option[CR_CHOICE_VOTE_CHAIN] == CR_VOTE_CHAIN_CONTROL;
  for (int k = 0; usual && k < DRAWS; k++) {
    cr_bound bound[2];
    const cr_view *view = drawn_answers(t, marked);
    if (view == NULL) continue;
    (void)solve(bound, t, view);
    cr_assert(fmpq_cmp(bound[1].value, t->inquiry.ceiling) > 0,
              "seed %lu: %s, drawn answers keep %s under %s", (unsigned long)t->seed, what,
              cr_rational_text(t->arena, bound[1].value),
              cr_rational_text(t->arena, t->inquiry.ceiling));
  }
}

/* No set of `size` items suffices. */
static void expect_none_of_size(trial *t, int size) {
  const int count = t->items.count;
  for (unsigned set = 0; count <= 12 && set < 1u << count; set++) {
    bool marked[12];
    int marks = 0;
    for (int i = 0; i < count; i++) marks += marked[i] = set >> i & 1;
    bool kept = false;
    fmpq *least = cr_arena_rationals(t->arena, 1);
    if (marks == size)
      cr_assert_eq(cr_most_favourable(least, &kept, &t->inquiry, marked, true), CRIBLE_OK);
    cr_assert_not(kept, "seed %lu: %d items suffice", (unsigned long)t->seed, size);
  }
}

typedef struct tally {
  int sufficient, minimum, none, sizes[8];
} tally;

static void check(trial *t, tally *count) {
  bool *marked = cr_arena_alloc(t->arena, (size_t)t->items.count + 1, sizeof *marked);
  cr_request_set set;
  int size = 0;
  cr_sufficiency sufficiency = {.holds = cr_ceiling_kept,
                                .data = &t->inquiry,
                                .count = t->items.count,
                                .arena = t->arena};
  int *order = cr_arena_alloc(t->arena, (size_t)t->items.count + 1, sizeof *order);
  for (int i = 0; i < t->items.count; i++) order[i] = i;
  cr_assert_eq(cr_request_set_find(&set, marked, &sufficiency, &t->inquiry, order, NULL),
               CRIBLE_OK);
  for (int i = 0; i < t->items.count; i++) size += marked[i];
  if (!set.sufficient) {
    cr_assert_eq(size, 0);
    for (int i = 0; i < t->items.count; i++) marked[i] = true;
    expect_none(t, marked, "everything answered");
    count->none++;
    return;
  }
  expect_kept(t, marked);
  for (int i = 0; i < t->items.count; i++) {
    if (!marked[i]) continue;
    marked[i] = false;
    expect_none(t, marked, "one item left out");
    marked[i] = true;
  }
  if (set.minimum) expect_none_of_size(t, size - 1);
  count->sufficient++;
  count->minimum += set.minimum;
  count->sizes[size < 7 ? size : 7]++;
}

static void open_trial(trial *t, uint64_t seed, uint64_t i) {
  view_recipe recipe = {.companies = 1 + (int)(i % 5), .others = 2 + (int)(i % 3),
                        .closed_only = i % 2 == 0, .groups = i % 5 == 0, .managers = i % 7 == 0};
  fmpq *values;
  *t = (trial){.seed = seed, .d.state = seed};
  cr_assert_eq(crible_context_new(&t->context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_arena_new(&t->arena, t->context), CRIBLE_OK);
  values = cr_arena_rationals(t->arena, 3);
  fmpq_set_si(values, 1, 2);
  fmpq_set_si(values + 1, 2, 5);
  t->rules.majority = values[0];
  t->rules.presumption = values[1];
  t->rules.reading.option[CR_CHOICE_CAPITAL_CHAIN] = (uint8_t)(i / 8 % 3);
  t->rules.reading.option[CR_CHOICE_VOTE_CHAIN] = (uint8_t)(i / 8 % 3);
  bool together = i / 2 % 2;
  fmpq_set_si(values + 2, together ? 39 : 24, 100);
  draft numbered; /* the parties of its view are their own fact parties */
  draft_take(&numbered, random_view(&t->d, &recipe, t->arena), t->arena);
  const cr_view *view = draft_build(&numbered);
  cr_assert_eq(cr_request_items_of_views(&t->items, &view, 1, t->arena), CRIBLE_OK);
  t->inquiry = (cr_inquiry){.context = t->context, .view = {view}, .view_count = 1,
                            .rules = &t->rules, .property = i / 4 % 2 ? CR_VOTES : CR_CAPITAL,
                            .together = together, .ceiling = values + 2, .items = &t->items};
}

/* Votes that only an answer by somebody from elsewhere, by the candidate, or by several together
 * brings under control or to nothing. */
Test(requests_oracle, answers_that_are_hard_to_find) {
  static const uint64_t seeds[][2] = {{8000418, 414}, {8003639, 3628}, {8004652, 1349}};
  tally count = {0};
  for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
    trial t;
    open_trial(&t, seeds[i][0], seeds[i][1]);
    cr_assert(undetermined(&t));
    check(&t, &count);
    cr_arena_free(t.arena);
    crible_context_free(t.context);
  }
  cr_assert_eq(count.sufficient, 3);
}

Test(requests_oracle, a_set_suffices_and_has_no_item_to_spare, .timeout = 900) {
  uint64_t first = dice_first_seed() + 8000000;
  tally count = {0};
  for (uint64_t i = 0; count.sufficient < dice_graphs(150); i++) {
    trial t;
    cr_assert_lt(i, 100000);
    open_trial(&t, first + i, i);
    if (undetermined(&t)) check(&t, &count);
    cr_arena_free(t.arena);
    crible_context_free(t.context);
  }
  cr_log_info("%d sufficient, %d minimum, %d none; sizes %d %d %d %d %d %d+", count.sufficient,
              count.minimum, count.none, count.sizes[1], count.sizes[2], count.sizes[3],
              count.sizes[4], count.sizes[5], count.sizes[6] + count.sizes[7]);
}
