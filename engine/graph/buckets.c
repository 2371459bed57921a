#include "engine/graph/buckets.h"

crible_status cr_buckets_make(cr_buckets *out, size_t keys, const int *key, size_t items,
                              cr_arena *arena) {
  int *first = cr_arena_alloc(arena, keys + 2, sizeof *first);
  int *item = cr_arena_alloc(arena, items, sizeof *item);
  if (!first || !item) return CRIBLE_E_MEMORY;
  int *next = first + 1; /* shifted by one: ends as first[k + 1] */
  for (size_t i = 0; i < items; i++)
    if (key[i] >= 0) next[key[i] + 1]++;
  for (size_t k = 1; k <= keys; k++) next[k] += next[k - 1];
  for (size_t i = 0; i < items; i++)
    if (key[i] >= 0) item[next[key[i]]++] = (int)i;
  *out = (cr_buckets){.first = first, .item = item};
  return CRIBLE_OK;
}
