#include "engine/base/words.h"
#include "engine/report/builder.h"

const char *cr_open_words(cr_builder *builder, const cr_witness *witness, int edge,
                          const fmpq_t share, const char *words) {
  if (edge == CR_NONE) return words;
  const cr_interval *weight = &witness->view->edges[witness->property].weight[edge];
  if (witness->upper)
    return weight->hi_open && fmpq_equal(share, &weight->hi) ? cr_words(builder, "< %s", words)
                                                             : words;
  return weight->lo_open && fmpq_equal(share, &weight->lo) ? cr_words(builder, "> %s", words)
                                                           : words;
}

/* Whether some votes of a company cannot be exercised: they are out of its row. */
static bool of_exercisable(const cr_witness *witness, int company) {
  const cr_edges *edges = &witness->view->edges[witness->property];
  for (int i = edges->first[company]; i < edges->first[company + 1]; i++)
    if (witness->property == CR_VOTES && fmpq_is_zero(&edges->weight[i].hi)) return true;
  return false;
}

/* What a step passes down: "60 % of the capital of Alpha SAS". */
static const char *passed_words(cr_builder *builder, const cr_shown_step *step, const char *share,
                                const cr_witness *witness, int company) {
  const bool capital = witness->property == CR_CAPITAL;
  const char *format = capital ? _("%s of the capital of %s")
                       : of_exercisable(witness, company)
                           ? _("%s of the exercisable votes of %s")
                           : _("%s of the votes of %s");
  if (step->through_cycle)
    format = capital ? _("%s of the capital of %s, cross-holdings counted")
                     : _("%s of the votes of %s, cross-holdings counted");
  return cr_words(builder, format, share, step->company->name);
}

/* It is not the entity itself where the entity only may stand behind it: behind a remainder, or
 * behind companies that may hold each other entirely. */
const char *cr_standing_words(cr_builder *builder, const cr_witness *witness, int holder) {
  const cr_view *view = witness->view;
  const bool all = witness->entity == CR_TARGET_ALL;
  const cr_shown_party *shown = cr_node_at(builder, view, holder);
  if (holder == witness->entity) return shown->name;
  const char *who = all ? _("perhaps third") : cr_node_at(builder, view, witness->entity)->name;
  if (holder == view->parties + CR_UNDISCLOSED)
    return all ? cr_words(builder, _("undisclosed holders, %s"), who)
               : cr_words(builder, _("undisclosed holders, perhaps %s"), who);
  if (all && holder < view->parties && view->third[holder] != CR_NOT_THIRD) return shown->label;
  if (witness->entity >= view->parties)
    return cr_words(builder, _("whoever stands behind %s"), shown->name);
  return all ? cr_words(builder, _("whoever stands behind %s, %s"), shown->name, who)
             : cr_words(builder, _("whoever stands behind %s, perhaps %s"), shown->name, who);
}

static bool surely_counts(const cr_view *view, int owner, int holder) {
  const cr_dependents *sure = view->dependents[0];
  if (sure == NULL || owner >= view->parties) return false;
  for (int i = sure->first[owner]; i < sure->first[owner + 1]; i++)
    if (sure->party[i] == holder) return true;
  return false;
}

/* Who stands at the top of a chain: itself, or one that counts as its controller. */
static const char *top_words(cr_builder *builder, const cr_witness *witness, int holder,
                             int owner) {
  const cr_view *view = witness->view;
  const cr_dependents *dependents = view->dependents[witness->upper];
  bool all = witness->entity == CR_TARGET_ALL && holder < view->parties;
  if (owner == holder && all && dependents && dependents->of_third[holder] &&
      view->third[holder] == CR_NOT_THIRD)
    return cr_words(builder, _("%s, held by third entities together"),
                    cr_node_at(builder, view, holder)->name);
  if (owner == holder) return cr_standing_words(builder, witness, holder);
  const char *format = witness->upper && !surely_counts(view, owner, holder)
                           ? _("%s, perhaps counted for %s")
                           : _("%s, counted for %s");
  return cr_words(builder, format,
                  cr_node_at(builder, view, holder)->name, cr_node_at(builder, view, owner)->name);
}

/* `owner` of the topmost step, CR_NONE of the others. */
static void build_step(cr_builder *builder, cr_shown_step *out, const cr_witness *witness,
                       const cr_chain_step *step, int owner) {
  out->holder = cr_node_at(builder, witness->view, step->holder);
  out->company = cr_node_at(builder, witness->view, step->company);
  out->factor = step->factor;
  out->through_cycle = step->component != CR_NONE;
  out->share = cr_share_words(builder, step->factor);
  const char *share = cr_open_words(builder, witness, step->edge, step->factor, out->share);
  const char *has = passed_words(builder, out, share, witness, step->company);
  if (owner != CR_NONE)
    out->sentence =
        cr_words(builder, _("%s: %s"), top_words(builder, witness, step->holder, owner), has);
  else if (step->holder == step->company)
    out->sentence = cr_words(builder, _("times %s: what comes back to %s through cross-holdings"),
                             out->share, out->company->name);
  else out->sentence = cr_words(builder, _("which has %s"), has);
  if (step->edge != CR_NONE)
    out->facts = cr_cite_edge(builder, &witness->view->edges[witness->property], step->edge);
}

static const char *calculation_words(cr_builder *builder, const cr_shown_chain *chain) {
  const char *words = "";
  for (int i = 0; i < chain->step_count; i++)
    words = cr_words(builder, "%s%s%s", words, i ? " × " : "", chain->steps[i].share);
  return cr_words(builder, "%s = %s", words, cr_share_words(builder, chain->product));
}

static void build_chain(cr_builder *builder, cr_shown_chain *out, const cr_witness *witness,
                        const cr_chain *chain, int owner) {
  out->owner = cr_node_at(builder, witness->view, owner);
  out->steps = cr_elements(builder, chain->step_count, sizeof *out->steps);
  out->product = chain->product;
  out->calculation = "";
  if (!out->steps) return;
  out->step_count = chain->step_count;
  for (int i = 0; i < chain->step_count; i++)
    build_step(builder, &out->steps[i], witness, &chain->steps[i], i == 0 ? owner : CR_NONE);
  out->calculation = calculation_words(builder, out);
}

/* "A = 60 % + 20 % × B = 62.5 %" */
static const char *equation_words(cr_builder *builder, const cr_shown_equation *shown) {
  const cr_cycle_equation *equation = shown->equation;
  const char *sum =
      fmpq_is_zero(equation->constant) ? "" : cr_share_words(builder, equation->constant);
  for (int i = 0; i < equation->term_count; i++)
    sum = cr_words(builder, "%s%s%s × %s", sum, *sum ? " + " : "",
                   cr_share_words(builder, &equation->factors[i]), shown->holders.items[i]->name);
  if (equation->term_count == 0)
    return cr_words(builder, "%s = %s", shown->company->name, *sum ? sum : "0");
  return cr_words(builder, "%s = %s = %s", shown->company->name, sum,
                  cr_share_words(builder, equation->value));
}

static void build_equation(cr_builder *builder, cr_shown_equation *out, const cr_witness *witness,
                           const cr_cycle_equation *equation) {
  out->company = cr_node_at(builder, witness->view, equation->company);
  out->equation = equation;
  out->holders.items = cr_elements(builder, equation->term_count, sizeof *out->holders.items);
  out->sentence = "";
  if (equation->term_count > 0 && !out->holders.items) return;
  out->holders.count = equation->term_count;
  for (int i = 0; i < equation->term_count; i++)
    out->holders.items[i] = cr_node_at(builder, witness->view, equation->holders[i]);
  out->sentence = equation_words(builder, out);
}

void cr_build_chains(cr_builder *builder, cr_shown_witness *out, const cr_witness *witness) {
  const cr_chains *chains = witness->chains;
  out->chains = cr_elements(builder, chains->chain_count, sizeof *out->chains);
  if (out->chains) out->chain_count = chains->chain_count;
  for (int i = 0; i < out->chain_count; i++)
    build_chain(builder, &out->chains[i], witness, &chains->chains[i], witness->chain_owner[i]);
  out->equations = cr_elements(builder, chains->equation_count, sizeof *out->equations);
  if (out->equations) out->equation_count = chains->equation_count;
  for (int i = 0; i < out->equation_count; i++)
    build_equation(builder, &out->equations[i], witness, &chains->equations[i]);
  out->rest = chains->rest;
  if (!fmpq_is_zero(chains->rest))
    out->rest_sentence = cr_words(builder, _("further chains, smaller than these, add up to %s"),
                                  cr_share_words(builder, chains->rest));
}
