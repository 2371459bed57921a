#include "importers/bods/index.h"

#include <string.h>

#include "engine/facts/party_index.h"

enum { LEAST = 64 };

/* The slot of a key, or the free one where it belongs. */
static cr_bods_slot *slot_of(const cr_bods_index *index, const char *key) {
  size_t mask = index->capacity - 1;
  size_t at = (size_t)cr_hash_bytes(CR_HASH_START, key, strlen(key)) & mask;
  while (index->slots[at].key && strcmp(index->slots[at].key, key)) at = (at + 1) & mask;
  return &index->slots[at];
}

int cr_bods_index_find(const cr_bods_index *index, const char *key) {
  const cr_bods_slot *slot = index->capacity ? slot_of(index, key) : NULL;
  return slot && slot->key ? slot->value : CR_NONE;
}

static crible_status grow(cr_bods_index *index) {
  cr_bods_index larger = *index;
  larger.capacity = index->capacity ? 2 * index->capacity : LEAST;
  larger.slots = cr_allocate_zero(index->context, larger.capacity, sizeof *larger.slots);
  if (!larger.slots) return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < index->capacity; i++)
    if (index->slots[i].key) *slot_of(&larger, index->slots[i].key) = index->slots[i];
  cr_release(index->context, index->slots);
  *index = larger;
  return CRIBLE_OK;
}

crible_status cr_bods_index_add(cr_bods_index *index, const char *key, int value) {
  if (2 * (index->count + 1) > index->capacity) {
    crible_status status = grow(index);
    if (status != CRIBLE_OK) return status;
  }
  *slot_of(index, key) = (cr_bods_slot){key, value};
  index->count++;
  return CRIBLE_OK;
}

void cr_bods_index_clear(cr_bods_index *index) {
  cr_release(index->context, index->slots);
  index->slots = NULL;
  index->capacity = index->count = 0;
}
