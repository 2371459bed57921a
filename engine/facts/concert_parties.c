#include "engine/facts/concert_parties.h"

#include <string.h>

static const char *joined_ids(const cr_facts *facts, const cr_concert *concert, cr_arena *arena) {
  size_t length = 1;
  for (int i = 0; i < concert->member_count; i++)
    length += strlen(facts->parties[concert->members[i]].id) + 1;
  char *text = cr_arena_alloc(arena, length, 1);
  if (text == NULL) return NULL;
  char *end = text;
  for (int i = 0; i < concert->member_count; i++) {
    const char *id = facts->parties[concert->members[i]].id;
    if (i > 0) *end++ = '+';
    memcpy(end, id, strlen(id) + 1);
    end += strlen(id);
  }
  return text;
}

crible_status cr_facts_with_concerts(const cr_facts **out, const cr_facts *facts,
                                     cr_arena *arena) {
  const size_t count = facts->concerts_count, before = facts->parties_count;
  if (count == 0 || facts->concert_party != NULL) {
    *out = facts;
    return CRIBLE_OK;
  }
  cr_facts *made = cr_arena_alloc(arena, 1, sizeof *made);
  cr_party *parties = cr_arena_alloc(arena, before + count, sizeof *parties);
  int *concert_party = cr_arena_alloc(arena, count, sizeof *concert_party);
  if (made == NULL || parties == NULL || concert_party == NULL) return CRIBLE_E_MEMORY;
  memcpy(parties, facts->parties, before * sizeof *parties);
  for (size_t i = 0; i < count; i++) {
    const cr_concert *concert = &facts->concerts[i];
    /* Nothing is known of it but its members: no seat, no State, no holder. */
    parties[before + i] = (cr_party){.fact = concert->fact,
                                     .id = joined_ids(facts, concert, arena),
                                     .kind = CR_PUBLIC_BODY,
                                     .incorporated = CR_DATE_NONE,
                                     .members = 1};
    if (parties[before + i].id == NULL) return CRIBLE_E_MEMORY;
    concert_party[i] = (int)(before + i);
  }
  *made = *facts;
  made->parties = parties;
  made->parties_count = made->parties_capacity = before + count;
  made->party_index = NULL;
  made->concert_party = concert_party;
  *out = made;
  return CRIBLE_OK;
}
