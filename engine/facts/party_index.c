/* Open addressing with linear probing, at most half full. */
#include "engine/facts/party_index.h"

#include <string.h>

struct cr_party_index {
  int *slots;        /* party + 1; 0: free */
  size_t slot_count; /* a power of two, or 0 */
  int indexed;       /* parties before this one are in the table */
};

uint64_t cr_hash_bytes(uint64_t hash, const void *bytes, size_t length) {
  const unsigned char *byte = bytes;
  for (size_t i = 0; i < length; i++) hash = (hash ^ byte[i]) * UINT64_C(1099511628211);
  return hash;
}

cr_party_index *cr_party_index_new(cr_arena *arena) {
  return cr_arena_alloc(arena, 1, sizeof(cr_party_index));
}

void cr_party_index_clear(cr_party_index *index, crible_context *context) {
  cr_release(context, index->slots);
  *index = (cr_party_index){0};
}

/* The slot where `id` is, or the free one where it belongs. */
static size_t slot_of(const cr_party_index *index, const cr_facts *facts, const char *id) {
  size_t mask = index->slot_count - 1;
  size_t slot = (size_t)cr_hash_bytes(CR_HASH_START, id, strlen(id)) & mask;
  while (index->slots[slot] && strcmp(facts->parties[index->slots[slot] - 1].id, id) != 0)
    slot = (slot + 1) & mask;
  return slot;
}

static bool make_room(cr_party_index *index, const cr_facts *facts) {
  if (index->slot_count > 2 * facts->parties_count) return true;
  size_t count = 64;
  while (count <= 4 * facts->parties_count) count *= 2;
  crible_context *context = cr_arena_context(facts->arena);
  int *slots = cr_allocate_zero(context, count, sizeof *slots);
  if (!slots) return false;
  cr_release(context, index->slots);
  *index = (cr_party_index){.slots = slots, .slot_count = count};
  return true;
}

/* Takes in the parties added since, up to the first whose id is not set yet. */
static bool catch_up(cr_party_index *index, const cr_facts *facts) {
  if (!make_room(index, facts)) return false;
  for (; index->indexed < (int)facts->parties_count; index->indexed++) {
    const char *id = facts->parties[index->indexed].id;
    if (!id) break;
    size_t slot = slot_of(index, facts, id);
    if (!index->slots[slot]) index->slots[slot] = index->indexed + 1;
  }
  return true;
}

static int find_from(const cr_facts *facts, int first, const char *id) {
  for (int i = first; i < (int)facts->parties_count; i++)
    if (facts->parties[i].id && strcmp(facts->parties[i].id, id) == 0) return i;
  return CR_NONE;
}

int cr_party_index_find(cr_party_index *index, const cr_facts *facts, const char *id) {
  if (index == NULL || !catch_up(index, facts)) return find_from(facts, 0, id);
  size_t slot = slot_of(index, facts, id);
  if (index->slots[slot]) return index->slots[slot] - 1;
  return find_from(facts, index->indexed, id);
}
