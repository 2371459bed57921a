/* How far a change of one choice reaches into a screening: what has to be computed again, and
 * what cannot differ. */
#ifndef CR_ALTERNATIVES_READING_REACH_H
#define CR_ALTERNATIVES_READING_REACH_H

#include "engine/screening/screening.h"

/* From the least to the most. */
typedef enum cr_reach {
  CR_REACHES_NOTHING,  /* the dossier has no fact that the choice is about */
  CR_REACHES_VERDICT,  /* what the criteria's statuses make together */
  CR_REACHES_RIGHTS,   /* vetoes and organs */
  CR_REACHES_GRAPH,    /* what is held, or who is third: nothing else if the graph comes out the same */
  CR_REACHES_ANALYSIS, /* what the graph is read for: all of it */
  CR_REACHES_DATE      /* the date of the facts */
} cr_reach;

/* What another option of `choice` reaches in the dossier of `screening`. */
cr_reach cr_reading_reach(const struct crible_screening *screening, cr_choice_index choice);

#endif
