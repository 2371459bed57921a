#include "engine/report/explanation.h"

#include <string.h>

#include "engine/base/rational.h"
#include "engine/base/words.h"

enum { FIRST_ROOM = 16, EXACT_DECIMALS = 6 };

static cr_explained *next(cr_builder *builder, cr_explanation *out) {
  if (out->count == out->capacity) {
    const int capacity = out->capacity ? 2 * out->capacity : FIRST_ROOM;
    cr_explained *grown = cr_elements(builder, capacity, sizeof *grown);
    if (!grown) return NULL;
    if (out->count) memcpy(grown, out->items, (size_t)out->count * sizeof *grown);
    out->items = grown;
    out->capacity = capacity;
  }
  return &out->items[out->count++];
}

void cr_explain_say(cr_builder *builder, cr_explanation *out, const char *text,
                    const cr_citations *facts) {
  cr_explained *item = next(builder, out);
  if (!item) return;
  *item = (cr_explained){.text = text};
  if (facts) item->facts = *facts;
}

void cr_explain_calculate(cr_builder *builder, cr_explanation *out, const char *text) {
  cr_explained *item = next(builder, out);
  if (item) *item = (cr_explained){.text = text, .calculation = true};
}

static char *without_end_zeros(char *decimal) {
  size_t length = strlen(decimal);
  if (!strchr(decimal, '.')) return decimal;
  while (decimal[length - 1] == '0') length--;
  if (decimal[length - 1] == '.') length--;
  decimal[length] = '\0';
  return decimal;
}

const char *cr_exact_words(cr_builder *builder, const fmpq_t value) {
  bool exact = false;
  char *decimal = cr_rational_decimal(builder->arena, &exact, value, 2, EXACT_DECIMALS);
  if (!decimal) return cr_kept(builder, NULL);
  if (!exact) return cr_kept(builder, cr_rational_text(builder->arena, value));
  const char *percent =
      cr_kept(builder, cr_decimal_words(builder->arena, without_end_zeros(decimal)));
  return cr_words(builder, _("%s %%"), percent);
}

void cr_explain_sum(cr_builder *builder, cr_explanation *out, const fmpq *const *terms, int count,
                    const fmpq_t sum) {
  const char *words = "";
  if (count < 2) return;
  for (int i = 0; i < count; i++)
    words = cr_words(builder, "%s%s%s", words, i ? " + " : "", cr_exact_words(builder, terms[i]));
  cr_explain_calculate(builder, out,
                       cr_words(builder, "%s = %s", words, cr_exact_words(builder, sum)));
}

/* Quantities of lots of one class, or false. */
static bool lots_of_one_class(const cr_builder *builder, const cr_edges *edges, int edge,
                              int *share_class) {
  const int first = edges->cites[edge], end = edges->cites[edge + 1];
  *share_class = CR_NONE;
  for (int i = first; i < end; i++) {
    if (edges->cited[i].kind != CR_FACT_lots) return false;
    const cr_lot *lot = &builder->facts->lots[edges->cited[i].index];
    if (*share_class != CR_NONE && lot->share_class != *share_class) return false;
    *share_class = lot->share_class;
  }
  return end > first;
}

/* It is shown only where it gives the edge: not with several classes, double votes or dilution. */
void cr_explain_lots(cr_builder *builder, cr_explanation *out, const cr_witness *witness,
                     int edge) {
  const cr_edges *edges = &witness->view->edges[witness->property];
  int share_class;
  if (edge == CR_NONE || !cr_interval_point(&edges->weight[edge]) ||
      !lots_of_one_class(builder, edges, edge, &share_class))
    return;
  const fmpq *issued = builder->facts->classes[share_class].issued;
  if (issued == NULL || fmpq_is_zero(issued)) return;
  const char *words = "";
  const int first = edges->cites[edge], end = edges->cites[edge + 1];
  fmpq_t sum;
  fmpq_init(sum);
  for (int i = first; i < end; i++) {
    const fmpq *quantity = builder->facts->lots[edges->cited[i].index].quantity;
    fmpq_add(sum, sum, quantity);
    words = cr_words(builder, "%s%s%s", words, i > first ? " + " : "",
                     cr_kept(builder, cr_rational_text(builder->arena, quantity)));
  }
  fmpq_div(sum, sum, issued);
  if (fmpq_equal(sum, &edges->weight[edge].lo))
    cr_explain_calculate(
        builder, out,
        cr_words(builder, end - first > 1 ? "(%s) ÷ %s = %s" : "%s ÷ %s = %s", words,
                 cr_kept(builder, cr_rational_text(builder->arena, issued)),
                 cr_exact_words(builder, sum)));
  fmpq_clear(sum);
}
