/* Two screenings side by side: the verdicts, and criterion by criterion what moved. */
#ifndef CR_REPORT_COMPARISON_H
#define CR_REPORT_COMPARISON_H

#include "engine/report/json.h"
#include "engine/report/layout.h"
#include "engine/report/model.h"

typedef struct cr_compared {
  const cr_shown_criterion *before, *after;
  bool status_differs, figure_differs;
  const char *moved; /* "met → VIOLATED; + 5 points", or "" */
} cr_compared;

typedef struct cr_comparison {
  cr_arena *arena;
  const cr_report_model *before, *after;
  cr_compared criteria[CR_CRITERIA];
  bool verdict_differs, differs; /* differs: a verdict, a status or a figure */
  bool robustness_differs;       /* of two eligible verdicts other readings make not the same */
} cr_comparison;

/* In `arena`. `readings` are those beside the two verdicts (cr_readings_beside_verdict), each or
 * NULL. Errors: CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_comparison_of(
    cr_comparison **out, const struct crible_screening *before,
    const struct crible_screening *after, struct crible_readings *const readings[2],
    cr_arena *arena);

/* The two verdicts, each with what it rests on, under the names given to the sides. */
void cr_text_verdicts(cr_layout *layout, const cr_comparison *comparison, const char *before,
                      const char *after);
/* The table of criteria. */
void cr_text_compared(cr_layout *layout, const cr_comparison *comparison, const char *before,
                      const char *after, bool exact);

/* Presumptions and warnings of the second screening that the first does not have; nothing when
 * there is none. */
void cr_text_new_remarks(cr_layout *layout, const cr_comparison *comparison, const char *heading);

/* Members "before", "after" and "criteria" of the open object. */
void cr_json_compared(cr_json *json, const cr_comparison *comparison);
/* Member "readings": whether the verdict is robust, null when they were not run. */
void cr_json_robustness(cr_json *json, const cr_report_model *model);
/* Members "engine", "ruleset" and "candidate". */
void cr_json_subject(cr_json *json, const cr_report_model *model);

#endif
