/* Screenings between two dates. */
#ifndef CR_ALTERNATIVES_TIMELINE_H
#define CR_ALTERNATIVES_TIMELINE_H

#include <crible/timeline.h>

#include "engine/alternatives/events.h"
#include "engine/screening/screening.h"

/* A fact whose date is the day. */
typedef struct cr_dated_fact {
  cr_fact_ref fact;
  cr_event event;
} cr_dated_fact;

/* A day on which the result is not that of the day before. */
typedef struct cr_step {
  cr_date day;
  char text[16];
  const struct crible_screening *before, *after;
  cr_dated_fact *causes; int cause_count; /* facts without whose date the day would be another */
  cr_law_change *law; int law_count; /* changes of the law on the day that concern the facts */
} cr_step;

struct crible_timeline {
  crible_context *context;
  cr_arena *arena;         /* owned */
  crible_dossier *ordered; /* owned */
  cr_date from, to;
  struct crible_screening **screenings; /* owned: the first, and one a step */
  size_t screening_count;
  cr_step *steps;
  size_t step_count;
};

#endif
