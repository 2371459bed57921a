#include "tests/oracle/completion.h"

#include <criterion/criterion.h>

typedef struct range {
  fmpq_t lo, hi;
  bool lo_open, hi_open;
} range;

/* What entry i may still be, given what is left for it and the entries after it. */
static void feasible_range(range *r, const cr_edges *edges, int i, int end, const fmpq_t left) {
  fmpq_t others_lo, others_hi;
  bool lo_open = false, hi_open = false;
  fmpq_init(others_lo);
  fmpq_init(others_hi);
  for (int j = i + 1; j < end; j++) {
    fmpq_add(others_lo, others_lo, &edges->weight[j].lo);
    fmpq_add(others_hi, others_hi, &edges->weight[j].hi);
    lo_open |= edges->weight[j].lo_open;
    hi_open |= edges->weight[j].hi_open;
  }
  fmpq_sub(others_hi, left, others_hi);
  fmpq_sub(others_lo, left, others_lo);
  const cr_interval *own = edges->weight + i;
  int order = fmpq_cmp(&own->lo, others_hi);
  fmpq_set(r->lo, order >= 0 ? &own->lo : others_hi);
  r->lo_open = (order >= 0 && own->lo_open) || (order <= 0 && hi_open);
  order = fmpq_cmp(&own->hi, others_lo);
  fmpq_set(r->hi, order <= 0 ? &own->hi : others_lo);
  r->hi_open = (order <= 0 && own->hi_open) || (order >= 0 && lo_open);
  fmpq_clear(others_lo);
  fmpq_clear(others_hi);
}

/* A value of the range: an end when it belongs, or something between. */
static void draw_inside(dice *d, fmpq_t out, const range *r) {
  int roll = dice_roll(d, 4);
  if (fmpq_equal(r->lo, r->hi) || (roll == 0 && !r->lo_open)) {
    fmpq_set(out, r->lo);
    return;
  }
  if (roll == 1 && !r->hi_open) {
    fmpq_set(out, r->hi);
    return;
  }
  int parts = roll == 2 ? 1000 : 7, part = roll == 2 ? 1 + 998 * dice_roll(d, 2) : 1 + dice_roll(d, 6);
  fmpq_t step;
  fmpq_init(step);
  fmpq_sub(step, r->hi, r->lo);
  fmpq_mul_si(step, step, part);
  fmpq_set_si(out, parts, 1);
  fmpq_div(step, step, out);
  fmpq_add(out, r->lo, step);
  fmpq_clear(step);
}

void random_row(dice *d, const cr_edges *edges, int company, fmpq *weights) {
  fmpq_t left;
  range r;
  fmpq_init(left);
  fmpq_init(r.lo);
  fmpq_init(r.hi);
  fmpq_one(left);
  int end = edges->first[company + 1];
  for (int i = edges->first[company]; i < end; i++) {
    feasible_range(&r, edges, i, end, left);
    cr_assert(fmpq_cmp(r.lo, r.hi) < 0 || (fmpq_equal(r.lo, r.hi) && !r.lo_open && !r.hi_open),
              "a tightened row leaves no weight");
    draw_inside(d, weights + i, &r);
    fmpq_sub(left, left, weights + i);
  }
  if (end > edges->first[company]) {
    cr_assert(fmpq_is_zero(left));
  }
  fmpq_clear(left);
  fmpq_clear(r.lo);
  fmpq_clear(r.hi);
}

/* Somebody behind a remainder of `company`. Persons known by name too, and the
 * candidate; a company is not behind its own remainder, nor is a group. */
static int random_owner(dice *d, const cr_view *view, const completion *c, int company) {
  int roll = dice_roll(d, 100);
  if (roll < 30) {
    return newcomer_third(c);
  }
  if (roll < 50) {
    return newcomer_inside(c);
  }
  int owner = dice_roll(d, c->parties);
  return owner == company || view->kind[owner] == CR_GROUP ? newcomer_third(c) : owner;
}

static void place(completion *c, int company, int holder, const fmpq_t weight) {
  fmpq *cell = completion_weight(c, company, holder);
  fmpq_add(cell, cell, weight);
}

static void place_remainder(dice *d, const cr_view *view, completion *c, int company,
                            const fmpq_t weight) {
  if (dice_percent(d, 60)) {
    place(c, company, random_owner(d, view, c, company), weight);
    return;
  }
  fmpq_t half;
  fmpq_init(half);
  fmpq_div_2exp(half, weight, 1);
  place(c, company, random_owner(d, view, c, company), half);
  place(c, company, random_owner(d, view, c, company), half);
  fmpq_clear(half);
}

/* Places everything but remainders; gives the weight of the remainder at `i`, or NULL. */
static const fmpq *place_entry(const cr_view *view, const cr_edges *edges, completion *c,
                               int company, int i, const fmpq *weights) {
  int pseudo = edges->holder[i] - view->parties;
  if (pseudo < 0) {
    place(c, company, edges->holder[i], weights + i);
    return NULL;
  }
  if (pseudo == CR_UNDISCLOSED && !c->third[company]) {
    c->remainder[company] |= !fmpq_is_zero(weights + i);
    return weights + i;
  }
  place(c, company, nobody(c), weights + i);
  if (pseudo == CR_TREASURY) {
    fmpq_add(c->treasury + company, c->treasury + company, weights + i);
  }
  return NULL;
}

static completion *empty_completion(const cr_view *view, cr_property property, cr_arena *arena) {
  const cr_edges *edges = view->edges + property;
  completion *c = cr_arena_alloc(arena, 1, sizeof *c);
  c->parties = view->parties;
  c->nodes = view->parties + 3;
  c->candidate = view->candidate;
  c->re_entry = view->re_entry;
  c->third = cr_arena_alloc(arena, (size_t)c->nodes, sizeof(bool));
  c->company = cr_arena_alloc(arena, (size_t)c->nodes, sizeof(bool));
  c->remainder = cr_arena_alloc(arena, (size_t)c->nodes, sizeof(bool));
  c->weight = cr_arena_rationals(arena, (size_t)(c->nodes * c->nodes));
  c->treasury = cr_arena_rationals(arena, (size_t)c->nodes);
  c->third[newcomer_third(c)] = true;
  for (int p = 0; p < c->parties; p++) {
    c->third[p] = view->third[p] == CR_THIRD;
    c->company[p] = edges->first[p + 1] > edges->first[p];
  }
  return c;
}

completion *random_completion(dice *d, const cr_view *view, cr_property property,
                              const fmpq *weights, cr_arena *arena) {
  const cr_edges *edges = view->edges + property;
  completion *c = empty_completion(view, property, arena);
  fmpq *drawn = cr_arena_rationals(arena, (size_t)edges->count + 1);
  for (int p = 0; p < c->parties; p++) {
    c->third[p] |= view->third[p] == CR_MAYBE_THIRD && dice_percent(d, 50);
    if (!weights) {
      random_row(d, edges, p, drawn);
    }
    for (int i = edges->first[p]; i < edges->first[p + 1]; i++) {
      const fmpq *rest = place_entry(view, edges, c, p, i, weights ? weights : drawn);
      if (rest) {
        place_remainder(d, view, c, p, rest);
      }
    }
  }
  return c;
}

completion *extreme_completion(const cr_view *view, cr_property property, const fmpq *weights,
                               int target, bool upper, int third_companies,
                               cr_arena *arena) {
  const cr_edges *edges = view->edges + property;
  completion *c = empty_completion(view, property, arena);
  int owner = !upper ? newcomer_inside(c)
              : target == EVERY_THIRD || target >= c->parties ? newcomer_third(c) : target;
  for (int p = 0, unknown = 0; p < c->parties; p++) {
    if (view->third[p] == CR_MAYBE_THIRD) {
      c->third[p] = c->company[p] ? third_companies >> unknown++ & 1 : upper;
    }
    for (int i = edges->first[p]; i < edges->first[p + 1]; i++) {
      const fmpq *rest = place_entry(view, edges, c, p, i, weights);
      if (rest) {
        place(c, p, owner, rest);
      }
    }
  }
  return c;
}
