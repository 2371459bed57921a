#include "engine/requests/favourable_row.h"

enum { INSIDE = 30 }; /* a point beside an open end is 2^-30 of the width away */

/* For a given sum s of the asked weights the best split fills the holders of least value
 * first, a convex cost; what the others make of 1 − s is concave in s. So the least lies where
 * the filling passes from one holder to the next, or at an end of what s may be. */
typedef struct cr_row_work {
  const cr_row_question *row;
  fmpq *lo, *hi;   /* of the asked entries, open ends moved inside */
  int *order;      /* entries by value, least first */
  fmpq *least, *most, *sum, *cost, *best, *left, *step;
  bool found;
} cr_row_work;

static void move_inside(fmpq *out, const fmpq *end, const fmpq *other, bool open) {
  fmpq_set(out, end);
  if (!open) return;
  fmpq_t step;
  fmpq_init(step);
  fmpq_sub(step, other, end);
  fmpq_div_2exp(step, step, INSIDE);
  fmpq_add(out, out, step);
  fmpq_clear(step);
}

/* What the asked entries may sum to so that the others can make up the rest. */
static void find_sums(cr_row_work *work) {
  const cr_row_question *row = work->row;
  bool open[2] = {false, false};
  fmpq *asked_lo = work->sum, *asked_hi = work->cost;
  fmpq_zero(asked_lo);
  fmpq_zero(asked_hi);
  fmpq_one(work->least);
  fmpq_one(work->most);
  for (int i = 0; i < row->count; i++) {
    if (row->asked[i]) {
      fmpq_add(asked_lo, asked_lo, work->lo + i);
      fmpq_add(asked_hi, asked_hi, work->hi + i);
      continue;
    }
    fmpq_sub(work->least, work->least, &row->weight[i].hi);
    fmpq_sub(work->most, work->most, &row->weight[i].lo);
    open[0] = open[0] || row->weight[i].hi_open;
    open[1] = open[1] || row->weight[i].lo_open;
  }
  if (fmpq_cmp(asked_lo, work->least) > 0) {
    fmpq_set(work->least, asked_lo);
    open[0] = false;
  }
  if (fmpq_cmp(asked_hi, work->most) < 0) {
    fmpq_set(work->most, asked_hi);
    open[1] = false;
  }
  fmpq_set(asked_lo, work->least);
  fmpq_set(asked_hi, work->most);
  move_inside(work->least, asked_lo, asked_hi, open[0]);
  move_inside(work->most, asked_hi, asked_lo, open[1]);
}

static void sort_by_value(cr_row_work *work) {
  for (int i = 0; i < work->row->count; i++) {
    int at = i;
    for (; at > 0 && fmpq_cmp(work->row->value[i], work->row->value[work->order[at - 1]]) < 0; at--)
      work->order[at] = work->order[at - 1];
    work->order[at] = i;
  }
}

/* Takes from `left` what entry i may have beyond `from`. */
static void fill(cr_row_work *work, const fmpq *from, const fmpq *to) {
  fmpq_sub(work->step, to, from);
  if (fmpq_cmp(work->step, work->left) > 0) fmpq_set(work->step, work->left);
  fmpq_sub(work->left, work->left, work->step);
}

/* Splits work->sum among the asked entries: points[i]. */
static void split(fmpq *points, cr_row_work *work) {
  const cr_row_question *row = work->row;
  fmpq_set(work->left, work->sum);
  for (int i = 0; i < row->count; i++)
    if (row->asked[i]) fmpq_sub(work->left, work->left, work->lo + i);
  for (int k = 0; k < row->count; k++) {
    const int i = work->order[k];
    if (!row->asked[i]) continue;
    fill(work, work->lo + i, work->hi + i);
    fmpq_add(points + i, work->lo + i, work->step);
  }
}

/* Σ value × weight with the sum split so, and the rest going to those of most value. */
static void cost_of_sum(cr_row_work *work, fmpq *points) {
  const cr_row_question *row = work->row;
  split(points, work);
  fmpq_zero(work->cost);
  fmpq_one(work->left);
  fmpq_sub(work->left, work->left, work->sum);
  for (int i = 0; i < row->count; i++) {
    if (row->asked[i]) fmpq_addmul(work->cost, points + i, row->value[i]);
    else fmpq_sub(work->left, work->left, &row->weight[i].lo);
  }
  for (int k = row->count - 1; k >= 0; k--) {
    const int i = work->order[k];
    if (row->asked[i]) continue;
    fill(work, &row->weight[i].lo, &row->weight[i].hi);
    fmpq_add(work->step, work->step, &row->weight[i].lo);
    fmpq_addmul(work->cost, work->step, row->value[i]);
  }
}

static void try_sum(cr_row_work *work, fmpq *points, const fmpq *sum, fmpq *kept) {
  fmpq_set(work->sum, sum);
  cost_of_sum(work, points);
  if (work->found && fmpq_cmp(work->cost, work->best) >= 0) return;
  work->found = true;
  fmpq_set(work->best, work->cost);
  fmpq_set(kept, sum);
}

/* Tries both ends, and every sum in between at which one more entry is full. */
static void try_sums(cr_row_work *work, fmpq *points, fmpq *kept, fmpq *passing) {
  const cr_row_question *row = work->row;
  try_sum(work, points, work->most, kept);
  try_sum(work, points, work->least, kept);
  fmpq_zero(passing);
  for (int i = 0; i < row->count; i++)
    if (row->asked[i]) fmpq_add(passing, passing, work->lo + i);
  for (int k = 0; k < row->count; k++) {
    const int i = work->order[k];
    if (!row->asked[i]) continue;
    fmpq_sub(passing, passing, work->lo + i);
    fmpq_add(passing, passing, work->hi + i);
    if (fmpq_cmp(passing, work->least) > 0 && fmpq_cmp(passing, work->most) < 0)
      try_sum(work, points, passing, kept);
  }
}

crible_status cr_row_answer(fmpq *points, const cr_row_question *row, crible_context *context) {
  cr_arena *arena;
  crible_status status = cr_arena_new(&arena, context);
  if (status != CRIBLE_OK) return status;
  const size_t count = (size_t)row->count;
  fmpq *values = cr_arena_rationals(arena, 2 * count + 9);
  cr_row_work work = {.row = row, .order = cr_arena_alloc(arena, count, sizeof *work.order)};
  if (values == NULL || work.order == NULL) {
    status = CRIBLE_E_MEMORY;
    goto cleanup;
  }
  work.lo = values;
  work.hi = values + count;
  fmpq *single = values + 2 * count;
  work.least = single;
  work.most = single + 1;
  work.sum = single + 2;
  work.cost = single + 3;
  work.best = single + 4;
  work.left = single + 5;
  work.step = single + 6;
  for (size_t i = 0; i < count; i++) {
    move_inside(work.lo + i, &row->weight[i].lo, &row->weight[i].hi, row->weight[i].lo_open);
    move_inside(work.hi + i, &row->weight[i].hi, &row->weight[i].lo, row->weight[i].hi_open);
  }
  find_sums(&work);
  sort_by_value(&work);
  try_sums(&work, points, single + 7, single + 8);
  fmpq_set(work.sum, single + 7);
  split(points, &work);

cleanup:
  cr_arena_free(arena);
  return status;
}
