/* Building explanations, a paragraph at a time. Where memory is short the builder is failed. */
#ifndef CR_REPORT_EXPLANATION_H
#define CR_REPORT_EXPLANATION_H

#include "engine/report/builder.h"

/* A sentence, with what it rests on (NULL: nothing). */
void cr_explain_say(cr_builder *builder, cr_explanation *out, const char *text,
                    const cr_citations *facts);

/* A calculation: every number in it exact (cr_exact_words), one "=" before the result. */
void cr_explain_calculate(cr_builder *builder, cr_explanation *out, const char *text);

/* "21.25 %", or "5/28" where the decimals of the percentage do not end. */
const char *cr_exact_words(cr_builder *builder, const fmpq_t value);

/* "a + b = c"; nothing when `count` is below 2. */
void cr_explain_sum(cr_builder *builder, cr_explanation *out, const fmpq *const *terms, int count,
                    const fmpq_t sum);

/* How a bound comes about (explain_chains.c, explain_votes.c). */
void cr_explain_chains(cr_builder *builder, cr_explanation *out, const cr_shown_witness *witness,
                       const cr_witness *found);
void cr_explain_votes(cr_builder *builder, cr_explanation *out, const cr_shown_witness *witness,
                      const cr_witness *found);

/* "3000 ÷ 10000 = 30 %", when the edge is what lots of the company's only class make of it. */
void cr_explain_lots(cr_builder *builder, cr_explanation *out, const cr_witness *witness, int edge);

/* Vetoes, or organs (explain_rights.c). */
void cr_explain_rights(cr_builder *builder, cr_explanation *out, const cr_shown_criterion *shown);

#endif
