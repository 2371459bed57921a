/* What the ids of a dossier name. One id may name several facts of a history,
 * in force one after the other. */
#ifndef CR_DOSSIER_NAMES_H
#define CR_DOSSIER_NAMES_H

#include "engine/facts/facts.h"
#include "importers/dossier/text.h"

typedef enum cr_name_kind {
  CR_NAME_PARTY,
  CR_NAME_SOURCE, /* unique in the dossier: owner CR_NONE */
  CR_NAME_CLASS,
  CR_NAME_ORGAN,
  CR_NAME_LOT,
  CR_NAME_RIGHT, /* owner: the company */
  CR_NAME_KINDS
} cr_name_kind;

typedef struct cr_name {
  cr_name_kind kind;
  int owner;
  const char *id; /* borrowed */
  int index;      /* of the fact */
  cr_period period;
  cr_extent at; /* where it was given */
  int next;     /* of the same id, or CR_NONE */
  int last;     /* of the first: the last of the same id */
  int bucket;   /* next in the hash table, or CR_NONE */
} cr_name;

typedef struct cr_names {
  crible_context *context;
  cr_name *items; /* in the order given */
  size_t count, capacity;
  int *table;
  size_t table_size; /* a power of two, or 0 */
} cr_names;

/* Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_names_add(cr_names *names, const cr_name *name);

/* The first fact that an id names, as an index into items, or CR_NONE. */
int cr_names_find(const cr_names *names, cr_name_kind kind, int owner, const char *id);

/* The only id of a kind that an owner has, its first fact; CR_NONE when it has none or
 * several. Looks at items from `start` on. */
int cr_names_only(const cr_names *names, size_t start, cr_name_kind kind, int owner);

/* The id most like one that names nothing, or NULL. */
const char *cr_names_nearest(const cr_names *names, cr_arena *arena, cr_name_kind kind, int owner,
                             const char *id);

void cr_names_clear(cr_names *names);

#endif
