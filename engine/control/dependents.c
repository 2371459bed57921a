#include "engine/control/dependents.h"

#include "engine/control/solved.h"

/* Gathers pairs: counted in a first round, written in a second. */
typedef struct cr_gathering {
  const cr_view *seen;
  cr_dependents *out;
  const bool *together; /* per node: counts for third parties together, third or not */
  bool third_anybody; /* somebody third may stand behind what is not disclosed */
  bool upper, write;
} cr_gathering;

static bool may_be_third(const cr_gathering *gathering, int party) {
  cr_third third = gathering->seen->third[party];
  return third == CR_THIRD || (gathering->upper && third == CR_MAYBE_THIRD);
}

static bool counts_together(const cr_gathering *gathering, int party) {
  return gathering->together[party] || may_be_third(gathering, party);
}

static void gather(cr_gathering *gathering, int controller, int controlled) {
  cr_dependents *out = gathering->out;
  if (controlled == gathering->seen->candidate || controller == controlled) {
    return;
  }
  if (gathering->write) {
    out->party[out->first[controller + 1]++] = controlled;
    out->of_third[controlled] |= counts_together(gathering, controller);
  } else {
    out->first[controller + 2]++;
  }
}

typedef void cr_gather_pairs(cr_gathering *gathering, const void *from);

/* Afterwards first[p + 1] is where the pairs of p end, and so where those of p + 1 begin. */
static crible_status gather_all(const cr_dependents **out, cr_gathering *gathering,
                                cr_gather_pairs *gather_pairs, const void *from,
                                cr_arena *arena) {
  size_t parties = (size_t)gathering->seen->parties;
  cr_dependents *made = cr_arena_alloc(arena, 1, sizeof *made);
  if (!made) {
    return CRIBLE_E_MEMORY;
  }
  made->first = cr_arena_alloc(arena, parties + 2, sizeof *made->first);
  made->of_anybody = cr_arena_alloc(arena, parties, sizeof *made->of_anybody);
  made->of_third = cr_arena_alloc(arena, parties, sizeof *made->of_third);
  if (!made->first || !made->of_anybody || !made->of_third) {
    return CRIBLE_E_MEMORY;
  }
  gathering->out = made;
  gather_pairs(gathering, from);
  for (size_t p = 1; p <= parties; p++) {
    made->first[p + 1] += made->first[p];
  }
  made->party = cr_arena_alloc(arena, (size_t)made->first[parties + 1], sizeof *made->party);
  if (!made->party) {
    return CRIBLE_E_MEMORY;
  }
  gathering->write = true;
  gather_pairs(gathering, from);
  for (int p = 0; p < gathering->seen->parties; p++) {
    made->of_third[p] |= p != gathering->seen->candidate && counts_together(gathering, p);
  }
  *out = made;
  return CRIBLE_OK;
}

/* A fund that is seen through in capital is nobody's there. */
static bool seen_through(const cr_view *seen, int party) {
  return seen->third == seen->third_in_capital &&
         (seen->kind[party] == CR_FUND || seen->kind[party] == CR_ARRANGEMENT);
}

static void gather_controlled(cr_gathering *gathering, const void *from) {
  const cr_relation *relation = from;
  const int undisclosed = relation->network->undisclosed;
  for (int i = 0; i < relation->pair_count; i++) {
    int actor = relation->pairs[i].actor, controlled = relation->pairs[i].pair.controlled;
    if (actor < undisclosed && !seen_through(gathering->seen, controlled)) {
      gather(gathering, actor, controlled);
    }
  }
}

/* Whoever may be third may be who anybody may be; nobody controls himself. */
static bool third_but(const cr_gathering *gathering, int party) {
  const cr_view *seen = gathering->seen;
  if (gathering->third_anybody) {
    return true;
  }
  for (int p = 0; p < seen->parties; p++) {
    if (p != party && may_be_third(gathering, p) && !cr_view_group(seen, p)) {
      return true;
    }
  }
  return false;
}

static void add_anybody(cr_gathering *gathering, const cr_relation *possible) {
  const cr_view *seen = gathering->seen;
  for (int p = 0; p < seen->parties; p++) {
    if (possible->anybody[p] && p != seen->candidate && !seen_through(seen, p)) {
      gathering->out->of_anybody[p] = true;
      gathering->out->of_third[p] |= third_but(gathering, p);
    }
  }
}

crible_status cr_dependents_of(const cr_dependents **out, const cr_control *control,
                               const cr_view *seen, const bool *together, bool upper,
                               cr_arena *arena) {
  const cr_relation *relation =
      upper ? cr_solved_possible(control) : cr_solved_definite(control);
  cr_gathering gathering = {.seen = seen,
                            .together = together,
                            .upper = upper,
                            .third_anybody = seen->undisclosed != CR_NOT_THIRD};
  crible_status status = gather_all(out, &gathering, gather_controlled, relation, arena);
  if (status == CRIBLE_OK && upper) {
    add_anybody(&gathering, relation);
  }
  return status;
}

/* A concert has the votes that its members have and cast. */
static void gather_managed(cr_gathering *gathering, const void *from) {
  const cr_view *view = from;
  for (int i = 0; i < view->control_count; i++) {
    const cr_control_edge *edge = view->controls + i;
    bool casts = edge->manager || cr_view_concert_at(view, edge->controller) != NULL;
    if (casts && (edge->definite || gathering->upper)) {
      gather(gathering, edge->controller, edge->controlled);
    }
  }
}

crible_status cr_dependents_managed(const cr_dependents **out, const cr_view *seen,
                                    const bool *together, bool upper, cr_arena *arena) {
  cr_gathering gathering = {.seen = seen, .together = together, .upper = upper};
  return gather_all(out, &gathering, gather_managed, seen, arena);
}

static void gather_members(cr_gathering *gathering, const void *from) {
  const cr_view *seen = from;
  for (int i = 0; i < seen->concert_count; i++) {
    const cr_view_concert *concert = seen->concerts + i;
    for (int m = 0; m < concert->member_count; m++) {
      if (may_be_third(gathering, concert->members[m])) {
        gather(gathering, concert->node, concert->members[m]);
      }
    }
  }
}

crible_status cr_dependents_in_concert(const cr_dependents **out, const cr_view *seen, bool upper,
                                       cr_arena *arena) {
  bool *nobody = cr_arena_alloc(arena, (size_t)cr_view_nodes(seen), sizeof *nobody);
  cr_gathering gathering = {.seen = seen, .together = nobody, .upper = upper};
  return nobody ? gather_all(out, &gathering, gather_members, seen, arena) : CRIBLE_E_MEMORY;
}

static bool same_parties(const cr_dependents *sure, const cr_dependents *maybe, int party,
                         const bool *above, bool *listed) {
  int missing = 0;
  for (int i = maybe->first[party]; i < maybe->first[party + 1]; i++) {
    if (above[maybe->party[i]] && !listed[maybe->party[i]]) {
      listed[maybe->party[i]] = true;
      missing++;
    }
  }
  for (int i = sure->first[party]; i < sure->first[party + 1]; i++) {
    missing -= listed[sure->party[i]];
    listed[sure->party[i]] = false;
  }
  for (int i = maybe->first[party]; i < maybe->first[party + 1]; i++) {
    listed[maybe->party[i]] = false;
  }
  return missing == 0;
}

static void mark_above(bool *above, int *queue, const cr_view *view, cr_property property) {
  const cr_edges *edges = &view->edges[property];
  int count = 0;
  above[view->candidate] = true;
  queue[count++] = view->candidate;
  for (int taken = 0; taken < count; taken++) {
    for (int i = edges->first[queue[taken]]; i < edges->first[queue[taken] + 1]; i++) {
      int holder = edges->holder[i];
      if (holder < view->parties && !above[holder] && !fmpq_is_zero(&edges->weight[i].hi)) {
        above[holder] = true;
        queue[count++] = holder;
      }
    }
  }
}

crible_status cr_dependents_settled(bool *out, const cr_view *view, cr_property property,
                                    crible_context *context) {
  const cr_dependents *sure = view->dependents[0], *maybe = view->dependents[1];
  size_t parties = (size_t)view->parties;
  cr_arena *arena;
  crible_status status = cr_arena_new(&arena, context);
  if (status != CRIBLE_OK) {
    return status;
  }
  bool *above = cr_arena_alloc(arena, parties, sizeof *above);
  bool *listed = cr_arena_alloc(arena, parties, sizeof *listed);
  int *queue = cr_arena_alloc(arena, parties, sizeof *queue);
  if (above && listed && queue) {
    mark_above(above, queue, view, property);
    *out = true;
    for (int p = 0; p < view->parties; p++) {
      *out &= !(above[p] && maybe->of_anybody[p]) && same_parties(sure, maybe, p, above, listed);
    }
  } else {
    status = CRIBLE_E_MEMORY;
  }
  cr_arena_free(arena);
  return status;
}
