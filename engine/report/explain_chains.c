/* A bound by multiplication: every chain with its product, cross-holdings as equations that can
 * be checked, and the sum. */
#include "engine/base/words.h"
#include "engine/report/explanation.h"

static void explain_chain(cr_builder *builder, cr_explanation *out, const cr_shown_chain *chain,
                          const cr_witness *found, const cr_chain *steps) {
  const char *words = "";
  for (int i = 0; i < chain->step_count; i++) {
    cr_explain_say(builder, out, chain->steps[i].sentence, &chain->steps[i].facts);
    cr_explain_lots(builder, out, found, steps->steps[i].edge);
    words = cr_words(builder, "%s%s%s", words, i ? " × " : "",
                     cr_exact_words(builder, chain->steps[i].factor));
  }
  if (chain->step_count > 1)
    cr_explain_calculate(
        builder, out, cr_words(builder, "%s = %s", words, cr_exact_words(builder, chain->product)));
}

/* The unknown of each company is what the figure is of it, all walks around the ring counted. */
static void explain_equation(cr_builder *builder, cr_explanation *out,
                             const cr_shown_equation *shown, const cr_shown_witness *witness) {
  const cr_cycle_equation *equation = shown->equation;
  const char *words =
      fmpq_is_zero(equation->constant) ? "" : cr_exact_words(builder, equation->constant);
  for (int i = 0; i < equation->term_count; i++) {
    const fmpq *value = NULL;
    for (int k = 0; k < witness->equation_count; k++)
      if (witness->equations[k].equation->company == equation->holders[i])
        value = witness->equations[k].equation->value;
    if (!value) return;
    words = cr_words(builder, "%s%s%s × %s", words, *words ? " + " : "",
                     cr_exact_words(builder, &equation->factors[i]),
                     cr_exact_words(builder, value));
  }
  if (!*words || (equation->term_count == 0)) return;
  cr_explain_say(builder, out, shown->sentence, NULL);
  cr_explain_calculate(
      builder, out, cr_words(builder, "%s = %s", words, cr_exact_words(builder, equation->value)));
}

/* The step by which a chain leaves the last ring that it goes through, or -1. */
static int leaves_at(const cr_shown_chain *chain) {
  for (int i = chain->step_count - 1; i >= 0; i--)
    if (chain->steps[i].through_cycle) return i;
  return -1;
}

static bool same_way_down(const cr_shown_chain *a, const cr_shown_chain *b) {
  const int from = leaves_at(a), other = leaves_at(b);
  if (other < 0 || a->step_count - from != b->step_count - other) return false;
  for (int i = 0; i < a->step_count - from; i++)
    if (a->steps[from + i].company != b->steps[other + i].company) return false;
  return true;
}

static const fmpq *solution(const cr_shown_witness *witness, const cr_shown_party *company) {
  for (int i = 0; i < witness->equation_count; i++)
    if (witness->equations[i].company == company) return witness->equations[i].equation->value;
  return NULL;
}

/* "62.5 % × 30 % = 18.75 %": the solution for the company at which the ring is left, times the way
 * down from there, is what all chains that leave so come to. */
static void explain_way_down(cr_builder *builder, cr_explanation *out,
                             const cr_shown_witness *witness, int first) {
  const cr_shown_chain *chain = &witness->chains[first];
  const int from = leaves_at(chain);
  const fmpq *value = from < 0 ? NULL : solution(witness, chain->steps[from].company);
  if (!value || from + 1 == chain->step_count) return;
  for (int i = 0; i < first; i++)
    if (same_way_down(chain, &witness->chains[i])) return;
  const char *words = cr_exact_words(builder, value);
  fmpq_t product, sum;
  fmpq_init(product);
  fmpq_init(sum);
  fmpq_set(product, value);
  for (int i = from + 1; i < chain->step_count; i++) {
    fmpq_mul(product, product, chain->steps[i].factor);
    words = cr_words(builder, "%s × %s", words, cr_exact_words(builder, chain->steps[i].factor));
  }
  for (int i = first; i < witness->chain_count; i++)
    if (same_way_down(chain, &witness->chains[i]))
      fmpq_add(sum, sum, witness->chains[i].product);
  if (fmpq_equal(product, sum)) {
    cr_explain_say(builder, out,
                   cr_words(builder, _("From %s down to %s, all chains that come this way:"),
                            chain->steps[from].company->name, builder->model->candidate->name),
                   NULL);
    cr_explain_calculate(builder, out,
                         cr_words(builder, "%s = %s", words, cr_exact_words(builder, product)));
  }
  fmpq_clear(product);
  fmpq_clear(sum);
}

static void explain_cycles(cr_builder *builder, cr_explanation *out,
                           const cr_shown_witness *witness) {
  if (witness->equation_count == 0) return;
  cr_explain_say(builder, out,
                 _("These companies hold each other, so each figure stands in the equation of the "
                   "other; put the solution in, and both sides agree:"),
                 NULL);
  for (int i = 0; i < witness->equation_count; i++)
    explain_equation(builder, out, &witness->equations[i], witness);
  for (int i = 0; i < witness->chain_count; i++) explain_way_down(builder, out, witness, i);
}

static void explain_total(cr_builder *builder, cr_explanation *out,
                          const cr_shown_witness *witness) {
  const int count = witness->chain_count + !fmpq_is_zero(witness->rest);
  const fmpq **terms = cr_elements(builder, count, sizeof *terms);
  fmpq *sum = cr_arena_rationals(builder->arena, 1);
  if (!terms || !sum) {
    builder->failed = builder->failed || !sum;
    return;
  }
  for (int i = 0; i < witness->chain_count; i++) terms[i] = witness->chains[i].product;
  if (count > witness->chain_count) terms[count - 1] = witness->rest;
  for (int i = 0; i < count; i++) fmpq_add(sum, sum, terms[i]);
  if (count > 1) cr_explain_say(builder, out, _("All chains together:"), NULL);
  cr_explain_sum(builder, out, terms, count, sum);
}

static const char *method_words(const cr_shown_witness *witness) {
  if (witness->method == CR_BY_GREATER)
    return _("What an entity controls counts, in this reading, as the entity itself: a chain begins "
             "at the last company that it controls; the fractions of each link are multiplied and "
             "the chains added.");
  return witness->property == CR_CAPITAL
             ? _("Capital held through others counts by multiplying the fractions of each link of a "
                 "chain and adding the chains (AMF general regulation, art. 317-11).")
             : _("Votes held through others count, in this reading, by multiplying the fractions of "
                 "each link of a chain and adding the chains.");
}

void cr_explain_chains(cr_builder *builder, cr_explanation *out, const cr_shown_witness *witness,
                       const cr_witness *found) {
  cr_explain_say(builder, out, method_words(witness), NULL);
  for (int i = 0; i < witness->control_count; i++)
    cr_explain_say(builder, out, witness->controls[i].sentence, &witness->controls[i].facts);
  for (int i = 0; i < witness->chain_count; i++)
    explain_chain(builder, out, &witness->chains[i], found, &found->chains->chains[i]);
  if (witness->rest_sentence) cr_explain_say(builder, out, witness->rest_sentence, NULL);
  explain_cycles(builder, out, witness);
  explain_total(builder, out, witness);
}
