#include "engine/control/growth.h"

#include <limits.h>
#include <string.h>

#include "engine/facts/facts.h"

crible_status cr_arena_grow(cr_arena *arena, void **block, int *capacity, int count, size_t size) {
  if (count <= *capacity) {
    return CRIBLE_OK;
  }
  if (*capacity > INT_MAX / 2) {
    return CRIBLE_E_MEMORY;
  }
  int wanted = *capacity < 8 ? 16 : 2 * *capacity;
  if (wanted < count) {
    wanted = count;
  }
  void *larger = cr_arena_alloc(arena, (size_t)wanted, size);
  if (!larger) {
    return CRIBLE_E_MEMORY;
  }
  if (*capacity > 0) {
    memcpy(larger, *block, (size_t)*capacity * size);
  }
  *block = larger;
  *capacity = wanted;
  return CRIBLE_OK;
}

static uint64_t key_of(int a, int b) {
  return ((uint64_t)(uint32_t)(a + 1) << 32) | (uint32_t)(b + 1);
}

/* Where a key is, or where it would go. The capacity is a power of two. */
static cr_pair_slot *slot_of(const cr_pair_map *map, uint64_t key) {
  uint64_t hash = key * UINT64_C(0x9E3779B97F4A7C15);
  size_t place = (size_t)(hash >> 32) & (map->capacity - 1);
  while (map->slots[place].key != 0 && map->slots[place].key != key) {
    place = (place + 1) & (map->capacity - 1);
  }
  return map->slots + place;
}

int cr_pair_map_get(const cr_pair_map *map, int a, int b) {
  if (map->count == 0) {
    return CR_NONE;
  }
  const cr_pair_slot *slot = slot_of(map, key_of(a, b));
  return slot->key ? slot->value : CR_NONE;
}

static crible_status enlarge(cr_pair_map *map) {
  cr_pair_map larger = {.arena = map->arena, .count = map->count};
  larger.capacity = map->capacity ? 2 * map->capacity : 64;
  larger.slots = cr_arena_alloc(map->arena, larger.capacity, sizeof *larger.slots);
  if (!larger.slots) {
    return CRIBLE_E_MEMORY;
  }
  for (size_t i = 0; i < map->capacity; i++) {
    if (map->slots[i].key) {
      *slot_of(&larger, map->slots[i].key) = map->slots[i];
    }
  }
  *map = larger;
  return CRIBLE_OK;
}

crible_status cr_pair_map_put(cr_pair_map *map, int a, int b, int value) {
  if (2 * (map->count + 1) > map->capacity) {
    crible_status status = enlarge(map);
    if (status != CRIBLE_OK) {
      return status;
    }
  }
  cr_pair_slot *slot = slot_of(map, key_of(a, b));
  map->count += slot->key == 0;
  *slot = (cr_pair_slot){.key = key_of(a, b), .value = value};
  return CRIBLE_OK;
}

void cr_pair_map_empty(cr_pair_map *map) {
  if (map->count > 0) {
    memset(map->slots, 0, map->capacity * sizeof *map->slots);
  }
  map->count = 0;
}
