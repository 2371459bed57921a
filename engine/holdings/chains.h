/* Witness chains: how a vector's value at the candidate comes about.
 *
 * A chain runs from a holder that counts (value 1 by itself) down to the
 * candidate. A passage through a cyclic component is one step whose factor is
 * the sum over all walks inside the component, from where the chain enters it to
 * the company it first left from; components of at most five companies also
 * list their equations and values. Only cycles that the vector's weights leave
 * count: one that the candidate closes, met again, is one only where it is looked through. The largest member of a group tops
 * its chains with a step from the group to itself, its part of it. From inside a closed group that
 * the candidate belongs to no chain leads anywhere: all is rest. */
#ifndef CR_HOLDINGS_CHAINS_H
#define CR_HOLDINGS_CHAINS_H

#include "engine/holdings/holdings.h"

typedef struct cr_chain_step {
  int holder, company;   /* nodes; company holds `factor` of … through holder */
  fmpq *factor;          /* the edge's chosen weight, or the sum over walks inside a component */
  int component;         /* cyclic component passed through, or CR_NONE for a single edge */
  int edge;              /* entry of the property's edges, or CR_NONE for a component */
} cr_chain_step;

typedef struct cr_chain {
  cr_chain_step *steps;  /* from the counting holder down to the candidate */
  int step_count;
  fmpq *product;
} cr_chain;

typedef struct cr_cycle_equation { /* value(company) = constant + Σ factor·value(holder) */
  int company;
  fmpq *value, *constant;
  int *holders; fmpq *factors; int term_count; /* holders inside the component */
} cr_cycle_equation;

typedef struct cr_chains {
  cr_chain *chains;      /* by product, largest first; ties by nodes along the chain */
  int chain_count;
  fmpq *rest;            /* what the chains beyond the limit add up to */
  cr_cycle_equation *equations; int equation_count; /* of small components passed through */
} cr_chains;

/* The `limit` largest chains of `vector`. Their products and the rest sum to
 * the vector's value at the candidate exactly. */
CRIBLE_MUST_CHECK crible_status cr_chains_of(cr_chains **out, const cr_view *view,
    const cr_condensation *condensation, cr_property property, const cr_vector *vector, int limit,
    cr_arena *arena);
#endif
