/* What is asked on random undetermined views: answers exist that keep the ceiling, and none do
 * when any item is left out. */
#include <criterion/criterion.h>

#include "engine/base/rational.h"
#include "engine/control/followed.h"
#include "engine/requests/favourable.h"
#include "engine/requests/request_set.h"
#include "tests/oracle/answer_grid.h"
#include "tests/oracle/draft.h"
#include "tests/oracle/random_view.h"

enum { EXHAUSTIVE = 3000, DRAWS = 200 };

typedef struct trial {
  uint64_t seed;
  dice d;
  crible_context *context;
  cr_arena *arena;
  cr_control_rules rules;
  cr_request_items items;
  cr_inquiry inquiry;
  int exhaustive, drawn; /* sets whose answers were all tried, or some */
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
    bound[side] =
        t->inquiry.together ? holdings->collective_bound[side] : holdings->individual[side];
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

/* The entries of a row that stand for what is left to `entry` of the view asked about: one, or who
 * stands behind a remainder. */
static int parts_of(const trial *t, const cr_edges *now, const cr_edges *edges, int c, int entry) {
  int count = edges->first[c + 1] - edges->first[c], parts = now->first[c + 1] - now->first[c];
  const bool remainder = edges->holder[entry] == t->inquiry.view[0]->parties + CR_UNDISCLOSED;
  return remainder ? parts - count + 1 : 1;
}

/* An answer to a remainder: its parts may add up to what it may be. */
static void expect_parts(const trial *t, const cr_interval *parts, int count,
                         const cr_interval *whole) {
  cr_interval sum;
  cr_interval_init(&sum);
  for (int i = 0; i < count; i++) cr_interval_add(&sum, &sum, &parts[i]);
  cr_interval_intersect(&sum, &sum, whole);
  cr_assert_not(cr_interval_empty(&sum), "seed %lu", (unsigned long)t->seed);
  cr_interval_clear(&sum);
}

static void expect_row(const trial *t, const cr_view *answered, cr_property property, int c,
                       const bool *marked) {
  const cr_view *view = t->inquiry.view[0];
  const cr_edges *edges = &view->edges[property], *now = &answered->edges[property];
  for (int e = edges->first[c], n = now->first[c]; e < edges->first[c + 1]; e++) {
    int item = item_of_entry(t, c, edges->holder[e]), parts = parts_of(t, now, edges, c, e);
    if (item != CR_NONE && marked[item] && edges->holder[e] >= view->parties)
      expect_parts(t, &now->weight[n], parts, &edges->weight[e]);
    else
      cr_assert(parts == 1 && inside(&now->weight[n], &edges->weight[e]), "seed %lu",
                (unsigned long)t->seed);
    if (edges->holder[e] < view->parties) cr_assert_eq(now->holder[n], edges->holder[e]);
    else if (item == CR_NONE || !marked[item])
      cr_assert(now->holder[n] - answered->parties == edges->holder[e] - view->parties ||
                answered->third[c] == CR_THIRD);
    n += parts;
  }
}

/* Every answer lies inside what is open (where any will do, it stays open), nothing else has
 * changed, and the ceiling is kept. */
static void expect_kept(const trial *t, const bool *marked) {
  const cr_view *view = t->inquiry.view[0];
  cr_view *answered = NULL;
  cr_assert_eq(cr_kept_view(&answered, &t->inquiry, marked, t->arena), CRIBLE_OK);
  cr_assert_not_null(answered, "seed %lu: no answers", (unsigned long)t->seed);
  for (int c = 0; c < view->parties; c++) {
    int seat = item_of(t, CR_ASK_SEAT, c, CR_NONE);
    bool asked = seat != CR_NONE && marked[seat];
    cr_assert_eq(answered->third[c] == CR_MAYBE_THIRD, view->third[c] == CR_MAYBE_THIRD && !asked);
    cr_assert(asked || answered->third[c] == view->third[c]);
    for (int p = 0; p < CR_PROPERTIES; p++) expect_row(t, answered, (cr_property)p, c, marked);
  }
  cr_bound bound[2];
  (void)solve(bound, t, answered);
  cr_assert(fmpq_cmp(bound[1].value, t->inquiry.ceiling) <= 0, "seed %lu", (unsigned long)t->seed);
}

/* Which rows bear on the figure. */
static void bearing(bool properties[CR_PROPERTIES], const trial *t) {
  properties[CR_CAPITAL] = t->inquiry.property == CR_CAPITAL;
  properties[CR_VOTES] = t->inquiry.property == CR_VOTES || !cr_inquiry_multiplied(&t->inquiry);
}

/* No answers on a grid keep the ceiling: all of them where they are few, else some. */
static void expect_none(trial *t, const bool *marked, const char *what) {
  bool properties[CR_PROPERTIES];
  cr_arena *scratch;
  bearing(properties, t);
  cr_assert_eq(cr_arena_new(&scratch, t->context), CRIBLE_OK);
  const answer_grid *grid =
      answer_grid_of(t->inquiry.view[0], &t->items, marked, properties, scratch);
  const double size = answer_grid_size(grid);
  const bool all = size <= EXHAUSTIVE;
  const uint64_t count = all ? (uint64_t)size : DRAWS;
  t->exhaustive += all;
  t->drawn += !all;
  bool found = false;
  for (uint64_t k = 0; !found && k < count; k++) {
    cr_arena *arena, *own = t->arena;
    cr_assert_eq(cr_arena_new(&arena, t->context), CRIBLE_OK);
    const cr_view *view = answer_grid_view(grid, k, all ? NULL : &t->d, arena);
    if (view != NULL) {
      cr_bound bound[2];
      t->arena = arena;
      (void)solve(bound, t, view);
      t->arena = own;
      found = fmpq_cmp(bound[1].value, t->inquiry.ceiling) <= 0;
      cr_expect_not(found, "seed %lu: %s, answers %lu of %g keep %s under %s",
                    (unsigned long)t->seed, what, (unsigned long)k, size, cr_rational_text(arena, bound[1].value),
                    cr_rational_text(arena, t->inquiry.ceiling));
    }
    cr_arena_free(arena);
  }
  cr_arena_free(scratch);
}

/* No set of `size` items suffices. */
static void expect_none_of_size(trial *t, int size) {
  const int count = t->items.count;
  for (unsigned set = 0; count <= 12 && set < 1u << count; set++) {
    bool marked[12];
    int marks = 0;
    for (int i = 0; i < count; i++) marks += marked[i] = set >> i & 1;
    if (marks == size) expect_none(t, marked, "fewer items than the minimum");
  }
}

typedef struct tally {
  int sufficient, minimum, none, exhaustive, drawn, sizes[8];
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
 * brings under control or to nothing; just as many as are not yet presumed to control; what the
 * votes that are answered besides make of capital. */
Test(requests_oracle, answers_that_are_hard_to_find) {
  static const uint64_t seeds[][2] = {{8000418, 414}, {8003639, 3628}, {8004652, 1349},
                                      {8000038, 34}, {8002123, 2119}, {13151079, 1078},
                                      {13150045, 44}, {8001286, 1282}, {13152675, 2674}};
  tally count = {0};
  for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
    trial t;
    open_trial(&t, seeds[i][0], seeds[i][1]);
    cr_assert(undetermined(&t));
    check(&t, &count);
    cr_arena_free(t.arena);
    crible_context_free(t.context);
  }
  cr_assert_eq(count.sufficient, (int)(sizeof seeds / sizeof *seeds));
}

Test(requests_oracle, a_set_suffices_and_has_no_item_to_spare, .timeout = 900) {
  uint64_t first = dice_first_seed() + 8000000;
  tally count = {0};
  for (uint64_t i = 0; count.sufficient < dice_graphs(60); i++) {
    trial t;
    cr_assert_lt(i, 100000);
    open_trial(&t, first + i, i);
    if (undetermined(&t)) check(&t, &count);
    count.exhaustive += t.exhaustive;
    count.drawn += t.drawn;
    cr_arena_free(t.arena);
    crible_context_free(t.context);
  }
  cr_log_info("%d sufficient, %d minimum, %d none; all answers tried to %d sets, some to %d; sizes "
              "%d %d %d %d %d %d+",
              count.sufficient, count.minimum, count.none, count.exhaustive, count.drawn,
              count.sizes[1], count.sizes[2], count.sizes[3], count.sizes[4], count.sizes[5],
              count.sizes[6] + count.sizes[7]);
}
