#include "engine/control/network.h"

static int count_managers(const cr_view *view, int *credited) {
  int managers = 0;
  for (int i = 0; i < view->control_count; i++) {
    const cr_control_edge *edge = view->controls + i;
    if (edge->manager && edge->controller < view->parties &&
        credited[edge->controller] == edge->controller) {
      credited[edge->controller] = view->parties + 1 + managers++;
    }
  }
  return managers;
}

static crible_status list_actors(cr_network *network, cr_arena *arena) {
  const cr_view *view = network->view;
  network->credited = cr_arena_alloc(arena, (size_t)view->parties, sizeof *network->credited);
  if (!network->credited) {
    return CRIBLE_E_MEMORY;
  }
  for (int p = 0; p < view->parties; p++) {
    network->credited[p] = p;
  }
  network->undisclosed = view->parties + CR_UNDISCLOSED;
  network->actors = view->parties + 1 + count_managers(view, network->credited);
  network->party = cr_arena_alloc(arena, (size_t)network->actors, sizeof *network->party);
  if (!network->party) {
    return CRIBLE_E_MEMORY;
  }
  for (int p = 0; p < view->parties; p++) {
    network->party[p] = p;
    network->party[network->credited[p]] = p;
  }
  network->party[network->undisclosed] = network->undisclosed;
  return CRIBLE_OK;
}

static cr_lot_kind kind_of(const cr_network *network, int company, int entry) {
  const cr_view *view = network->view;
  int holder = network->votes->holder[entry];
  bool idle = holder == view->parties + CR_TREASURY || holder == company ||
              (network->votes->flags[entry] & CR_EDGE_SUSPENDED);
  if (idle && !cr_network_theoretical(network, company)) {
    return CR_LOT_IDLE;
  }
  if (holder == network->undisclosed) {
    return view->undisclosed == CR_NOT_THIRD ? CR_LOT_STRANGERS : CR_LOT_UNDISCLOSED;
  }
  bool acts = holder < view->parties && holder != company && !cr_view_group(view, holder);
  return acts ? CR_LOT_NAMED : CR_LOT_NEUTRAL;
}

static void look_at_lots(cr_network *network) {
  const cr_edges *votes = network->votes;
  for (int company = 0; company < network->view->parties; company++) {
    for (int i = votes->first[company]; i < votes->first[company + 1]; i++) {
      network->company[i] = company;
      network->kind[i] = (uint8_t)kind_of(network, company, i);
      network->capped[company] |=
          votes->cap[i] != CR_NONE && !cr_network_theoretical(network, company);
      network->any_cap |= network->capped[company];
      network->held_first[votes->holder[i] + 1] += network->kind[i] == CR_LOT_NAMED;
    }
  }
}

/* Lots sorted by holder; held_first counts them so far, one place further. */
static void sort_by_holder(cr_network *network) {
  int parties = network->view->parties;
  for (int p = 0; p < parties; p++) {
    network->held_first[p + 1] += network->held_first[p];
  }
  int total = network->held_first[parties];
  for (int i = network->votes->count - 1; i >= 0; i--) {
    if (network->kind[i] == CR_LOT_NAMED) {
      network->held[--network->held_first[network->votes->holder[i] + 1]] = i;
    }
  }
  for (int p = 0; p < parties; p++) {
    network->held_first[p] = network->held_first[p + 1];
  }
  network->held_first[parties] = total;
}

crible_status cr_network_of(cr_network **out, const cr_view *view, cr_property property,
                            bool theoretical, cr_arena *arena) {
  const cr_edges *votes = view->edges + property;
  size_t entries = (size_t)votes->count, nodes = (size_t)cr_view_nodes(view);
  cr_network *network = cr_arena_alloc(arena, 1, sizeof *network);
  if (!network) {
    return CRIBLE_E_MEMORY;
  }
  *network = (cr_network){
      .view = view, .property = property, .votes = votes, .theoretical = theoretical};
  network->company = cr_arena_alloc(arena, entries, sizeof *network->company);
  network->kind = cr_arena_alloc(arena, entries, sizeof *network->kind);
  network->held = cr_arena_alloc(arena, entries, sizeof *network->held);
  network->held_first = cr_arena_alloc(arena, nodes + 1, sizeof *network->held_first);
  network->capped = cr_arena_alloc(arena, nodes, sizeof *network->capped);
  if (!network->company || !network->kind || !network->held || !network->held_first ||
      !network->capped) {
    return CRIBLE_E_MEMORY;
  }
  crible_status status = list_actors(network, arena);
  if (status != CRIBLE_OK) {
    return status;
  }
  look_at_lots(network);
  sort_by_holder(network);
  *out = network;
  return CRIBLE_OK;
}
