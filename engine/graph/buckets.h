/* Items grouped by a key: compressed rows, made by counting. */
#ifndef CR_GRAPH_BUCKETS_H
#define CR_GRAPH_BUCKETS_H

#include "engine/base/memory.h"

/* The items of key k are item[first[k]] … item[first[k + 1] - 1], ascending. */
typedef struct cr_buckets {
  int *first;
  int *item;
} cr_buckets;

/* Groups items 0 … items-1 by key[i] in 0 … keys-1; a negative key leaves the
 * item out. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_buckets_make(cr_buckets *out, size_t keys, const int *key,
                                                size_t items, cr_arena *arena);

static inline int cr_buckets_count(const cr_buckets *buckets, int key) {
  return buckets->first[key + 1] - buckets->first[key];
}

/* for (int i = …) over the positions of a key's items. */
#define CR_EACH(i, buckets, key) \
  (int i = (buckets)->first[key]; i < (buckets)->first[(key) + 1]; i++)

#endif
