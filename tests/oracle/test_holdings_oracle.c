/* Bounds by multiplication against plain references: Gaussian elimination on
 * exact graphs, random completions, and all vertex completions. */
#include <stdio.h>

#include <criterion/criterion.h>

#include "engine/base/rational.h"
#include "engine/holdings/holdings.h"
#include "tests/oracle/random_view.h"
#include "tests/oracle/vertices.h"

typedef struct trial {
  uint64_t seed;
  dice d;
  crible_context *context;
  cr_arena *arena;
  cr_view *view;
  cr_holdings *holdings;
} trial;

/* In a third of the trials the candidate met again is looked through. */
static void open_trial(trial *t, uint64_t seed, const view_recipe *recipe) {
  t->seed = seed;
  t->d.state = seed;
  cr_assert_eq(crible_context_new(&t->context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_arena_new(&t->arena, t->context), CRIBLE_OK);
  t->view = random_view(&t->d, recipe, t->arena);
  t->view->re_entry = seed % 3 == 0;
  fmpq *thresholds = cr_arena_rationals(t->arena, 2);
  fmpq_set_si(thresholds, 6, 25);
  fmpq_set_si(thresholds + 1, 39, 100);
  cr_assert_eq(cr_holdings_solve(&t->holdings, t->view, CR_CAPITAL, thresholds, 2, t->arena),
               CRIBLE_OK, "seed %lu", (unsigned long)seed);
}

static void close_trial(trial *t) {
  cr_arena_free(t->arena);
  crible_context_free(t->context);
}

static const cr_entity_bounds *entity(const trial *t, int node) {
  for (int i = 0; i < t->holdings->entity_count; i++) {
    if (t->holdings->entities[i].entity == node) {
      return t->holdings->entities + i;
    }
  }
  return NULL;
}

/* An entity's bound; parties that are not listed have the exact bounds 0. */
static cr_bound bound_of(const trial *t, int node, bool upper) {
  const cr_entity_bounds *found = entity(t, node);
  if (found) {
    return upper ? found->upper : found->lower;
  }
  cr_bound none = {.exact = true, .attained = true, .tight = true};
  none.value = cr_arena_rationals(t->arena, 1);
  return none;
}

static const char *shown(const trial *t, const fmpq_t value) {
  return cr_rational_text(t->arena, value);
}

static void expect_equal(const trial *t, const char *what, int node, const cr_bound *bound,
                         const fmpq_t expected) {
  cr_assert(bound->exact, "seed %lu %s %d", (unsigned long)t->seed, what, node);
  cr_assert(fmpq_equal(bound->value, expected), "seed %lu %s of %d: %s, reference %s",
            (unsigned long)t->seed, what, node, shown(t, bound->value), shown(t, expected));
}

/* A value that some completion takes lies inside, and not on an end that no
 * completion attains. */
static void expect_inside(const trial *t, const char *what, int node, const cr_bound *lower,
                          const cr_bound *upper, const fmpq_t value) {
  int low = fmpq_cmp(value, lower->value), high = fmpq_cmp(value, upper->value);
  cr_assert(low >= 0 && high <= 0 && (low > 0 || lower->attained) && (high < 0 || upper->attained),
            "seed %lu %s of %d: %s outside %s … %s (attained %d, %d)", (unsigned long)t->seed, what,
            node, shown(t, value), shown(t, lower->value), shown(t, upper->value), lower->attained,
            upper->attained);
}

static void divide_by_members(fmpq_t out, const fmpq_t value, int64_t members) {
  fmpq_t count;
  fmpq_init(count);
  fmpq_set_si(count, (slong)members, 1);
  fmpq_div(out, value, count);
  fmpq_clear(count);
}

/* (a) Graphs without bands, remainders or unknown seats. */
static void check_exact(const trial *t) {
  completion *c = random_completion((dice *)&t->d, t->view, CR_CAPITAL, NULL, t->arena);
  fmpq *value = cr_arena_rationals(t->arena, 1);
  for (int upper = 0; upper < 2; upper++) {
    reference_chain(value, c, EVERY_THIRD, upper);
    expect_equal(t, "collective", -1, t->holdings->collective_bound + upper, value);
    for (int node = 0; node < t->view->parties; node++) {
      if (t->view->third[node] == CR_NOT_THIRD) {
        continue;
      }
      cr_bound bound = bound_of(t, node, upper);
      reference_chain(value, c, node, upper);
      if (cr_view_group(t->view, node) && !upper && t->view->members[node]) {
        divide_by_members(value, value, t->view->members[node]);
      } else if (cr_view_group(t->view, node) && !upper) {
        fmpq_zero(value);
      }
      expect_equal(t, upper ? "upper" : "lower", node, &bound, value);
    }
  }
}

Test(holdings_oracle, exact_graphs_equal_gaussian_elimination, .timeout = 600) {
  uint64_t first = dice_first_seed();
  for (int i = 0; i < dice_graphs(4000); i++) {
    view_recipe recipe = {.companies = 2 + i % 6, .others = 2 + i % 4, .exact = true, .groups = i % 3 == 0};
    trial t;
    open_trial(&t, first + (uint64_t)i, &recipe);
    check_exact(&t);
    close_trial(&t);
  }
}

/* (b) Completions drawn at random stay inside. */
static void check_completion(trial *t) {
  completion *c = random_completion(&t->d, t->view, CR_CAPITAL, NULL, t->arena);
  fmpq *value = cr_arena_rationals(t->arena, 3), *largest = value + 1, *part = value + 2;
  for (int behind = 0; behind < 2; behind++) {
    reference_chain(value, c, EVERY_THIRD, behind);
    expect_inside(t, "collective", -1, t->holdings->collective_bound,
                  t->holdings->collective_bound + 1, value);
    fmpq_zero(largest);
    for (int node = 0; node <= t->view->parties; node++) {
      int target = node == t->view->parties ? newcomer_third(c) : node;
      if (!c->third[target]) {
        continue;
      }
      cr_bound lower = bound_of(t, node, false), upper = bound_of(t, node, true);
      reference_chain(part, c, target, behind);
      if (cr_view_group(t->view, node)) {
        divide_by_members(part, part, t->view->members[node] ? t->view->members[node] : 1000);
      }
      expect_inside(t, "entity", node, &lower, &upper, part);
      if (fmpq_cmp(part, largest) > 0) {
        fmpq_set(largest, part);
      }
    }
    expect_inside(t, "individual", -1, t->holdings->individual, t->holdings->individual + 1, largest);
  }
}

Test(holdings_oracle, no_completion_falls_outside, .timeout = 600) {
  uint64_t first = dice_first_seed() + 1000000;
  for (int i = 0; i < dice_graphs(4000); i++) {
    view_recipe recipe = {.companies = 2 + i % 6, .others = 2 + i % 4, .groups = i % 3 == 0};
    trial t;
    open_trial(&t, first + (uint64_t)i, &recipe);
    for (int k = 0; k < 12; k++) {
      check_completion(&t);
    }
    close_trial(&t);
  }
}

/* (c) The optimum over vertices, with open ends moved inwards a little: the
 * bound is attained exactly when that loses nothing, and near when it is tight. */
static bool check_optimum(trial *t, int target, bool upper, const cr_bound *bound) {
  enum { PARTS = 1000000 };
  const cr_edges *edges = t->view->edges + CR_CAPITAL;
  cr_interval *ends = shrunk_ends(edges, PARTS, t->arena);
  fmpq *best = cr_arena_rationals(t->arena, 2), *gap = best + 1;
  if (!vertex_optimum(best, t->view, CR_CAPITAL, ends, target, upper, 400, t->context)) {
    return false;
  }
  bool equal = fmpq_equal(best, bound->value);
  cr_assert_eq(equal, bound->attained, "seed %lu target %d upper %d: bound %s attained %d, optimum %s",
               (unsigned long)t->seed, target, upper, shown(t, bound->value), bound->attained,
               shown(t, best));
  fmpq_sub(gap, bound->value, best);
  cr_assert(upper ? fmpq_sgn(gap) >= 0 : fmpq_sgn(gap) <= 0);
  fmpq_abs(gap, gap);
  fmpq_set_si(best, 1, 100);
  cr_assert(!bound->tight || fmpq_cmp(gap, best) < 0,
            "seed %lu target %d upper %d: claimed tight, %s away", (unsigned long)t->seed, target,
            upper, shown(t, gap));
  return true;
}

Test(holdings_oracle, bounds_are_the_optimum_over_vertex_completions, .timeout = 600) {
  uint64_t first = dice_first_seed() + 2000000;
  int checked = 0, open = 0, loose = 0;
  for (int i = 0; i < dice_graphs(4000); i++) {
    view_recipe recipe = {.companies = 1 + i % 4, .others = 2 + i % 3, .closed_only = i % 2 == 0};
    trial t;
    open_trial(&t, first + (uint64_t)i, &recipe);
    for (int upper = 0; upper < 2; upper++) {
      const cr_bound *bound = t.holdings->collective_bound + upper;
      checked += check_optimum(&t, EVERY_THIRD, upper, bound);
      open += !bound->attained;
      loose += !bound->tight;
      for (int k = 0; k < t.holdings->entity_count; k++) {
        const cr_entity_bounds *e = t.holdings->entities + k;
        bool maybe_lower = !upper && e->entity < t.view->parties && t.view->third[e->entity] != CR_THIRD;
        if (!maybe_lower) {
          checked += check_optimum(&t, e->entity, upper, upper ? &e->upper : &e->lower);
        }
      }
    }
    close_trial(&t);
  }
  cr_assert_gt(checked, dice_graphs(4000));
  cr_assert_gt(open, dice_graphs(4000) / 100, "open ends were hardly met: %d", open);
  cr_log_info("%d optima, %d unattained, %d not tight", checked, open, loose);
}
