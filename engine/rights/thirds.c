#include "engine/rights/thirds.h"

bool cr_stands_over(const cr_judge *judge, int e, int node, bool surely) {
  if (e == node) return true;
  if (!surely && node == cr_undisclosed(judge)) return judge->third[0][node];
  if (node >= judge->view->parties || cr_view_group(judge->view, e)) return false;
  if (surely) return e < judge->view->parties && cr_controls_definitely(judge->control, e, node);
  return cr_controls_possibly(judge->control, e, node) ||
         cr_controls_possibly(judge->control, cr_undisclosed(judge), node);
}

/* Whether a right of `node` is also that of whoever controls it. */
static bool attributed(const cr_judge *judge) {
  return cr_judge_option(judge, CR_CHOICE_RIGHTS_ATTRIBUTION) == CR_RIGHTS_ATTRIBUTION_CONTROLLED;
}

static bool one_of_over(const cr_judge *judge, const bool *set, int node, bool surely) {
  if (set[node]) return true;
  for (int e = 0; e <= cr_undisclosed(judge); e++)
    if (set[e] && cr_stands_over(judge, e, node, surely)) return true;
  return false;
}

bool cr_third_over(const cr_judge *judge, int node, bool surely) {
  return one_of_over(judge, judge->third[surely], node, surely);
}

bool cr_third_union_over(const cr_judge *judge, int node, bool surely) {
  return one_of_over(judge, judge->together[surely], node, surely);
}

bool cr_third_has_right(const cr_judge *judge, int node, bool surely) {
  return attributed(judge) ? cr_third_over(judge, node, surely) : judge->third[surely][node];
}

/* Whether e is listed by name: not when it stands over `node` only as one of
 * those who may be the undisclosed holder. */
static bool listed(const cr_judge *judge, int e, int node, bool surely) {
  if (!judge->third[surely][e] || !cr_stands_over(judge, e, node, surely)) return false;
  if (!attributed(judge)) return e == node;
  int undisclosed = cr_undisclosed(judge);
  return surely || e == node || e == undisclosed || node == undisclosed ||
         cr_controls_definitely(judge->control, e, node) ||
         !cr_controls_possibly(judge->control, undisclosed, node);
}

crible_status cr_thirds_over(int **out, int *count, const cr_judge *judge, int node, bool surely) {
  int found = 0, last = cr_undisclosed(judge);
  for (int e = 0; e <= last; e++) found += listed(judge, e, node, surely);
  int *list = cr_arena_alloc(judge->arena, (size_t)found + 1, sizeof *list);
  if (list == NULL) return CRIBLE_E_MEMORY;
  int filled = 0;
  for (int e = 0; e <= last; e++)
    if (e != node && listed(judge, e, node, surely)) list[filled++] = e;
  cr_topmost_first(list, filled, judge);
  if (filled < found) list[filled++] = node;
  *out = list;
  *count = filled;
  return CRIBLE_OK;
}

static bool strictly_above(const cr_judge *judge, int a, int b) {
  int parties = judge->view->parties;
  return a < parties && b < parties && cr_controls_definitely(judge->control, a, b) &&
         !cr_controls_definitely(judge->control, b, a);
}

void cr_topmost_first(int *nodes, int count, const cr_judge *judge) {
  for (int done = 0; done < count; done++) {
    int top = done;
    for (int other = done; other < count; other++)
      if (strictly_above(judge, nodes[other], nodes[top])) top = other;
    int node = nodes[top];
    for (int i = top; i > done; i--) nodes[i] = nodes[i - 1];
    nodes[done] = node;
  }
}
