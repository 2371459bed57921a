/* Random small ownership graphs: cycles, bands with open ends, undisclosed
 * remainders, unknown seats, third entities stacked, closed groups. */
#ifndef ORACLE_RANDOM_VIEW_H
#define ORACLE_RANDOM_VIEW_H

#include "engine/graph/view_builder.h"
#include "tests/oracle/random.h"

typedef struct view_recipe {
  int companies;     /* the candidate included */
  int others;        /* third or not terminal parties */
  bool exact;        /* points only, no remainder, no unknown seat */
  bool closed_only;  /* no open ends */
  bool managers;     /* stated control and managed funds */
  bool groups;       /* unnamed groups among the terminal parties */
} view_recipe;

/* A view with candidate 0, capital and votes alike in who holds but with
 * weights of their own when `recipe->exact` is not set. Never fails: rows without
 * weights that sum to 1 are drawn again. */
cr_view *random_view(dice *d, const view_recipe *recipe, cr_arena *arena);

#endif
