#include "engine/graph/seen_in.h"

const cr_view *cr_view_seen_in(const cr_view *view, cr_property property, cr_arena *arena) {
  if (property != CR_CAPITAL || view->third_in_capital == NULL) return view;
  cr_view *seen = cr_arena_alloc(arena, 1, sizeof *seen);
  if (seen == NULL) return NULL;
  *seen = *view;
  seen->third = view->third_in_capital;
  return seen;
}
