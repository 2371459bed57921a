#include <string.h>

#include "engine/control/union.h"
#include "engine/screening/chain_owners.h"
#include "engine/screening/control_steps.h"
#include "engine/screening/passes.h"

enum { CHAINS_SHOWN = 20 }; /* of one figure; the rest is one sum */

/* Chains by multiplication; the vector is computed when none is at hand. */
static crible_status multiplied_witness(cr_witness *out, struct crible_screening *screening,
                                     const cr_analysis *analysis, const cr_vector *vector) {
  const cr_condensation *condensation = analysis->holdings[out->property]->condensation;
  cr_vector computed;
  if (vector == NULL) {
    memset(&computed, 0, sizeof computed);
    crible_status status =
        cr_holdings_vector(&computed, out->view, condensation, out->property, out->entity,
                           out->upper, screening->arena);
    if (status != CRIBLE_OK) return status;
    vector = &computed;
  }
  crible_status status = cr_chains_of(&out->chains, out->view, condensation, out->property, vector,
                                      CHAINS_SHOWN, screening->arena);
  return status == CRIBLE_OK ? cr_chain_owners(&out->chain_owner, out, screening->arena) : status;
}

static crible_status count_parts(cr_witness *out, struct crible_screening *screening) {
  cr_vote_parts parts = {0};
  cr_third_union thirds = {NULL, NULL};
  crible_status status = CRIBLE_OK;
  if (out->entity == CR_TARGET_ALL)
    status = cr_third_union_of(&thirds, out->control, out->view, screening->arena);
  if (status == CRIBLE_OK)
    status = cr_control_parts(&parts, out->control, out->view, out->entity, thirds.definite,
                              thirds.possible, out->view->candidate, out->upper, screening->arena);
  if (status != CRIBLE_OK) return status;
  out->parts = parts.parts;
  out->part_count = parts.count;
  return CRIBLE_OK;
}

static crible_status add_steps(cr_steps *steps, const cr_witness *out, int owner, int holder) {
  if (holder == owner || holder >= out->view->parties) return CRIBLE_OK;
  return cr_steps_add(steps, out->control, out->view, owner, holder, out->upper);
}

/* Why the holder of each part, or at the top of each chain, is controlled by whom it counts for. */
static crible_status explain_owners(cr_witness *out, struct crible_screening *screening) {
  cr_steps steps = {.context = screening->context};
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && i < out->part_count; i++)
    status = add_steps(&steps, out, out->parts[i].owner, out->parts[i].holder);
  for (int i = 0; status == CRIBLE_OK && out->chains && i < out->chains->chain_count; i++)
    status = add_steps(&steps, out, out->chain_owner[i], out->chains->chains[i].steps[0].holder);
  cr_control_pair *kept = NULL;
  if (status == CRIBLE_OK && steps.count > 0) {
    kept = cr_arena_alloc(screening->arena, steps.count, sizeof *kept);
    if (kept == NULL) status = CRIBLE_E_MEMORY;
  }
  if (kept != NULL) {
    memcpy(kept, steps.pairs, steps.count * sizeof *kept);
    out->steps = kept;
    out->step_count = (int)steps.count;
  }
  cr_release(screening->context, steps.pairs);
  return status;
}

crible_status cr_witness_of(cr_witness *out, struct crible_screening *screening, int meeting,
                            cr_property property, int entity, bool upper,
                            const cr_vector *vector) {
  const cr_analysis *analysis = &screening->analysis[meeting];
  cr_witness witness = {.view = analysis->view[property],
                        .control = cr_analysis_control(analysis, property),
                        .method = analysis->method[property],
                        .entity = entity,
                        .property = property,
                        .upper = upper};
  crible_status status = witness.method == CR_BY_CONTROL
                             ? count_parts(&witness, screening)
                             : multiplied_witness(&witness, screening, analysis, vector);
  if (status == CRIBLE_OK) status = explain_owners(&witness, screening);
  if (status == CRIBLE_OK) *out = witness;
  return status;
}
