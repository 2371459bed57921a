/* A list of remarks in order of addition, and a hash table that keeps equal ones once. */
#include "engine/facts/remark.h"

#include <string.h>

#include "engine/facts/party_index.h"

static bool same_text(const char *a, const char *b) {
  return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_facts(const cr_remark *a, const cr_remark *b) {
  if (a->fact_count != b->fact_count) return false;
  for (int i = 0; i < a->fact_count; i++)
    if (a->facts[i].kind != b->facts[i].kind || a->facts[i].index != b->facts[i].index)
      return false;
  return true;
}

static bool same_remark(const cr_remark *a, const cr_remark *b) {
  return a->kind == b->kind && a->party == b->party && a->other == b->other &&
         a->property == b->property && same_text(a->code, b->code) &&
         same_text(a->detail, b->detail) && same_facts(a, b);
}

static uint64_t hash_of(const cr_remark *remark) {
  int numbers[] = {(int)remark->kind, remark->party, remark->other, remark->property};
  uint64_t hash = cr_hash_bytes(CR_HASH_START, numbers, sizeof numbers);
  hash = cr_hash_bytes(hash, remark->code, strlen(remark->code));
  if (remark->detail) hash = cr_hash_bytes(hash, remark->detail, strlen(remark->detail));
  for (int i = 0; i < remark->fact_count; i++) {
    int fact[] = {(int)remark->facts[i].kind, remark->facts[i].index};
    hash = cr_hash_bytes(hash, fact, sizeof fact);
  }
  return hash;
}

/* The slot where an equal remark is, or the free one where this one belongs. */
static size_t slot_of(const cr_remarks *remarks, const cr_remark *remark) {
  size_t mask = remarks->slot_count - 1;
  size_t slot = (size_t)hash_of(remark) & mask;
  while (remarks->slots[slot] && !same_remark(&remarks->items[remarks->slots[slot] - 1], remark))
    slot = (slot + 1) & mask;
  return slot;
}

static crible_status make_room(cr_remarks *remarks, crible_context *context) {
  if (remarks->slot_count > 2 * (remarks->count + 1)) return CRIBLE_OK;
  size_t count = remarks->slot_count ? 2 * remarks->slot_count : 64;
  int *slots = cr_allocate_zero(context, count, sizeof *slots);
  if (!slots) return CRIBLE_E_MEMORY;
  cr_release(context, remarks->slots);
  remarks->slots = slots;
  remarks->slot_count = count;
  for (size_t i = 0; i < remarks->count; i++)
    remarks->slots[slot_of(remarks, &remarks->items[i])] = (int)i + 1;
  return CRIBLE_OK;
}

/* Texts and facts are copied, so that what the caller passed may be short-lived. */
static crible_status copy(cr_remark *out, cr_arena *arena, const cr_remark *remark) {
  cr_remark kept = *remark;
  kept.code = cr_arena_string(arena, remark->code);
  if (!kept.code) return CRIBLE_E_MEMORY;
  if (remark->detail) {
    kept.detail = cr_arena_string(arena, remark->detail);
    if (!kept.detail) return CRIBLE_E_MEMORY;
  }
  if (remark->fact_count > 0) {
    cr_fact_ref *facts = cr_arena_alloc(arena, (size_t)remark->fact_count, sizeof *facts);
    if (!facts) return CRIBLE_E_MEMORY;
    memcpy(facts, remark->facts, (size_t)remark->fact_count * sizeof *facts);
    kept.facts = facts;
  }
  *out = kept;
  return CRIBLE_OK;
}

crible_status cr_remarks_add(cr_remarks *remarks, cr_arena *arena, const cr_remark *remark) {
  crible_context *context = cr_arena_context(arena);
  crible_status status = make_room(remarks, context);
  if (status != CRIBLE_OK) return status;
  size_t slot = slot_of(remarks, remark);
  if (remarks->slots[slot]) return CRIBLE_OK;

  void *items = remarks->items;
  status = cr_grow(context, &items, &remarks->capacity, remarks->count + 1, sizeof *remarks->items);
  if (status != CRIBLE_OK) return status;
  remarks->items = items;
  status = copy(&remarks->items[remarks->count], arena, remark);
  if (status != CRIBLE_OK) return status;
  remarks->slots[slot] = (int)++remarks->count;
  return CRIBLE_OK;
}

void cr_remarks_clear(cr_remarks *remarks, crible_context *context) {
  cr_release(context, remarks->items);
  cr_release(context, remarks->slots);
  *remarks = (cr_remarks){0};
}
