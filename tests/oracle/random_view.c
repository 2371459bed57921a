#include "tests/oracle/random_view.h"

#include <criterion/criterion.h>

enum { MOST_HOLDERS = 5 };

typedef struct row {
  int count;
  int holder[MOST_HOLDERS];
  cr_interval weight[MOST_HOLDERS];
} row;

static void clear_row(row *r) {
  for (int i = 0; i < r->count; i++) {
    cr_interval_clear(r->weight + i);
  }
  r->count = 0;
}

static bool holds_already(const row *r, int holder) {
  for (int i = 0; i < r->count; i++) {
    if (r->holder[i] == holder) {
      return true;
    }
  }
  return false;
}

/* Splits 20 twentieths over `count` holders, each at least one but with luck none. */
static void random_shares(dice *d, int *shares, int count) {
  for (int i = 0; i < count; i++) {
    shares[i] = 0;
  }
  for (int twentieth = 0; twentieth < 20;) {
    int size = 1 + dice_roll(d, 8);
    size = size > 20 - twentieth ? 20 - twentieth : size;
    shares[dice_roll(d, count)] += size;
    twentieth += size;
  }
}

/* A band around a share, now and then from an open 0 or up to an open end. */
static void widen(dice *d, const view_recipe *recipe, cr_interval *weight, int share) {
  int below = share - dice_roll(d, 4), above = share + dice_roll(d, 4);
  below = below < 0 || dice_percent(d, 10) ? 0 : below;
  above = above > 20 ? 20 : above;
  fmpq_set_si(&weight->lo, below, 20);
  fmpq_set_si(&weight->hi, above, 20);
  if (!recipe->closed_only && below < above) {
    weight->lo_open = dice_percent(d, 30);
    weight->hi_open = dice_percent(d, 30);
  }
}

static int random_holder(dice *d, const view_recipe *recipe, int company) {
  int nodes = recipe->companies + recipe->others;
  if (!recipe->exact && dice_percent(d, 18)) {
    return CR_VIEW_PSEUDO(CR_UNDISCLOSED);
  }
  if (dice_percent(d, 4)) {
    return CR_VIEW_PSEUDO(CR_TREASURY);
  }
  int holder = dice_roll(d, nodes);
  return holder == company ? nodes - 1 : holder;
}

static void draw_row(dice *d, const view_recipe *recipe, row *r, int company, bool third) {
  int wanted = 1 + dice_roll(d, MOST_HOLDERS), shares[MOST_HOLDERS];
  r->count = 0;
  while (r->count < wanted) {
    int holder = random_holder(d, recipe, company);
    if (holder == CR_VIEW_PSEUDO(CR_UNDISCLOSED) && third) {
      holder = CR_VIEW_PSEUDO(CR_NOBODY);
    }
    if (holds_already(r, holder)) {
      wanted--;
      continue;
    }
    r->holder[r->count] = holder;
    cr_interval_init(r->weight + r->count++);
  }
  random_shares(d, shares, r->count);
  for (int i = 0; i < r->count; i++) {
    fmpq_set_si(&r->weight[i].lo, shares[i], 20);
    fmpq_set_si(&r->weight[i].hi, shares[i], 20);
    if (!recipe->exact && dice_percent(d, 45)) {
      widen(d, recipe, r->weight + i, shares[i]);
    }
  }
}

static void add_rows(dice *d, const view_recipe *recipe, cr_view_builder *builder, int company,
                     bool third) {
  static const cr_fact_ref none[1];
  for (int p = 0; p < CR_PROPERTIES; p++) {
    row r = {0};
    do {
      clear_row(&r);
      draw_row(d, recipe, &r, company, third);
      cr_interval copy[MOST_HOLDERS];
      for (int i = 0; i < r.count; i++) {
        copy[i] = r.weight[i];
        cr_interval_init(copy + i);
        cr_interval_set(copy + i, r.weight + i);
      }
      bool possible = cr_tighten(copy, r.count);
      for (int i = 0; i < r.count; i++) {
        cr_interval_clear(copy + i);
      }
      if (possible) {
        break;
      }
    } while (true);
    for (int i = 0; i < r.count; i++) {
      cr_assert_eq(cr_view_builder_edge(builder, (cr_property)p, r.holder[i], company, r.weight + i,
                                        0, NULL, none, 0),
                   CRIBLE_OK);
    }
    clear_row(&r);
  }
}

static cr_third random_third(dice *d, const view_recipe *recipe, int third, int maybe) {
  int roll = dice_roll(d, 100);
  if (roll < third) {
    return CR_THIRD;
  }
  return roll < third + maybe && !recipe->exact ? CR_MAYBE_THIRD : CR_NOT_THIRD;
}

static void add_terminal(dice *d, const view_recipe *recipe, cr_view_builder *builder) {
  int node, kind = dice_roll(d, recipe->groups ? 4 : 3);
  cr_third third = random_third(d, recipe, 45, 12);
  if (kind == 0) {
    cr_assert_eq(cr_view_builder_party(builder, &node, CR_PERSON, CR_NOT_THIRD, 1, 0), CRIBLE_OK);
  } else if (kind == 3) {
    int64_t members = dice_roll(d, 4) == 0 ? 0 : 2 + dice_roll(d, 4);
    cr_assert_eq(cr_view_builder_party(builder, &node, CR_GROUP, third, members, 0), CRIBLE_OK);
  } else {
    cr_party_kind what = kind == 1 || !recipe->managers ? CR_PUBLIC_BODY : CR_FUND;
    cr_assert_eq(cr_view_builder_party(builder, &node, what, third, 1, 0), CRIBLE_OK);
  }
}

static void add_controls(dice *d, const view_recipe *recipe, cr_view_builder *builder,
                         const cr_party_kind *kinds) {
  cr_fact_ref none = {CR_FACT_controls, 0};
  int nodes = recipe->companies + recipe->others;
  for (int fund = recipe->companies; fund < nodes; fund++) {
    if (kinds[fund] == CR_FUND && dice_percent(d, 80)) {
      int manager = 1 + dice_roll(d, recipe->companies - 1);
      cr_assert_eq(cr_view_builder_control(builder, manager, fund, true, true, none), CRIBLE_OK);
    }
  }
  if (dice_percent(d, 30)) {
    int controller = 1 + dice_roll(d, nodes - 1), controlled = 1 + dice_roll(d, recipe->companies - 1);
    if (controller != controlled && kinds[controller] != CR_GROUP && kinds[controller] != CR_FUND) {
      cr_assert_eq(cr_view_builder_control(builder, controller, controlled, false,
                                           dice_percent(d, 70), none),
                   CRIBLE_OK);
    }
  }
}

cr_view *random_view(dice *d, const view_recipe *recipe, cr_arena *arena) {
  cr_view_builder *builder;
  cr_view *view = NULL;
  cr_third third[64];
  cr_assert_eq(cr_view_builder_new(&builder, cr_arena_context(arena)), CRIBLE_OK);
  for (int c = 0; c < recipe->companies; c++) {
    int node;
    third[c] = c ? random_third(d, recipe, 22, 12) : CR_NOT_THIRD;
    cr_assert_eq(cr_view_builder_party(builder, &node, CR_COMPANY, third[c], 1, c), CRIBLE_OK);
  }
  for (int i = 0; i < recipe->others; i++) {
    add_terminal(d, recipe, builder);
  }
  for (int c = 0; c < recipe->companies; c++) {
    add_rows(d, recipe, builder, c, third[c] == CR_THIRD);
  }
  cr_assert_eq(cr_view_builder_finish(&view, builder, arena, 0, NULL, NULL), CRIBLE_OK);
  if (recipe->managers && recipe->companies > 1) {
    add_controls(d, recipe, builder, view->kind);
    cr_assert_eq(cr_view_builder_finish(&view, builder, arena, 0, NULL, NULL), CRIBLE_OK);
  }
  cr_view_builder_free(builder);
  return view;
}
