#include "tests/oracle/vertices.h"

#include <criterion/criterion.h>

enum { MOST_VERTICES = 160, MOST_COMPANIES = 16 };

typedef struct search {
  const cr_view *view;
  cr_property property;
  const cr_interval *ends;
  int target;
  bool upper, found;
  fmpq *weights, *best;
  int count[MOST_COMPANIES]; /* vertices per company */
  fmpq *vertex[MOST_COMPANIES]; /* count × entries */
  crible_context *context;
} search;

static int row_length(const search *s, int company) {
  const cr_edges *edges = s->view->edges + s->property;
  return edges->first[company + 1] - edges->first[company];
}

/* Fills `out` with the vertex whose free entry takes what the ends chosen by
 * the bits of `choice` leave; false when that is outside its own interval. */
static bool vertex_of(fmpq *out, const cr_interval *ends, int length, int free_entry, int choice) {
  fmpq_t left;
  fmpq_init(left);
  fmpq_one(left);
  for (int i = 0, bit = 0; i < length; i++) {
    if (i != free_entry) {
      fmpq_set(out + i, choice >> bit++ & 1 ? &ends[i].hi : &ends[i].lo);
      fmpq_sub(left, left, out + i);
    }
  }
  bool inside = fmpq_cmp(left, &ends[free_entry].lo) >= 0 && fmpq_cmp(left, &ends[free_entry].hi) <= 0;
  fmpq_set(out + free_entry, left);
  fmpq_clear(left);
  return inside;
}

static bool same(const fmpq *a, const fmpq *b, int length) {
  for (int i = 0; i < length; i++) {
    if (!fmpq_equal(a + i, b + i)) {
      return false;
    }
  }
  return true;
}

static void list_vertices(search *s, int company, cr_arena *arena) {
  int length = row_length(s, company), first = s->view->edges[s->property].first[company];
  s->count[company] = 0;
  s->vertex[company] = cr_arena_rationals(arena, (size_t)(MOST_VERTICES * (length + 1)));
  for (int free_entry = 0; free_entry < length; free_entry++) {
    for (int choice = 0; choice < 1 << (length - 1); choice++) {
      fmpq *slot = s->vertex[company] + s->count[company] * length;
      bool fresh = vertex_of(slot, s->ends + first, length, free_entry, choice);
      for (int k = 0; fresh && k < s->count[company]; k++) {
        fresh = !same(slot, s->vertex[company] + k * length, length);
      }
      s->count[company] += fresh;
      cr_assert_lt(s->count[company], MOST_VERTICES);
    }
  }
}

static int unknown_companies(const search *s) {
  int count = 0;
  for (int p = 0; p < s->view->parties; p++) {
    count += s->view->third[p] == CR_MAYBE_THIRD && row_length(s, p) > 0;
  }
  return count;
}

static void judge_one(search *s, int third_companies) {
  cr_arena *arena;
  cr_assert_eq(cr_arena_new(&arena, s->context), CRIBLE_OK);
  completion *c = extreme_completion(s->view, s->property, s->weights, s->target, s->upper,
                                     third_companies, arena);
  int target = s->target >= s->view->parties ? newcomer_third(c) : s->target;
  fmpq *value = cr_arena_rationals(arena, 1);
  reference_chain(value, c, target, s->upper);
  if (!s->found || (s->upper ? fmpq_cmp(value, s->best) > 0 : fmpq_cmp(value, s->best) < 0)) {
    fmpq_set(s->best, value);
    s->found = true;
  }
  cr_arena_free(arena);
}

static void judge(search *s) {
  for (int third = 0; third < 1 << unknown_companies(s); third++) {
    judge_one(s, third);
  }
}

static void descend(search *s, int company) {
  if (company == s->view->parties) {
    judge(s);
    return;
  }
  int length = row_length(s, company), first = s->view->edges[s->property].first[company];
  if (!length) {
    descend(s, company + 1);
    return;
  }
  for (int k = 0; k < s->count[company]; k++) {
    for (int i = 0; i < length; i++) {
      fmpq_set(s->weights + first + i, s->vertex[company] + k * length + i);
    }
    descend(s, company + 1);
  }
}

bool vertex_optimum(fmpq_t out, const cr_view *view, cr_property property, const cr_interval *ends,
                    int target, bool upper, int most, crible_context *context) {
  cr_arena *arena;
  cr_assert_eq(cr_arena_new(&arena, context), CRIBLE_OK);
  search s = {.view = view, .property = property, .ends = ends, .target = target, .upper = upper,
              .context = context};
  s.weights = cr_arena_rationals(arena, (size_t)view->edges[property].count + 1);
  s.best = out;
  long combinations = 1;
  for (int c = 0; c < view->parties && combinations <= most; c++) {
    if (row_length(&s, c)) {
      list_vertices(&s, c, arena);
      cr_assert_gt(s.count[c], 0);
      combinations *= s.count[c];
    }
  }
  if (combinations <= most) {
    descend(&s, 0);
  }
  cr_arena_free(arena);
  return combinations <= most;
}

cr_interval *shrunk_ends(const cr_edges *edges, int parts, cr_arena *arena) {
  cr_interval *ends = cr_arena_alloc(arena, (size_t)edges->count + 1, sizeof *ends);
  fmpq *values = cr_arena_rationals(arena, 2 * (size_t)edges->count + 3), *step = values + 2 * edges->count;
  fmpq_set_si(step, 1, (ulong)parts);
  for (int i = 0; i < edges->count; i++) {
    const cr_interval *own = edges->weight + i;
    fmpq *lo = values + 2 * i, *hi = lo + 1;
    fmpq_set(lo, &own->lo);
    fmpq_set(hi, &own->hi);
    if (own->lo_open) {
      fmpq_add(lo, lo, step);
    }
    if (own->hi_open) {
      fmpq_sub(hi, hi, step);
    }
    ends[i].lo = *lo; /* borrowed: the arena clears them */
    ends[i].hi = *hi;
  }
  return ends;
}
