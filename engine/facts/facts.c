/* The store: one growing array a kind of fact, freed together. */
#include "engine/facts/facts.h"

#include <string.h>

#include "engine/facts/party_index.h"

crible_status cr_facts_new(cr_facts **out, crible_context *context) {
  cr_arena *arena = NULL;
  crible_status status = cr_arena_new(&arena, context);
  if (status != CRIBLE_OK) return status;
  cr_facts *facts = cr_arena_alloc(arena, 1, sizeof *facts);
  if (facts) facts->party_index = cr_party_index_new(arena);
  if (!facts || !facts->party_index) {
    cr_arena_free(arena);
    return CRIBLE_E_MEMORY;
  }
  facts->arena = arena;
  facts->candidate = CR_NONE;
  facts->filed_at = INT64_MIN;
  facts->decided = CR_DATE_NONE;
  *out = facts;
  return CRIBLE_OK;
}

/* Intervals stand inside the facts, so the arena does not clear them. */
static void clear_intervals(cr_facts *facts) {
  for (size_t i = 0; i < facts->stakes_count; i++) {
    for (int p = 0; p < CR_PROPERTIES; p++) cr_interval_clear(&facts->stakes[i].share[p]);
  }
  for (size_t i = 0; i < facts->declared_tables_count; i++) {
    for (int row = 0; row < facts->declared_tables[i].row_count; row++) {
      cr_declared_row copy = facts->declared_tables[i].rows[row];
      for (int p = 0; p < CR_PROPERTIES; p++) cr_interval_clear(&copy.share[p]);
    }
  }
  for (size_t i = 0; i < facts->unit_holdings_count; i++) {
    cr_interval_clear(&facts->unit_holdings[i].share);
  }
}

void cr_facts_free(cr_facts *facts) {
  if (!facts) return;
  clear_intervals(facts);
  crible_context *context = cr_arena_context(facts->arena);
#define FREE_ARRAY(type, name) cr_release(context, facts->name);
  CR_FACT_KINDS(FREE_ARRAY)
#undef FREE_ARRAY
  cr_party_index_clear(facts->party_index, context);
  cr_arena_free(facts->arena);
}

#define ADD_FACT(type, name)                                                                \
  crible_status cr_facts_add_##name(cr_facts *facts, int *index) {                          \
    void *block = facts->name;                                                              \
    crible_status status = cr_grow(cr_arena_context(facts->arena), &block,                  \
                                   &facts->name##_capacity, facts->name##_count + 1,        \
                                   sizeof(type));                                           \
    if (status != CRIBLE_OK) return status;                                                 \
    facts->name = block;                                                                    \
    memset(&facts->name[facts->name##_count], 0, sizeof(type));                             \
    *index = (int)facts->name##_count++;                                                    \
    return CRIBLE_OK;                                                                       \
  }
CR_FACT_KINDS(ADD_FACT)
#undef ADD_FACT

const cr_fact *cr_facts_common(const cr_facts *facts, cr_fact_ref ref) {
  switch (ref.kind) {
    /* Every fact but a source begins with its common part. */
#define COMMON_PART(type, name) \
  case CR_FACT_##name:          \
    return CR_FACT_##name == CR_FACT_sources ? NULL : (const cr_fact *)&facts->name[ref.index];
    CR_FACT_KINDS(COMMON_PART)
#undef COMMON_PART
    case CR_FACT_KIND_COUNT: break;
  }
  return NULL;
}

bool cr_fact_valid(const cr_fact *fact, cr_date date) {
  return cr_period_contains(fact->period, date);
}

int cr_facts_party(const cr_facts *facts, const char *id) {
  return cr_party_index_find(facts->party_index, facts, id);
}
