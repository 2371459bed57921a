#include "engine/requests/smallest_set.h"

#include <string.h>

struct cr_known_set {
  struct cr_known_set *before;
  cr_finding finding;
  bool *marked;
};

static bool within(const bool *small, const bool *large, int count) {
  for (int i = 0; i < count; i++)
    if (small[i] && !large[i]) return false;
  return true;
}

/* What follows of the set from those looked at; where `proof` is wanted, not from one of which
 * nothing is proven, unless it is the same. */
static bool follows(cr_finding *out, const cr_sufficiency *sufficiency, const bool *marked,
                    bool proof) {
  const int count = sufficiency->count;
  for (const struct cr_known_set *set = sufficiency->known; set != NULL; set = set->before) {
    const bool less = within(marked, set->marked, count), more = within(set->marked, marked, count);
    *out = set->finding;
    if (set->finding == CR_SUFFICE ? more : less && (more || !proof || *out == CR_FALL_SHORT))
      return true;
  }
  return false;
}

crible_status cr_suffices_known(cr_sufficiency *sufficiency, const bool *marked,
                                cr_finding finding) {
  const size_t count = (size_t)sufficiency->count;
  struct cr_known_set *set = cr_arena_alloc(sufficiency->arena, 1, sizeof *set);
  bool *copy = cr_arena_alloc(sufficiency->arena, count + 1, sizeof *copy);
  if (set == NULL || copy == NULL) return CRIBLE_E_MEMORY;
  memcpy(copy, marked, count);
  *set = (struct cr_known_set){.before = sufficiency->known, .finding = finding, .marked = copy};
  sufficiency->known = set;
  return CRIBLE_OK;
}

static crible_status look(cr_finding *out, cr_sufficiency *sufficiency, const bool *marked,
                          bool proof) {
  if (follows(out, sufficiency, marked, proof)) return CRIBLE_OK;
  crible_status status = sufficiency->holds(out, sufficiency->data, marked);
  return status == CRIBLE_OK ? cr_suffices_known(sufficiency, marked, *out) : status;
}

crible_status cr_suffices(bool *out, cr_sufficiency *sufficiency, const bool *marked) {
  cr_finding finding = CR_NONE_FOUND;
  crible_status status = look(&finding, sufficiency, marked, false);
  *out = finding == CR_SUFFICE;
  return status;
}

typedef struct cr_reduction {
  cr_sufficiency *sufficiency;
  const int *order;
  bool *marked; /* what is asked at present: the background and what was found needed */
} cr_reduction;

/* Of the candidates order[from] … order[to − 1], marks those needed besides what is marked. It
 * was not enough before `added` was marked, if that is true. */
static crible_status reduce(cr_reduction *work, int from, int to, bool added) {
  bool enough = false;
  crible_status status = CRIBLE_OK;
  if (added)
    status = cr_suffices(&enough, work->sufficiency, work->marked);
  if (status != CRIBLE_OK || enough) return status;
  if (to - from == 1) {
    work->marked[work->order[from]] = true;
    return CRIBLE_OK;
  }
  const int middle = from + (to - from) / 2;
  for (int i = from; i < middle; i++) work->marked[work->order[i]] = true;
  status = reduce(work, middle, to, true);
  bool late = false;
  for (int i = from; i < middle; i++) work->marked[work->order[i]] = false;
  for (int i = middle; i < to; i++) late = late || work->marked[work->order[i]];
  return status == CRIBLE_OK ? reduce(work, from, middle, late) : status;
}

crible_status cr_set_without_spare(bool *marked, bool *found, cr_sufficiency *sufficiency,
                                   const int *order, int among) {
  memset(marked, false, (size_t)sufficiency->count);
  for (int i = 0; i < among; i++) marked[order[i]] = true;
  crible_status status = cr_suffices(found, sufficiency, marked);
  memset(marked, false, (size_t)sufficiency->count);
  if (status != CRIBLE_OK || !*found || among == 0) return status;
  cr_reduction work = {.sufficiency = sufficiency, .order = order, .marked = marked};
  return reduce(&work, 0, among, true);
}

/* Ways to choose k of n, or more than `most`. */
static long choices(int n, int k, long most) {
  long ways = 1;
  for (int i = 1; i <= k; i++) {
    ways = ways * (n - k + i) / i;
    if (ways > most) return most + 1;
  }
  return ways;
}

/* The next choice of `size` positions below `count`, in lexicographic order. */
static bool advance(int *chosen, int size, int count) {
  int i = size - 1;
  while (i >= 0 && chosen[i] == count - size + i) i--;
  if (i < 0) return false;
  chosen[i]++;
  for (int k = i + 1; k < size; k++) chosen[k] = chosen[k - 1] + 1;
  return true;
}

/* Looks for a sufficient set of this size, as long as those looked at surely fall short; *proven:
 * there is one, or all do. */
static crible_status find_of_size(bool *marked, bool *found, bool *proven,
                                  cr_sufficiency *sufficiency, const int *order, int *chosen,
                                  int size) {
  for (int i = 0; i < size; i++) chosen[i] = i;
  *found = false;
  *proven = true;
  do {
    cr_finding finding = CR_NONE_FOUND;
    memset(marked, false, (size_t)sufficiency->count);
    for (int i = 0; i < size; i++) marked[order[chosen[i]]] = true;
    crible_status status = look(&finding, sufficiency, marked, true);
    *found = finding == CR_SUFFICE;
    *proven = finding != CR_NONE_FOUND;
    if (status != CRIBLE_OK || *found || !*proven) return status;
  } while (advance(chosen, size, sufficiency->count));
  return CRIBLE_OK;
}

crible_status cr_set_of_least_size(bool *marked, bool *least, cr_sufficiency *sufficiency,
                                   const int *order, int trials) {
  const int count = sufficiency->count;
  bool *tried = cr_arena_alloc(sufficiency->arena, (size_t)count + 1, sizeof *tried);
  int *chosen = cr_arena_alloc(sufficiency->arena, (size_t)count + 1, sizeof *chosen), size = 0;
  if (tried == NULL || chosen == NULL) return CRIBLE_E_MEMORY;
  crible_status status = CRIBLE_OK;
  bool found = true, proven = true;
  for (int i = 0; i < count; i++) size += marked[i];
  while (status == CRIBLE_OK && found && size > 0 && choices(count, size - 1, trials) <= trials) {
    status = find_of_size(tried, &found, &proven, sufficiency, order, chosen, --size);
    if (status == CRIBLE_OK && found) memcpy(marked, tried, (size_t)count);
  }
  if (status == CRIBLE_OK) *least = size == 0 || (!found && proven);
  return status;
}
