#include "engine/graph/restrict.h"

/* What the stakes that count say together. */
typedef struct saying {
  cr_interval share;
  cr_fact_ref *facts;
  int fact_count;
  bool presumed, contradictory;
} saying;

static int party_or_none(int holder) { return holder < 0 ? CR_NONE : holder; }

/* The presumption gives way to anything that speaks of votes. */
static bool presumption_holds(const cr_evidence *stakes, size_t count, bool known) {
  for (size_t i = 0; i < count; i++)
    if (!stakes[i].presumed) known = true;
  return !known;
}

/* *out is what both allow, or anything between them if they allow nothing together. */
static bool narrow(cr_interval *out, const cr_interval *with) {
  cr_interval both;
  cr_interval_init(&both);
  cr_interval_intersect(&both, out, with);
  bool empty = cr_interval_empty(&both);
  if (empty) cr_interval_hull(out, out, with);
  else cr_interval_set(out, &both);
  cr_interval_clear(&both);
  return !empty;
}

static void listen(saying *said, const cr_evidence *stakes, size_t count, bool known) {
  said->presumed = presumption_holds(stakes, count, known);
  for (size_t i = 0; i < count; i++) {
    if (stakes[i].presumed && !said->presumed) continue;
    if (said->fact_count == 0) cr_interval_set(&said->share, &stakes[i].share);
    else if (!narrow(&said->share, &stakes[i].share)) said->contradictory = true;
    said->facts[said->fact_count++] = stakes[i].fact;
  }
}

static void sum_of(cr_interval *sum, const cr_row *row, size_t first) {
  cr_interval_set(sum, &row->parts[first].weight);
  for (size_t i = first + 1; i < row->count; i++)
    cr_interval_add(sum, sum, &row->parts[i].weight);
}

/* What the other parts leave of `total` to one of them: total − (sum − own). */
static void left_to(cr_interval *out, const cr_interval *total, const cr_row *row, size_t first,
                    size_t own) {
  cr_interval_set(out, total);
  for (size_t i = first; i < row->count; i++) {
    if (i == own) continue;
    const cr_interval *other = &row->parts[i].weight;
    fmpq_sub(&out->lo, &out->lo, &other->hi);
    fmpq_sub(&out->hi, &out->hi, &other->lo);
    out->lo_open = out->lo_open || other->hi_open;
    out->hi_open = out->hi_open || other->lo_open;
  }
}

/* Several parts, whose votes differ in whether they are suspended: each keeps what the others
 * leave it. */
static crible_status narrow_parts(cr_row *row, size_t first, const cr_interval *total) {
  size_t count = row->count - first;
  cr_interval *left = cr_allocate(row->context, count * sizeof *left);
  if (!left) return CRIBLE_E_MEMORY;
  for (size_t i = 0; i < count; i++) {
    cr_interval_init(&left[i]);
    left_to(&left[i], total, row, first, first + i);
  }
  for (size_t i = 0; i < count; i++) {
    cr_interval *weight = &row->parts[first + i].weight;
    cr_interval_intersect(weight, weight, &left[i]);
    cr_interval_clear(&left[i]);
  }
  cr_release(row->context, left);
  return CRIBLE_OK;
}

/* Facts contradict each other, and how the whole is split is not known. */
static void loosen_parts(cr_row *row, size_t first, const cr_interval *hull) {
  for (size_t i = first; i < row->count; i++) {
    cr_interval *weight = &row->parts[i].weight;
    fmpq_zero(&weight->lo);
    fmpq_set(&weight->hi, &hull->hi);
    weight->lo_open = false;
    weight->hi_open = hull->hi_open;
  }
}

static crible_status apply(cr_row *row, size_t first, saying *said) {
  cr_interval total;
  cr_interval_init(&total);
  sum_of(&total, row, first);
  bool single = row->count - first == 1;
  bool possible = narrow(&total, &said->share);
  crible_status status = CRIBLE_OK;
  if (single) cr_interval_set(&row->parts[first].weight, &total);
  else if (possible) status = narrow_parts(row, first, &total);
  else loosen_parts(row, first, &total);
  if (!possible) said->contradictory = true;
  cr_interval_clear(&total);
  return status;
}

static crible_status remark(const cr_row *row, size_t first, const saying *said,
                            const cr_merge_input *input) {
  const cr_part *part = &row->parts[first];
  int holder = party_or_none(part->holder), company = input->capital->company;
  crible_status status = CRIBLE_OK;
  if (said->contradictory)
    status = cr_note(input->notes, CR_CONTRADICTION, "holdings-contradict", holder, company,
                     (int)input->property, NULL, row->cites + part->first_cite,
                     (int)part->cite_count);
  if (status == CRIBLE_OK && said->presumed && part->holder >= 0)
    status = cr_note_unstated_votes(input->snapshot, input->notes, holder, company, said->facts,
                                    said->fact_count);
  return status;
}

static crible_status restrict_by(cr_row *row, size_t first, saying *said, int holder,
                                 int share_class, const cr_merge_input *input) {
  crible_status status = CRIBLE_OK;
  if (row->count == first) {
    cr_part *part;
    status = cr_row_add(&part, row, holder, share_class, cr_merge_flags(input, share_class),
                        cr_merge_cap(input, share_class));
    if (status == CRIBLE_OK) cr_interval_set(&part->weight, &said->share);
  } else {
    status = apply(row, first, said);
  }
  for (size_t i = first; status == CRIBLE_OK && i < row->count; i++)
    status = cr_row_cite_more(row, i, said->facts, (size_t)said->fact_count);
  return status == CRIBLE_OK ? remark(row, first, said, input) : status;
}

crible_status cr_restrict(cr_row *row, size_t first, const cr_evidence *stakes, size_t count,
                          const cr_merge_input *input) {
  saying said = {.facts = cr_allocate(row->context, count * sizeof *said.facts)};
  if (!said.facts) return CRIBLE_E_MEMORY;
  cr_interval_init(&said.share);
  crible_status status = CRIBLE_OK;
  listen(&said, stakes, count, row->count > first);
  if (said.fact_count > 0)
    status = restrict_by(row, first, &said, stakes[0].holder, stakes[0].share_class, input);
  cr_interval_clear(&said.share);
  cr_release(row->context, said.facts);
  return status;
}
