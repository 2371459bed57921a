#include "engine/requests/refuted.h"

#include "engine/requests/view_trial.h"

int cr_inquiry_against(const cr_view *view, const cr_holdings *holdings, bool together) {
  const int holder = holdings->individual_holder[1];
  if (together) return CR_AGAINST_ALL;
  const bool known = holder >= 0 && holder < view->parties && !cr_view_group(view, holder);
  return known ? holder : CR_AGAINST_SOMEBODY_NEW;
}

/* *above: it is above the ceiling, or at it and not attained. */
static crible_status worst_in(fmpq *out, bool *above, const cr_inquiry *inquiry, int view,
                              int against, const bool *asked) {
  const cr_answers worst = {
      .places = &inquiry->items->places[view], .asked = asked, .against = against};
  cr_view_trial trial = {.inquiry = inquiry, .view = inquiry->view[view], .answers = &worst};
  fmpq *points = NULL;
  crible_status status = cr_arena_new(&trial.arena, inquiry->context);
  if (status != CRIBLE_OK) return status;
  status = cr_view_trial_solve(&trial, NULL);
  const int target = inquiry->together || status != CRIBLE_OK
                         ? CR_TARGET_ALL
                         : trial.holdings->individual_holder[1];
  if (status == CRIBLE_OK) status = cr_view_trial_answer_rows(&points, &trial, target);
  if (status == CRIBLE_OK) status = cr_view_trial_solve(&trial, points);
  if (status == CRIBLE_OK) {
    const cr_bound *lower = cr_view_trial_bound(&trial, 0);
    const int order = fmpq_cmp(lower->value, inquiry->ceiling);
    *above = order > 0 || (order == 0 && !lower->attained);
    fmpq_set(out, lower->value);
  }
  cr_arena_free(trial.arena);
  return status;
}

crible_status cr_worst_bound(fmpq *out, const cr_inquiry *inquiry, const bool *asked) {
  bool above;
  return worst_in(out, &above, inquiry, 0, inquiry->against[0], asked);
}

crible_status cr_refuted(bool *out, const cr_inquiry *inquiry, const bool *asked) {
  crible_status status = CRIBLE_OK;
  fmpq_t worst;
  fmpq_init(worst);
  *out = false;
  for (int view = 0; status == CRIBLE_OK && !*out && view < inquiry->view_count; view++) {
    status = worst_in(worst, out, inquiry, view, inquiry->against[view], asked);
    /* Answers may leave nothing to whoever has most, and all to somebody else. */
    if (status == CRIBLE_OK && !*out && inquiry->against[view] >= 0)
      status = worst_in(worst, out, inquiry, view, CR_AGAINST_SOMEBODY_NEW, asked);
  }
  fmpq_clear(worst);
  return status;
}
