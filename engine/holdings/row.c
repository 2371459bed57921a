#include "engine/holdings/row.h"

void cr_values_set(cr_values *values, int node, const fmpq_t value) {
  fmpq_set(&values->exact[node], value);
  values->near[node] = fmpq_get_d(value);
}

int cr_values_compare(const cr_values *values, int a, int b) {
  const double margin = 0x1p-40;
  double difference = values->near[a] - values->near[b];
  if (difference > margin) return 1;
  if (difference < -margin) return -1;
  if (a == b || fmpq_equal(&values->exact[a], &values->exact[b])) return 0;
  return fmpq_cmp(&values->exact[a], &values->exact[b]);
}

crible_status cr_row_sorter_new(cr_row_sorter *out, const cr_system *system, cr_arena *arena) {
  cr_row_sorter sorter;
  sorter.order = cr_arena_alloc(arena, (size_t)system->longest, sizeof *sorter.order);
  sorter.spare = cr_arena_alloc(arena, (size_t)system->longest, sizeof *sorter.spare);
  if (!sorter.order || !sorter.spare) return CRIBLE_E_MEMORY;
  *out = sorter;
  return CRIBLE_OK;
}

/* What entries are sorted by. */
typedef struct sort_key {
  const int *holder;
  const cr_values *values; /* or NULL: */
  const double *near;
  bool upper;
} sort_key;

static bool comes_before(const sort_key *key, int a, int b) {
  int ha = key->holder[a], hb = key->holder[b];
  int order = 0;
  if (key->values != NULL)
    order = cr_values_compare(key->values, ha, hb);
  else
    order = (key->near[ha] > key->near[hb]) - (key->near[ha] < key->near[hb]);
  return key->upper ? order > 0 : order < 0;
}

/* Merges two sorted runs; of equal entries the left one stays first. */
static void merge(int *out, const int *entries, int middle, int end, const sort_key *key) {
  int left = 0, right = middle;
  for (int i = 0; i < end; i++) {
    bool take_right =
        right < end && (left >= middle || comes_before(key, entries[right], entries[left]));
    out[i] = entries[take_right ? right++ : left++];
  }
}

static void sort(cr_row_sorter *sorter, int first, int count, const sort_key *key) {
  for (int i = 0; i < count; i++) sorter->order[i] = first + i;
  for (int run = 1; run < count; run *= 2) {
    for (int at = 0; at < count; at += 2 * run) {
      int end = count - at < 2 * run ? count - at : 2 * run;
      merge(sorter->spare + at, sorter->order + at, run < end ? run : end, end, key);
    }
    int *sorted = sorter->spare;
    sorter->spare = sorter->order;
    sorter->order = sorted;
  }
}

void cr_row_sort(cr_row_sorter *sorter, const cr_system *system, int company, bool upper,
                 const cr_values *values) {
  sort_key key = {.holder = system->edges->holder, .values = values, .upper = upper};
  int first = system->edges->first[company];
  sort(sorter, first, system->edges->first[company + 1] - first, &key);
}

void cr_row_sort_near(cr_row_sorter *sorter, const cr_system *system, int company, bool upper,
                      const double *values) {
  sort_key key = {.holder = system->edges->holder, .near = values, .upper = upper};
  int first = system->edges->first[company];
  sort(sorter, first, system->edges->first[company + 1] - first, &key);
}

void cr_row_fill(fmpq *weight, const cr_system *system, int company, const int *order) {
  int first = system->edges->first[company], end = system->edges->first[company + 1];
  for (int e = first; e < end; e++) fmpq_set(&weight[e], &system->weight[e].lo);
  fmpq_t rest;
  fmpq_init(rest);
  fmpq_set(rest, &system->slack[company]);
  for (int i = 0; !fmpq_is_zero(rest) && i < end - first; i++) {
    int e = order[i];
    bool whole = fmpq_cmp(&system->range[e], rest) <= 0;
    const fmpq *taken = whole ? &system->range[e] : rest;
    fmpq_add(&weight[e], &weight[e], taken);
    if (whole)
      fmpq_sub(rest, rest, taken);
    else
      fmpq_zero(rest);
  }
  fmpq_clear(rest);
}

/* sum += weight · value, both fractions, without reduction. */
static void add_product(fmpz_t numerator, fmpz_t denominator, const fmpq *weight,
                        const fmpq *value, fmpz_t term, fmpz_t below, fmpz_t common) {
  fmpz_mul(term, fmpq_numref(weight), fmpq_numref(value));
  fmpz_mul(below, fmpq_denref(weight), fmpq_denref(value));
  if (fmpz_equal(below, denominator)) {
    fmpz_add(numerator, numerator, term);
    return;
  }
  fmpz_gcd(common, below, denominator);
  fmpz_divexact(below, below, common);
  fmpz_divexact(common, denominator, common); /* numerator/denominator·below + term·common */
  fmpz_mul(numerator, numerator, below);
  fmpz_addmul(numerator, term, common);
  fmpz_mul(denominator, denominator, below);
}

void cr_row_value(fmpq_t out, const cr_system *system, int company, const fmpq *weight,
                  const fmpq *value) {
  const cr_edges *edges = system->edges;
  fmpz_t numerator, denominator, term, below, common;
  fmpz_init(numerator);
  fmpz_init_set_ui(denominator, 1);
  fmpz_init(term);
  fmpz_init(below);
  fmpz_init(common);
  for (int e = edges->first[company]; e < edges->first[company + 1]; e++) {
    const fmpq *held = &value[edges->holder[e]];
    if (fmpq_is_zero(&weight[e]) || fmpq_is_zero(held)) continue;
    add_product(numerator, denominator, &weight[e], held, term, below, common);
  }
  fmpq_set_fmpz_frac(out, numerator, denominator);
  fmpz_clear(numerator);
  fmpz_clear(denominator);
  fmpz_clear(term);
  fmpz_clear(below);
  fmpz_clear(common);
}
