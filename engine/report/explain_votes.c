/* A bound by control: why holders are controlled, what each has, what of it can be exercised, and
 * the sum. */
#include "engine/base/words.h"
#include "engine/report/explanation.h"

/* "20 % ÷ 80 % = 25 %": of all votes, of those that can be exercised. */
static void explain_exercisable(cr_builder *builder, cr_explanation *out,
                                const cr_witness *found, const cr_vote_part *part) {
  if (part->edge == CR_NONE || fmpq_is_zero(part->share)) return;
  const cr_interval *weight = &found->view->edges[found->property].weight[part->edge];
  if (!cr_interval_point(weight) || fmpq_equal(&weight->lo, part->share) ||
      fmpq_is_zero(&weight->lo))
    return;
  fmpq_t base;
  fmpq_init(base);
  fmpq_div(base, &weight->lo, part->share);
  if (fmpq_cmp_ui(base, 1) <= 0)
    cr_explain_calculate(builder, out,
                         cr_words(builder, "%s ÷ %s = %s", cr_exact_words(builder, &weight->lo),
                                  cr_exact_words(builder, base),
                                  cr_exact_words(builder, part->share)));
  fmpq_clear(base);
}

static void explain_part(cr_builder *builder, cr_explanation *out, const cr_shown_part *shown,
                         const cr_witness *found, const cr_vote_part *part) {
  cr_explain_say(builder, out, shown->sentence, &shown->facts);
  cr_explain_lots(builder, out, found, part->edge);
  explain_exercisable(builder, out, found, part);
}

static void explain_total(cr_builder *builder, cr_explanation *out,
                          const cr_shown_witness *witness) {
  const fmpq **terms = cr_elements(builder, witness->part_count, sizeof *terms);
  fmpq *sum = cr_arena_rationals(builder->arena, 1);
  if (!sum) builder->failed = true;
  if (!terms || !sum) return;
  for (int i = 0; i < witness->part_count; i++) {
    terms[i] = witness->parts[i].share;
    fmpq_add(sum, sum, terms[i]);
  }
  cr_explain_sum(builder, out, terms, witness->part_count, sum);
}

void cr_explain_votes(cr_builder *builder, cr_explanation *out, const cr_shown_witness *witness,
                      const cr_witness *found) {
  cr_explain_say(builder, out,
                 witness->property == CR_VOTES
                     ? _("Who controls a company has all the votes that it has, without "
                         "multiplication (C. com., art. L.233-3 and L.233-4).")
                     : _("Who controls a company has, in this reading, all the capital that it "
                         "has, without multiplication (C. com., art. L.233-4)."),
                 NULL);
  for (int i = 0; i < witness->control_count; i++)
    cr_explain_say(builder, out, witness->controls[i].sentence, &witness->controls[i].facts);
  for (int i = 0; i < witness->left_out.count; i++)
    cr_explain_say(builder, out, witness->left_out.items[i].sentence,
                   &witness->left_out.items[i].facts);
  for (int i = 0; i < witness->part_count; i++)
    explain_part(builder, out, &witness->parts[i], found, &found->parts[i]);
  explain_total(builder, out, witness);
}
