/* Which parties of several stores share an identifier. */
#include <stdlib.h>
#include <string.h>

#include "importers/registers/identifier.h"
#include "importers/registers/join.h"

typedef struct named {
  cr_spelling spelling;
  int party;
} named;

typedef struct gathering {
  crible_context *context;
  named *items;
  size_t count, capacity;
} gathering;

static crible_status add(gathering *all, const cr_identifier *identifier, int party) {
  void *block = all->items;
  crible_status status =
      cr_grow(all->context, &block, &all->capacity, all->count + 1, sizeof *all->items);
  if (status != CRIBLE_OK) return status;
  all->items = block;
  if (!cr_identifier_spell(&all->items[all->count].spelling, identifier->scheme,
                           identifier->value))
    return CRIBLE_OK;
  all->items[all->count++].party = party;
  return CRIBLE_OK;
}

static int by_spelling(const void *left, const void *right) {
  const named *a = left, *b = right;
  int order = strcmp(a->spelling.scheme, b->spelling.scheme);
  if (!order) order = strcmp(a->spelling.value, b->spelling.value);
  return order ? order : (a->party > b->party) - (a->party < b->party);
}

static bool equal(const cr_spelling *a, const cr_spelling *b) {
  return !strcmp(a->scheme, b->scheme) && !strcmp(a->value, b->value);
}

static int root_of(int *first, int party) {
  while (first[party] != party) {
    first[party] = first[first[party]];
    party = first[party];
  }
  return party;
}

/* The earlier of the two stands for both. */
static void unite(int *first, int a, int b) {
  a = root_of(first, a);
  b = root_of(first, b);
  if (a < b) first[b] = a;
  else first[a] = b;
}

static crible_status gather(gathering *all, cr_facts *const *stores, size_t count) {
  int party = 0;
  for (size_t s = 0; s < count; s++) {
    for (size_t p = 0; p < stores[s]->parties_count; p++, party++) {
      const cr_party *known = &stores[s]->parties[p];
      for (int i = 0; i < known->identifier_count; i++) {
        crible_status status = add(all, &known->identifiers[i], party);
        if (status != CRIBLE_OK) return status;
      }
    }
  }
  return CRIBLE_OK;
}

crible_status cr_parties_by_identifier(int **first, crible_context *context, cr_facts *const *stores,
                              size_t count) {
  gathering all = {.context = context};
  size_t parties = 0;
  for (size_t s = 0; s < count; s++) parties += stores[s]->parties_count;
  int *found = cr_allocate(context, (parties + 1) * sizeof *found);
  crible_status status = found ? gather(&all, stores, count) : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) {
    for (size_t p = 0; p < parties; p++) found[p] = (int)p;
    if (all.count) qsort(all.items, all.count, sizeof *all.items, by_spelling);
    for (size_t i = 1; i < all.count; i++)
      if (equal(&all.items[i - 1].spelling, &all.items[i].spelling))
        unite(found, all.items[i - 1].party, all.items[i].party);
    for (size_t p = 0; p < parties; p++) found[p] = root_of(found, (int)p);
    *first = found;
    found = NULL;
  }
  cr_release(context, found);
  cr_release(context, all.items);
  return status;
}
