#include "engine/screening/headroom.h"

#include "engine/screening/passes.h"

/* Whether a third entity may hold through the node, whichever way holdings are followed. */
static bool may_lead_to_third(const cr_view *view, const cr_holdings *holdings,
                              const cr_control *control, int node) {
  const int undisclosed = view->parties + CR_UNDISCLOSED;
  if (node == undisclosed) return view->undisclosed != CR_NOT_THIRD;
  if (node >= view->parties) return false;
  if (holdings->closed_group[node] != CR_NONE) return true;
  if (holdings->collective[1].value != NULL)
    return node != view->candidate && !fmpq_is_zero(&holdings->collective[1].value[node]);
  if (view->third[node] != CR_NOT_THIRD) return true;
  for (int i = 0; i < holdings->entity_count; i++)
    if (cr_controls_possibly(control, holdings->entities[i].entity, node)) return true;
  return cr_controls_possibly(control, undisclosed, node) && view->undisclosed != CR_NOT_THIRD;
}

/* By multiplication: what the others leave at least, or the upper ends if they are less. */
static void held_in_row(fmpq *out, const cr_view *view, const cr_holdings *holdings,
                        const bool *third) {
  const cr_edges *edges = &view->edges[holdings->property];
  fmpq_t left;
  fmpq_init(left);
  fmpq_one(left);
  fmpq_zero(out);
  for (int i = edges->first[view->candidate]; i < edges->first[view->candidate + 1]; i++) {
    if (third[edges->holder[i]]) fmpq_sub(left, left, &edges->weight[i].lo);
    else fmpq_add(out, out, &edges->weight[i].hi);
  }
  if (fmpq_cmp(left, out) < 0) fmpq_set(out, left);
  fmpq_clear(left);
}

/* By control: all exercisable votes but those that the others surely have. */
static crible_status held_at_meetings(fmpq *out, const cr_view *view, const cr_control *control,
                                      const bool *third, cr_arena *arena) {
  cr_bound bound[2];
  crible_status status =
      cr_control_votes_together(bound, control, view, third, third, view->candidate, arena);
  if (status != CRIBLE_OK) return status;
  fmpq_one(out);
  fmpq_sub(out, out, bound[0].value);
  return CRIBLE_OK;
}

crible_status cr_headroom_held(fmpq *out, const cr_view *view, const cr_holdings *holdings,
                               const cr_control *control, crible_context *context) {
  cr_arena *arena;
  crible_status status = cr_arena_new(&arena, context);
  if (status != CRIBLE_OK) return status;
  bool *third = cr_arena_alloc(arena, (size_t)cr_view_nodes(view), sizeof *third);
  if (third == NULL) {
    status = CRIBLE_E_MEMORY;
    goto cleanup;
  }
  for (int node = 0; node < cr_view_nodes(view); node++)
    third[node] = may_lead_to_third(view, holdings, control, node);
  if (holdings->collective[1].value != NULL) held_in_row(out, view, holdings, third);
  else status = held_at_meetings(out, view, control, third, arena);

cleanup:
  cr_arena_free(arena);
  return status;
}

/* For somebody who has `present` now: x more of the shares there are, (present + x)/(1 + x)
 * when they are issued. */
static crible_status room_above(cr_room *room, const fmpq *ceiling, const fmpq *present,
                                const fmpq *held, cr_arena *arena) {
  fmpq *values = cr_arena_rationals(arena, 4);
  if (values == NULL) return CRIBLE_E_MEMORY;
  fmpq *rest = &values[3];
  *room = (cr_room){.left = &values[0], .bought = &values[1]};
  fmpq_sub(room->left, ceiling, present);
  fmpq_set(room->bought, fmpq_cmp(room->left, held) < 0 ? room->left : held);
  fmpq_one(rest);
  fmpq_sub(rest, rest, ceiling);
  if (fmpq_is_zero(rest)) return CRIBLE_OK;
  room->issued = &values[2];
  fmpq_div(room->issued, room->left, rest);
  return CRIBLE_OK;
}

bool cr_headroom_exact(const cr_view *view, const cr_control *control, cr_property property) {
  const uint8_t *option = control->rules.reading.option;
  const int candidate = view->candidate, anybody = view->parties + CR_UNDISCLOSED;
  if (property == CR_CAPITAL &&
      option[CR_CHOICE_CAPITAL_CHAIN] == CR_CAPITAL_CHAIN_MULTIPLICATION &&
      option[CR_CHOICE_RE_ENTRY] == CR_RE_ENTRY_NONE &&
      option[CR_CHOICE_THIRD_IN_CHAIN] == CR_THIRD_IN_CHAIN_ANY)
    return true;
  for (int p = 0; p < CR_PROPERTIES; p++)
    for (int i = 0; i < view->edges[p].count; i++)
      if (view->edges[p].holder[i] == candidate) return false;
  for (int node = 0; node < view->parties; node++)
    if (node != candidate && cr_controls_possibly(control, candidate, node) &&
        !cr_controls_possibly(control, anybody, node))
      return false;
  const cr_edges *votes = &view->edges[CR_VOTES];
  for (int i = votes->first[candidate]; i < votes->first[candidate + 1]; i++)
    if (votes->cap[i] != CR_NONE) return false;
  return true;
}

crible_status cr_headroom_undisclosed(fmpq *out, const cr_view *view,
                                      const cr_holdings *holdings, cr_arena *arena) {
  fmpq_zero(out);
  if (holdings->entity_count == 0) return CRIBLE_OK;
  const cr_entity_bounds *last = &holdings->entities[holdings->entity_count - 1];
  if (last->entity != view->parties + CR_UNDISCLOSED) return CRIBLE_OK;
  if (last->upper.exact) {
    fmpq_set(out, last->upper.value);
    return CRIBLE_OK;
  }
  cr_vector vector;
  crible_status status = cr_holdings_vector(&vector, view, holdings->condensation,
                                            holdings->property, last->entity, true, arena);
  if (status == CRIBLE_OK) fmpq_set(out, &vector.value[view->candidate]);
  return status;
}

crible_status cr_headroom_below(cr_headroom **out, const fmpq *ceiling, const cr_bound *upper,
                                bool together, const fmpq *undisclosed, const fmpq *held,
                                cr_arena *arena) {
  cr_headroom *headroom = cr_arena_alloc(arena, 1, sizeof *headroom);
  if (headroom == NULL) return CRIBLE_E_MEMORY;
  crible_status status = room_above(&headroom->newcomer, ceiling,
                                    together ? upper->value : undisclosed, held, arena);
  headroom->has_largest = !together && !fmpq_is_zero(upper->value);
  if (status == CRIBLE_OK && headroom->has_largest)
    status = room_above(&headroom->largest, ceiling, upper->value, held, arena);
  if (status == CRIBLE_OK) *out = headroom;
  return status;
}

/* The most under any kind of meeting. */
static crible_status undisclosed_at_most(fmpq *out, const struct crible_screening *screening,
                                         cr_property property) {
  crible_status status = CRIBLE_OK;
  fmpq_t here;
  fmpq_init(here);
  fmpq_zero(out);
  for (int m = 0; status == CRIBLE_OK && m < cr_screening_meetings(screening); m++) {
    const cr_analysis *analysis = &screening->analysis[m];
    status = cr_headroom_undisclosed(here, analysis->view[property], analysis->holdings[property],
                                     screening->arena);
    if (status == CRIBLE_OK && fmpq_cmp(here, out) > 0) fmpq_set(out, here);
  }
  fmpq_clear(here);
  return status;
}

static crible_status remark_presumed(struct crible_screening *screening, cr_property property) {
  const cr_remark presumed = {.kind = CR_PRESUMPTION,
                              .code = "room-control",
                              .party = screening->facts->candidate,
                              .other = CR_NONE,
                              .property = (int)property};
  return cr_remarks_add(&screening->remarks, screening->arena, &presumed);
}

static crible_status find_headroom(struct crible_screening *screening, cr_criterion *criterion) {
  const cr_criterion_id id = criterion->id;
  const cr_analysis *analysis = &screening->analysis[criterion->meeting[1]];
  const cr_property property = id >= CR_VOTES_INDIVIDUAL ? CR_VOTES : CR_CAPITAL;
  const bool together = id == CR_CAPITAL_COLLECTIVE || id == CR_VOTES_COLLECTIVE;
  const cr_view *view = analysis->view[property];
  const cr_control *control = cr_analysis_control(analysis, property);
  fmpq *values = cr_arena_rationals(screening->arena, 2), *held = values;
  if (values == NULL) return CRIBLE_E_MEMORY;
  crible_status status =
      cr_headroom_held(held, view, analysis->holdings[property], control, screening->context);
  if (status == CRIBLE_OK) status = undisclosed_at_most(values + 1, screening, property);
  if (status == CRIBLE_OK)
    status = cr_headroom_below(&criterion->headroom, criterion->threshold, &criterion->bound[1],
                               together, values + 1, held, screening->arena);
  if (status == CRIBLE_OK && !cr_headroom_exact(view, control, property))
    status = remark_presumed(screening, property);
  return status;
}

crible_status cr_pass_headroom(struct crible_screening *screening) {
  crible_status status = CRIBLE_OK;
  for (int id = 0; status == CRIBLE_OK && id < CR_CRITERIA; id++) {
    cr_criterion *criterion = &screening->criteria[id];
    if (criterion->numeric && criterion->status == CR_MET)
      status = find_headroom(screening, criterion);
  }
  return status;
}
