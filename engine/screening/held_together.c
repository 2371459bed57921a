#include "engine/screening/held_together.h"

#include "engine/control/union.h"

static crible_status remark(struct crible_screening *screening, const cr_view *view, int node,
                            bool surely) {
  const cr_remark made = {.kind = CR_PRESUMPTION,
                          .code = surely ? "held-together" : "held-together-possibly",
                          .party = view->party[node],
                          .other = CR_NONE,
                          .property = CR_VOTES};
  return cr_remarks_add(&screening->remarks, screening->arena, &made);
}

crible_status cr_held_together_remark(struct crible_screening *screening,
                                      const cr_analysis *analysis) {
  const uint8_t *option = screening->ruleset->reading.option;
  const cr_view *view = analysis->graph.view;
  cr_third_union thirds;
  if (option[CR_CHOICE_COLLECTIVE_CONTROL] != CR_COLLECTIVE_CONTROL_TOGETHER) return CRIBLE_OK;
  crible_status status = cr_third_union_of(&thirds, analysis->control, view, screening->arena);
  for (int node = 0; status == CRIBLE_OK && node < view->parties; node++)
    if (node != view->candidate && cr_held_together(thirds.possible, view, node))
      status = remark(screening, view, node, thirds.definite[node]);
  return status;
}
