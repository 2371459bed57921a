/* Those who vote on something, and what part of it third parties have. */
#ifndef CR_RIGHTS_ELECTORATE_H
#define CR_RIGHTS_ELECTORATE_H

#include "engine/rights/judge.h"

/* Somebody's part: votes, shares or heads, in any unit common to the electorate. */
typedef struct cr_voter {
  int node;
  fmpq *part;      /* two numbers: least and most */
  bool open[2];
  bool unbounded;  /* no most: an unnamed group of unknown number, undisclosed heads */
} cr_voter;

typedef struct cr_electorate {
  bool by_control;  /* votes at the candidate's meetings, as the contract's section 5 counts them;
                       there are then no voters here */
  bool whole;       /* the parts add up to exactly 1 in every completion */
  cr_voter *voters;
  int count;
  int capacity;
} cr_electorate;

/* Everybody with votes, shares or heads at the candidate's general meeting. */
CRIBLE_MUST_CHECK crible_status cr_electorate_of_meeting(cr_electorate *out, const cr_judge *judge,
                                                         cr_right_base base);
/* A group that a right lists: its members with what they and companies they control hold of
 * the candidate, or by heads where none of them holds any. */
CRIBLE_MUST_CHECK crible_status cr_electorate_of_group(cr_electorate *out, const cr_judge *judge,
                                                       const cr_right *right);

/* Room for `capacity` voters and one entry past them for the caller's own sums. */
CRIBLE_MUST_CHECK crible_status cr_electorate_init(cr_electorate *out, const cr_judge *judge,
                                                   int capacity);
/* The entry of a node, added when there is none, with parts 0 and 0. The room must suffice. */
cr_voter *cr_electorate_voter(cr_electorate *electorate, int node);
/* Turns parts into heads: one for each holder, n for an unnamed group. */
void cr_electorate_count_heads(cr_electorate *electorate, const cr_judge *judge);

/* The bounds of the share of one third party with what it controls, or of all
 * third parties together (CR_TARGET_ALL). */
CRIBLE_MUST_CHECK crible_status cr_electorate_share(cr_bound bound[2], const cr_judge *judge,
    const cr_electorate *electorate, int who);

#endif
