/* What a solved control keeps for its questions. */
#ifndef CR_CONTROL_SOLVED_H
#define CR_CONTROL_SOLVED_H

#include "engine/control/relation.h"

typedef struct cr_solved {
  cr_network *network;
  cr_relation definite;
  cr_relation possible[2]; /* of the last two rounds, in turn */
  int last;                /* which of them is P */
  cr_pair_map fell;        /* (actor, party): the round without it */
} cr_solved;

static inline cr_solved *cr_solved_of(const cr_control *control) { return control->index; }

static inline const cr_relation *cr_solved_definite(const cr_control *control) {
  return &cr_solved_of(control)->definite;
}

/* Its sides are completed company by company, as they are asked for. */
static inline cr_relation *cr_solved_possible(const cr_control *control) {
  return cr_solved_of(control)->possible + cr_solved_of(control)->last;
}

#endif
