#include "engine/graph/concerts.h"

#include <string.h>

static bool holds_as_one(const cr_snapshot *snapshot) {
  return snapshot->facts->concert_party != NULL &&
         snapshot->reading->option[CR_CHOICE_GROUPS] == CR_GROUPS_CONCERT;
}

static bool may_be_member(const cr_snapshot *snapshot, const bool *in_view, int party) {
  return in_view[party] && snapshot->facts->parties[party].kind != CR_GROUP;
}

void cr_concerts_admit(bool *in_view, cr_third *third, const cr_snapshot *snapshot) {
  const cr_facts *facts = snapshot->facts;
  if (!holds_as_one(snapshot)) return;
  for (size_t i = 0; i < facts->concerts_count; i++) {
    const cr_concert *concert = &facts->concerts[i];
    int members = 0;
    for (int m = 0; m < concert->member_count; m++)
      members += may_be_member(snapshot, in_view, concert->members[m]);
    third[facts->concert_party[i]] = CR_NOT_THIRD;
    in_view[facts->concert_party[i]] =
        members > 1 && cr_fact_valid(&concert->fact, snapshot->as_of);
  }
}

static bool is_member(const cr_view_concert *concert, int node) {
  for (int m = 0; m < concert->member_count; m++)
    if (concert->members[m] == node) return true;
  return false;
}

static crible_status list_one(cr_view_concert *out, const cr_snapshot *snapshot, int index,
                              const int *node_of, cr_arena *arena) {
  const cr_facts *facts = snapshot->facts;
  const cr_concert *concert = &facts->concerts[index];
  *out = (cr_view_concert){
      .node = node_of[facts->concert_party[index]],
      .members = cr_arena_alloc(arena, (size_t)concert->member_count, sizeof(int)),
      .cited = {CR_FACT_concerts, index}};
  if (out->members == NULL) return CRIBLE_E_MEMORY;
  for (int m = 0; m < concert->member_count; m++) {
    int party = concert->members[m];
    if (node_of[party] != CR_NONE && facts->parties[party].kind != CR_GROUP &&
        !is_member(out, node_of[party]))
      out->members[out->member_count++] = node_of[party];
  }
  return CRIBLE_OK;
}

crible_status cr_concerts_list(cr_view *view, const cr_snapshot *snapshot, const int *node_of,
                               cr_arena *arena) {
  const cr_facts *facts = snapshot->facts;
  if (!holds_as_one(snapshot)) return CRIBLE_OK;
  cr_view_concert *concerts = cr_arena_alloc(arena, facts->concerts_count, sizeof *concerts);
  if (concerts == NULL) return CRIBLE_E_MEMORY;
  int count = 0;
  for (size_t i = 0; i < facts->concerts_count; i++) {
    if (node_of[facts->concert_party[i]] == CR_NONE) continue;
    crible_status status = list_one(&concerts[count++], snapshot, (int)i, node_of, arena);
    if (status != CRIBLE_OK) return status;
  }
  view->concerts = concerts;
  view->concert_count = count;
  return CRIBLE_OK;
}

/* Those that may be third stay, if they are several. */
static void keep_third(cr_view_concert *concert, const cr_view *view) {
  int kept = 0;
  for (int m = 0; m < concert->member_count; m++)
    if (view->third[concert->members[m]] != CR_NOT_THIRD)
      concert->members[kept++] = concert->members[m];
  concert->member_count = kept > 1 ? kept : 0;
}

/* Third as far as some member is. */
static void mark_third(const cr_view_concert *concert, cr_third *third) {
  for (int m = 0; third != NULL && m < concert->member_count; m++)
    if (third[concert->members[m]] > third[concert->node])
      third[concert->node] = third[concert->members[m]];
}

static void add_control(cr_view *view, const cr_view_concert *concert, int controlled,
                        bool definite, cr_fact_ref cited) {
  view->controls[view->control_count++] = (cr_control_edge){
      .controller = concert->node, .controlled = controlled, .definite = definite, .cited = cited};
}

/* Who controls a manager is not credited with the funds it manages; the manager itself is. */
static void control_members(cr_view *view, const cr_view_concert *concert, int stated) {
  for (int m = 0; m < concert->member_count; m++) {
    int member = concert->members[m];
    bool surely = view->third[member] == CR_THIRD;
    add_control(view, concert, member, surely, concert->cited);
    for (int i = 0; i < stated; i++) {
      const cr_control_edge edge = view->controls[i];
      if (edge.manager && edge.controller == member)
        add_control(view, concert, edge.controlled, surely && edge.definite, edge.cited);
    }
  }
}

crible_status cr_concerts_join(bool *any, cr_view *view, cr_arena *arena) {
  size_t members = 0, stated = (size_t)view->control_count;
  for (int i = 0; i < view->concert_count; i++) {
    keep_third(&view->concerts[i], view);
    members += (size_t)view->concerts[i].member_count;
  }
  *any = members > 0;
  if (members == 0) return CRIBLE_OK;
  size_t most = stated + members + (size_t)view->concert_count * stated;
  cr_control_edge *controls = cr_arena_alloc(arena, most, sizeof *controls);
  if (controls == NULL) return CRIBLE_E_MEMORY;
  if (stated > 0) memcpy(controls, view->controls, stated * sizeof *controls);
  view->controls = controls;
  for (int i = 0; i < view->concert_count; i++) {
    mark_third(&view->concerts[i], view->third);
    mark_third(&view->concerts[i], view->third_in_capital);
    control_members(view, &view->concerts[i], (int)stated);
  }
  return CRIBLE_OK;
}
