#include "importers/dossier/names.h"

#include <string.h>

#include "engine/base/nearest.h"
#include "engine/facts/party_index.h"

static uint64_t hash_of(cr_name_kind kind, int owner, const char *id) {
  int key[2] = {(int)kind, owner};
  return cr_hash_bytes(cr_hash_bytes(CR_HASH_START, key, sizeof key), id, strlen(id));
}

static int *bucket_of(const cr_names *names, cr_name_kind kind, int owner, const char *id) {
  return &names->table[hash_of(kind, owner, id) & (names->table_size - 1)];
}

/* Puts an item in front of its bucket. */
static void enter(cr_names *names, int item) {
  cr_name *name = &names->items[item];
  int *bucket = bucket_of(names, name->kind, name->owner, name->id);
  name->bucket = *bucket;
  *bucket = item;
}

/* Only first facts are in the table. */
static bool is_first(const cr_names *names, size_t item) { return names->items[item].last >= 0; }

static crible_status enlarge(cr_names *names) {
  size_t size = names->table_size ? 2 * names->table_size : 64;
  int *table = cr_allocate(names->context, size * sizeof *table);
  if (!table) return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < size; i++) table[i] = CR_NONE;
  cr_release(names->context, names->table);
  names->table = table;
  names->table_size = size;
  for (size_t i = 0; i < names->count; i++) {
    if (is_first(names, i)) enter(names, (int)i);
  }
  return CRIBLE_OK;
}

crible_status cr_names_add(cr_names *names, const cr_name *name) {
  crible_status status = CRIBLE_OK;
  void *block = names->items;
  if (names->count >= names->table_size) status = enlarge(names);
  if (status != CRIBLE_OK) return status;
  status = cr_grow(names->context, &block, &names->capacity, names->count + 1, sizeof *name);
  if (status != CRIBLE_OK) return status;
  names->items = block;
  int first = cr_names_find(names, name->kind, name->owner, name->id);
  int item = (int)names->count++;
  names->items[item] = *name;
  names->items[item].next = names->items[item].bucket = CR_NONE;
  if (first == CR_NONE) {
    names->items[item].last = item;
    enter(names, item);
  } else {
    names->items[names->items[first].last].next = item;
    names->items[first].last = item;
    names->items[item].last = CR_NONE;
  }
  return CRIBLE_OK;
}

int cr_names_find(const cr_names *names, cr_name_kind kind, int owner, const char *id) {
  if (!names->table_size) return CR_NONE;
  int item = *bucket_of(names, kind, owner, id);
  while (item != CR_NONE) {
    const cr_name *name = &names->items[item];
    if (name->kind == kind && name->owner == owner && !strcmp(name->id, id)) return item;
    item = name->bucket;
  }
  return CR_NONE;
}

int cr_names_only(const cr_names *names, size_t start, cr_name_kind kind, int owner) {
  int only = CR_NONE;
  for (size_t i = start; i < names->count; i++) {
    const cr_name *name = &names->items[i];
    if (name->kind != kind || name->owner != owner || !is_first(names, i)) continue;
    if (only != CR_NONE) return CR_NONE;
    only = (int)i;
  }
  return only;
}

const char *cr_names_nearest(const cr_names *names, cr_arena *arena, cr_name_kind kind, int owner,
                             const char *id) {
  const char **ids = cr_arena_alloc(arena, names->count + 1, sizeof *ids);
  size_t count = 0;
  for (size_t i = 0; ids && i < names->count; i++) {
    const cr_name *name = &names->items[i];
    if (name->kind == kind && name->owner == owner) ids[count++] = name->id;
  }
  return count ? cr_nearest(id, ids, count) : NULL;
}

void cr_names_clear(cr_names *names) {
  cr_release(names->context, names->items);
  cr_release(names->context, names->table);
  *names = (cr_names){.context = names->context};
}
