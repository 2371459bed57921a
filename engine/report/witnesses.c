#include "engine/base/words.h"
#include "engine/report/builder.h"

const cr_shown_witness *cr_build_witness(cr_builder *builder, const cr_witness *witness) {
  cr_shown_witness *out = cr_elements(builder, 1, sizeof *out);
  if (!out) return NULL;
  out->entity =
      witness->entity == CR_TARGET_ALL ? NULL : cr_node_at(builder, witness->view, witness->entity);
  out->property = witness->property;
  out->upper = witness->upper;
  out->method = witness->method;
  if (witness->chains) cr_build_chains(builder, out, witness);
  else cr_build_parts(builder, out, witness);
  cr_build_controls(builder, out, witness);
  return out;
}
