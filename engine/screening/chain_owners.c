#include "engine/screening/chain_owners.h"

#include "engine/graph/seen_in.h"

static bool counts_as(const cr_dependents *dependents, int controller, int holder) {
  for (int i = dependents->first[controller]; i < dependents->first[controller + 1]; i++)
    if (dependents->party[i] == holder) return true;
  return false;
}

static bool may_be_third(const cr_view *seen, int party, bool upper) {
  return seen->third[party] == CR_THIRD || (upper && seen->third[party] == CR_MAYBE_THIRD);
}

/* The first third party that controls the holder of a chain of all together. */
static int third_owner(const cr_view *seen, const cr_dependents *dependents, int holder,
                       bool upper) {
  if (may_be_third(seen, holder, upper)) return holder;
  for (int party = 0; party < seen->parties; party++)
    if (may_be_third(seen, party, upper) && counts_as(dependents, party, holder)) return party;
  return upper && dependents->of_anybody[holder] ? seen->parties + CR_UNDISCLOSED : holder;
}

static int owner_of(const cr_witness *witness, const cr_view *seen, int holder) {
  const cr_dependents *dependents = seen->dependents[witness->upper];
  const int entity = witness->entity;
  if (dependents == NULL || holder >= seen->parties || holder == entity) return holder;
  if (entity == CR_TARGET_ALL) return third_owner(seen, dependents, holder, witness->upper);
  bool counts = entity < seen->parties && counts_as(dependents, entity, holder);
  return counts || (witness->upper && dependents->of_anybody[holder]) ? entity : holder;
}

crible_status cr_chain_owners(int **out, const cr_witness *witness, cr_arena *arena) {
  const cr_view *seen = cr_view_seen_in(witness->view, witness->property, arena);
  int *owner = cr_arena_alloc(arena, (size_t)witness->chains->chain_count, sizeof *owner);
  if (seen == NULL || owner == NULL) return CRIBLE_E_MEMORY;
  for (int i = 0; i < witness->chains->chain_count; i++)
    owner[i] = owner_of(witness, seen, witness->chains->chains[i].steps[0].holder);
  *out = owner;
  return CRIBLE_OK;
}
