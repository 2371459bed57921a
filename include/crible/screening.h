/* Screening a dossier: is the candidate free of foreign control under clause
 * 3.1 of the SecNumCloud support call? */
#ifndef CRIBLE_SCREENING_H
#define CRIBLE_SCREENING_H

#include <crible/dossier.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct crible_screening crible_screening;

/* The values are the exit statuses of the command. */
typedef enum crible_verdict {
  CRIBLE_ELIGIBLE = 0,
  CRIBLE_INELIGIBLE = 1,
  CRIBLE_UNDETERMINED = 2
} crible_verdict;

typedef enum crible_criterion_status {
  CRIBLE_MET,
  CRIBLE_CRITERION_UNDETERMINED,
  CRIBLE_VIOLATED
} crible_criterion_status;

typedef struct crible_screening_options {
  const char *ruleset; /* id, or path of a file; NULL: "secnumcloud-2023" */
  const char *as_of;   /* "YYYY-MM-DD"; NULL: the collection that the dossier's
                          submission belongs to */
} crible_screening_options;

/* Checks what reading alone does not show: that in every company the holders can sum to
 * all of it on the day that a screening would take (without a submission, the last day on which a
 * fact begins). What is wrong is among the diagnostics of the dossier's context.
 * Errors: CRIBLE_E_DATA, CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_dossier_check(const crible_dossier *dossier);

/* Screens. `options` may be NULL. The dossier must outlive the screening. The
 * caller frees *out with crible_screening_free.
 * Errors: CRIBLE_E_USAGE (no date given and none in the dossier, a date that
 * is none), CRIBLE_E_NO_INPUT (no such ruleset), CRIBLE_E_DATA (ruleset or facts leave no
 * answer), CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_screen(
    crible_screening **out, const crible_dossier *dossier,
    const crible_screening_options *options);

/* NULL is allowed. */
CRIBLE_API void crible_screening_free(crible_screening *screening);

CRIBLE_API crible_verdict crible_screening_verdict(const crible_screening *screening);

/* Criteria in the order of the clause. */
CRIBLE_API size_t crible_screening_criterion_count(const crible_screening *screening);

/* One end of what a criterion's figure may be. */
typedef struct crible_bound {
  const char *value;  /* a fraction of 1 in lowest terms, "p/q", "0" or "1" */
  int attained;       /* 0: the figure comes as near as one likes but never reaches it */
  const char *holder; /* local id of the party at this bound, "undisclosed", or NULL */
} crible_bound;

/* A criterion's result. Texts are owned by the screening. For criteria
 * without a figure (veto, organ-majority) threshold and values are NULL. */
typedef struct crible_criterion {
  const char *id; /* "capital-individual", … */
  crible_criterion_status status;
  const char *threshold;
  crible_bound lower, upper;
  int tight; /* 0: the bounds hold but may be wider than need be */
} crible_criterion;

/* Fills *out for the criterion at `index`.
 * Errors: CRIBLE_E_USAGE past the end, CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_screening_criterion(
    crible_criterion *out, crible_screening *screening, size_t index);

#ifdef __cplusplus
}
#endif
#endif
