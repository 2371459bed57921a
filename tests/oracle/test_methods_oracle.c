/* Holdings by the other methods: a completion drawn at random, its control and its chains worked
 * out plainly, stays inside the bounds; exact graphs have the one value. */
#include <string.h>

#include <criterion/criterion.h>

#include "engine/base/rational.h"
#include "engine/control/followed.h"
#include "tests/oracle/completed_view.h"
#include "tests/oracle/random_view.h"
#include "tests/oracle/reference_chain.h"
#include "tests/oracle/reference_control.h"

typedef struct trial {
  uint64_t seed;
  dice d;
  crible_context *context;
  cr_arena *arena;
  cr_view *view;
  cr_control *control;
  cr_holdings *holdings;
} trial;

/* One completed world: who holds the capital and the votes that can be exercised, and who controls
 * whom. */
typedef struct world {
  const cr_view *view;
  completion *capital, *votes;
  bool voteless;             /* in some company no vote can be exercised */
  reference_control control; /* of the completed votes: D */
  bool third[REFERENCE_ACTORS];
} world;

static void open_trial(trial *t, uint64_t seed, const view_recipe *recipe) {
  t->seed = seed;
  t->d.state = seed;
  cr_assert_eq(crible_context_new(&t->context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_arena_new(&t->arena, t->context), CRIBLE_OK);
  t->view = random_view(&t->d, recipe, t->arena);
  cr_control_rules *rules = cr_arena_alloc(t->arena, 1, sizeof *rules);
  fmpq_set_si(&rules->majority, 1, 2);
  fmpq_set_si(&rules->presumption, 2, 5);
  cr_assert_eq(cr_control_solve(&t->control, t->view, rules, t->arena), CRIBLE_OK);
}

static void close_trial(trial *t) {
  cr_arena_free(t->arena);
  crible_context_free(t->context);
}

static view_recipe recipe_for(int i, bool exact) {
  return (view_recipe){.companies = 2 + i % 5, .others = 2 + i % 4, .exact = exact,
                       .managers = i % 3 == 1, .groups = i % 2 == 0};
}

/* Leaves out treasury stock and what a company's own controlled companies hold of it. */
static void make_exercisable(world *w) {
  completion *c = w->votes;
  fmpq_t total;
  fmpq_init(total);
  w->voteless = false;
  for (int y = 0; y < c->parties; y++) {
    fmpq *outside = completion_weight(c, y, nobody(c));
    fmpq_sub(outside, outside, c->treasury + y);
    fmpq_zero(total);
    for (int h = 0; h < c->nodes; h++) {
      if (h < c->parties && w->control.relation[0][y][h]) fmpq_zero(completion_weight(c, y, h));
      fmpq_add(total, total, completion_weight(c, y, h));
    }
    w->voteless |= c->company[y] && fmpq_is_zero(total);
    for (int h = 0; h < c->nodes && !fmpq_is_zero(total); h++)
      fmpq_div(completion_weight(c, y, h), completion_weight(c, y, h), total);
  }
  fmpq_clear(total);
}

/* False when what this completion says of control is left open by the rules themselves. */
static bool draw_world(trial *t, world *w) {
  w->view = t->view;
  w->votes = random_completion(&t->d, t->view, CR_VOTES, NULL, t->arena);
  w->capital = random_completion(&t->d, t->view, CR_CAPITAL, NULL, t->arena);
  reference_control_solve(&w->control, completed_view(&t->d, t->view, w->votes, t->arena));
  make_exercisable(w);
  for (int p = 0; p <= t->view->parties; p++) w->third[p] = w->capital->third[p];
  return !memcmp(w->control.relation[0], w->control.relation[1], sizeof w->control.relation[0]);
}

/* Whether a holder is an entity's, or (entity −1) some third party's, by itself or by control. */
static bool belongs(const world *w, int entity, int holder) {
  for (int e = 0; e <= w->capital->parties; e++) {
    bool asked = entity >= 0 ? e == entity : w->third[e];
    if (asked && (holder == e || (holder < w->capital->parties && w->control.relation[0][e][holder])))
      return true;
  }
  return false;
}

static void expect_inside(const trial *t, const char *what, int node, const cr_bound bound[2],
                          const fmpq_t value) {
  int low = fmpq_cmp(value, bound[0].value), high = fmpq_cmp(value, bound[1].value);
  cr_assert(low >= 0 && high <= 0 && (low > 0 || bound[0].attained) && (high < 0 || bound[1].attained),
            "seed %lu %s of %d: %s outside %s … %s (attained %d, %d)", (unsigned long)t->seed, what,
            node, cr_rational_text(t->arena, value), cr_rational_text(t->arena, bound[0].value),
            cr_rational_text(t->arena, bound[1].value), bound[0].attained, bound[1].attained);
}

static void bounds_of(cr_bound bound[2], const trial *t, int node) {
  static fmpq zero[1];
  cr_bound none = {.exact = true, .attained = true, .tight = true, .value = zero};
  bound[0] = bound[1] = none;
  for (int i = 0; i < t->holdings->entity_count; i++) {
    if (t->holdings->entities[i].entity == node) {
      bound[0] = t->holdings->entities[i].lower;
      bound[1] = t->holdings->entities[i].upper;
    }
  }
}

/* `behind`: what closed groups count for. */
typedef void exact_value(fmpq_t out, const world *w, int entity, int behind);

/* Every third party's value in the world, the largest and that of all, inside the bounds. With
 * `exact`, tight bounds of all together are that value. */
static void check_world(const trial *t, const world *w, exact_value *value_of, bool exact,
                        int behind) {
  fmpq *value = cr_arena_rationals(t->arena, 2), *largest = value + 1;
  cr_bound bound[2];
  for (int e = 0; e <= t->view->parties; e++) {
    if (!w->third[e] || cr_view_group(t->view, e)) continue;
    bounds_of(bound, t, e);
    value_of(value, w, e, behind);
    expect_inside(t, "entity", e, bound, value);
    if (fmpq_cmp(value, largest) > 0) fmpq_set(largest, value);
  }
  cr_assert(fmpq_cmp(largest, t->holdings->individual[1].value) <= 0, "seed %lu",
            (unsigned long)t->seed);
  value_of(value, w, -1, behind);
  expect_inside(t, "together", -1, t->holdings->collective_bound, value);
  for (int side = 0; exact && side < 2; side++) {
    const cr_bound *all = t->holdings->collective_bound + side;
    cr_assert(!all->tight || side != behind || fmpq_equal(all->value, value),
              "seed %lu side %d", (unsigned long)t->seed, side);
  }
}

/* Draws worlds; gives how many could be checked. */
static int check_worlds(trial *t, exact_value *value_of, bool exact, int worlds) {
  static world w;
  int checked = 0;
  for (int k = 0; k < worlds; k++) {
    if (draw_world(t, &w) && !(t->holdings->property == CR_VOTES && w.voteless)) {
      check_world(t, &w, value_of, exact, 0);
      check_world(t, &w, value_of, exact, 1);
      checked++;
    }
  }
  return checked;
}

static void capital_by_control(fmpq_t out, const world *w, int entity, int behind) {
  (void)behind;
  fmpq_zero(out);
  for (int h = 0; h < w->capital->nodes; h++) {
    if (belongs(w, entity, h))
      fmpq_add(out, out, completion_weight(w->capital, w->capital->candidate, h));
  }
}

static void solve_capital_by_control(trial *t) {
  cr_control *capital = NULL;
  cr_assert_eq(cr_control_of_capital(&capital, t->control, t->view, t->arena), CRIBLE_OK);
  cr_assert_eq(cr_control_holdings(&t->holdings, capital, t->view, t->arena), CRIBLE_OK);
  cr_assert_eq(t->holdings->property, CR_CAPITAL);
}

static void compare_end(const trial *t, int x, const cr_bound *bound, reference_end *end) {
  cr_assert(fmpq_equal(bound->value, &end->value) && bound->attained == !end->open,
            "seed %lu: %d has %s attained %d, reference %s attained %d", (unsigned long)t->seed, x,
            cr_rational_text(t->arena, bound->value), bound->attained,
            cr_rational_text(t->arena, &end->value), !end->open);
  fmpq_clear(&end->value);
}

/* Word by word: the ends of each entity's sum, and of everybody's. */
static void compare_capital(const trial *t) {
  static reference_control r;
  bool set[2][REFERENCE_ACTORS] = {{false}};
  reference_control_solve(&r, t->view);
  for (int p = 0; p < t->view->parties; p++) {
    set[0][p] = t->view->third[p] == CR_THIRD;
    set[1][p] = t->view->third[p] != CR_NOT_THIRD;
  }
  set[1][t->view->parties] = true;
  for (int upper = 0; upper < 2; upper++) {
    reference_end end;
    reference_capital(&end, &r, -1, set[upper], t->view->candidate, upper);
    compare_end(t, -1, t->holdings->collective_bound + upper, &end);
    for (int i = 0; i < t->holdings->entity_count; i++) {
      const cr_entity_bounds *e = t->holdings->entities + i;
      bool maybe = e->entity < t->view->parties && t->view->third[e->entity] == CR_MAYBE_THIRD;
      if (cr_view_group(t->view, e->entity) || (maybe && !upper)) continue;
      reference_capital(&end, &r, e->entity, NULL, t->view->candidate, upper);
      compare_end(t, e->entity, upper ? &e->upper : &e->lower, &end);
    }
  }
}

Test(methods_oracle, capital_by_control, .timeout = 600) {
  uint64_t first = dice_first_seed() + 5000000;
  int checked = 0;
  for (int i = 0; i < dice_graphs(1500); i++) {
    view_recipe recipe = recipe_for(i, i % 4 == 0);
    trial t;
    open_trial(&t, first + (uint64_t)i, &recipe);
    solve_capital_by_control(&t);
    compare_capital(&t);
    checked += check_worlds(&t, capital_by_control, recipe.exact, 3);
    close_trial(&t);
  }
  cr_assert_gt(checked, dice_graphs(1500));
}

/* Funds cast their votes as their manager's; each other party counts for itself. */
static bool managed_by(const world *w, int entity, int fund) {
  for (int i = 0; i < w->view->control_count; i++) {
    const cr_control_edge *edge = w->view->controls + i;
    if (edge->manager && edge->controlled == fund &&
        (entity >= 0 ? edge->controller == entity : w->third[edge->controller]))
      return true;
  }
  return false;
}

static void votes_multiplied(fmpq_t out, const world *w, int entity, int behind) {
  bool counts[REFERENCE_ACTORS] = {false};
  for (int n = 0; n < w->votes->nodes; n++) {
    bool itself = entity >= 0 ? n == entity : n <= w->votes->parties && w->third[n];
    counts[n] = itself || managed_by(w, entity, n);
  }
  reference_chain_of(out, w->votes, counts, behind);
}

static void greater(fmpq_t out, const world *w, const completion *c, int entity, int behind) {
  bool counts[REFERENCE_ACTORS] = {false};
  for (int n = 0; n < c->nodes; n++) counts[n] = n != c->candidate && belongs(w, entity, n);
  reference_chain_of(out, c, counts, behind);
}

static void capital_greater(fmpq_t out, const world *w, int entity, int behind) {
  greater(out, w, w->capital, entity, behind);
}

static void votes_greater(fmpq_t out, const world *w, int entity, int behind) {
  greater(out, w, w->votes, entity, behind);
}

/* In a third of the trials the candidate met again is looked through. */
static void run(int from, cr_property property, bool is_greater, exact_value *value_of) {
  uint64_t first = dice_first_seed() + (uint64_t)from;
  int checked = 0, tight = 0;
  for (int i = 0; i < dice_graphs(1500); i++) {
    view_recipe recipe = recipe_for(i, i % 4 == 0);
    const cr_view *view = NULL;
    trial t;
    open_trial(&t, first + (uint64_t)i, &recipe);
    t.view->re_entry = i % 3 == 0;
    cr_assert_eq(cr_followed_view(&view, t.control, t.view, property, is_greater, t.arena),
                 CRIBLE_OK);
    cr_assert_eq(cr_holdings_solve(&t.holdings, view, property, NULL, 0, t.arena), CRIBLE_OK);
    tight += recipe.exact && t.holdings->collective_bound[0].tight;
    checked += check_worlds(&t, value_of, recipe.exact, 3);
    close_trial(&t);
  }
  cr_assert_gt(checked, dice_graphs(1500));
  cr_assert_gt(tight, dice_graphs(1500) / 8, "few exact figures: %d", tight);
}

Test(methods_oracle, votes_multiplied, .timeout = 600) {
  run(6000000, CR_VOTES, false, votes_multiplied);
}

Test(methods_oracle, capital_greater, .timeout = 600) {
  run(7000000, CR_CAPITAL, true, capital_greater);
}

Test(methods_oracle, votes_greater, .timeout = 600) {
  run(8000000, CR_VOTES, true, votes_greater);
}
