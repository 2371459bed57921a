#include "importers/registers/join.h"

#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "engine/facts/party_index.h"
#include "importers/registers/identifier.h"

typedef struct joining {
  crible_dossier *dossier;
  cr_facts **stores; /* the dossier's first */
  size_t count;
  int *first;     /* of each party of all stores, the first that is the same */
  int *index;     /* of each, where it is in the end */
  cr_party *parties;
  size_t party_count, party_capacity;
} joining;

static bool has(const cr_party *party, const cr_identifier *wanted) {
  cr_spelling own, other;
  bool spelt = cr_identifier_spell(&other, wanted->scheme, wanted->value);
  for (int i = 0; spelt && i < party->identifier_count; i++)
    if (cr_identifier_spell(&own, party->identifiers[i].scheme, party->identifiers[i].value) &&
        !strcmp(own.scheme, other.scheme) && !strcmp(own.value, other.value))
      return true;
  return false;
}

/* The identifiers of both. */
static crible_status add_identifiers(cr_arena *arena, cr_party *party, const cr_party *other) {
  int room = party->identifier_count + other->identifier_count, count = party->identifier_count;
  cr_identifier *all = cr_arena_alloc(arena, (size_t)room + 1, sizeof *all);
  if (!all) return CRIBLE_E_MEMORY;
  for (int i = 0; i < count; i++) all[i] = party->identifiers[i];
  for (int i = 0; i < other->identifier_count; i++)
    if (!has(party, &other->identifiers[i])) all[count++] = other->identifiers[i];
  party->identifiers = all;
  party->identifier_count = count;
  return CRIBLE_OK;
}

static crible_status tell_kinds(const joining *all, const cr_party *a, const cr_party *b) {
  const cr_facts *facts = all->stores[0];
  if (a->kind == b->kind) return CRIBLE_OK;
  return cr_warn(all->dossier->context, "party-kinds", facts->file, a->fact.line,
                 a->fact.column, NULL,
                 _("'%.64s' and '%.64s' have the same identifier and are not of one kind: the first "
                   "is kept"),
                 a->name, b->name);
}

/* What is said first is kept; what only a reference names is as the one who describes it says. */
static crible_status merge(const joining *all, cr_party *party, const cr_party *other) {
  crible_status status = CRIBLE_OK;
  const char *id = party->id;
  cr_party named = *party;
  if (party->named_only && !other->named_only) {
    *party = *other;
    party->id = id;
    other = &named;
  } else if (!other->named_only) {
    status = tell_kinds(all, party, other);
  }
  if (!party->country) party->country = other->country;
  if (party->form == CR_FORM_UNSTATED) party->form = other->form;
  if (party->incorporated == CR_DATE_NONE) party->incorporated = other->incorporated;
  if (!party->nationalities) party->nationalities = other->nationalities;
  return status == CRIBLE_OK ? add_identifiers(all->stores[0]->arena, party, other) : status;
}

/* Whether a store before this one has a party of that id. */
static bool taken(const joining *all, const char *id, size_t store) {
  for (size_t s = 0; s < store; s++)
    if (cr_facts_party(all->stores[s], id) != CR_NONE) return true;
  return false;
}

static crible_status add_party(joining *all, const cr_party *party, size_t store) {
  void *block = all->parties;
  crible_status status = cr_grow(all->dossier->context, &block, &all->party_capacity,
                                 all->party_count + 1, sizeof *party);
  if (status != CRIBLE_OK) return status;
  all->parties = block;
  const char *id = party->id;
  for (int i = 2; taken(all, id, store); i++) {
    id = cr_arena_printf(all->stores[0]->arena, "%s-%d", party->id, i);
    if (!id) return CRIBLE_E_MEMORY;
  }
  all->parties[all->party_count] = *party;
  all->parties[all->party_count++].id = id;
  return CRIBLE_OK;
}

static crible_status join_parties(joining *all) {
  int party = 0, sources = 0;
  for (size_t s = 0; s < all->count; s++) {
    const cr_facts *store = all->stores[s];
    for (size_t p = 0; p < store->parties_count; p++, party++) {
      int first = all->first[party];
      cr_party copy = store->parties[p];
      crible_status status;
      if (copy.fact.source != CR_NONE) copy.fact.source += sources;
      if (first == party) {
        all->index[party] = (int)all->party_count;
        status = add_party(all, &copy, s);
      } else {
        all->index[party] = all->index[first];
        status = merge(all, &all->parties[all->index[first]], &copy);
      }
      if (status != CRIBLE_OK) return status;
    }
    sources += (int)store->sources_count;
  }
  return CRIBLE_OK;
}

/* Moves one kind of fact; what it points to stays where it is. */
static crible_status move(crible_context *context, void **into, size_t *capacity, size_t *count,
                          const void *from, size_t *from_count, size_t size) {
  crible_status status = cr_grow(context, into, capacity, *count + *from_count, size);
  if (status != CRIBLE_OK) return status;
  if (*from_count) memcpy((char *)*into + *count * size, from, *from_count * size);
  *count += *from_count;
  *from_count = 0;
  return CRIBLE_OK;
}

/* Two files may be of one name. */
static crible_status name_sources(cr_facts *facts, size_t from) {
  for (size_t i = from; i < facts->sources_count; i++) {
    for (size_t k = 0; k < i; k++) {
      if (strcmp(facts->sources[i].id, facts->sources[k].id)) continue;
      facts->sources[i].id =
          cr_arena_printf(facts->arena, "%s-%zu", facts->sources[i].id, i + 1);
      if (!facts->sources[i].id) return CRIBLE_E_MEMORY;
    }
  }
  return CRIBLE_OK;
}

static crible_status move_facts(cr_facts *into, cr_facts *from) {
  crible_context *context = cr_arena_context(into->arena);
  crible_status status = CRIBLE_OK;
  size_t sources = into->sources_count;
  void *block;
  from->parties_count = 0;
#define MOVE_FACTS(type, name)                                                                  \
  if (status == CRIBLE_OK) {                                                                    \
    block = into->name;                                                                         \
    status = move(context, &block, &into->name##_capacity, &into->name##_count, from->name,     \
                  &from->name##_count, sizeof(type));                                           \
    into->name = block;                                                                         \
  }
  CR_FACT_KINDS(MOVE_FACTS)
#undef MOVE_FACTS
  return status == CRIBLE_OK ? name_sources(into, sources) : status;
}

/* The dossier's own facts come first and keep their places, but for parties that are one. */
static crible_status join_facts(joining *all) {
  cr_facts *into = all->stores[0];
  crible_status status = CRIBLE_OK;
  const int *index = all->index;
  for (size_t s = 0; status == CRIBLE_OK && s < all->count; s++) {
    cr_facts *store = all->stores[s];
    bool own = store == into;
    size_t parties = store->parties_count;
    const cr_shift shift = {.party = index,
                            .source = own ? 0 : (int)into->sources_count,
                            .share_class = own ? 0 : (int)into->classes_count,
                            .lot = own ? 0 : (int)into->lots_count,
                            .organ = own ? 0 : (int)into->organs_count};
    status = cr_facts_renumber(store, &shift);
    if (status == CRIBLE_OK && !own) status = move_facts(into, store);
    index += parties;
  }
  return status;
}

static void put_parties(joining *all) {
  cr_facts *facts = all->stores[0];
  crible_context *context = all->dossier->context;
  cr_release(context, facts->parties);
  facts->parties = all->parties;
  facts->parties_count = all->party_count;
  facts->parties_capacity = all->party_capacity;
  all->parties = NULL;
}

crible_status cr_registers_join(crible_dossier *dossier, crible_dossier *const *parts,
                                size_t count) {
  crible_context *context = dossier->context;
  joining all = {.dossier = dossier, .count = count + 1};
  size_t parties = dossier->facts->parties_count;
  crible_status status = CRIBLE_E_MEMORY;
  all.stores = cr_allocate(context, (count + 1) * sizeof *all.stores);
  if (!all.stores) goto cleanup;
  all.stores[0] = dossier->facts;
  for (size_t i = 0; i < count; i++) {
    all.stores[i + 1] = parts[i]->facts;
    parties += parts[i]->facts->parties_count;
  }
  all.index = cr_allocate(context, (parties + 1) * sizeof *all.index);
  if (!all.index) goto cleanup;
  status = cr_parties_by_identifier(&all.first, context, all.stores, all.count);
  if (status == CRIBLE_OK) status = join_parties(&all);
  if (status == CRIBLE_OK) status = join_facts(&all);
  if (status != CRIBLE_OK) goto cleanup;
  if (dossier->facts->candidate != CR_NONE)
    dossier->facts->candidate = all.index[dossier->facts->candidate];
  put_parties(&all);
  cr_party_index_clear(dossier->facts->party_index, context);
cleanup:
  cr_release(context, all.parties);
  cr_release(context, all.first);
  cr_release(context, all.index);
  cr_release(context, all.stores);
  return status;
}
