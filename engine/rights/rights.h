/* Vetoes and appointments of the candidate's rights (contract, sections 6, 7). */
#ifndef CR_RIGHTS_RIGHTS_H
#define CR_RIGHTS_RIGHTS_H

#include "engine/control/control.h"
#include "engine/graph/graph.h"

/* Three-valued; larger is worse. */
typedef enum cr_status { CR_MET, CR_UNDETERMINED, CR_VIOLATED } cr_status;

/* How a right bears on its criterion. */
typedef enum cr_effect { CR_COUNTS_NOT, CR_COUNTS_POSSIBLY, CR_COUNTS } cr_effect;

/* Reasons are stable codes.
 *
 * Counts, or possibly: "third-beneficiary", "third-controls-beneficiary", "blocks-in-class",
 * "blocks-majority" (in an organ too), "blocks-quorum", "appoints", "proposes-with-majority".
 *
 * Possibly: "class-undisclosed", "condition-unstated", "meeting-unstated" (the law differs by
 * kind of meeting), "incorporation-unstated", "no-legal-baseline" (the form is not stated),
 * "beneficiary-unstated", "seats-unstated", "unreadable".
 *
 * Counts not: "no-third-beneficiary", "outsider", "others-reach-majority", "legal-only",
 * "simple-majority", "majority-not-counted", "second-call-drops", "condition-not-true", "class-not-owned",
 * "proposes-without-majority", "no-such-organ", "binds-another-company", "not-this-kind"
 * (an observer and the like). */
typedef struct cr_right_finding {
  int right;           /* index in facts->rights; CR_NONE: a majority that the law demands */
  cr_meeting meeting;  /* of a majority that the law demands */
  cr_effect effect;
  const char *reason;
  int *third;          /* nodes, in the ordinary meeting's view, of the third entities it counts
                          for, topmost first: those who control the beneficiary, the
                          beneficiary itself last, when third */
  int third_count;
  bool together;       /* only together */
  bool has_share;      /* arithmetic findings */
  cr_bound share[2];   /* V in the base named, of who blocks alone, else of all together; in an
                          organ k/n */
  fmpq *needed;        /* the fraction V is compared with, 1 − q to block */
  bool strictly;       /* above it, else equal or above */
  const char *article; /* legal baseline compared with, or NULL */
  int seats[2];        /* appointments: seats counted, least and most; a most of CR_NONE: the
                          majority of an organ of unknown size */
} cr_right_finding;

typedef struct cr_organ_finding {
  int organ;           /* index in facts->organs */
  cr_status status;
  int seats[2];        /* k, that third parties appoint: least, and most or CR_NONE, not known */
  int members[2];      /* n: least, and most or CR_NONE, not known */
  bool examined;       /* false: advisory organ, no majority criterion */
} cr_organ_finding;

typedef struct cr_rights {
  cr_right_finding *findings; /* every valid right once, in order of the facts */
  int finding_count;
  cr_right_finding *legal;    /* where the law's own majorities count too: those of the candidate's
                                 form, whatever clauses say */
  int legal_count;
  cr_organ_finding *organs;   /* every valid organ of the candidate once */
  int organ_count;
  cr_status veto, organ_majority;
  bool rights_complete, organs_complete;
} cr_rights;

typedef struct cr_rights_input {
  const cr_facts *facts;
  const cr_reference *reference;
  cr_date as_of;
  const cr_graph *graph[2];     /* to take votes from at ordinary and extraordinary meetings;
                                   one pointer twice when the meeting makes no difference */
  const cr_control *control[2]; /* computed on graph[…]->view */
  cr_reading reading;             /* of the law; all zero: the first option of every choice */
} cr_rights_input;

/* Judges every right and organ. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_rights_judge(cr_rights **out, const cr_rights_input *input,
                                                cr_remarks *remarks, cr_arena *arena);

#endif
