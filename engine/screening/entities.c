#include <stdlib.h>

#include "engine/screening/passes.h"
#include "engine/screening/worse.h"

/* What the analyses say of each node of the first: [meeting][property][node],
 * NULL where the node holds nothing there. */
typedef struct cr_found {
  const cr_entity_bounds **bounds[2][CR_PROPERTIES];
  cr_bound nothing; /* exactly 0 */
} cr_found;

static crible_status find(cr_found *found, const struct crible_screening *screening, int meeting,
                          cr_property property) {
  const cr_holdings *holdings = screening->analysis[meeting].holdings[property];
  const int nodes = cr_view_nodes(screening->analysis[0].graph.view);
  const cr_entity_bounds **bounds =
      cr_arena_alloc(screening->arena, (size_t)nodes, sizeof *bounds);
  if (bounds == NULL) return CRIBLE_E_MEMORY;
  for (int i = 0; i < holdings->entity_count; i++) {
    int node = cr_screening_node(screening, meeting, holdings->entities[i].entity);
    if (node != CR_NONE) bounds[node] = &holdings->entities[i];
  }
  found->bounds[meeting][property] = bounds;
  return CRIBLE_OK;
}

static crible_status find_all(cr_found *found, const struct crible_screening *screening) {
  fmpq *zero = cr_arena_rationals(screening->arena, 1);
  if (zero == NULL) return CRIBLE_E_MEMORY;
  found->nothing = (cr_bound){.exact = true, .value = zero, .attained = true, .tight = true};
  crible_status status = CRIBLE_OK;
  for (int meeting = 0; meeting < cr_screening_meetings(screening); meeting++)
    for (int property = 0; status == CRIBLE_OK && property < CR_PROPERTIES; property++)
      status = find(found, screening, meeting, (cr_property)property);
  return status;
}

static const cr_bound *bound_at(const cr_found *found, int meeting, int property, int node,
                                int side) {
  const cr_entity_bounds *bounds = found->bounds[meeting][property][node];
  if (bounds == NULL) return &found->nothing;
  return side == 0 ? &bounds->lower : &bounds->upper;
}

/* The bounds of a node; false when no analysis knows it as an entity. */
static bool entity_at(cr_entity *entity, const cr_found *found,
                      const struct crible_screening *screening, int node) {
  const int meetings = cr_screening_meetings(screening);
  const cr_view *view = screening->analysis[0].graph.view;
  bool known = false;
  *entity = (cr_entity){.node = node,
                        .third = node < view->parties ? view->third[node] : CR_MAYBE_THIRD};
  for (int property = 0; property < CR_PROPERTIES; property++) {
    for (int meeting = 0; meeting < meetings; meeting++)
      known = known || found->bounds[meeting][property][node] != NULL;
    for (int side = 0; side < 2; side++) {
      bool second = false;
      cr_bound *bound = &entity->bound[property][side];
      *bound = *bound_at(found, 0, property, node, side);
      if (meetings > 1)
        cr_bound_worse(bound, &second, bound, bound_at(found, 1, property, node, side), side == 1);
      if (side == 1) entity->meeting[property] = second ? 1 : 0;
    }
  }
  return known;
}

static const cr_bound *larger_upper(const cr_entity *entity) {
  const cr_bound *capital = &entity->bound[CR_CAPITAL][1], *votes = &entity->bound[CR_VOTES][1];
  return cr_bound_compare(votes, capital, true) > 0 ? votes : capital;
}

static int by_upper_bound(const void *a, const void *b) {
  const cr_entity *left = a, *right = b;
  int order = cr_bound_compare(larger_upper(right), larger_upper(left), true);
  return order != 0 ? order : (left->node > right->node) - (left->node < right->node);
}

crible_status cr_pass_entities(struct crible_screening *screening) {
  const int nodes = cr_view_nodes(screening->analysis[0].graph.view);
  cr_entity *entities = cr_arena_alloc(screening->arena, (size_t)nodes, sizeof *entities);
  cr_found found = {0};
  int count = 0;
  if (entities == NULL) return CRIBLE_E_MEMORY;
  crible_status status = find_all(&found, screening);
  if (status != CRIBLE_OK) return status;
  for (int node = 0; node < nodes; node++)
    if (entity_at(&entities[count], &found, screening, node)) count++;
  qsort(entities, (size_t)count, sizeof *entities, by_upper_bound);
  screening->entities = entities;
  screening->entity_count = count;
  return CRIBLE_OK;
}
