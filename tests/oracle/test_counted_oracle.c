/* Who counts as third under third-in-chain = "ultimate": the definition, read word by word in one
 * relation between D and P, never contradicts what is said of all of them. */
#include <string.h>

#include <criterion/criterion.h>

#include "engine/control/counted.h"
#include "tests/oracle/random_view.h"

enum { MOST = 32 };

typedef struct trial {
  uint64_t seed;
  dice d;
  crible_context *context;
  cr_arena *arena;
  cr_view *view;
  cr_control *control;
  cr_counted counted;
  bool relation[MOST][MOST]; /* one between D and P */
  bool third[MOST];          /* one way to settle who is third */
} trial;

static void open_trial(trial *t, uint64_t seed, const view_recipe *recipe) {
  *t = (trial){.seed = seed, .d = {seed}};
  cr_assert_eq(crible_context_new(&t->context, NULL), CRIBLE_OK);
  cr_assert_eq(cr_arena_new(&t->arena, t->context), CRIBLE_OK);
  t->view = random_view(&t->d, recipe, t->arena);
  cr_assert_leq(t->view->parties, MOST);
  for (int p = 1; p < t->view->parties; p++)
    if (t->view->kind[p] == CR_COMPANY && !recipe->exact && dice_percent(&t->d, 40))
      t->view->third[p] = (cr_third)dice_roll(&t->d, 3);
  cr_control_rules *rules = cr_arena_alloc(t->arena, 1, sizeof *rules);
  fmpq_set_si(&rules->majority, 1, 2);
  fmpq_set_si(&rules->presumption, 2, 5);
  rules->reading.option[CR_CHOICE_THIRD_IN_CHAIN] = CR_THIRD_IN_CHAIN_ULTIMATE;
  cr_assert_eq(cr_control_solve(&t->control, t->view, rules, t->arena), CRIBLE_OK);
  cr_assert_eq(cr_counted_thirds(&t->counted, t->view->third, t->control, t->view, t->arena),
               CRIBLE_OK);
}

static void close_trial(trial *t) {
  cr_arena_free(t->arena);
  crible_context_free(t->context);
}

/* Whether x is known to hold votes of y, directly. */
static bool holds(const cr_view *view, int x, int y) {
  const cr_edges *votes = &view->edges[CR_VOTES];
  for (int i = votes->first[y]; i < votes->first[y + 1]; i++)
    if (votes->holder[i] == x && fmpq_sgn(&votes->weight[i].hi) > 0) return true;
  return false;
}

/* What anybody may control, a known party controls possibly if it holds some of it. */
static bool known_to(const trial *t, int x, int y) {
  int undisclosed = t->view->parties + CR_UNDISCLOSED;
  return cr_controls_possibly(t->control, x, y) &&
         (!cr_controls_possibly(t->control, undisclosed, y) || holds(t->view, x, y));
}

static void draw_relation(trial *t, int percent) {
  int parties = t->view->parties;
  for (int x = 0; x < parties; x++)
    for (int y = 0; y < parties; y++)
      t->relation[x][y] = x != y && (cr_controls_definitely(t->control, x, y) ||
                                     (known_to(t, x, y) && dice_percent(&t->d, percent)));
  for (int via = 0; via < parties; via++)
    for (int x = 0; x < parties; x++)
      for (int y = 0; y < parties; y++)
        t->relation[x][y] |= x != y && t->relation[x][via] && t->relation[via][y];
  for (int p = 0; p < parties; p++)
    t->third[p] = t->view->third[p] == CR_THIRD ||
                  (t->view->third[p] == CR_MAYBE_THIRD && dice_percent(&t->d, 50));
}

/* At the top of y's chain: nobody of the chain stands over m who does not stand beneath it too. */
static bool at_top(const trial *t, int m, int y) {
  for (int w = 0; w < t->view->parties; w++)
    if ((w == y || t->relation[w][y]) && t->relation[w][m] && !t->relation[m][w]) return false;
  return true;
}

static bool counts(const trial *t, int y) {
  if (!t->third[y]) return false;
  if (at_top(t, y, y)) return true;
  for (int x = 0; x < t->view->parties; x++)
    if (t->relation[x][y] && at_top(t, x, y) && t->third[x]) return true;
  return false;
}

static view_recipe recipe_for(int i) {
  return (view_recipe){.companies = 3 + i % 6, .others = 2 + i % 4, .exact = i % 3 == 0,
                       .groups = i % 2 == 0};
}

Test(counted_oracle, no_relation_between_D_and_P_falls_outside, .timeout = 600) {
  int changed = 0, open = 0;
  for (int i = 0; i < dice_graphs(1500); i++) {
    view_recipe recipe = recipe_for(i);
    trial t;
    open_trial(&t, dice_first_seed() + 9000000 + (uint64_t)i, &recipe);
    for (int draw = 0; draw < 8; draw++) {
      draw_relation(&t, draw == 0 ? 0 : draw == 1 ? 100 : 50);
      for (int y = 0; y < t.view->parties; y++) {
        bool now = counts(&t, y);
        cr_third told = t.counted.third[y];
        cr_assert(told == CR_MAYBE_THIRD || now == (told == CR_THIRD),
                  "seed %lu: %d is told %d, but %d in draw %d", (unsigned long)t.seed, y,
                  (int)told, now, draw);
      }
    }
    for (int y = 0; y < t.view->parties; y++) {
      cr_assert_leq(t.counted.third[y], t.view->third[y], "seed %lu", (unsigned long)t.seed);
      changed += t.counted.third[y] == CR_NOT_THIRD && t.view->third[y] == CR_THIRD;
      open += t.counted.third[y] == CR_MAYBE_THIRD && t.view->third[y] == CR_THIRD;
    }
    close_trial(&t);
  }
  cr_assert(changed > 0 && open > 0, "%d taken out, %d open", changed, open);
}

/* On exact, complete facts D = P: what is told is the definition. */
Test(counted_oracle, exact_facts_give_the_definition, .timeout = 600) {
  int controlled = 0, taken_out = 0;
  for (int i = 0; i < dice_graphs(1500); i++) {
    view_recipe recipe = recipe_for(3 * i);
    trial t;
    open_trial(&t, dice_first_seed() + 9500000 + (uint64_t)i, &recipe);
    for (int p = 1; p < t.view->parties; p++)
      if (t.view->kind[p] == CR_COMPANY && dice_percent(&t.d, 50)) t.view->third[p] = CR_THIRD;
    cr_assert_eq(cr_counted_thirds(&t.counted, t.view->third, t.control, t.view, t.arena),
                 CRIBLE_OK);
    draw_relation(&t, 0);
    bool settled = true;
    for (int x = 0; x < t.view->parties; x++)
      for (int y = 0; y < t.view->parties; y++)
        settled &= x == y || cr_controls_possibly(t.control, x, y) == t.relation[x][y];
    for (int y = 0; settled && y < t.view->parties; y++) {
      cr_assert_eq(t.counted.third[y], counts(&t, y) ? CR_THIRD : CR_NOT_THIRD, "seed %lu: %d",
                   (unsigned long)t.seed, y);
      controlled += t.counted.over[y] != CR_NONE;
      taken_out += t.view->third[y] != t.counted.third[y];
    }
    close_trial(&t);
  }
  cr_assert(controlled > 0 && taken_out > 0);
}
