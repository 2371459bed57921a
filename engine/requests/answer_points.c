#include "engine/requests/answer_points.h"

#include "engine/requests/view_trial.h"

enum { ROUNDS = 3 };

/* Takes over answers tried when they are better. */
static crible_status try_points(fmpq *bound, bool *better, cr_view_trial *trial, fmpq *tried) {
  crible_status status = cr_view_trial_solve(trial, tried);
  *better = status == CRIBLE_OK && fmpq_cmp(cr_view_trial_bound(trial, 1)->value, bound) < 0;
  if (!*better) return status;
  fmpq_set(bound, cr_view_trial_bound(trial, 1)->value);
  trial->points = tried;
  return status;
}

/* The answers that `target` would have least by, as things stand with the best ones so far. */
static crible_status improve(fmpq *bound, bool *better, cr_view_trial *trial, int target) {
  fmpq *tried = NULL;
  crible_status status = cr_view_trial_answer_rows(&tried, trial, target);
  return status == CRIBLE_OK ? try_points(bound, better, trial, tried) : status;
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

static crible_status keep_view(const cr_kept_answers *kept, const cr_view_trial *trial) {
  const fmpq *both[CR_PROPERTIES] = {NULL, NULL};
  both[trial->inquiry->property] = trial->points;
  both[1 - trial->inquiry->property] = trial->others;
  return cr_answered_view(kept->view, trial->view, trial->answers, both, kept->arena);
}

crible_status cr_try_view(fmpq *bound, const cr_inquiry *inquiry, const cr_view *view,
                          const cr_answers *answers, const cr_kept_answers *kept) {
  cr_view_trial trial = {.inquiry = inquiry, .view = view, .answers = answers};
  crible_status status = cr_arena_new(&trial.arena, inquiry->context);
  if (status != CRIBLE_OK) return status;
  status = cr_view_trial_solve(&trial, NULL);
  if (status == CRIBLE_OK) status = cr_view_trial_answer_others(&trial);
  if (status == CRIBLE_OK && trial.others != NULL) status = cr_view_trial_solve(&trial, NULL);
  if (status != CRIBLE_OK) goto cleanup;
  fmpq_set(bound, cr_view_trial_bound(&trial, 1)->value);
  const int asked = entries_asked(&trial);
  bool better = asked > 0;
  for (int round = 0; round < ROUNDS && better; round++) {
    if (fmpq_cmp(bound, inquiry->ceiling) <= 0) break;
    /* The first answers suit all third entities; then whoever has most is led down. */
    const bool all = inquiry->together || round == 0;
    status = improve(bound, &better, &trial,
                     all ? CR_TARGET_ALL : trial.holdings->individual_holder[1]);
    if (status != CRIBLE_OK) break;
    better = better || (round == 0 && !inquiry->together);
  }
  if (status == CRIBLE_OK && kept != NULL && fmpq_cmp(bound, inquiry->ceiling) <= 0)
    status = keep_view(kept, &trial);

cleanup:
  cr_arena_free(trial.arena);
  return status;
}
