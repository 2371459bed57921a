/* The plain view: the ownership graph as of a date, for the analysis.
 *
 * Arrays, company by company, no pointers between parties. Only what stands
 * above the candidate is in it, or above a party that a right binding the candidate names
 * (beneficiaries, undertakers: who is behind a lender matters to its veto), or controls such. Built by
 * graph.h from facts; tests build it by hand with view_builder.h.
 *
 * Nodes 0 … parties-1 are parties; four pseudo-nodes follow. All weights are
 * shares of the company's total, fractions of 1; for votes, of its theoretical
 * votes. For each company and property the weights are tightened: every end
 * of every interval is approached (attained, when closed) by weights that
 * sum to exactly 1. */
#ifndef CR_GRAPH_VIEW_H
#define CR_GRAPH_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/base/interval.h"
#include "engine/base/memory.h"
#include "engine/facts/facts.h"

/* Pseudo-nodes, as offsets from the number of parties. */
enum {
  CR_UNDISCLOSED, /* holders of an undisclosed remainder, in any split */
  CR_FLOAT,       /* what counts as not third and rivals nobody: undeclared holders of listed classes */
  CR_NOBODY,      /* the remainder of a company that is surely third: nobody is presumed there */
  CR_TREASURY,    /* the company's own shares: value 0; never exercisable */
  CR_PSEUDO_NODES
};

typedef enum cr_third { CR_NOT_THIRD, CR_MAYBE_THIRD, CR_THIRD } cr_third;

enum {
  CR_EDGE_SUSPENDED = 1, /* votes of this lot are surely not exercisable (votes only) */
  CR_EDGE_DECLARED = 2   /* known by declaration on a listed company */
};

/* Holders of companies in compressed rows: the holders of company c are
 * entries first[c] … first[c+1]-1. A holder may stand several times (lots with
 * different caps or a suspended lot). Terminal parties have empty rows. */
typedef struct cr_edges {
  int *first;          /* parties + 1 */
  int count;
  int *holder;         /* node */
  cr_interval *weight;
  uint8_t *flags;
  int *cap;            /* index into caps, or CR_NONE */
  int *cites;          /* count + 1: facts of entry i are cited[cites[i]] … cited[cites[i+1]-1] */
  cr_fact_ref *cited;
} cr_edges;

/* Stated control of one party over another: L.233-3 I 2° to 4°, III; manager
 * of a fund. A joint control fact is one entry per controller. */
typedef struct cr_control_edge {
  int controller, controlled;
  bool manager;  /* manager of a fund or trustee-like: not credited to the controller's own parents */
  bool definite; /* false: contradicted by another fact, or only possible */
  cr_fact_ref cited;
} cr_control_edge;

/* Parties that count as another one in its chains since it controls them, on one side of a bound
 * (contract, section 5, "Greater of the two"). The candidate never does. */
typedef struct cr_dependents {
  int *first, *party;   /* of party e: party[first[e]] … party[first[e + 1] - 1] */
  bool *of_anybody;     /* per party: of the undisclosed holder, and so of whoever that may be */
  bool *of_third;       /* per party: of some third party */
} cr_dependents;

/* A concert whose third members are one holder: its node holds nothing itself. */
typedef struct cr_view_concert {
  int node;
  int *members, member_count; /* nodes; once joined (concerts.h) those that may be third, or none */
  cr_fact_ref cited;
} cr_view_concert;

typedef struct cr_view {
  int parties;
  int candidate;
  bool re_entry;             /* the candidate met again above itself is looked through as any
                                company; else it counts for nothing there */
  cr_party_kind *kind;       /* per party */
  cr_third *third;           /* per party; the candidate: CR_NOT_THIRD */
  cr_third *third_in_capital;/* the same where funds are seen through: they are nobody themselves;
                                NULL: as third */
  cr_third undisclosed;      /* who may stand behind a remainder: CR_MAYBE_THIRD: anybody, else
                                only third entities, or only others that the view does not know */
  int64_t *members;          /* per party: of an unnamed group, 0: several; 1 for others */
  cr_edges edges[CR_PROPERTIES];
  bool *empty[CR_PROPERTIES];/* per party: company with no issued share (no exercisable vote at all):
                                every holding in it is [0, 1], anybody may hold */
  bool *declared;            /* per party: votes known by declaration: nothing is suppressed in it */
  fmpq *caps;                /* voting caps: fractions of all votes before any cut */
  int cap_count;
  cr_control_edge *controls;
  int control_count;
  const cr_dependents *dependents[2]; /* below, above; NULL: nobody counts as another */
  bool relaxed;              /* rows or dependents leave more than the facts do: bounds are sound,
                                and tight only where they meet */
  cr_view_concert *concerts; /* none unless the reading makes concerts holders */
  int concert_count;
  int *party;                /* per party: index in the facts (itself in hand-made views) */
} cr_view;

static inline int cr_view_nodes(const cr_view *view) { return view->parties + CR_PSEUDO_NODES; }

/* The concert that a node stands for, or NULL. */
static inline const cr_view_concert *cr_view_concert_at(const cr_view *view, int node) {
  for (int i = 0; i < view->concert_count; i++)
    if (view->concerts[i].node == node) return &view->concerts[i];
  return NULL;
}

/* Whether node is an unnamed group. */
static inline bool cr_view_group(const cr_view *view, int node) {
  return node < view->parties && view->kind[node] == CR_GROUP;
}

#endif
