#include "engine/requests/view_trial.h"

#include "engine/control/followed.h"
#include "engine/graph/through_funds.h"
#include "engine/requests/favourable_row.h"

const cr_bound *cr_view_trial_bound(const cr_view_trial *trial, int side) {
  return trial->inquiry->together ? &trial->holdings->collective_bound[side]
                                  : &trial->holdings->individual[side];
}

static crible_status multiply(cr_view_trial *trial) {
  const cr_inquiry *inquiry = trial->inquiry;
  const cr_view *rows = trial->answered;
  crible_status status = CRIBLE_OK;
  if (!cr_inquiry_multiplied(inquiry))
    status = cr_followed_view(&rows, trial->control, trial->answered, inquiry->property,
                              cr_inquiry_greater(inquiry), trial->arena);
  if (status != CRIBLE_OK) return status;
  return cr_holdings_solve(&trial->holdings, rows, inquiry->property, inquiry->ceiling, 1,
                           trial->arena);
}

static crible_status count_by_control(cr_view_trial *trial) {
  const cr_view *rows = trial->answered;
  cr_control *counted = trial->control;
  crible_status status = CRIBLE_OK;
  if (trial->inquiry->property == CR_CAPITAL) {
    status = cr_view_through_funds(&rows, trial->answered, trial->arena);
    if (status == CRIBLE_OK)
      status = cr_control_of_capital(&counted, trial->control, rows, trial->arena);
  }
  if (status != CRIBLE_OK) return status;
  return cr_control_holdings(&trial->holdings, counted, rows, trial->arena);
}

crible_status cr_view_trial_solve(cr_view_trial *trial, const fmpq *points) {
  const cr_inquiry *inquiry = trial->inquiry;
  const fmpq *both[CR_PROPERTIES] = {NULL, NULL};
  if (inquiry->left != NULL) *inquiry->left -= trial->view->edges[inquiry->property].count + 1;
  both[inquiry->property] = points;
  both[1 - inquiry->property] = trial->others;
  crible_status status =
      cr_answered_view(&trial->answered, trial->view, trial->answers, both, trial->arena);
  if (status != CRIBLE_OK) return status;
  if (!cr_inquiry_multiplied(inquiry))
    status = cr_control_solve(&trial->control, trial->answered, inquiry->rules, trial->arena);
  if (status != CRIBLE_OK) return status;
  return cr_inquiry_by_control(inquiry) ? count_by_control(trial) : multiply(trial);
}

/* By control: 1 for whoever's votes may count for the target, else 0. */
static crible_status values_by_control(fmpq *values, const cr_view_trial *trial, int target) {
  const cr_view *view = trial->answered;
  for (int node = 0; node < view->parties; node++) {
    bool counts = target == CR_TARGET_ALL ? view->third[node] != CR_NOT_THIRD : node == target;
    for (int i = 0; !counts && i < trial->holdings->entity_count; i++) {
      const int entity = trial->holdings->entities[i].entity;
      counts = (target == CR_TARGET_ALL || entity == target) &&
               cr_controls_possibly(trial->control, entity, node);
    }
    if (counts && node != view->candidate) fmpq_one(values + node);
  }
  fmpq_one(values + view->parties + CR_UNDISCLOSED);
  /* w of 1 − t that can vote keep the ceiling c when w + ct is at most c. */
  fmpq_set(values + view->parties + CR_TREASURY, trial->inquiry->ceiling);
  return CRIBLE_OK;
}

/* What each node of the answered view is worth to the target. */
static crible_status find_values(fmpq **out, const cr_view_trial *trial, int target) {
  const cr_view *view = trial->answered;
  fmpq *values = cr_arena_rationals(trial->arena, (size_t)cr_view_nodes(view));
  if (values == NULL) return CRIBLE_E_MEMORY;
  *out = values;
  if (cr_inquiry_by_control(trial->inquiry)) return values_by_control(values, trial, target);
  const cr_vector *vector = target == CR_TARGET_ALL ? &trial->holdings->collective[1]
                                                    : &trial->holdings->individual_vector[1];
  for (int node = 0; vector->value != NULL && node < cr_view_nodes(view); node++)
    if (node != view->candidate || vector->fixed[node]) fmpq_set(values + node, vector->value + node);
  return CRIBLE_OK;
}

/* What is worth most to the target is worth least to whoever is against it. */
static void turn_round(fmpq *values, const cr_view *view) {
  for (int node = 0; node < cr_view_nodes(view); node++) {
    fmpq_neg(values + node, values + node);
    fmpq_add_si(values + node, values + node, 1);
  }
}

/* Points of one company's entries asked that leave the least to holders of such values, per node
 * of the answered view. */
static crible_status answer_row(fmpq *points, const cr_view_trial *trial, cr_property property,
                                const fmpq *values, int company) {
  const cr_edges *edges = &trial->view->edges[property];
  const cr_edges *now = &trial->answered->edges[property]; /* entry by entry */
  const int first = edges->first[company], count = edges->first[company + 1] - first;
  bool any = false;
  for (int e = first; e < first + count; e++)
    any = any || cr_answered_entry(trial->answers, property, e) != CR_NONE;
  if (!any) return CRIBLE_OK;
  bool *asked = cr_arena_alloc(trial->arena, (size_t)count, sizeof *asked);
  const fmpq **value = cr_arena_alloc(trial->arena, (size_t)count, sizeof *value);
  if (asked == NULL || value == NULL) return CRIBLE_E_MEMORY;
  for (int e = first; e < first + count; e++) {
    asked[e - first] = cr_answered_entry(trial->answers, property, e) != CR_NONE;
    value[e - first] = values + now->holder[e];
  }
  const cr_row_question row = {
      .count = count, .weight = edges->weight + first, .asked = asked, .value = value};
  return cr_row_answer(points + first, &row, trial->inquiry->context);
}

static crible_status answer_rows(fmpq **out, const cr_view_trial *trial, cr_property property,
                                 const fmpq *values) {
  const int count = trial->view->edges[property].count;
  crible_status status = CRIBLE_OK;
  fmpq *points = cr_arena_rationals(trial->arena, (size_t)count + 1);
  if (points == NULL) return CRIBLE_E_MEMORY;
  for (int company = 0; status == CRIBLE_OK && company < trial->view->parties; company++)
    status = answer_row(points, trial, property, values, company);
  *out = points;
  return status;
}

crible_status cr_view_trial_answer_others(cr_view_trial *trial) {
  if (trial->inquiry->property == CR_VOTES || cr_inquiry_multiplied(trial->inquiry))
    return CRIBLE_OK;
  fmpq *values = cr_arena_rationals(trial->arena, (size_t)cr_view_nodes(trial->answered));
  if (values == NULL) return CRIBLE_E_MEMORY;
  crible_status status = values_by_control(values, trial, CR_TARGET_ALL);
  if (status != CRIBLE_OK) return status;
  return answer_rows(&trial->others, trial, CR_VOTES, values);
}

crible_status cr_view_trial_answer_rows(fmpq **out, const cr_view_trial *trial, int target) {
  fmpq *values = NULL;
  crible_status status = find_values(&values, trial, target);
  if (status != CRIBLE_OK) return status;
  if (trial->answers->against != CR_AGAINST_NOBODY) turn_round(values, trial->answered);
  return answer_rows(out, trial, trial->inquiry->property, values);
}
