/* Vetoes and appointments of the candidate's rights (contract, sections 6, 7). */
#ifndef CR_RIGHTS_RIGHTS_H
#define CR_RIGHTS_RIGHTS_H

#include "engine/control/control.h"
#include "engine/graph/graph.h"

typedef enum cr_status { CR_MET, CR_UNDETERMINED, CR_VIOLATED } cr_status; /* three-valued; larger is worse */

/* How a right bears on its criterion. */
typedef enum cr_effect { CR_COUNTS_NOT, CR_COUNTS_POSSIBLY, CR_COUNTS } cr_effect;

typedef struct cr_right_finding {
  int right;                /* index in facts->rights */
  cr_effect effect;
  const char *reason;       /* stable code; those that go with an effect other than CR_COUNTS_NOT:
      "third-beneficiary", "third-controls-beneficiary", "blocks-in-class", "blocks-majority" (in an
      organ too), "blocks-quorum", "appoints", "proposes-with-majority";
      only possible: "class-undisclosed", "condition-unstated", "meeting-unstated" (the law differs by
      kind of meeting), "incorporation-unstated", "no-legal-baseline" (the form is not stated),
      "beneficiary-unstated", "seats-unstated", "unreadable";
      CR_COUNTS_NOT: "no-third-beneficiary", "outsider", "others-reach-majority", "legal-only",
      "simple-majority", "second-call-drops", "condition-not-true", "class-not-owned",
      "proposes-without-majority", "no-such-organ", "binds-another-company", "not-this-kind" (observer…) */
  int *third; int third_count; /* nodes of the third entities it counts for (those who control the beneficiary
                                  before the beneficiary, which is last when itself third), topmost first; nodes
                                  of the ordinary meeting's view */
  bool together;            /* only together */
  bool has_share;           /* arithmetic findings */
  cr_bound share[2];        /* V in the base named, of who blocks alone, else of all together; in an organ k/n */
  fmpq *needed;             /* the fraction V is compared with: 1 − q */
  bool strictly;            /* blocks if V > needed, else if V ≥ needed */
  const char *article;      /* legal baseline compared with, or NULL */
  int seats[2];             /* appoint: seats counted, least and most; CR_NONE: of an organ of unknown size */
} cr_right_finding;

typedef struct cr_organ_finding {
  int organ;                /* index in facts->organs */
  cr_status status;
  int seats[2];             /* k: least and most seats third parties appoint; most CR_NONE: not known */
  int members[2];           /* n: least and most; CR_NONE: not stated */
  bool examined;            /* false: advisory organ, no majority criterion */
} cr_organ_finding;

typedef struct cr_rights {
  cr_right_finding *findings; int finding_count; /* every valid right once, in order of the facts */
  cr_organ_finding *organs; int organ_count;     /* every valid organ of the candidate once */
  cr_status veto, organ_majority;
  bool rights_complete, organs_complete;
} cr_rights;

/* `control` was computed on `graph->view`; `by_meeting` gives, for ordinary and extraordinary
 * meetings, the graph and control to take votes from (equal pointers when no usufruct makes a difference). */
typedef struct cr_rights_input {
  const cr_facts *facts;
  const cr_reference *reference;
  cr_date as_of;
  const cr_graph *graph[2];      /* [0] ordinary, [1] extraordinary */
  const cr_control *control[2];
} cr_rights_input;

/* Judges every right and organ. In `arena`. */
CRIBLE_MUST_CHECK crible_status cr_rights_judge(cr_rights **out, const cr_rights_input *input, cr_remarks *remarks, cr_arena *arena);

#endif
