/* A candidate with its holders and rights, in facts and in a plain view side by
 * side, and the judgement of its rights. Fails the test where it cannot be built. */
#ifndef TESTS_RIGHTS_RIGHTS_FIXTURE_H
#define TESTS_RIGHTS_RIGHTS_FIXTURE_H

#include "engine/graph/view_builder.h"
#include "engine/rights/rights.h"

typedef struct rights_case {
  crible_context *context;
  cr_arena *arena;
  cr_facts *facts;
  cr_reference *reference; /* of the datasets */
  cr_view_builder *builder;
  int candidate;  /* 0; parties and nodes have the same numbers */
  int persons;    /* an unnamed group of French persons */
  int ordinary;   /* class "O" of 10 000 shares, one vote each */
  cr_graph graph;
  cr_control *control;
  cr_remarks remarks;
  cr_rights *rights;
} rights_case;

/* A French candidate with complete lists of holders, rights and organs, on 15 February 2023. */
void rights_open(rights_case *c, cr_form form);
void rights_close(rights_case *c);

int rights_party(rights_case *c, cr_party_kind kind, cr_third third, int64_t members);
int rights_french(rights_case *c);  /* a company held by French persons */
int rights_foreign(rights_case *c); /* a third company held by its persons */
/* Gives a company its holder; what the holders leave is French persons'. */
int rights_held(rights_case *c, int holder, const char *share, cr_third third);
void rights_controls(rights_case *c, int controller, int controlled);

int rights_class(rights_case *c, const char *id, const char *issued, const char *votes);
int rights_lot(rights_case *c, int holder, int share_class, const char *quantity);
/* An interval of the candidate's only class. */
void rights_stake(rights_case *c, int holder, const char *share);
/* Withdraws a completeness. */
void rights_incomplete(rights_case *c, cr_complete_kind of);

int rights_organ(rights_case *c, cr_organ_kind kind, int fixed);
/* Valid until the next right is added; under the statutes. */
cr_right *rights_add(rights_case *c, cr_right_kind kind);
void rights_to(rights_case *c, cr_right *right, int party);
void rights_to_two(rights_case *c, cr_right *right, int first, int second);
void rights_to_class(cr_right *right, int share_class);
void rights_fraction(rights_case *c, cr_right *right, const char *fraction, bool exceeded);
void rights_decision(rights_case *c, cr_right *right, const char *decision);

/* Builds the view from lots and stakes, solves control and judges. */
void rights_judge(rights_case *c);

/* The finding of the last right, and whether effect and reason are these. */
const cr_right_finding *rights_last(const rights_case *c);
void rights_expect(const rights_case *c, cr_effect effect, const char *reason);

#endif
