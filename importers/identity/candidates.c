/* Who is compared with whom: only those who share a key, a hash of a number, of a name, or of a
 * name with one letter left out, which names at a distance of one letter have in common. */
#include "importers/identity/candidates.h"

#include <stdlib.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "engine/facts/party_index.h"

enum { MOST_ALIKE = 200 }; /* of one key: beyond that a name says nothing */

typedef struct keyed {
  uint64_t key;
  int party;
} keyed;

typedef struct search {
  crible_matches *matches;
  cr_arena *scratch; /* of the numbers compared */
  keyed *keys;
  size_t count, capacity;
  int skipped;
} search;

static crible_status add_key(search *self, char sort, const char *text, size_t length,
                             size_t left_out, int party) {
  void *block = self->keys;
  crible_status status = cr_grow(self->matches->context, &block, &self->capacity, self->count + 1,
                                 sizeof *self->keys);
  if (status != CRIBLE_OK) return status;
  self->keys = block;
  uint64_t hash = cr_hash_bytes(CR_HASH_START, &sort, 1);
  hash = cr_hash_bytes(hash, text, left_out);
  if (left_out < length) hash = cr_hash_bytes(hash, text + left_out + 1, length - left_out - 1);
  self->keys[self->count++] = (keyed){hash, party};
  return CRIBLE_OK;
}

static crible_status add_whole(search *self, char sort, const char *text, int party) {
  size_t length = strlen(text);
  return length ? add_key(self, sort, text, length, length, party) : CRIBLE_OK;
}

static crible_status add_keys(search *self, int index) {
  const cr_likened *likened = &self->matches->parties[index].likened;
  const char *core = likened->name.core;
  const size_t length = strlen(core);
  crible_status status = add_whole(self, 'w', likened->name.sorted, index);
  for (int i = 0; status == CRIBLE_OK && i < likened->party->identifier_count; i++) {
    const char *number = cr_plain_number(self->scratch, &likened->party->identifiers[i]);
    status = number ? add_whole(self, 'n', number, index) : CRIBLE_E_MEMORY;
  }
  for (size_t i = 0; status == CRIBLE_OK && length && i <= length; i++)
    status = add_key(self, 'c', core, length, i, index);
  return status;
}

static int by_key(const void *left, const void *right) {
  const keyed *a = left, *b = right;
  if (a->key != b->key) return a->key < b->key ? -1 : 1;
  return (a->party > b->party) - (a->party < b->party);
}

static crible_status add_pair(search *self, int a, int b) {
  crible_matches *matches = self->matches;
  void *block = matches->pairs;
  unsigned reasons = 0;
  crible_status status = cr_liken(&reasons, self->scratch, &matches->parties[a].likened,
                                  &matches->parties[b].likened);
  if (status != CRIBLE_OK || !reasons) return status;
  status = cr_grow(matches->context, &block, &matches->pair_capacity, matches->pair_count + 1,
                   sizeof *matches->pairs);
  if (status != CRIBLE_OK) return status;
  matches->pairs = block;
  matches->pairs[matches->pair_count++] = (cr_pair){a, b, reasons};
  return CRIBLE_OK;
}

static crible_status compare_alike(search *self, size_t first, size_t end) {
  crible_status status = CRIBLE_OK;
  if (end - first > MOST_ALIKE) {
    self->skipped++;
    return CRIBLE_OK;
  }
  for (size_t i = first; i < end; i++)
    for (size_t j = i + 1; status == CRIBLE_OK && j < end; j++)
      if (self->keys[i].party != self->keys[j].party)
        status = add_pair(self, self->keys[i].party, self->keys[j].party);
  return status;
}

static int by_parties(const void *left, const void *right) {
  const cr_pair *a = left, *b = right;
  return a->a != b->a ? (a->a > b->a) - (a->a < b->a) : (a->b > b->b) - (a->b < b->b);
}

/* What speaks against it last; then the strongest reason; then a country that speaks for it. */
static int weight(unsigned reasons) {
  int strongest = 0, against = 0;
  while (!(reasons & (1U << strongest))) strongest++;
  for (int i = CR_OTHER_FORM; i < CR_REASONS; i++) against += (reasons & (1U << i)) != 0;
  return (against * CR_REASONS + strongest) * 2 + !(reasons & (1U << CR_SAME_COUNTRY));
}

static int by_weight(const void *left, const void *right) {
  int a = weight(((const cr_pair *)left)->reasons), b = weight(((const cr_pair *)right)->reasons);
  return a != b ? (a > b) - (a < b) : by_parties(left, right);
}

static void put_in_order(crible_matches *matches) {
  size_t kept = 0;
  if (!matches->pair_count) return;
  qsort(matches->pairs, matches->pair_count, sizeof *matches->pairs, by_parties);
  for (size_t i = 0; i < matches->pair_count; i++)
    if (!kept || by_parties(&matches->pairs[kept - 1], &matches->pairs[i]))
      matches->pairs[kept++] = matches->pairs[i];
  matches->pair_count = kept;
  qsort(matches->pairs, kept, sizeof *matches->pairs, by_weight);
}

static crible_status find_pairs(crible_matches *matches) {
  search self = {.matches = matches};
  crible_status status = cr_arena_new(&self.scratch, matches->context);
  for (size_t i = 0; status == CRIBLE_OK && i < matches->party_count; i++)
    status = add_keys(&self, (int)i);
  if (status == CRIBLE_OK && self.count) qsort(self.keys, self.count, sizeof *self.keys, by_key);
  for (size_t first = 0, end; status == CRIBLE_OK && first < self.count; first = end) {
    for (end = first; end < self.count && self.keys[end].key == self.keys[first].key;) end++;
    status = compare_alike(&self, first, end);
  }
  if (status == CRIBLE_OK) put_in_order(matches);
  if (status == CRIBLE_OK && self.skipped)
    status = cr_warn(matches->context, "names-too-common", NULL, 0, 0, NULL,
                     _("more than %d parties share a name or number: those are not compared"),
                     MOST_ALIKE);
  cr_release(matches->context, self.keys);
  cr_arena_free(self.scratch);
  return status;
}

/* Where each is said to be: its first registered office, whatever the dates; else what it states. */
static void state_countries(cr_matched *parties, const cr_facts *facts) {
  for (size_t i = 0; i < facts->seats_count; i++) {
    cr_likened *likened = &parties[facts->seats[i].party].likened;
    if (facts->seats[i].kind == CR_SEAT_REGISTERED && !likened->country)
      likened->country = facts->seats[i].country;
  }
  for (size_t i = 0; i < facts->parties_count; i++)
    if (!parties[i].likened.country) parties[i].likened.country = facts->parties[i].country;
}

static crible_status add_parties(crible_matches *matches, const crible_dossier *dossier,
                                 const cr_legal_forms *forms) {
  const cr_facts *facts = dossier->facts;
  cr_matched *parties = matches->parties + matches->party_count;
  crible_status status = CRIBLE_OK;
  for (size_t i = 0; status == CRIBLE_OK && i < facts->parties_count; i++) {
    parties[i].file = dossier->path;
    parties[i].likened.party = &facts->parties[i];
    status = cr_party_name_read(&parties[i].likened.name, matches->arena, facts->parties[i].name,
                                forms);
  }
  if (status == CRIBLE_OK) state_countries(parties, facts);
  matches->party_count += facts->parties_count;
  return status;
}

static crible_status find(crible_matches *matches, const crible_dossier *const *dossiers,
                          int count) {
  cr_legal_forms forms = {NULL, 0};
  size_t room = 1;
  for (int i = 0; i < count; i++) room += dossiers[i]->facts->parties_count;
  crible_status status = cr_legal_forms_read(&forms, matches->arena);
  if (status == CRIBLE_OK) {
    matches->parties = cr_arena_alloc(matches->arena, room, sizeof *matches->parties);
    if (!matches->parties) status = CRIBLE_E_MEMORY;
  }
  for (int i = 0; status == CRIBLE_OK && i < count; i++)
    status = add_parties(matches, dossiers[i], &forms);
  return status == CRIBLE_OK ? find_pairs(matches) : status;
}

crible_status crible_matches_find(crible_matches **out, crible_context *context,
                                  const crible_dossier *const *dossiers, int count) {
  cr_arena *arena = NULL;
  crible_status status = cr_arena_new(&arena, context);
  if (status != CRIBLE_OK) return status;
  crible_matches *matches = cr_arena_alloc(arena, 1, sizeof *matches);
  if (!matches) {
    cr_arena_free(arena);
    return CRIBLE_E_MEMORY;
  }
  *matches = (crible_matches){.context = context, .arena = arena, .file_count = count};
  status = find(matches, dossiers, count);
  if (status == CRIBLE_OK) *out = matches;
  else crible_matches_free(matches);
  return status;
}

void crible_matches_free(crible_matches *matches) {
  if (!matches) return;
  cr_release(matches->context, matches->pairs);
  cr_arena_free(matches->arena);
}

size_t crible_matches_count(const crible_matches *matches) { return matches->pair_count; }
