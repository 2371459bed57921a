#include "engine/control/solved.h"

bool cr_controls_definitely(const cr_control *control, int x, int y) {
  const cr_network *network = cr_solved_of(control)->network;
  return x <= network->undisclosed && y < network->view->parties &&
         cr_relation_has(cr_solved_definite(control), x, y);
}

bool cr_controls_possibly(const cr_control *control, int x, int y) {
  const cr_network *network = cr_solved_of(control)->network;
  return x <= network->undisclosed && y < network->view->parties &&
         !cr_view_group(network->view, x) &&
         cr_relation_has(cr_solved_possible(control), x, y);
}

static const cr_control_pair *pair_of(const cr_relation *relation, int actor, int y) {
  int pair = cr_pair_map_get(&relation->pair_of, actor, y);
  return pair == CR_NONE ? NULL : &relation->pairs[pair].pair;
}

const cr_control_pair *cr_control_definite_pair(const cr_control *control, int x, int y) {
  return cr_controls_definitely(control, x, y) ? pair_of(cr_solved_definite(control), x, y) : NULL;
}

const cr_control_pair *cr_control_possible_pair(const cr_control *control, int x, int y) {
  const cr_relation *possible = cr_solved_possible(control);
  if (!cr_controls_possibly(control, x, y)) {
    return NULL;
  }
  const cr_control_pair *own = pair_of(possible, x, y);
  return own ? own : pair_of(possible, cr_solved_of(control)->network->undisclosed, y);
}

/* A pair that held for anybody may have gone on for some; it fell when neither held. */
int cr_control_fell(const cr_control *control, int x, int y) {
  const cr_solved *solved = cr_solved_of(control);
  const cr_view *view = solved->network->view;
  if (x == y || x > solved->network->undisclosed || y >= view->parties ||
      cr_view_group(view, x) || cr_controls_possibly(control, x, y)) {
    return 0;
  }
  int own = cr_pair_map_get(&solved->fell, x, y);
  int anybody = cr_pair_map_get(&solved->fell, solved->network->undisclosed, y);
  int last = own > anybody ? own : anybody;
  return last == CR_NONE ? 0 : last;
}
