/* Making one party of several: every fact on them is then on that one. */
#ifndef CR_IDENTITY_JOIN_H
#define CR_IDENTITY_JOIN_H

#include "engine/facts/facts.h"

/* Which party each party is one with, in the end. */
typedef struct cr_joining {
  cr_facts *facts;
  int *stands_for; /* the party itself, or one nearer to the one that remains */
} cr_joining;

/* Nobody is anybody else yet. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_joining_new(cr_joining *out, cr_facts *facts, cr_arena *arena);

/* The one that remains of a party. */
int cr_joining_one(const cr_joining *joining, int party);

/* Why two parties cannot be one, if anything. */
typedef enum cr_obstacle {
  CR_NO_OBSTACLE,
  CR_KINDS_DIFFER,   /* a person and a company, public bodies of two States, groups */
  CR_ONE_HOLDS_OTHER,/* or controls it */
  CR_TWO_CAPITALS,   /* share classes of both: what is held would be counted twice */
  CR_SAID_APART      /* one document states a holding of each: they may have to be added */
} cr_obstacle;

cr_obstacle cr_joining_obstacle(const cr_joining *joining, int a, int b);

/* The candidate remains, else the first in the store. */
void cr_joining_add(cr_joining *joining, int a, int b);

/* Carries it out. On an error (CRIBLE_E_MEMORY) the facts are as before. */
CRIBLE_MUST_CHECK crible_status cr_joining_apply(const cr_joining *joining);

#endif
