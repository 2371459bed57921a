/* A concert of all third parties is all of them together: its figures by multiplication are the
 * collective ones, exactly and inside the enclosure; by control too, once they control as one. */
#include <criterion/criterion.h>

#include "engine/base/rational.h"
#include "engine/control/control.h"
#include "engine/control/followed.h"
#include "engine/graph/concerts.h"
#include "engine/holdings/enclosure.h"
#include "tests/oracle/draft.h"
#include "tests/oracle/random_view.h"

typedef struct trial {
  uint64_t seed;
  dice d;
  crible_context *context;
  cr_arena *arena;
  cr_view *view;
  const cr_view *followed; /* the same, its capital multiplied */
  int concert; /* its node */
} trial;

/* The view once more with one more party, that stands for a concert of all who may be third. */
static void add_concert(trial *t) {
  draft parts;
  draft_take(&parts, t->view, t->arena);
  t->concert = parts.parties++;
  parts.kind[t->concert] = CR_PUBLIC_BODY;
  parts.third[t->concert] = CR_NOT_THIRD;
  parts.members[t->concert] = 1;
  t->view = draft_build(&parts);
  cr_assert_not_null(t->view, "seed %lu", (unsigned long)t->seed);
  cr_view_concert *concert = cr_arena_alloc(t->arena, 1, sizeof *concert);
  concert->node = t->concert;
  concert->members = cr_arena_alloc(t->arena, (size_t)t->view->parties, sizeof(int));
  for (int p = 0; p < t->concert; p++) concert->members[concert->member_count++] = p;
  t->view->concerts = concert;
  t->view->concert_count = 1;
}

static bool open_trial(trial *t, uint64_t seed, bool exact) {
  view_recipe recipe = {.companies = 2 + (int)(seed % 6), .others = 3 + (int)(seed % 4),
                        .exact = exact};
  bool joined = false;
  *t = (trial){.seed = seed, .d = {seed}};
  cr_assert_eq(crible_context_new(&t->context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_arena_new(&t->arena, t->context), CRIBLE_OK);
  t->view = random_view(&t->d, &recipe, t->arena);
  add_concert(t);
  cr_assert_eq(cr_concerts_join(&joined, t->view, t->arena), CRIBLE_OK);
  cr_assert_eq(cr_followed_view(&t->followed, NULL, t->view, CR_CAPITAL, false, t->arena),
               CRIBLE_OK);
  return joined;
}

static void close_trial(trial *t) {
  cr_arena_free(t->arena);
  crible_context_free(t->context);
}

static const cr_entity_bounds *entity(const cr_holdings *holdings, int node) {
  for (int i = 0; i < holdings->entity_count; i++)
    if (holdings->entities[i].entity == node) return &holdings->entities[i];
  return NULL;
}

static void expect_same(const trial *t, const char *what, const cr_bound *one,
                        const cr_bound *together) {
  cr_assert(fmpq_equal(one->value, together->value) && one->attained == together->attained,
            "seed %lu: %s of the concert %s, together %s", (unsigned long)t->seed, what,
            cr_rational_text(t->arena, one->value), cr_rational_text(t->arena, together->value));
}

static void expect_collective(const trial *t, const cr_holdings *holdings) {
  const cr_entity_bounds *concert = entity(holdings, t->concert);
  if (concert == NULL) {
    cr_assert(fmpq_is_zero(holdings->collective_bound[1].value), "seed %lu",
              (unsigned long)t->seed);
    return;
  }
  expect_same(t, "lower bound", &concert->lower, &holdings->collective_bound[0]);
  expect_same(t, "upper bound", &concert->upper, &holdings->collective_bound[1]);
}

/* Every entity's enclosure, the concert's among them, contains its exact bound, in any order. */
static void expect_enclosed(const trial *t, const cr_holdings *holdings) {
  cr_condensation *condensation = NULL;
  cr_system *system = NULL;
  cr_assert_eq(cr_condensation_of(&condensation, t->followed, CR_CAPITAL, t->arena), CRIBLE_OK);
  cr_assert_eq(cr_system_new(&system, t->followed, condensation, CR_CAPITAL, t->arena), CRIBLE_OK);
  for (int upper = 0; upper < 2; upper++) {
    cr_enclosure *enclosure = NULL;
    cr_assert_eq(cr_enclosure_new(&enclosure, system, upper, t->arena), CRIBLE_OK);
    for (int i = 0; i < 2 * holdings->entity_count; i++) {
      const cr_entity_bounds *found = &holdings->entities[i % holdings->entity_count];
      const cr_bound *bound = upper ? &found->upper : &found->lower;
      double below, above;
      if (!upper && (found->entity >= t->view->parties ||
                     t->view->third[found->entity] != CR_THIRD))
        continue;
      cr_enclosure_of(&below, &above, enclosure, found->entity);
      cr_assert(below <= cr_rational_above(bound->value) && above >= cr_rational_below(bound->value),
                "seed %lu: %d in %.17g … %.17g, exactly %s", (unsigned long)t->seed, found->entity,
                below, above, cr_rational_text(t->arena, bound->value));
    }
  }
}

static crible_status multiply(cr_holdings **out, const trial *t) {
  fmpq *thresholds = cr_arena_rationals(t->arena, 2);
  fmpq_set_si(thresholds, 6, 25);
  fmpq_set_si(thresholds + 1, 39, 100);
  return cr_holdings_solve(out, t->followed, CR_CAPITAL, thresholds, 2, t->arena);
}

Test(concert_oracle, of_all_third_parties_is_all_together, .timeout = 600) {
  int joined = 0;
  for (int i = 0; i < dice_graphs(1000); i++) {
    trial t;
    if (open_trial(&t, dice_first_seed() + 11000000 + (uint64_t)i, i % 2 == 0)) {
      cr_holdings *holdings = NULL;
      cr_assert_eq(multiply(&holdings, &t), CRIBLE_OK);
      expect_collective(&t, holdings);
      expect_enclosed(&t, holdings);
      joined++;
    }
    close_trial(&t);
  }
  cr_assert_gt(joined, 0);
}

/* On exact facts the concert controls what it controls, and so do all together. */
Test(concert_oracle, by_control_on_exact_facts, .timeout = 600) {
  int joined = 0;
  for (int i = 0; i < dice_graphs(1000); i++) {
    trial t;
    if (open_trial(&t, dice_first_seed() + 12000000 + (uint64_t)i, true)) {
      cr_holdings *holdings = NULL;
      cr_control *control = NULL;
      cr_control_rules *rules = cr_arena_alloc(t.arena, 1, sizeof *rules);
      fmpq_set_si(&rules->majority, 1, 2);
      fmpq_set_si(&rules->presumption, 2, 5);
      cr_assert_eq(cr_control_solve(&control, t.view, rules, t.arena), CRIBLE_OK);
      cr_assert_eq(cr_control_holdings(&holdings, control, t.view, t.arena), CRIBLE_OK);
      expect_collective(&t, holdings);
      joined++;
    }
    close_trial(&t);
  }
  cr_assert_gt(joined, 0);
}
