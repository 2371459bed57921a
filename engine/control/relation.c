#include "engine/control/relation.h"

#include <string.h>

enum { SHARES_IN_BLOCK = 64 };

static void no_index(int *array, int count) {
  for (int i = 0; i < count; i++) {
    array[i] = CR_NONE;
  }
}

void cr_relation_empty(cr_relation *relation) {
  int parties = relation->network->view->parties;
  no_index(relation->row, relation->network->actors);
  no_index(relation->column, parties);
  no_index(relation->company_sides, parties);
  memset(relation->anybody, 0, (size_t)parties * sizeof *relation->anybody);
  memset(relation->complete, 0, (size_t)parties * sizeof *relation->complete);
  cr_pair_map_empty(&relation->pair_of);
  cr_pair_map_empty(&relation->side_of);
  relation->pair_count = relation->side_count = relation->lot_count = relation->share_count = 0;
}

crible_status cr_relation_init(cr_relation *relation, const cr_network *network, cr_arena *arena) {
  size_t parties = (size_t)network->view->parties;
  *relation = (cr_relation){.network = network, .arena = arena};
  relation->pair_of.arena = relation->side_of.arena = arena;
  relation->row = cr_arena_alloc(arena, (size_t)network->actors, sizeof *relation->row);
  relation->column = cr_arena_alloc(arena, parties, sizeof *relation->column);
  relation->anybody = cr_arena_alloc(arena, parties, sizeof *relation->anybody);
  relation->company_sides = cr_arena_alloc(arena, parties, sizeof *relation->company_sides);
  relation->complete = cr_arena_alloc(arena, parties, sizeof *relation->complete);
  if (!relation->row || !relation->column || !relation->anybody || !relation->company_sides ||
      !relation->complete) {
    return CRIBLE_E_MEMORY;
  }
  cr_relation_empty(relation);
  return CRIBLE_OK;
}

bool cr_relation_has(const cr_relation *relation, int actor, int party) {
  if (relation->network->party[actor] == party) {
    return false;
  }
  return relation->anybody[party] || cr_pair_map_get(&relation->pair_of, actor, party) != CR_NONE;
}

/* A place for one more share. Blocks are kept when the relation is emptied. */
static fmpq *next_share(cr_relation *relation) {
  if (relation->share_count == relation->share_blocks * SHARES_IN_BLOCK) {
    void *blocks = relation->shares;
    if (cr_arena_grow(relation->arena, &blocks, &relation->share_block_capacity,
                      relation->share_blocks + 1, sizeof *relation->shares) != CRIBLE_OK) {
      return NULL;
    }
    relation->shares = blocks;
    fmpq *block = cr_arena_rationals(relation->arena, SHARES_IN_BLOCK);
    if (!block) {
      return NULL;
    }
    relation->shares[relation->share_blocks++] = block;
  }
  int place = relation->share_count++;
  return relation->shares[place / SHARES_IN_BLOCK] + place % SHARES_IN_BLOCK;
}

static void link_pair(cr_relation *relation, int index) {
  cr_relation_pair *added = relation->pairs + index;
  int party = added->pair.controlled;
  added->next_in_row = relation->row[added->actor];
  relation->row[added->actor] = index;
  if (added->actor == relation->network->undisclosed) {
    relation->anybody[party] = true;
    added->next_in_column = CR_NONE;
  } else {
    added->next_in_column = relation->column[party];
    relation->column[party] = index;
  }
}

crible_status cr_relation_add(cr_relation *relation, int actor, const cr_control_pair *pair,
                              const fmpq *share) {
  int index = relation->pair_count;
  void *pairs = relation->pairs;
  crible_status status = cr_arena_grow(relation->arena, &pairs, &relation->pair_capacity,
                                       index + 1, sizeof *relation->pairs);
  if (status != CRIBLE_OK) {
    return status;
  }
  relation->pairs = pairs;
  fmpq *kept = share ? next_share(relation) : NULL;
  if (share && !kept) {
    return CRIBLE_E_MEMORY;
  }
  status = cr_pair_map_put(&relation->pair_of, actor, pair->controlled, index);
  if (status != CRIBLE_OK) {
    return status;
  }
  if (share) {
    fmpq_set(kept, share);
  }
  relation->pairs[index] = (cr_relation_pair){.pair = *pair, .actor = actor};
  relation->pairs[index].pair.share = kept;
  relation->pairs[index].pair.order = index;
  relation->pair_count++;
  link_pair(relation, index);
  return CRIBLE_OK;
}

int cr_relation_find_side(const cr_relation *relation, int actor, int company) {
  return cr_pair_map_get(&relation->side_of, actor, company);
}

crible_status cr_relation_side(int *side, cr_relation *relation, int actor, int company) {
  *side = cr_relation_find_side(relation, actor, company);
  if (*side != CR_NONE) {
    return CRIBLE_OK;
  }
  int index = relation->side_count;
  void *sides = relation->sides;
  crible_status status = cr_arena_grow(relation->arena, &sides, &relation->side_capacity,
                                       index + 1, sizeof *relation->sides);
  if (status != CRIBLE_OK) {
    return status;
  }
  relation->sides = sides;
  status = cr_pair_map_put(&relation->side_of, actor, company, index);
  if (status != CRIBLE_OK) {
    return status;
  }
  relation->sides[index] = (cr_side){.actor = actor, .company = company, .first = CR_NONE,
                                     .next_of_company = relation->company_sides[company],
                                     .next_waiting = CR_NONE};
  relation->company_sides[company] = index;
  relation->side_count++;
  *side = index;
  return CRIBLE_OK;
}

crible_status cr_relation_add_lot(cr_relation *relation, int side, int entry) {
  void *lots = relation->side_lots;
  crible_status status = cr_arena_grow(relation->arena, &lots, &relation->lot_capacity,
                                       relation->lot_count + 1, sizeof *relation->side_lots);
  if (status != CRIBLE_OK) {
    return status;
  }
  relation->side_lots = lots;
  cr_side *grown = relation->sides + side;
  relation->side_lots[relation->lot_count] = (cr_side_lot){.entry = entry, .next = grown->first};
  grown->first = relation->lot_count++;
  grown->count++;
  return CRIBLE_OK;
}

static crible_status add_lot_for(cr_relation *relation, int actor, int entry) {
  int side;
  crible_status status =
      cr_relation_side(&side, relation, actor, relation->network->company[entry]);
  return status == CRIBLE_OK ? cr_relation_add_lot(relation, side, entry) : status;
}

/* A lot for its holder and for each controller; what anybody may have is on no side. */
static crible_status add_lot_for_all(cr_relation *relation, int entry) {
  const cr_network *network = relation->network;
  int holder = network->votes->holder[entry];
  crible_status status = add_lot_for(relation, holder, entry);
  if (status == CRIBLE_OK && network->credited[holder] != holder) {
    status = add_lot_for(relation, network->credited[holder], entry);
  }
  int pair = relation->anybody[holder] ? CR_NONE : relation->column[holder];
  for (; status == CRIBLE_OK && pair != CR_NONE; pair = relation->pairs[pair].next_in_column) {
    status = add_lot_for(relation, relation->pairs[pair].actor, entry);
  }
  return status;
}

crible_status cr_relation_complete(cr_relation *relation, int company) {
  const cr_network *network = relation->network;
  crible_status status = CRIBLE_OK;
  if (relation->complete[company]) {
    return status;
  }
  for (int side = relation->company_sides[company]; side != CR_NONE;
       side = relation->sides[side].next_of_company) {
    relation->sides[side].first = CR_NONE;
    relation->sides[side].count = 0;
  }
  for (int i = network->votes->first[company];
       status == CRIBLE_OK && i < network->votes->first[company + 1]; i++) {
    if (network->kind[i] == CR_LOT_NAMED) {
      status = add_lot_for_all(relation, i);
    }
  }
  relation->complete[company] = status == CRIBLE_OK;
  return status;
}
