/* Readings: would another reading of the law change the verdict?
 *
 * The law leaves choices open; a ruleset takes one option of each. The other readings of a
 * screening are the strict one (of every choice the option of ruleset secnumcloud-2023-strict,
 * unless the screening has taken just those) and all changes of one single choice. A verdict that
 * all of them share is robust. */
#ifndef CRIBLE_READINGS_H
#define CRIBLE_READINGS_H

#include <crible/screening.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct crible_readings crible_readings;

/* Runs every other reading on the dossier and the date of a screening, which
 * must outlive *out. Each gives what crible_screen would under such a ruleset; what a change cannot
 * reach is not computed again. The caller frees *out with crible_readings_free.
 * Errors: those of reading the strict ruleset from the data folder, CRIBLE_E_MEMORY,
 * CRIBLE_E_INTERNAL. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_readings_run(
    crible_readings **out, const crible_screening *screening);

/* NULL is allowed. */
CRIBLE_API void crible_readings_free(crible_readings *readings);

/* Whether every reading that gives an answer gives the screening's verdict. */
CRIBLE_API int crible_readings_robust(const crible_readings *readings);

CRIBLE_API size_t crible_readings_count(const crible_readings *readings);

/* One reading. Texts are owned by the library, `words` and `source` in the process's language. */
typedef struct crible_reading {
  const char *choice;     /* the choice that is changed, "vote-chain"; "strict" of the strict one */
  const char *option;     /* the option taken instead, "multiplication"; or the strict ruleset's id */
  const char *words;      /* what that means, one clause of a sentence */
  const char *source;     /* where the law, the clause or a doctrine supports it */
  int answered;           /* 0: the dossier leaves no answer under it (no date of decision is
                             stated, say); what follows then says nothing */
  crible_verdict verdict;
  int flips_verdict;      /* another verdict than the screening's */
  int flips_criterion;    /* another status of some criterion */
  int changes_figure;     /* another figure of some criterion */
} crible_reading;

/* Fills *out for the reading at `index`, strict first, then in the order of the choices.
 * Errors: CRIBLE_E_USAGE past the end. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_readings_at(
    crible_reading *out, const crible_readings *readings, size_t index);

/* Fills *out for a criterion under the reading at `index`, as crible_screening_criterion does.
 * Texts are owned by the readings.
 * Errors: CRIBLE_E_USAGE past the end of either or when the reading gives no answer,
 * CRIBLE_E_MEMORY. */
CRIBLE_API CRIBLE_MUST_CHECK crible_status crible_readings_criterion(
    crible_criterion *out, crible_readings *readings, size_t index, size_t criterion);

#ifdef __cplusplus
}
#endif
#endif
