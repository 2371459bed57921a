#include "engine/screening/who_counts.h"

#include <string.h>

#include "engine/control/counted.h"
#include "engine/graph/concerts.h"

static bool takes_out(const cr_reading *reading) {
  return reading->option[CR_CHOICE_THIRD_IN_CHAIN] == CR_THIRD_IN_CHAIN_ULTIMATE ||
         reading->option[CR_CHOICE_OWN_FOREIGN_SUBSIDIARY] == CR_OWN_FOREIGN_SUBSIDIARY_NOT_THIRD;
}

/* Whether a remainder of the party was given back to anybody. */
static bool give_back(cr_view *view, int party) {
  const int nobody = view->parties + CR_NOBODY, undisclosed = view->parties + CR_UNDISCLOSED;
  bool given = false;
  for (int property = 0; property < CR_PROPERTIES; property++) {
    cr_edges *edges = &view->edges[property];
    for (int i = edges->first[party]; i < edges->first[party + 1]; i++) {
      if (edges->holder[i] != nobody) continue;
      edges->holder[i] = undisclosed;
      given = true;
    }
  }
  return given;
}

/* Funds that are seen through stay what they are in capital: nobody. */
static void apply(cr_view *view, const cr_counted *counted) {
  for (int party = 0; party < view->parties; party++) {
    view->third[party] = counted->third[party];
    if (view->third_in_capital != NULL && view->third_in_capital[party] != CR_NOT_THIRD)
      view->third_in_capital[party] = counted->third[party];
  }
}

static crible_status remark(struct crible_screening *screening, const cr_view *view,
                            const cr_third *by_seats, const cr_counted *counted) {
  const int candidate = view->candidate;
  crible_status status = CRIBLE_OK;
  for (int party = 0; status == CRIBLE_OK && party < view->parties; party++) {
    if (counted->third[party] == by_seats[party]) continue;
    const int over = counted->over[party];
    const bool open = counted->third[party] == CR_MAYBE_THIRD;
    const cr_remark made = {
        .kind = CR_PRESUMPTION,
        .code = open ? "control-decides-third" : over == candidate ? "own-subsidiary" : "not-ultimate",
        .party = view->party[party],
        .other = over == CR_NONE || open ? CR_NONE : view->party[over],
        .property = CR_NONE};
    status = cr_remarks_add(&screening->remarks, screening->arena, &made);
  }
  return status;
}

/* One round; `again` when control must be solved anew. */
static crible_status take_out(bool *again, cr_counted *counted, cr_view *view,
                              const cr_third *by_seats, const cr_control *control,
                              cr_arena *arena) {
  crible_status status = cr_counted_thirds(counted, by_seats, control, view, arena);
  if (status != CRIBLE_OK) return status;
  *again = false;
  for (int party = 0; party < view->parties; party++)
    if (by_seats[party] == CR_THIRD && counted->third[party] != CR_THIRD && give_back(view, party))
      *again = true;
  return CRIBLE_OK;
}

/* Until no remainder is left to be given back. */
static crible_status take_all_out(cr_control **control, struct crible_screening *screening,
                                  cr_view *view) {
  const cr_control_rules *rules = &screening->ruleset->control;
  cr_arena *arena = screening->arena;
  size_t parties = (size_t)view->parties;
  cr_third *by_seats = cr_arena_alloc(arena, parties, sizeof *by_seats);
  if (by_seats == NULL) return CRIBLE_E_MEMORY;
  memcpy(by_seats, view->third, parties * sizeof *by_seats);
  cr_counted counted = {NULL, NULL};
  bool again = true;
  while (again) {
    crible_status status = take_out(&again, &counted, view, by_seats, *control, arena);
    if (status == CRIBLE_OK && again) status = cr_control_solve(control, view, rules, arena);
    if (status != CRIBLE_OK) return status;
  }
  apply(view, &counted);
  return remark(screening, view, by_seats, &counted);
}

static crible_status remark_concerts(struct crible_screening *screening, const cr_view *view) {
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && i < view->concert_count; i++) {
    const cr_view_concert *concert = &view->concerts[i];
    const cr_remark made = {.kind = CR_PRESUMPTION,
                            .code = "concert-one-holder",
                            .party = view->party[concert->node],
                            .other = CR_NONE,
                            .property = CR_NONE,
                            .facts = &concert->cited,
                            .fact_count = 1};
    if (concert->member_count > 0)
      status = cr_remarks_add(&screening->remarks, screening->arena, &made);
  }
  return status;
}

crible_status cr_control_and_thirds(cr_control **out, struct crible_screening *screening,
                                    cr_graph *graph) {
  const cr_control_rules *rules = &screening->ruleset->control;
  cr_view *view = graph->view;
  bool joined = false;
  crible_status status = cr_control_solve(out, view, rules, screening->arena);
  if (status == CRIBLE_OK && takes_out(&rules->reading))
    status = take_all_out(out, screening, view);
  if (status == CRIBLE_OK) status = cr_concerts_join(&joined, view, screening->arena);
  if (status == CRIBLE_OK && joined) {
    status = cr_control_solve(out, view, rules, screening->arena);
    if (status == CRIBLE_OK) status = remark_concerts(screening, view);
  }
  return status;
}
