#include "engine/base/words.h"
#include "engine/report/builder.h"

/* "21.25 %": what its chains or parts add up to. */
static const char *total_words(cr_builder *builder, const cr_witness *witness) {
  fmpq_t total;
  fmpq_init(total);
  for (int i = 0; i < witness->part_count; i++) fmpq_add(total, total, witness->parts[i].share);
  if (witness->chains) {
    for (int i = 0; i < witness->chains->chain_count; i++)
      fmpq_add(total, total, witness->chains->chains[i].product);
    fmpq_add(total, total, witness->chains->rest);
  }
  const char *words = cr_share_words(builder, total);
  fmpq_clear(total);
  return words;
}

const cr_shown_witness *cr_build_witness(cr_builder *builder, const cr_witness *witness) {
  cr_shown_witness *out = cr_elements(builder, 1, sizeof *out);
  if (!out) return NULL;
  bool together = witness->entity == CR_TARGET_ALL;
  out->entity = together ? NULL : cr_node_at(builder, witness->view, witness->entity);
  out->property = witness->property;
  out->upper = witness->upper;
  out->by_control = witness->chains == NULL;
  const char *who = together ? _("third entities together") : out->entity->label;
  const char *format = witness->property == CR_CAPITAL ? _("capital, %s: %s") : _("votes, %s: %s");
  out->title = cr_words(builder, format, who, total_words(builder, witness));
  if (witness->chains) cr_build_chains(builder, out, witness);
  else cr_build_votes(builder, out, witness);
  return out;
}
