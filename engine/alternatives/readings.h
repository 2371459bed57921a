/* Other readings of the law on one dossier: the strict one, and every change of one choice of the
 * ruleset that it was screened under, each with what it makes of the criteria and the verdict. */
#ifndef CR_ALTERNATIVES_READINGS_H
#define CR_ALTERNATIVES_READINGS_H

#include <crible/readings.h>

#include "engine/screening/screening.h"

typedef struct cr_read_criterion {
  cr_criterion criterion; /* nodes in it mean nothing: their view is gone */
  const char *holder[2];  /* local id, "undisclosed" or NULL */
  bool flipped;           /* another status than in the screening */
  bool figure_changed;    /* another bound, or one attained that was not */
} cr_read_criterion;

typedef struct cr_reading_result {
  bool strict;                     /* every choice, not one */
  const char *choice, *option;     /* what was changed, to what; "strict" and the id of its ruleset */
  const char *meaning, *source;    /* in English, for gettext */
  bool answered;                   /* false: no figures come of it on this dossier */
  const char *refusal;             /* why, when not answered: code of the first error */
  cr_status verdict;
  bool flips;                      /* another verdict than in the screening */
  cr_read_criterion criteria[CR_CRITERIA];
} cr_reading_result;

struct crible_readings {
  crible_context *context;
  cr_arena *arena;
  const struct crible_screening *screening; /* outlives them */
  cr_reading_result *items; int count;      /* strict, then in the order of the table of choices */
};

/* The answered ones, and how many of those give another verdict. */
int cr_readings_answered(const struct crible_readings *readings);
int cr_readings_flipping(const struct crible_readings *readings);

/* Those that a verdict is never given without: run where it is eligible (contract, section 8), else
 * NULL. The caller frees *out with crible_readings_free. */
CRIBLE_MUST_CHECK crible_status cr_readings_beside_verdict(
    struct crible_readings **out, const struct crible_screening *screening);

#endif
