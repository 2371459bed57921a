/* The worse of two bounds, for figures taken under two kinds of meeting. */
#ifndef CR_SCREENING_WORSE_H
#define CR_SCREENING_WORSE_H

#include "engine/holdings/holdings.h"

/* Which of two bounds is larger: above 0 for `a`, below 0 for `b`, 0 for
 * neither. At equal values a lower bound that nothing attains is the larger, and so is
 * an upper bound that something attains. Bounds of which only an enclosure is
 * known are compared by its ends: any total order on them serves. */
int cr_bound_compare(const cr_bound *a, const cr_bound *b, bool upper);

/* The larger of a and b; it is tight when both are. *second tells whether it
 * is b. Of two enclosures that overlap, the larger lies in the larger ends. */
void cr_bound_worse(cr_bound *out, bool *second, const cr_bound *a, const cr_bound *b, bool upper);

#endif
