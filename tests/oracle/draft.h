/* A view taken apart, to be changed and put together again. */
#ifndef ORACLE_DRAFT_H
#define ORACLE_DRAFT_H

#include "engine/graph/view_builder.h"
#include "tests/oracle/random.h"

enum { DRAFT_PARTIES = 48, DRAFT_EDGES = 256 };

typedef struct draft_edge {
  cr_property property;
  int holder, company; /* holder −1 − which for pseudo-nodes */
  cr_interval weight;  /* owned by the draft's arena */
} draft_edge;

typedef struct draft {
  int parties, candidate;
  cr_party_kind kind[DRAFT_PARTIES];
  cr_third third[DRAFT_PARTIES];
  int64_t members[DRAFT_PARTIES];
  int edges;
  draft_edge edge[DRAFT_EDGES];
  int controls;
  cr_control_edge control[DRAFT_PARTIES];
  cr_arena *arena;
} draft;

void draft_take(draft *out, const cr_view *view, cr_arena *arena);
/* NULL when some company's weights cannot sum to 1. */
cr_view *draft_build(const draft *d);

/* Renumbers the parties; map[old] = new. */
void draft_permute_parties(draft *d, const int *map);
void draft_shuffle_edges(draft *d, dice *generator);
/* Replaces an entry by two of half its interval. */
void draft_split(draft *d, int edge);
/* Puts a company that is not third, held wholly by the holder, between the
 * holder and the company of an entry; gives its party. */
int draft_interpose(draft *d, int edge);
/* Cuts an entry's interval to one of its halves. */
void draft_narrow(draft *d, int edge, bool upper_half);

#endif
