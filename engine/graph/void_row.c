#include "engine/graph/void_row.h"

bool cr_row_without_votes(const cr_row *row, cr_property property) {
  if (property != CR_VOTES) return false;
  fmpq_t dead;
  fmpq_init(dead);
  for (size_t i = 0; i < row->count; i++) {
    const cr_part *part = &row->parts[i];
    if (part->holder == CR_VIEW_PSEUDO(CR_TREASURY) || (part->flags & CR_EDGE_SUSPENDED))
      fmpq_add(dead, dead, &part->weight.lo);
  }
  bool all = fmpq_is_one(dead);
  fmpq_clear(dead);
  return all;
}

/* Enough classes to find the place. */
enum { most_cited = 8 };

static crible_status remark(const cr_merge_input *input) {
  const cr_capital *capital = input->capital;
  bool issued = !cr_capital_void(capital, CR_CAPITAL);
  const cr_buckets *classes = &input->snapshot->classes;
  int first = classes->first[capital->company], count = capital->class_count;
  cr_fact_ref facts[most_cited];
  if (!issued && input->property == CR_VOTES) return CRIBLE_OK; /* said of the capital */
  if (count > most_cited) count = most_cited;
  for (int i = 0; i < count; i++)
    facts[i] = (cr_fact_ref){CR_FACT_classes, classes->item[first + i]};
  const char *code = !issued                           ? "no-issued-share"
                     : input->property == CR_CAPITAL ? "own-shares-only"
                                                     : "no-exercisable-vote";
  return cr_note(input->notes, CR_ODDITY, code, capital->company, CR_NONE, CR_NONE, NULL, facts,
                 count);
}

crible_status cr_row_make_void(cr_row *row, int behind, const cr_merge_input *input) {
  for (size_t i = 0; i < row->count; i++) {
    row->parts[i].flags = 0;
    row->parts[i].cap = NULL;
  }
  crible_status status = cr_row_join(row);
  for (size_t i = 0; i < row->count; i++) {
    cr_part *part = &row->parts[i];
    if (part->holder >= 0) cr_interval_set_unit(&part->weight);
    else cr_interval_set_zero(&part->weight);
  }
  cr_part *part;
  if (status == CRIBLE_OK)
    status = cr_row_add(&part, row, CR_VIEW_PSEUDO(behind), CR_NONE, 0, NULL);
  if (status != CRIBLE_OK) return status;
  cr_interval_set_unit(&part->weight);
  return remark(input);
}
