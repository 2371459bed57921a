#include "engine/graph/brackets.h"

/* The largest threshold in force that is smaller than `fraction`; false, and 0, when there
 * is none. */
static bool threshold_under(fmpq_t out, const cr_reference *reference, cr_date date,
                            const fmpq_t fraction) {
  bool found = false;
  fmpq_zero(out);
  for (int i = 0; i < reference->threshold_count; i++) {
    const cr_declaration_threshold *threshold = &reference->thresholds[i];
    if (!cr_period_contains(threshold->in_force, date)) continue;
    if (fmpq_cmp(threshold->fraction, fraction) >= 0) break;
    fmpq_set(out, threshold->fraction);
    found = true;
  }
  return found;
}

static void threshold_above(fmpq_t out, const cr_reference *reference, cr_date date,
                            const fmpq_t fraction) {
  fmpq_t below;
  fmpq_init(below);
  cr_reference_bracket(reference, date, fraction, below, out);
  fmpq_clear(below);
}

void cr_bracket_around(cr_interval *share, const cr_reference *reference, cr_date date) {
  cr_interval around;
  cr_interval_init(&around);
  threshold_under(&around.lo, reference, date, &share->lo);
  threshold_above(&around.hi, reference, date, &share->hi);
  cr_interval_set(share, &around);
  cr_interval_clear(&around);
}

void cr_bracket_crossed(cr_interval *out, const cr_reference *reference,
                        const cr_declaration *declaration, cr_property property) {
  const fmpq *threshold = declaration->threshold, *held = declaration->held[property];
  out->lo_open = out->hi_open = false;
  if (declaration->upwards) {
    fmpq_set(&out->lo, threshold);
    threshold_above(&out->hi, reference, declaration->date, threshold);
  } else if (threshold_under(&out->lo, reference, declaration->date, threshold)) {
    fmpq_set(&out->hi, threshold);
  } else {
    cr_interval_set_zero(out); /* below the lowest nothing is declared any more */
    return;
  }
  if (held && !cr_interval_contains(out, held)) {
    /* Several thresholds were crossed at once; the figure says which came last. */
    cr_interval_set_point(out, held);
    cr_bracket_around(out, reference, declaration->date);
  }
}
