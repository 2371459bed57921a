#include "engine/screening/passes.h"

enum {
  ENTITIES_EXPLAINED = 20,
  EVERY_ENTITY_PARTIES = 500 /* above so many parties only the criteria's holders are explained */
};

static bool bound_is_zero(const cr_bound *bound) {
  return bound->exact ? fmpq_is_zero(bound->value) : bound->above <= 0;
}

/* By multiplication, the criterion's own vector when it is this entity's. */
static const cr_vector *vector_at_hand(const cr_holdings *holdings, int entity, bool upper) {
  int side = upper ? 1 : 0;
  if (entity == CR_TARGET_ALL) return &holdings->collective[side];
  return holdings->individual_holder[side] == entity ? &holdings->individual_vector[side] : NULL;
}

static crible_status witness(cr_witness *out, struct crible_screening *screening, int meeting,
                             cr_property property, int entity, bool upper) {
  const cr_holdings *holdings = screening->analysis[meeting].holdings[property];
  return cr_witness_of(out, screening, meeting, property, entity, upper,
                       vector_at_hand(holdings, entity, upper));
}

static crible_status explain_entity(struct crible_screening *screening, cr_entity *entity,
                                    cr_property property) {
  const int meeting = entity->meeting[property];
  const int node = cr_screening_node_under(screening, meeting, entity->node);
  if (node == CR_NONE || bound_is_zero(&entity->bound[property][1])) return CRIBLE_OK;
  cr_witness *found = cr_arena_alloc(screening->arena, 1, sizeof *found);
  if (found == NULL) return CRIBLE_E_MEMORY;
  crible_status status = witness(found, screening, meeting, property, node, true);
  if (status == CRIBLE_OK) entity->witness[property] = found;
  return status;
}

static bool holder_of_a_criterion(const struct crible_screening *screening, cr_property property,
                                  int node) {
  const cr_criterion *criterion =
      &screening->criteria[property == CR_CAPITAL ? CR_CAPITAL_INDIVIDUAL : CR_VOTES_INDIVIDUAL];
  return criterion->holder[0] == node || criterion->holder[1] == node;
}

static crible_status explain_entities(struct crible_screening *screening) {
  const bool every = screening->analysis[0].graph.view->parties <= EVERY_ENTITY_PARTIES;
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && i < screening->entity_count; i++)
    for (int property = 0; status == CRIBLE_OK && property < CR_PROPERTIES; property++) {
      cr_entity *entity = &screening->entities[i];
      if (every ? i < ENTITIES_EXPLAINED
                : holder_of_a_criterion(screening, (cr_property)property, entity->node))
        status = explain_entity(screening, entity, (cr_property)property);
    }
  return status;
}

/* What surely exceeds the ceiling when it is violated; what may, when open. */
static crible_status explain_criterion(struct crible_screening *screening,
                                       const cr_criterion *criterion) {
  const cr_property property = criterion->id >= CR_VOTES_INDIVIDUAL ? CR_VOTES : CR_CAPITAL;
  const bool together =
      criterion->id == CR_CAPITAL_COLLECTIVE || criterion->id == CR_VOTES_COLLECTIVE;
  const int side = criterion->status == CR_VIOLATED ? 0 : 1, meeting = criterion->meeting[side];
  const cr_holdings *holdings = screening->analysis[meeting].holdings[property];
  const int entity = together ? CR_TARGET_ALL : holdings->individual_holder[side];

  if (criterion->status == CR_MET || (!together && entity == CR_NONE)) return CRIBLE_OK;
  cr_witness *out = &screening->witnesses[screening->witness_count];
  crible_status status = witness(out, screening, meeting, property, entity, side == 1);
  if (status == CRIBLE_OK) screening->witness_count++;
  return status;
}

crible_status cr_pass_witnesses(struct crible_screening *screening) {
  screening->witnesses = cr_arena_alloc(screening->arena, CR_CRITERIA, sizeof(cr_witness));
  if (screening->witnesses == NULL) return CRIBLE_E_MEMORY;
  crible_status status = CRIBLE_OK;
  for (int id = 0; status == CRIBLE_OK && id < CR_CRITERIA; id++)
    if (screening->criteria[id].numeric)
      status = explain_criterion(screening, &screening->criteria[id]);
  return status == CRIBLE_OK ? explain_entities(screening) : status;
}

static crible_status explain_bound(struct crible_screening *screening,
                                   const cr_criterion *criterion, int side) {
  const cr_property property = criterion->id >= CR_VOTES_INDIVIDUAL ? CR_VOTES : CR_CAPITAL;
  const bool together =
      criterion->id == CR_CAPITAL_COLLECTIVE || criterion->id == CR_VOTES_COLLECTIVE;
  const cr_holdings *holdings = screening->analysis[criterion->meeting[side]].holdings[property];
  const int entity = together ? CR_TARGET_ALL : holdings->individual_holder[side];
  if (bound_is_zero(&criterion->bound[side]) || (!together && entity == CR_NONE)) return CRIBLE_OK;
  cr_witness *found = cr_arena_alloc(screening->arena, 1, sizeof *found);
  if (found == NULL) return CRIBLE_E_MEMORY;
  crible_status status =
      witness(found, screening, criterion->meeting[side], property, entity, side == 1);
  if (status == CRIBLE_OK) screening->bound_witness[criterion->id][side] = found;
  return status;
}

crible_status cr_pass_bounds(struct crible_screening *screening) {
  crible_status status = CRIBLE_OK;
  if (screening->bounds_explained) return CRIBLE_OK;
  for (int id = 0; id < CR_CRITERIA; id++)
    for (int side = 0; status == CRIBLE_OK && side < 2; side++)
      if (screening->criteria[id].numeric)
        status = explain_bound(screening, &screening->criteria[id], side);
  screening->bounds_explained = status == CRIBLE_OK;
  return status;
}
