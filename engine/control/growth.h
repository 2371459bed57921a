/* Growing arrays and a map of pairs of nodes, in an arena. */
#ifndef CR_CONTROL_GROWTH_H
#define CR_CONTROL_GROWTH_H

#include <stdint.h>

#include "engine/base/memory.h"

/* Makes room for at least `count` elements of `size` bytes. The array moves to a larger block of
 * the arena; the old one stays there until the arena is freed (at most as much again). */
CRIBLE_MUST_CHECK crible_status cr_arena_grow(cr_arena *arena, void **block, int *capacity,
                                              int count, size_t size);

/* From a pair of small numbers to a number. Starts zeroed, with its arena set. */
typedef struct cr_pair_slot {
  uint64_t key; /* 0: free */
  int value;
} cr_pair_slot;

typedef struct cr_pair_map {
  cr_arena *arena;
  cr_pair_slot *slots;
  size_t capacity, count;
} cr_pair_map;

/* CR_NONE when the pair is not in the map. */
int cr_pair_map_get(const cr_pair_map *map, int a, int b);
/* Adds or replaces. */
CRIBLE_MUST_CHECK crible_status cr_pair_map_put(cr_pair_map *map, int a, int b, int value);
void cr_pair_map_empty(cr_pair_map *map);

#endif
