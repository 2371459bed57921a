#include "engine/requests/answer_points.h"

#include "engine/requests/view_trial.h"

enum { FEW_ROUNDS = 3, ROUNDS = 8, HALVINGS = 3, CHANGED_ONE_AT_A_TIME = 12 };

/* Goes part of the way from one set of answers to another; every company's still sum to 1. */
static void approach(fmpq *out, const fmpq *from, const fmpq *to, int count, int halvings) {
  for (int i = 0; i < count; i++) {
    fmpq_sub(out + i, to + i, from + i);
    fmpq_div_2exp(out + i, out + i, (flint_bitcnt_t)halvings);
    fmpq_add(out + i, out + i, from + i);
  }
}

/* Takes over answers tried when they are better. */
static crible_status try_points(fmpq *bound, bool *better, cr_view_trial *trial, fmpq *tried) {
  crible_status status = cr_view_trial_solve(trial, tried);
  *better = status == CRIBLE_OK && fmpq_cmp(cr_view_trial_bound(trial, 1)->value, bound) < 0;
  if (!*better) return status;
  fmpq_set(bound, cr_view_trial_bound(trial, 1)->value);
  trial->points = tried;
  return status;
}

/* One step from the best answers so far towards those that `target` would have least by. */
static crible_status improve(fmpq *bound, bool *better, cr_view_trial *trial, int target,
                             int halvings) {
  const int count = trial->view->edges[trial->inquiry->property].count;
  fmpq *towards = NULL, *tried = cr_arena_rationals(trial->arena, (size_t)count + 1);
  if (tried == NULL) return CRIBLE_E_MEMORY;
  crible_status status = cr_view_trial_answer_rows(&towards, trial, target);
  if (trial->points == NULL || trial->inquiry->together) halvings = 1;
  *better = false;
  for (int k = 0; status == CRIBLE_OK && !*better && k < halvings; k++) {
    approach(tried, trial->points != NULL ? trial->points : towards, towards, count, k);
    status = try_points(bound, better, trial, tried);
  }
  return status;
}

static bool may_move(const cr_view_trial *trial, int entry) {
  const cr_property property = trial->inquiry->property;
  return cr_answered_entry(trial->answers, property, entry) != CR_NONE &&
         !cr_interval_point(&trial->view->edges[property].weight[entry]);
}

/* Entries asked whose answer may be more or less. */
static int entries_asked(const cr_view_trial *trial) {
  int asked = 0;
  for (int e = 0; e < trial->view->edges[trial->inquiry->property].count; e++)
    asked += may_move(trial, e);
  return asked;
}

/* Moves one entry's answer, and with it those of its company, as far up or down as may be, then
 * half as far. */
static crible_status move_entry(fmpq *bound, cr_view_trial *trial, int company, int entry, bool up) {
  const cr_edges *edges = &trial->view->edges[trial->inquiry->property];
  const size_t nodes = (size_t)cr_view_nodes(trial->answered);
  bool better = false;
  for (int halvings = 0; halvings < 2 && !better; halvings++) {
    fmpq *values = cr_arena_rationals(trial->arena, nodes);
    fmpq *towards = cr_arena_rationals(trial->arena, (size_t)edges->count + 1);
    fmpq *tried = cr_arena_rationals(trial->arena, (size_t)edges->count + 1);
    if (values == NULL || towards == NULL || tried == NULL) return CRIBLE_E_MEMORY;
    const int moved = trial->answered->edges[trial->inquiry->property].holder[entry];
    for (size_t node = 0; node < nodes; node++)
      if (((int)node == moved) != up) fmpq_one(values + node);
    if (!up) /* what cannot vote makes the others' votes count more */
      fmpq_set(values + trial->answered->parties + CR_TREASURY, trial->inquiry->ceiling);
    for (int e = 0; e < edges->count; e++) fmpq_set(towards + e, trial->points + e);
    crible_status status = cr_view_trial_answer_row(towards, trial, values, company);
    if (status != CRIBLE_OK) return status;
    approach(tried, trial->points, towards, edges->count, halvings);
    status = try_points(bound, &better, trial, tried);
    if (status != CRIBLE_OK) return status;
  }
  return CRIBLE_OK;
}

/* By control, more votes of somebody inside may do harm, by what they control and suppress, and
 * more of a third entity good, by the rival they are to another. */
static crible_status move_entries(fmpq *bound, cr_view_trial *trial) {
  const cr_edges *edges = &trial->view->edges[trial->inquiry->property];
  crible_status status = CRIBLE_OK;
  if (trial->points == NULL) status = cr_view_trial_answer_rows(&trial->points, trial, CR_TARGET_ALL);
  for (int company = 0; company < trial->view->parties; company++)
    for (int e = edges->first[company]; e < edges->first[company + 1]; e++)
      for (int up = 0; up < 2 && may_move(trial, e); up++) {
        if (status != CRIBLE_OK || fmpq_cmp(bound, trial->inquiry->ceiling) <= 0) return status;
        status = move_entry(bound, trial, company, e, up);
      }
  return status;
}

static crible_status keep_view(const cr_kept_answers *kept, const cr_view_trial *trial) {
  const fmpq *both[CR_PROPERTIES] = {NULL, NULL};
  both[trial->inquiry->property] = trial->points;
  return cr_answered_view(kept->view, trial->view, trial->answers, both, kept->arena);
}

crible_status cr_try_view(fmpq *bound, const cr_inquiry *inquiry, const cr_view *view,
                          const cr_answers *answers, bool thorough, const cr_kept_answers *kept) {
  cr_view_trial trial = {.inquiry = inquiry, .view = view, .answers = answers};
  crible_status status = cr_arena_new(&trial.arena, inquiry->context);
  if (status != CRIBLE_OK) return status;
  status = cr_view_trial_solve(&trial, NULL);
  if (status != CRIBLE_OK) goto cleanup;
  fmpq_set(bound, cr_view_trial_bound(&trial, 1)->value);
  const int asked = entries_asked(&trial);
  bool better = asked > 0;
  for (int round = 0; round < (thorough ? ROUNDS : FEW_ROUNDS) && better; round++) {
    if (fmpq_cmp(bound, inquiry->ceiling) <= 0) break;
    /* The first answers suit all third entities; then whoever has most is led down. */
    const bool all = inquiry->together || round == 0;
    status = improve(bound, &better, &trial,
                     all ? CR_TARGET_ALL : trial.holdings->individual_holder[1],
                     thorough ? HALVINGS : 1);
    if (status != CRIBLE_OK) break;
    better = better || (round == 0 && !inquiry->together);
  }
  if (status == CRIBLE_OK && thorough && cr_inquiry_by_control(inquiry) && asked > 0 &&
      asked <= CHANGED_ONE_AT_A_TIME && fmpq_cmp(bound, inquiry->ceiling) > 0)
    status = move_entries(bound, &trial);
  if (status == CRIBLE_OK && kept != NULL && fmpq_cmp(bound, inquiry->ceiling) <= 0)
    status = keep_view(kept, &trial);

cleanup:
  cr_arena_free(trial.arena);
  return status;
}
