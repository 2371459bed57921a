/* What the files of this room share: the view of one kind of meeting with its
 * control relation, and who in it is third. */
#ifndef CR_RIGHTS_JUDGE_H
#define CR_RIGHTS_JUDGE_H

#include "engine/graph/snapshot.h"
#include "engine/rights/rights.h"

typedef struct cr_judge {
  const cr_rights_input *input;
  const cr_facts *facts;
  cr_snapshot snapshot;   /* the facts of the date */
  cr_meeting meeting;     /* whose votes these are: ordinary or extraordinary */
  const cr_view *view;
  const cr_control *control;
  const int *node_of;     /* per fact party, or CR_NONE */
  bool *third[2];         /* per node: [0] possibly third (undisclosed holders too), [1] surely */
  bool *together[2];      /* likewise: in the union of third parties whose votes count together */
  cr_right_finding *findings; /* of the rights judged so far; appointments come first */
  int finding_count;
  cr_remarks *remarks;
  cr_arena *arena;
} cr_judge;

/* `meeting` 0: ordinary, 1: extraordinary. */
CRIBLE_MUST_CHECK crible_status cr_judge_init(cr_judge *judge, const cr_rights_input *input,
    int meeting, cr_remarks *remarks, cr_arena *arena);

/* The option that the reading takes of a choice. */
static inline uint8_t cr_judge_option(const cr_judge *judge, cr_choice_index choice) {
  return judge->input->reading.option[choice];
}

static inline int cr_undisclosed(const cr_judge *judge) {
  return judge->view->parties + CR_UNDISCLOSED;
}

/* Whether a clause is about decisions of an organ. */
static inline bool cr_right_in_organ(const cr_right *right) {
  return right->meeting == CR_MEETING_ORGAN ||
         (right->meeting == CR_MEETING_NONE && right->organ != CR_NONE);
}

/* The organ, or lot, of the same company and id that exists on the date, or CR_NONE. */
int cr_organ_now(const cr_judge *judge, int organ);
int cr_lot_now(const cr_judge *judge, int lot);

/* A judgement of one right, into a finding made by cr_finding_new. */
typedef crible_status cr_judgement(cr_right_finding *finding, const cr_judge *judge,
                                   const cr_right *right);

cr_right_finding cr_finding_new(int right, const char *reason);

#endif
