/* Holdings along chains by control: the definite relation D and the possible
 * relation P of the contract's section 5, by alternation: Van Gelder, "The
 * alternating fixpoint of logic programs with negation" (1993); control of
 * C. com., art. L.233-3, L.233-4, L.233-31. */
#ifndef CR_CONTROL_CONTROL_H
#define CR_CONTROL_CONTROL_H

#include "engine/facts/reading.h"
#include "engine/graph/view.h"
#include "engine/holdings/holdings.h"

typedef struct cr_control_rules {
  fmpq majority;    /* more than this share of the votes controls (1/2) */
  fmpq presumption; /* more than this is presumed to, if nobody else has as much (2/5) */
  cr_reading reading; /* of the law; all zero: the first option of every choice */
} cr_control_rules;

/* Why a pair is in a relation. */
typedef enum cr_control_reason {
  CR_BY_MAJORITY, CR_BY_FACT, CR_BY_TRANSITIVITY, CR_BY_PRESUMPTION, CR_BY_NO_VOTE /* nobody's votes are exercisable */
} cr_control_reason;

typedef struct cr_control_pair {
  int controller, controlled;   /* nodes; the controller may be the undisclosed pseudo-node */
  cr_control_reason reason;
  int through;    /* transitivity: the controlled company through which; else CR_NONE */
  int fact;       /* CR_BY_FACT: entry of view->controls; else CR_NONE */
  int round, order; /* round of the alternation, and order of derivation in it */
  fmpq *share;    /* majority, presumption: L (in D) or U (in P) of the votes; else NULL */
  bool share_attained;
} cr_control_pair;

typedef struct cr_control {
  cr_control_rules rules;
  cr_control_pair *definite; int definite_count; /* D, in order of derivation */
  int rounds; /* P of a round is built from D of the round before, then D from that P */
  void *index; /* lookup, private to the room */
} cr_control;

/* Computes both relations on a view. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_control_solve(cr_control **out, const cr_view *view,
    const cr_control_rules *rules, cr_arena *arena);

/* The same relations, asked for lots of capital in place of votes: every function below that takes
 * shares of a company takes them of its capital. Nothing is suppressed there. In `arena`; `control`
 * must outlive it. */
CRIBLE_MUST_CHECK crible_status cr_control_of_capital(cr_control **out, const cr_control *control,
    const cr_view *view, cr_arena *arena);

/* Membership. x may be the undisclosed pseudo-node; D(undisclosed, y) never holds. */
bool cr_controls_definitely(const cr_control *control, int x, int y);
bool cr_controls_possibly(const cr_control *control, int x, int y);
/* The pair with its reason, or NULL. P's pairs that hold for anybody (through undisclosed
 * remainders) are given as those of the undisclosed pseudo-node. */
const cr_control_pair *cr_control_definite_pair(const cr_control *control, int x, int y);
const cr_control_pair *cr_control_possible_pair(const cr_control *control, int x, int y);
/* The round after which P no longer held (x, y); 0 while it holds or never did. */
int cr_control_fell(const cr_control *control, int x, int y);

/* L and U of the exercisable votes in company y of party x and of all that it
 * controls (exact). For an unnamed group: of its largest member. For the
 * undisclosed pseudo-node: of one undisclosed holder. bound[0] is L, bound[1] U. */
CRIBLE_MUST_CHECK crible_status cr_control_votes(cr_bound bound[2], const cr_control *control,
    const cr_view *view, int x, int y, cr_arena *arena);

/* L and U of the votes in y of a whole set together and of all that any of
 * them controls, each share once. `definite` and `possible` (per node,
 * pseudo-nodes included) say who is surely, who possibly in the set; the
 * first is a subset of the second. With the undisclosed pseudo-node possible, remainders count in U. */
CRIBLE_MUST_CHECK crible_status cr_control_votes_together(cr_bound bound[2], const cr_control *control,
    const cr_view *view, const bool *definite, const bool *possible, int y, cr_arena *arena);

/* A lot counted for somebody, and the control it goes through. */
typedef struct cr_vote_part {
  int edge;        /* entry of the edges of y: votes, or capital */
  int holder;      /* who holds it */
  int owner;       /* member of the set (or x itself) it is counted for */
  fmpq *share;     /* of the exercisable votes as counted in the bound */
} cr_vote_part;

typedef struct cr_vote_parts { cr_vote_part *parts; int count; } cr_vote_parts;

/* Which lots make a bound of x (or of the set, x = CR_TARGET_ALL with the arrays) in y. Shares of
 * parts sum to the bound's value. No parts at a value of 0, nor where no vote is surely exercisable
 * (the bound is then 1 whatever the lots). */
CRIBLE_MUST_CHECK crible_status cr_control_parts(cr_vote_parts *out, const cr_control *control, const cr_view *view,
    int x, const bool *definite, const bool *possible, int y, bool upper, cr_arena *arena);

/* The criterion's figures at the candidate by control, for votes or, of what cr_control_of_capital
 * gave, for capital; the same structure as by multiplication (collective vectors and condensation are left empty). */
CRIBLE_MUST_CHECK crible_status cr_control_holdings(cr_holdings **out, const cr_control *control,
    const cr_view *view, cr_arena *arena);

#endif
