/* One view of an inquiry, solved with some answers to what is asked. */
#ifndef CR_REQUESTS_VIEW_TRIAL_H
#define CR_REQUESTS_VIEW_TRIAL_H

#include "engine/requests/inquiry.h"

typedef struct cr_view_trial {
  const cr_inquiry *inquiry;
  const cr_view *view;
  const cr_answers *answers;
  cr_arena *arena;
  fmpq *points;       /* per entry: best answers so far; NULL: bands are open still */
  fmpq *others;       /* the same of the other property, if it bears on the figure */
  cr_view *answered;  /* of the last solution */
  cr_control *control;
  cr_holdings *holdings;
} cr_view_trial;

/* Solves the view with these points for the entries asked (NULL: intervals stay). */
CRIBLE_MUST_CHECK crible_status cr_view_trial_solve(cr_view_trial *trial, const fmpq *points);
/* The lower or upper bound that the criterion compares, of the last solution. */
const cr_bound *cr_view_trial_bound(const cr_view_trial *trial, int side);

/* Answers to what is asked of the other property's rows, where they bear on control: those that
 * leave the least to third entities and what they may control in the last solution. */
CRIBLE_MUST_CHECK crible_status cr_view_trial_answer_others(cr_view_trial *trial);

/* Points that are best, or worst where the worst is supposed, while the holders keep the value that
 * they have for the target in the last solution. */
CRIBLE_MUST_CHECK crible_status cr_view_trial_answer_rows(fmpq **out, const cr_view_trial *trial,
                                                     int target);

#endif
