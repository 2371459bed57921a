#include "engine/rights/judge.h"

#include <string.h>

#include "engine/control/union.h"

crible_status cr_judge_init(cr_judge *judge, const cr_rights_input *input, int meeting,
                            cr_remarks *remarks, cr_arena *arena) {
  const cr_graph *graph = input->graph[meeting];
  const cr_view *view = graph->view;
  cr_judge made = {.input = input, .facts = input->facts,
                   .meeting = meeting == 0 ? CR_MEETING_ORDINARY : CR_MEETING_EXTRAORDINARY,
                   .view = view, .control = input->control[meeting], .node_of = graph->node_of,
                   .remarks = remarks, .arena = arena};
  crible_status status =
      cr_snapshot_take(&made.snapshot, input->facts, input->reference, &input->reading,
                       input->as_of, arena);
  if (status != CRIBLE_OK) return status;
  for (int surely = 0; surely < 2; surely++) {
    made.third[surely] = cr_arena_alloc(arena, (size_t)cr_view_nodes(view), sizeof(bool));
    if (made.third[surely] == NULL) return CRIBLE_E_MEMORY;
  }
  for (int node = 0; node < view->parties; node++) {
    made.third[0][node] = view->third[node] != CR_NOT_THIRD;
    made.third[1][node] = view->third[node] == CR_THIRD;
  }
  made.third[0][view->parties + CR_UNDISCLOSED] = view->undisclosed != CR_NOT_THIRD;
  made.third[1][view->parties + CR_UNDISCLOSED] = view->undisclosed == CR_THIRD;
  cr_third_union thirds;
  status = cr_third_union_of(&thirds, made.control, view, arena);
  if (status != CRIBLE_OK) return status;
  made.together[0] = thirds.possible;
  made.together[1] = thirds.definite;
  made.together[0][view->parties + CR_UNDISCLOSED] = view->undisclosed != CR_NOT_THIRD;
  *judge = made;
  return CRIBLE_OK;
}

cr_right_finding cr_finding_new(int right, const char *reason) {
  return (cr_right_finding){.right = right, .effect = CR_COUNTS_NOT, .reason = reason};
}

int cr_organ_now(const cr_judge *judge, int organ) {
  const cr_facts *facts = judge->facts;
  if (organ == CR_NONE || cr_fact_valid(&facts->organs[organ].fact, judge->input->as_of))
    return organ;
  const cr_organ *told = &facts->organs[organ];
  for (size_t i = 0; i < facts->organs_count; i++) {
    const cr_organ *other = &facts->organs[i];
    if (other->company == told->company && strcmp(other->id, told->id) == 0 &&
        cr_fact_valid(&other->fact, judge->input->as_of))
      return (int)i;
  }
  return CR_NONE;
}

int cr_lot_now(const cr_judge *judge, int lot) {
  const cr_facts *facts = judge->facts;
  if (lot == CR_NONE || cr_fact_valid(&facts->lots[lot].fact, judge->input->as_of)) return lot;
  const cr_lot *told = &facts->lots[lot];
  int company = facts->classes[told->share_class].company;
  for (size_t i = 0; told->id != NULL && i < facts->lots_count; i++) {
    const cr_lot *other = &facts->lots[i];
    if (other->id != NULL && strcmp(other->id, told->id) == 0 &&
        facts->classes[other->share_class].company == company &&
        cr_fact_valid(&other->fact, judge->input->as_of))
      return (int)i;
  }
  return CR_NONE;
}
