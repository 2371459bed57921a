#include "engine/graph/feasibility.h"

#include "engine/base/words.h"
#include "engine/graph/faults.h"

static bool concerns(const cr_part *part, int share_class) {
  return share_class == CR_NONE || part->share_class == share_class;
}

cr_fit cr_row_fit(cr_interval *sum, const cr_row *row, int share_class, const fmpq_t whole) {
  cr_interval_set_zero(sum);
  for (size_t i = 0; i < row->count; i++)
    if (concerns(&row->parts[i], share_class))
      cr_interval_add(sum, sum, &row->parts[i].weight);
  int low = fmpq_cmp(&sum->lo, whole), high = fmpq_cmp(&sum->hi, whole);
  if (low > 0 || (low == 0 && sum->lo_open)) return CR_TOO_MUCH;
  if (high < 0 || (high == 0 && sum->hi_open)) return CR_TOO_LITTLE;
  return CR_FITS;
}

/* Facts cited by the parts concerned, and that their list is complete. */
static int list_facts(cr_fact_ref *facts, const cr_row *row, int share_class, cr_fit fit,
                      const cr_merge_input *input) {
  int count = 0;
  for (size_t i = 0; i < row->count; i++) {
    const cr_part *part = &row->parts[i];
    for (size_t c = 0; concerns(part, share_class) && c < part->cite_count; c++)
      facts[count++] = row->cites[part->first_cite + c];
  }
  if (count > 0 || fit != CR_TOO_LITTLE) return count;
  for CR_EACH (i, &input->snapshot->completeness, input->capital->company)
    facts[count++] = (cr_fact_ref){CR_FACT_completeness, input->snapshot->completeness.item[i]};
  return count;
}

/* Whether the holdings that the facts tell are exact, and all that the figure counts. */
static bool exact(const cr_row *row, int share_class, const fmpq_t figure) {
  fmpq_t told;
  fmpq_init(told);
  bool points = true;
  for (size_t i = 0; i < row->count; i++) {
    const cr_part *part = &row->parts[i];
    if (!concerns(part, share_class) || part->cite_count == 0) continue;
    points = points && cr_interval_point(&part->weight);
    fmpq_add(told, told, &part->weight.lo);
  }
  bool all = points && fmpq_equal(told, figure);
  fmpq_clear(told);
  return all;
}

/* What the figure is: exact, or one end of what the holdings may be. */
static const char *sentence_of(cr_fit fit, const cr_interval *sum, bool is_exact) {
  if (fit == CR_TOO_MUCH) {
    if (is_exact) return _("holders of %s add up to %s %% of its %s");
    if (sum->lo_open) return _("holders of %s add up to more than %s %% of its %s");
    return _("holders of %s add up to at least %s %% of its %s");
  }
  if (is_exact)
    return _("holders of %s, said to be all, add up to %s %% of its %s");
  if (sum->hi_open) return _("holders of %s, said to be all, add up to less than %s %% of its %s");
  return _("holders of %s, said to be all, add up to at most %s %% of its %s");
}

static const char *subject_of(int share_class, const cr_merge_input *input, cr_arena *scratch) {
  const cr_facts *facts = input->snapshot->facts;
  const char *company = facts->parties[input->capital->company].id;
  if (share_class == CR_NONE) return cr_arena_printf(scratch, _("company '%s'"), company);
  return cr_arena_printf(scratch, _("class '%s' of company '%s'"), facts->classes[share_class].id,
                         company);
}

crible_status cr_row_fault(const cr_row *row, int share_class, cr_fit fit, const cr_interval *sum,
                           const fmpq_t whole, const cr_merge_input *input, cr_arena *scratch) {
  fmpq *share = cr_arena_rationals(scratch, 1);
  size_t most =
      row->cite_count +
      (size_t)cr_buckets_count(&input->snapshot->completeness, input->capital->company);
  cr_fact_ref *facts = cr_arena_alloc(scratch, most + 1, sizeof *facts);
  const char *subject = subject_of(share_class, input, scratch);
  if (!share || !facts || !subject) return CRIBLE_E_MEMORY;
  const fmpq *figure = fit == CR_TOO_MUCH ? &sum->lo : &sum->hi;
  bool is_exact = exact(row, share_class, figure);
  fmpq_div(share, figure, whole);
  const char *percent = cr_percent(scratch, share);
  if (!percent) return CRIBLE_E_MEMORY;
  const char *message =
      cr_arena_printf(scratch, sentence_of(fit, sum, is_exact), subject, percent,
                      input->property == CR_CAPITAL ? _("capital") : _("votes"));
  if (!message) return CRIBLE_E_MEMORY;
  const char *advice =
      fit == CR_TOO_MUCH
          ? _("correct one of the holdings, or end with to=\"…\" those that have passed on")
          : _("add the holders that are missing, or do not say that the list is complete");
  return cr_fault(input->snapshot->facts,
                  fit == CR_TOO_MUCH ? "holders-exceed-whole" : "holders-fall-short", message,
                  advice, facts, list_facts(facts, row, share_class, fit, input));
}
