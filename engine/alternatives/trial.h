/* One dossier screened again under another reading of the ruleset: only to the criteria,
 * and only what the changes reach. */
#ifndef CR_ALTERNATIVES_TRIAL_H
#define CR_ALTERNATIVES_TRIAL_H

#include "engine/alternatives/reading_reach.h"

/* A screening of the same facts under another reading; its parts may be those of the first. */
typedef struct cr_trial {
  const struct crible_screening *first;
  cr_ruleset ruleset; /* the first's, its choices made otherwise */
  struct crible_screening screening;
} cr_trial;

/* Nothing is computed yet. Whatever the status, cr_trial_end afterwards. */
CRIBLE_MUST_CHECK crible_status cr_trial_begin(cr_trial *out, const struct crible_screening *first,
                                               const cr_reading *reading);
void cr_trial_end(cr_trial *trial);

/* Sets the criteria and the verdict of trial->screening. It stays where it is: parts point into it.
 * Errors: those of crible_screen. */
CRIBLE_MUST_CHECK crible_status cr_trial_run(cr_trial *trial);

#endif
