/* Two dossiers and their screenings. */
#ifndef CR_ALTERNATIVES_DIFFERENCE_H
#define CR_ALTERNATIVES_DIFFERENCE_H

#include <crible/difference.h>

#include "engine/screening/screening.h"
#include "importers/difference/difference.h"

struct crible_difference {
  crible_context *context;
  cr_arena *arena;                   /* of the facts' difference; owned */
  const char *path[2];               /* of the dossiers: before, after */
  crible_dossier *ordered[2];        /* owned */
  struct crible_screening *screening[2]; /* owned */
  cr_facts_difference facts;
};

/* Whether the verdict, or the status or a figure of a criterion, differs; of a figure of which
 * only an enclosure is known, whether the enclosures do not meet. */
bool cr_screenings_differ(const struct crible_screening *before,
                          const struct crible_screening *after);
bool cr_criterion_figure_differs(const cr_criterion *before, const cr_criterion *after);

#endif
