#include "engine/control/followed.h"

#include "engine/control/dependents.h"
#include "engine/control/exercisable.h"
#include "engine/control/union.h"
#include "engine/graph/seen_in.h"

/* Who counts as whom, on both sides; where they differ the bounds are sound only. */
static crible_status add_dependents(cr_view *out, const cr_control *control,
                                    const cr_third_union *thirds, cr_property property,
                                    bool greater, cr_arena *arena) {
  const cr_view *seen = cr_view_seen_in(out, property, arena);
  const bool *together[2] = {thirds->definite, thirds->possible};
  crible_status status = seen ? CRIBLE_OK : CRIBLE_E_MEMORY;
  for (int upper = 0; status == CRIBLE_OK && upper < 2; upper++) {
    status = greater ? cr_dependents_of(&out->dependents[upper], control, seen, together[upper],
                                        upper != 0, arena)
                     : cr_dependents_managed(&out->dependents[upper], seen, together[upper],
                                             upper != 0, arena);
  }
  bool settled = false;
  if (status == CRIBLE_OK) {
    status = cr_dependents_settled(&settled, out, property, cr_arena_context(arena));
  }
  out->relaxed |= !settled;
  return status;
}

/* For votes, who counts for third parties together (choice collective-control); for capital
 * nobody but they. */
static crible_status find_thirds(cr_third_union *out, const cr_control *control,
                                 const cr_view *view, cr_property property, cr_arena *arena) {
  if (property == CR_VOTES) {
    return cr_third_union_of(out, control, view, arena);
  }
  out->definite = out->possible =
      cr_arena_alloc(arena, (size_t)cr_view_nodes(view), sizeof *out->definite);
  return out->definite ? CRIBLE_OK : CRIBLE_E_MEMORY;
}

/* Whether it is open if third parties hold some company together. */
static bool union_open(const cr_third_union *thirds, const cr_view *view) {
  for (int p = 0; p < view->parties; p++) {
    if (cr_held_together(thirds->possible, view, p) && !thirds->definite[p]) {
      return true;
    }
  }
  return false;
}

/* For capital multiplied alone a concert's members count as it. Who surely does and who may makes
 * nothing less tight: whether a member is third is nobody else's choice. */
static crible_status follow_concerts(const cr_view **out, const cr_view *view, cr_arena *arena) {
  cr_view *followed = view->concert_count > 0 ? cr_arena_alloc(arena, 1, sizeof *followed) : NULL;
  if (!followed) {
    *out = view;
    return view->concert_count > 0 ? CRIBLE_E_MEMORY : CRIBLE_OK;
  }
  *followed = *view;
  const cr_view *seen = cr_view_seen_in(view, CR_CAPITAL, arena);
  crible_status status = seen ? CRIBLE_OK : CRIBLE_E_MEMORY;
  for (int upper = 0; status == CRIBLE_OK && upper < 2; upper++) {
    status = cr_dependents_in_concert(&followed->dependents[upper], seen, upper != 0, arena);
  }
  *out = followed;
  return status;
}

crible_status cr_followed_view(const cr_view **out, const cr_control *control, const cr_view *view,
                               cr_property property, bool greater, cr_arena *arena) {
  if (property == CR_CAPITAL && !greater) {
    return follow_concerts(out, view, arena);
  }
  cr_view *followed = cr_arena_alloc(arena, 1, sizeof *followed);
  if (!followed) {
    return CRIBLE_E_MEMORY;
  }
  *followed = *view;
  crible_status status = CRIBLE_OK;
  if (property == CR_VOTES) {
    status = cr_exercisable_rows(followed, control, view, arena);
  }
  cr_third_union thirds;
  if (status == CRIBLE_OK) {
    status = find_thirds(&thirds, control, view, property, arena);
  }
  if (status == CRIBLE_OK) {
    followed->relaxed |= union_open(&thirds, view);
    status = add_dependents(followed, control, &thirds, property, greater, arena);
  }
  if (status == CRIBLE_OK) {
    *out = followed;
  }
  return status;
}
