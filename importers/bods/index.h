/* From ids to numbers: a hash table. Keys are borrowed. */
#ifndef CR_BODS_INDEX_H
#define CR_BODS_INDEX_H

#include <crible/context.h>

#include <stddef.h>

typedef struct cr_bods_slot {
  const char *key;
  int value;
} cr_bods_slot;

typedef struct cr_bods_index {
  crible_context *context;
  cr_bods_slot *slots;
  size_t capacity, count;
} cr_bods_index;

/* The value of a key, or CR_NONE. */
int cr_bods_index_find(const cr_bods_index *index, const char *key);
/* Adds a key that is not there. */
CRIBLE_MUST_CHECK crible_status cr_bods_index_add(cr_bods_index *index, const char *key, int value);
void cr_bods_index_clear(cr_bods_index *index);

#endif
