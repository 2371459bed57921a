/* A completed graph of votes as a view again. */
#ifndef ORACLE_COMPLETED_VIEW_H
#define ORACLE_COMPLETED_VIEW_H

#include "tests/oracle/completion.h"

/* A view of points; the newcomers are two more parties. Control that is only possible in `of` holds
 * or not, as drawn. */
cr_view *completed_view(dice *d, const cr_view *of, const completion *c, cr_arena *arena);

#endif
