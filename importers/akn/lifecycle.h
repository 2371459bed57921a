/* When a passage is in force, through the standard's own lifecycle: `period` names a temporalGroup,
 * whose timeIntervals begin and end with events that have a date. */
#ifndef CR_AKN_LIFECYCLE_H
#define CR_AKN_LIFECYCLE_H

#include "importers/akn/akn.h"

typedef struct cr_akn_interval {
  const char *from, *to; /* dates as written, or NULL: open */
} cr_akn_interval;

typedef struct cr_akn_intervals {
  cr_akn *akn;
  const xmlNode *owner;    /* whose `period` it is */
  const xmlNode *interval; /* the next one, or NULL */
  bool always;             /* no period at all: one interval, open */
} cr_akn_intervals;

/* Of the right itself, else of its passage, else of what that stands in. A period that names
 * nothing is complained of, and gives none. */
cr_akn_intervals cr_akn_intervals_of(cr_akn *akn, const xmlNode *right, const xmlNode *passage);
bool cr_akn_intervals_next(cr_akn_intervals *intervals, cr_akn_interval *out);

#endif
