/* Answers to requests, enumerated without the engine's search: to every row asked about all weights
 * on a grid, behind every remainder each party, somebody new or many, or two parties by halves, and
 * every seat inside and outside. */
#ifndef ORACLE_ANSWER_GRID_H
#define ORACLE_ANSWER_GRID_H

#include "engine/requests/request_items.h"
#include "tests/oracle/random.h"

typedef struct answer_grid answer_grid;

/* For the items marked; rows of a property that is not in `properties` stay open. In `arena`. */
answer_grid *answer_grid_of(const cr_view *view, const cr_request_items *items, const bool *marked,
                            const bool properties[CR_PROPERTIES], cr_arena *arena);

/* How many combinations there are: as a double, since they may be many. */
double answer_grid_size(const answer_grid *grid);

/* The view with the combination of that number, or, with dice, one drawn. In `arena`. */
cr_view *answer_grid_view(const answer_grid *grid, uint64_t number, dice *d, cr_arena *arena);

#endif
