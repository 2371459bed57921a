/* Parties by local id: a hash table that catches up with the store when asked. */
#ifndef CR_FACTS_PARTY_INDEX_H
#define CR_FACTS_PARTY_INDEX_H

#include "engine/facts/facts.h"

typedef struct cr_party_index cr_party_index;

/* An empty index in `arena`, or NULL when memory is short. */
cr_party_index *cr_party_index_new(cr_arena *arena);
void cr_party_index_clear(cr_party_index *index, crible_context *context);

/* The first party whose id is `id`, or CR_NONE. Still right, only slower, when
 * memory for the table is short, or `index` is NULL. */
int cr_party_index_find(cr_party_index *index, const cr_facts *facts, const char *id);

/* 64-bit FNV-1a, continued from `hash`; start from CR_HASH_START. */
#define CR_HASH_START UINT64_C(14695981039346656037)
uint64_t cr_hash_bytes(uint64_t hash, const void *bytes, size_t length);

#endif
