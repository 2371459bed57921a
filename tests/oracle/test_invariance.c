/* What may not matter does not: names, order, how a lot is divided, a holding
 * company in between; and knowing more never widens a bound. */
#include <string.h>

#include <criterion/criterion.h>

#include "engine/base/rational.h"
#include "engine/control/control.h"
#include "engine/holdings/holdings.h"
#include "tests/oracle/draft.h"
#include "tests/oracle/random_view.h"

typedef struct figures {
  cr_control *control;
  cr_holdings *by[2]; /* [0] capital by multiplication, [1] votes by control */
} figures;

typedef struct trial {
  uint64_t seed;
  dice d;
  crible_context *context;
  cr_arena *arena;
  cr_view *view;
  figures before;
  draft draft;
} trial;

static figures solve(const trial *t, const cr_view *view) {
  figures f;
  cr_control_rules *rules = cr_arena_alloc(t->arena, 1, sizeof *rules);
  fmpq *thresholds = cr_arena_rationals(t->arena, 2);
  fmpq_set_si(thresholds, 6, 25);
  fmpq_set_si(thresholds + 1, 39, 100);
  fmpq_set_si(&rules->majority, 1, 2);
  fmpq_set_si(&rules->presumption, 2, 5);
  cr_assert_eq(cr_holdings_solve(f.by, view, CR_CAPITAL, thresholds, 2, t->arena), CRIBLE_OK);
  cr_assert_eq(cr_control_solve(&f.control, view, rules, t->arena), CRIBLE_OK);
  cr_assert_eq(cr_control_holdings(f.by + 1, f.control, view, t->arena), CRIBLE_OK);
  return f;
}

static void open_trial(trial *t, uint64_t seed) {
  view_recipe recipe = {.companies = 2 + (int)(seed % 5), .others = 2 + (int)(seed % 4),
                        .managers = seed % 3 == 1, .groups = seed % 2 == 0};
  t->seed = seed;
  t->d.state = seed;
  cr_assert_eq(crible_context_new(&t->context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_arena_new(&t->arena, t->context), CRIBLE_OK);
  t->view = random_view(&t->d, &recipe, t->arena);
  t->before = solve(t, t->view);
  draft_take(&t->draft, t->view, t->arena);
}

static void close_trial(trial *t) {
  cr_arena_free(t->arena);
  crible_context_free(t->context);
}

static const cr_entity_bounds *entity(const cr_holdings *holdings, int node) {
  for (int i = 0; i < holdings->entity_count; i++) {
    if (holdings->entities[i].entity == node) {
      return holdings->entities + i;
    }
  }
  return NULL;
}

static void same_bound(const trial *t, const char *what, const cr_bound *a, const cr_bound *b) {
  cr_assert(fmpq_equal(a->value, b->value) && a->attained == b->attained,
            "seed %lu, %s: %s became %s (attained %d, %d)", (unsigned long)t->seed, what,
            cr_rational_text(t->arena, a->value), cr_rational_text(t->arena, b->value), a->attained,
            b->attained);
}

/* Every figure of `after` equals the one before; map[old] = new, NULL: unchanged. */
static void expect_same(const trial *t, const char *what, const cr_view *after, const int *map) {
  figures f = solve(t, after);
  for (int m = 0; m < 2; m++) {
    const cr_holdings *old = t->before.by[m], *new = f.by[m];
    for (int side = 0; side < 2; side++) {
      same_bound(t, what, old->collective_bound + side, new->collective_bound + side);
      same_bound(t, what, old->individual + side, new->individual + side);
    }
    for (int i = 0; i < old->entity_count; i++) {
      int node = old->entities[i].entity, undisclosed = t->view->parties + CR_UNDISCLOSED;
      int now = node == undisclosed ? after->parties + CR_UNDISCLOSED : map ? map[node] : node;
      const cr_entity_bounds *found = entity(new, now);
      cr_assert_not_null(found, "seed %lu, %s: entity %d is gone", (unsigned long)t->seed, what, node);
      same_bound(t, what, &old->entities[i].lower, &found->lower);
      same_bound(t, what, &old->entities[i].upper, &found->upper);
    }
  }
}

static void random_map(dice *d, int *map, int count) {
  for (int i = 0; i < count; i++) {
    map[i] = i;
  }
  for (int i = count - 1; i > 0; i--) {
    int j = dice_roll(d, i + 1), swap = map[i];
    map[i] = map[j];
    map[j] = swap;
  }
}

static int random_named_edge(trial *t) {
  for (int tries = 0; tries < 40; tries++) {
    int edge = dice_roll(&t->d, t->draft.edges), holder = t->draft.edge[edge].holder;
    if (holder >= 0 && t->draft.kind[holder] != CR_GROUP) {
      return edge;
    }
  }
  return -1;
}

static const uint64_t seeds_from = 5000000;

Test(invariance, names_and_order, .timeout = 300) {
  for (int i = 0; i < dice_graphs(700); i++) {
    trial t;
    int map[DRAFT_PARTIES];
    open_trial(&t, dice_first_seed() + seeds_from + (uint64_t)i);
    random_map(&t.d, map, t.draft.parties);
    draft_permute_parties(&t.draft, map);
    draft_shuffle_edges(&t.draft, &t.d);
    expect_same(&t, "renaming", draft_build(&t.draft), map);
    close_trial(&t);
  }
}

Test(invariance, splitting_a_lot, .timeout = 300) {
  for (int i = 0; i < dice_graphs(700); i++) {
    trial t;
    open_trial(&t, dice_first_seed() + seeds_from + (uint64_t)i);
    draft_split(&t.draft, dice_roll(&t.d, t.draft.edges));
    expect_same(&t, "splitting", draft_build(&t.draft), NULL);
    close_trial(&t);
  }
}

/* Two consequences of the rules that a company in between does change, and that are left
 * out here. It is a rival of its own: who is controlled by the same holder is not "related" to it, and
 * may lose a presumption to it. And where it may come to control its own holder, the holder's
 * votes in it may be suppressed, and nothing sure is left. */
static bool controls_others(const trial *t, int edge) {
  const draft_edge *e = t->draft.edge + edge;
  for (int y = 0; y < t->view->parties; y++) {
    if (y != e->company && cr_controls_possibly(t->before.control, e->holder, y)) {
      return true;
    }
  }
  return cr_controls_possibly(t->before.control, e->company, e->holder);
}

Test(invariance, a_wholly_owned_holding_company_in_between, .timeout = 300) {
  int tried = 0;
  for (int i = 0; i < dice_graphs(1500); i++) {
    trial t;
    open_trial(&t, dice_first_seed() + seeds_from + (uint64_t)i);
    int edge = random_named_edge(&t);
    if (edge >= 0 && !controls_others(&t, edge)) {
      int holder = t.draft.edge[edge].holder, between = draft_interpose(&t.draft, edge);
      cr_view *after = draft_build(&t.draft);
      if (!cr_controls_possibly(solve(&t, after).control, between, holder)) {
        expect_same(&t, "interposing", after, NULL);
        tried++;
      }
    }
    close_trial(&t);
  }
  cr_assert_gt(tried, dice_graphs(1500) / 8);
}

/* The interval of bounds of `after` lies inside that of `before`. */
static void nested(const trial *t, const char *what, const cr_bound *before_lower,
                   const cr_bound *before_upper, const cr_bound *lower, const cr_bound *upper) {
  int low = fmpq_cmp(lower->value, before_lower->value), high = fmpq_cmp(upper->value, before_upper->value);
  cr_assert(low >= 0 && high <= 0 && !(low == 0 && lower->attained && !before_lower->attained) &&
                !(high == 0 && upper->attained && !before_upper->attained),
            "seed %lu, %s: %s … %s became %s … %s", (unsigned long)t->seed, what,
            cr_rational_text(t->arena, before_lower->value), cr_rational_text(t->arena, before_upper->value),
            cr_rational_text(t->arena, lower->value), cr_rational_text(t->arena, upper->value));
}

static void expect_nested(const trial *t, const cr_view *after) {
  figures f = solve(t, after);
  for (int m = 0; m < 2; m++) {
    const cr_holdings *old = t->before.by[m], *new = f.by[m];
    nested(t, "together", old->collective_bound, old->collective_bound + 1, new->collective_bound,
           new->collective_bound + 1);
    nested(t, "largest", old->individual, old->individual + 1, new->individual, new->individual + 1);
    for (int i = 0; i < new->entity_count; i++) {
      const cr_entity_bounds *e = new->entities + i, *was = entity(old, e->entity);
      cr_assert_not_null(was, "seed %lu: entity %d is new", (unsigned long)t->seed, e->entity);
      nested(t, "entity", &was->lower, &was->upper, &e->lower, &e->upper);
    }
  }
}

Test(invariance, narrowing_a_band_never_widens_a_bound, .timeout = 300) {
  int narrowed = 0;
  for (int i = 0; i < dice_graphs(1500); i++) {
    trial t;
    open_trial(&t, dice_first_seed() + seeds_from + 100000 + (uint64_t)i);
    int edge = dice_roll(&t.d, t.draft.edges);
    if (!cr_interval_point(&t.draft.edge[edge].weight)) {
      draft_narrow(&t.draft, edge, dice_percent(&t.d, 50));
      cr_view *after = draft_build(&t.draft);
      if (after) {
        expect_nested(&t, after);
        narrowed++;
      }
    }
    close_trial(&t);
  }
  cr_assert_gt(narrowed, dice_graphs(1500) / 20);
}
