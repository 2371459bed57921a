#include "engine/graph/remainder.h"

#include "engine/graph/feasibility.h"

static bool known_by_stakes(const cr_evidence_list *evidence, int share_class) {
  for (size_t i = 0; i < evidence->count; i++)
    if (evidence->items[i].share_class == share_class && !evidence->items[i].lot) return true;
  return false;
}

/* A part for the remainder of a class or of the company; *part is good until the next. */
static crible_status add_part(cr_part **part, cr_row *row, int behind, int share_class,
                              const cr_merge_input *input) {
  return cr_row_add(part, row, CR_VIEW_PSEUDO(behind), share_class,
                    cr_merge_flags(input, share_class), cr_merge_cap(input, share_class));
}

static size_t count_of_class(const cr_row *row, int share_class) {
  size_t count = 0;
  for (size_t i = 0; i < row->count; i++) count += row->parts[i].share_class == share_class;
  return count;
}

/* Copies the weights of a class's parts out of the row, or back into it. */
static void exchange(cr_interval *weights, cr_row *row, int share_class, bool back) {
  for (size_t i = 0, w = 0; i < row->count; i++) {
    if (row->parts[i].share_class != share_class) continue;
    cr_interval *part = &row->parts[i].weight, *weight = &weights[w++];
    cr_interval_set(back ? part : weight, back ? weight : part);
  }
}

static void scale(cr_interval *weights, size_t count, const fmpq_t factor) {
  for (size_t i = 0; i < count; i++) {
    fmpq_mul(&weights[i].lo, &weights[i].lo, factor);
    fmpq_mul(&weights[i].hi, &weights[i].hi, factor);
  }
}

/* Narrows the parts of a class, its remainder among them, to weights that sum to `whole`. */
static crible_status tighten_class(cr_row *row, int share_class, const fmpq_t whole) {
  size_t count = count_of_class(row, share_class);
  cr_interval *weights = cr_allocate(row->context, count * sizeof *weights);
  if (!weights) return CRIBLE_E_MEMORY;
  fmpq_t factor;
  fmpq_init(factor);
  fmpq_inv(factor, whole);
  for (size_t i = 0; i < count; i++) cr_interval_init(&weights[i]);
  exchange(weights, row, share_class, false);
  scale(weights, count, factor);
  bool possible = cr_tighten(weights, (int)count);
  scale(weights, count, whole);
  if (possible) exchange(weights, row, share_class, true);
  for (size_t i = 0; i < count; i++) cr_interval_clear(&weights[i]);
  fmpq_clear(factor);
  cr_release(row->context, weights);
  return possible ? CRIBLE_OK : CRIBLE_E_INTERNAL;
}

static crible_status fit_class(cr_row *row, int share_class, const fmpq_t whole,
                               const cr_merge_input *input, cr_arena *scratch) {
  cr_interval sum;
  cr_interval_init(&sum);
  cr_fit fit = cr_row_fit(&sum, row, share_class, whole);
  crible_status status = fit == CR_FITS
                             ? tighten_class(row, share_class, whole)
                             : cr_row_fault(row, share_class, fit, &sum, whole, input, scratch);
  cr_interval_clear(&sum);
  return status;
}

/* A class some of whose holders are known by stakes on it. */
static crible_status add_of_staked(cr_row *row, int behind, const cr_class_count *count,
                                   bool complete, const cr_merge_input *input,
                                   cr_arena *scratch) {
  cr_interval whole;
  cr_interval_init(&whole);
  cr_capital_class(&whole, input->capital, count, input->property);
  crible_status status = CRIBLE_OK;
  cr_part *part;
  if (!complete) {
    status = add_part(&part, row, behind, count->share_class, input);
    if (status == CRIBLE_OK) fmpq_set(&part->weight.hi, &whole.hi);
  }
  if (status == CRIBLE_OK && cr_interval_point(&whole) && !fmpq_is_zero(&whole.lo))
    status = fit_class(row, count->share_class, &whole.lo, input, scratch);
  cr_interval_clear(&whole);
  return status;
}

static crible_status add_by_class(cr_row *row, int behind, const cr_evidence_list *evidence,
                                  bool complete, const cr_merge_input *input,
                                  cr_arena *scratch) {
  crible_status status = CRIBLE_OK;
  for (int i = 0; status == CRIBLE_OK && i < input->capital->class_count; i++) {
    const cr_class_count *count = &input->capital->classes[i];
    cr_part *part;
    if (known_by_stakes(evidence, count->share_class)) {
      status = add_of_staked(row, behind, count, complete, input, scratch);
    } else if (!complete && !fmpq_is_zero(count->remainder)) {
      status = add_part(&part, row, behind, count->share_class, input);
      if (status == CRIBLE_OK)
        cr_capital_remainder(&part->weight, input->capital, count, input->property);
    }
  }
  return status;
}

crible_status cr_remainder_add(cr_row *row, int behind, bool of_company,
                               const cr_evidence_list *evidence, const cr_merge_input *input,
                               cr_arena *scratch) {
  bool complete = cr_complete(input->snapshot, input->capital->company, input->property);
  if (!of_company && input->capital->class_count > 0)
    return add_by_class(row, behind, evidence, complete, input, scratch);
  if (complete) return CRIBLE_OK;
  cr_part *part;
  crible_status status = add_part(&part, row, behind, CR_NONE, input);
  if (status == CRIBLE_OK) cr_interval_set_unit(&part->weight);
  return status;
}
