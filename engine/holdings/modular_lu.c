#include "engine/holdings/modular_lu.h"

#include <stdbool.h>
#include <stdint.h>

#include "engine/base/memory.h"

/* A residue with its quotient for Shoup's multiplication. */
typedef struct entry {
  int index;
  mp_limb_t value, quotient;
} entry;

typedef struct entries {
  entry *at;
  size_t count, capacity;
} entries;

typedef struct indices {
  int *at;
  size_t count, capacity;
} indices;

struct cr_modular_lu {
  crible_context *context;
  int size;
  mp_limb_t prime;
  int *order;      /* pivots in the order of elimination */
  entries *upper;  /* per pivot: its row right of the diagonal */
  entries *lower;  /* per pivot: rows from which a multiple of it was taken */
  entry *inverse;  /* per pivot */
};

/* Work of the elimination. */
typedef struct elimination {
  cr_modular_lu *lu;
  entries *rows;     /* becomes lu->upper */
  indices *holding;  /* per column: rows that have, or had, an entry in it */
  int *active_count; /* per column: active rows among them */
  int *position;     /* per column: where it is in the row being changed, or -1 */
  bool *done;
} elimination;

static entry make_entry(int index, mp_limb_t value, mp_limb_t prime) {
  return (entry){index, value, n_mulmod_precomp_shoup(value, prime)};
}

static mp_limb_t multiply(entry a, mp_limb_t b, mp_limb_t prime) {
  return n_mulmod_shoup(a.value, b, a.quotient, prime);
}

static crible_status push_entry(entries *list, entry value, crible_context *context) {
  crible_status status =
      cr_grow(context, (void **)&list->at, &list->capacity, list->count + 1, sizeof *list->at);
  if (status == CRIBLE_OK) list->at[list->count++] = value;
  return status;
}

static crible_status push_index(indices *list, int value, crible_context *context) {
  crible_status status =
      cr_grow(context, (void **)&list->at, &list->capacity, list->count + 1, sizeof *list->at);
  if (status == CRIBLE_OK) list->at[list->count++] = value;
  return status;
}

static crible_status load(elimination *work, const cr_modular_matrix *matrix) {
  for (int i = 0; i < matrix->size; i++) {
    for (int e = matrix->first[i]; e < matrix->first[i + 1]; e++) {
      int j = matrix->column[e];
      crible_status status =
          push_entry(&work->rows[i], (entry){.index = j, .value = matrix->value[e]},
                     work->lu->context);
      if (status == CRIBLE_OK) status = push_index(&work->holding[j], i, work->lu->context);
      if (status != CRIBLE_OK) return status;
      work->active_count[j]++;
    }
  }
  return CRIBLE_OK;
}

/* The pivot that can fill in least. */
static int choose_pivot(const elimination *work) {
  int best = -1;
  size_t least = SIZE_MAX;
  for (int k = 0; k < work->lu->size; k++) {
    if (work->done[k]) continue;
    size_t cost = (work->rows[k].count - 1) * (size_t)(work->active_count[k] - 1);
    if (cost < least) {
      least = cost;
      best = k;
    }
  }
  return best;
}

/* Takes the entry of column `index` out of a row. */
static entry take_entry(entries *row, int index) {
  size_t i = 0;
  while (row->at[i].index != index) i++;
  entry taken = row->at[i];
  row->at[i] = row->at[--row->count];
  return taken;
}

/* row i -= multiple · row k, without column k. */
static crible_status subtract_row(elimination *work, int i, const entries *pivot_row,
                                  entry multiple) {
  cr_modular_lu *lu = work->lu;
  entries *row = &work->rows[i];
  crible_status status = CRIBLE_OK;
  for (size_t t = 0; t < row->count; t++) work->position[row->at[t].index] = (int)t;
  for (size_t t = 0; status == CRIBLE_OK && t < pivot_row->count; t++) {
    entry above = pivot_row->at[t];
    mp_limb_t change = n_negmod(multiply(multiple, above.value, lu->prime), lu->prime);
    int at = work->position[above.index];
    if (at >= 0) {
      row->at[at].value = n_addmod(row->at[at].value, change, lu->prime);
      continue;
    }
    status = push_entry(row, (entry){.index = above.index, .value = change}, lu->context);
    if (status == CRIBLE_OK) status = push_index(&work->holding[above.index], i, lu->context);
    if (status == CRIBLE_OK) work->active_count[above.index]++;
  }
  for (size_t t = 0; t < row->count; t++) work->position[row->at[t].index] = -1;
  return status;
}

/* Eliminates column k from the rows that have it. */
static crible_status eliminate(elimination *work, int k, bool *vanished) {
  cr_modular_lu *lu = work->lu;
  entries *row = &work->rows[k];
  mp_limb_t pivot = take_entry(row, k).value;
  *vanished = pivot == 0;
  if (*vanished) return CRIBLE_OK;
  work->done[k] = true;
  lu->inverse[k] = make_entry(k, n_invmod(pivot, lu->prime), lu->prime);
  for (size_t t = 0; t < row->count; t++) {
    work->active_count[row->at[t].index]--;
    row->at[t] = make_entry(row->at[t].index, row->at[t].value, lu->prime);
  }
  for (size_t t = 0; t < work->holding[k].count; t++) {
    int i = work->holding[k].at[t];
    if (work->done[i]) continue;
    mp_limb_t value = multiply(lu->inverse[k], take_entry(&work->rows[i], k).value, lu->prime);
    entry multiple = make_entry(i, value, lu->prime);
    crible_status status = push_entry(&lu->lower[k], multiple, lu->context);
    if (status == CRIBLE_OK) status = subtract_row(work, i, row, multiple);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

static crible_status factorise(elimination *work, const cr_modular_matrix *matrix,
                               bool *vanished) {
  crible_status status = load(work, matrix);
  for (int step = 0; status == CRIBLE_OK && !*vanished && step < matrix->size; step++) {
    work->lu->order[step] = choose_pivot(work);
    status = eliminate(work, work->lu->order[step], vanished);
  }
  return status;
}

static crible_status allocate_lu(cr_modular_lu **out, int size, crible_context *context) {
  cr_modular_lu *lu = cr_allocate_zero(context, 1, sizeof *lu);
  if (lu == NULL) return CRIBLE_E_MEMORY;
  lu->context = context;
  lu->size = size;
  lu->order = cr_allocate_zero(context, (size_t)size, sizeof *lu->order);
  lu->upper = cr_allocate_zero(context, (size_t)size, sizeof *lu->upper);
  lu->lower = cr_allocate_zero(context, (size_t)size, sizeof *lu->lower);
  lu->inverse = cr_allocate_zero(context, (size_t)size, sizeof *lu->inverse);
  if (!lu->order || !lu->upper || !lu->lower || !lu->inverse) {
    cr_modular_lu_free(lu);
    return CRIBLE_E_MEMORY;
  }
  *out = lu;
  return CRIBLE_OK;
}

crible_status cr_modular_lu_new(cr_modular_lu **out, const cr_modular_matrix *matrix,
                                crible_context *context) {
  size_t size = (size_t)matrix->size;
  cr_modular_lu *lu = NULL;
  crible_status status = allocate_lu(&lu, matrix->size, context);
  if (status != CRIBLE_OK) return status;
  lu->prime = matrix->prime;
  elimination work = {.lu = lu, .rows = lu->upper};
  bool vanished = false;
  work.holding = cr_allocate_zero(context, size, sizeof *work.holding);
  work.active_count = cr_allocate_zero(context, size, sizeof *work.active_count);
  work.position = cr_allocate(context, size * sizeof *work.position);
  work.done = cr_allocate_zero(context, size, sizeof *work.done);
  if (!work.holding || !work.active_count || !work.position || !work.done) {
    status = CRIBLE_E_MEMORY;
    goto cleanup;
  }
  for (size_t i = 0; i < size; i++) work.position[i] = -1;
  status = factorise(&work, matrix, &vanished);
cleanup:
  for (size_t i = 0; work.holding != NULL && i < size; i++)
    cr_release(context, work.holding[i].at);
  cr_release(context, work.holding);
  cr_release(context, work.active_count);
  cr_release(context, work.position);
  cr_release(context, work.done);
  if (status == CRIBLE_OK && !vanished)
    *out = lu;
  else
    cr_modular_lu_free(lu);
  return status;
}

void cr_modular_lu_free(cr_modular_lu *lu) {
  if (lu == NULL) return;
  for (int k = 0; k < lu->size; k++) {
    if (lu->upper != NULL) cr_release(lu->context, lu->upper[k].at);
    if (lu->lower != NULL) cr_release(lu->context, lu->lower[k].at);
  }
  cr_release(lu->context, lu->order);
  cr_release(lu->context, lu->upper);
  cr_release(lu->context, lu->lower);
  cr_release(lu->context, lu->inverse);
  cr_release(lu->context, lu);
}

/* x[entry] -= entry · value, for a whole list. */
static void scatter(const entries *list, mp_limb_t value, mp_limb_t *x, mp_limb_t prime) {
  if (value == 0) return;
  for (size_t t = 0; t < list->count; t++) {
    entry e = list->at[t];
    x[e.index] = n_submod(x[e.index], multiply(e, value, prime), prime);
  }
}

/* value - Σ entry · x[entry]. */
static mp_limb_t gather(const entries *list, mp_limb_t value, const mp_limb_t *x,
                        mp_limb_t prime) {
  for (size_t t = 0; t < list->count; t++)
    value = n_submod(value, multiply(list->at[t], x[list->at[t].index], prime), prime);
  return value;
}

void cr_modular_lu_solve(const cr_modular_lu *lu, mp_limb_t *x) {
  for (int step = 0; step < lu->size; step++)
    scatter(&lu->lower[lu->order[step]], x[lu->order[step]], x, lu->prime);
  for (int step = lu->size - 1; step >= 0; step--) {
    int k = lu->order[step];
    x[k] = multiply(lu->inverse[k], gather(&lu->upper[k], x[k], x, lu->prime), lu->prime);
  }
}

void cr_modular_lu_solve_transposed(const cr_modular_lu *lu, mp_limb_t *x) {
  for (int step = 0; step < lu->size; step++) {
    int k = lu->order[step];
    x[k] = multiply(lu->inverse[k], x[k], lu->prime);
    scatter(&lu->upper[k], x[k], x, lu->prime);
  }
  for (int step = lu->size - 1; step >= 0; step--) {
    int k = lu->order[step];
    x[k] = gather(&lu->lower[k], x[k], x, lu->prime);
  }
}
