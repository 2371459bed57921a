/* Control against a word-by-word reference, and against completions. */
#include <string.h>

#include <criterion/criterion.h>

#include "engine/base/rational.h"
#include "engine/control/control.h"
#include "engine/control/union.h"
#include "tests/oracle/completed_view.h"
#include "tests/oracle/random_view.h"
#include "tests/oracle/reference_control.h"

typedef struct trial {
  uint64_t seed;
  dice d;
  crible_context *context;
  cr_arena *arena;
  cr_view *view;
  cr_control *control;
  reference_control reference;
} trial;

static void solve(trial *t) {
  cr_control_rules *rules = cr_arena_alloc(t->arena, 1, sizeof *rules);
  fmpq_set_si(&rules->majority, 1, 2);
  fmpq_set_si(&rules->presumption, 2, 5);
  cr_assert_eq(cr_control_solve(&t->control, t->view, rules, t->arena), CRIBLE_OK, "seed %lu",
               (unsigned long)t->seed);
  reference_control_solve(&t->reference, t->view);
}

static void open_trial(trial *t, uint64_t seed, const view_recipe *recipe) {
  t->seed = seed;
  t->d.state = seed;
  cr_assert_eq(crible_context_new(&t->context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_arena_new(&t->arena, t->context), CRIBLE_OK);
  t->view = random_view(&t->d, recipe, t->arena);
  solve(t);
}

static void close_trial(trial *t) {
  cr_arena_free(t->arena);
  crible_context_free(t->context);
}

static const char *shown(const trial *t, const fmpq_t value) {
  return cr_rational_text(t->arena, value);
}

static void compare_relations(const trial *t) {
  for (int x = 0; x <= t->view->parties; x++) {
    for (int y = 0; y < t->view->parties; y++) {
      if (x == y || (x < t->view->parties && t->view->kind[x] == CR_GROUP)) {
        continue;
      }
      cr_assert_eq(cr_controls_definitely(t->control, x, y), t->reference.relation[0][x][y],
                   "seed %lu: D(%d, %d), reference %d", (unsigned long)t->seed, x, y,
                   t->reference.relation[0][x][y]);
      cr_assert_eq(cr_controls_possibly(t->control, x, y), t->reference.relation[1][x][y],
                   "seed %lu: P(%d, %d), reference %d", (unsigned long)t->seed, x, y,
                   t->reference.relation[1][x][y]);
    }
  }
}

static void compare_end(const trial *t, const char *what, int x, int y, const cr_bound *bound,
                        const reference_end *end) {
  cr_assert(bound->exact && fmpq_equal(bound->value, &end->value) && bound->attained == !end->open,
            "seed %lu: %s(%d, %d) is %s attained %d, reference %s attained %d",
            (unsigned long)t->seed, what, x, y, shown(t, bound->value), bound->attained,
            shown(t, &end->value), !end->open);
}

static void compare_votes(const trial *t) {
  for (int x = 0; x <= t->view->parties; x++) {
    for (int y = 0; y < t->view->parties; y++) {
      bool company = t->view->edges[CR_VOTES].first[y] < t->view->edges[CR_VOTES].first[y + 1];
      if (x == y || !company || cr_view_group(t->view, x)) {
        continue;
      }
      cr_bound bound[2];
      cr_assert_eq(cr_control_votes(bound, t->control, t->view, x, y, t->arena), CRIBLE_OK);
      for (int upper = 0; upper < 2; upper++) {
        reference_end end;
        reference_votes(&end, &t->reference, x, NULL, y, upper);
        compare_end(t, upper ? "U" : "L", x, y, bound + upper, &end);
        fmpq_clear(&end.value);
      }
    }
  }
}

static void third_sets(const cr_view *view, bool *definite, bool *possible) {
  memset(definite, 0, REFERENCE_ACTORS);
  memset(possible, 0, REFERENCE_ACTORS);
  for (int p = 0; p < view->parties; p++) {
    definite[p] = view->third[p] == CR_THIRD;
    possible[p] = view->third[p] != CR_NOT_THIRD;
  }
  possible[view->parties] = true;
}

static void compare_together(const trial *t) {
  bool sets[2][REFERENCE_ACTORS];
  cr_bound bound[2];
  third_sets(t->view, sets[0], sets[1]);
  cr_assert_eq(cr_control_votes_together(bound, t->control, t->view, sets[0], sets[1],
                                         t->view->candidate, t->arena),
               CRIBLE_OK);
  for (int upper = 0; upper < 2; upper++) {
    reference_end end;
    reference_votes(&end, &t->reference, -1, sets[upper], t->view->candidate, upper);
    compare_end(t, upper ? "U together" : "L together", -1, t->view->candidate, bound + upper, &end);
    fmpq_clear(&end.value);
  }
}

static view_recipe recipe_for(int i) {
  return (view_recipe){.companies = 2 + i % 6, .others = 2 + i % 5, .exact = i % 4 == 0,
                       .managers = i % 3 == 1, .groups = i % 2 == 0};
}

Test(control_oracle, relations_and_votes_equal_the_reference, .timeout = 600) {
  uint64_t first = dice_first_seed() + 3000000;
  int rounds = 0;
  for (int i = 0; i < dice_graphs(3000); i++) {
    view_recipe recipe = recipe_for(i);
    trial t;
    open_trial(&t, first + (uint64_t)i, &recipe);
    compare_relations(&t);
    compare_votes(&t);
    compare_together(&t);
    rounds += t.reference.rounds > 2;
    close_trial(&t);
  }
  cr_assert_gt(rounds, 0, "no graph needed a second round");
}

static bool settled(const reference_control *r) {
  return !memcmp(r->relation[0], r->relation[1], sizeof r->relation[0]);
}

static void expect_inside(const trial *t, const char *what, int x, const cr_bound bound[2],
                          const reference_end *end) {
  int low = fmpq_cmp(&end->value, bound[0].value), high = fmpq_cmp(&end->value, bound[1].value);
  cr_assert(low >= 0 && high <= 0 && (low > 0 || bound[0].attained) && (high < 0 || bound[1].attained),
            "seed %lu: %s of %d: %s outside %s … %s", (unsigned long)t->seed, what, x,
            shown(t, &end->value), shown(t, bound[0].value), shown(t, bound[1].value));
}

/* More than half of a company's votes, in the completed graph, of the set and what it controls. */
static bool most_of(const reference_control *exact, const bool *set, int company) {
  reference_end end;
  fmpq_t half;
  fmpq_init(half);
  fmpq_set_si(half, 1, 2);
  reference_votes(&end, exact, -1, set, company, false);
  bool most = fmpq_cmp(&end.value, half) > 0;
  fmpq_clear(&end.value);
  fmpq_clear(half);
  return most;
}

/* The union of third parties that hold what they have most votes of together: in the completed
 * graph company by company until nothing is added, and inside the bounds. */
static int check_union(trial *t, const reference_control *exact, const completion *c,
                       const bool *third) {
  bool set[REFERENCE_ACTORS];
  cr_third_union thirds;
  cr_bound bound[2];
  reference_end end;
  int added = 0;
  memcpy(set, third, sizeof set);
  for (bool grown = true; grown;) {
    grown = false;
    for (int y = 0; y < c->parties; y++) {
      if (!set[y] && c->company[y] && most_of(exact, set, y)) {
        set[y] = grown = true;
        added++;
      }
    }
  }
  t->control->rules.reading.option[CR_CHOICE_COLLECTIVE_CONTROL] = CR_COLLECTIVE_CONTROL_TOGETHER;
  cr_assert_eq(cr_third_union_of(&thirds, t->control, t->view, t->arena), CRIBLE_OK);
  for (int y = 0; y < c->parties; y++) {
    cr_assert(set[y] ? thirds.possible[y] : !thirds.definite[y], "seed %lu: %d held together: %d",
              (unsigned long)t->seed, y, set[y]);
  }
  cr_assert_eq(cr_control_votes_together(bound, t->control, t->view, thirds.definite,
                                         thirds.possible, t->view->candidate, t->arena),
               CRIBLE_OK);
  reference_votes(&end, exact, -1, set, t->view->candidate, false);
  expect_inside(t, "votes of the union", -1, bound, &end);
  fmpq_clear(&end.value);
  return added;
}

/* Each third party's votes in the candidate, in the completed graph, inside its bounds. */
static int check_completion(trial *t, int *together) {
  static reference_control exact;
  completion *c = random_completion(&t->d, t->view, CR_VOTES, NULL, t->arena);
  bool sets[2][REFERENCE_ACTORS], third[REFERENCE_ACTORS] = {false};
  cr_view *view = completed_view(&t->d, t->view, c, t->arena);
  cr_bound bound[2];
  reference_end end;
  reference_control_solve(&exact, view);
  if (!settled(&exact)) {
    return 0;
  }
  for (int p = 0; p <= t->view->parties; p++) {
    third[p] = c->third[p];
    if (c->third[p] && !cr_view_group(t->view, p)) {
      cr_assert_eq(cr_control_votes(bound, t->control, t->view, p, t->view->candidate, t->arena), CRIBLE_OK);
      reference_votes(&end, &exact, p, NULL, view->candidate, false);
      expect_inside(t, "votes", p, bound, &end);
      fmpq_clear(&end.value);
    }
  }
  third_sets(t->view, sets[0], sets[1]);
  cr_assert_eq(cr_control_votes_together(bound, t->control, t->view, sets[0], sets[1], t->view->candidate, t->arena), CRIBLE_OK);
  reference_votes(&end, &exact, -1, third, view->candidate, false);
  expect_inside(t, "votes together", -1, bound, &end);
  fmpq_clear(&end.value);
  *together += check_union(t, &exact, c, third);
  return 1;
}

Test(control_oracle, no_completion_falls_outside, .timeout = 600) {
  uint64_t first = dice_first_seed() + 4000000;
  int checked = 0, together = 0;
  for (int i = 0; i < dice_graphs(3000); i++) {
    view_recipe recipe = recipe_for(i);
    recipe.exact = false;
    trial t;
    open_trial(&t, first + (uint64_t)i, &recipe);
    for (int k = 0; k < 6; k++) {
      checked += check_completion(&t, &together);
    }
    close_trial(&t);
  }
  cr_assert_gt(checked, dice_graphs(3000));
  cr_assert_gt(together, 0, "no company was held together");
}
