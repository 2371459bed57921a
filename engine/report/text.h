/* The report for a terminal or a mail. */
#ifndef CR_REPORT_TEXT_H
#define CR_REPORT_TEXT_H

#include <crible/report.h>

#include "engine/report/layout.h"
#include "engine/report/model.h"

void cr_text_report(cr_layout *layout, const cr_report_model *model, bool exact,
                    crible_readings_shown readings);

/* What follows the table of criteria, from the top of the page down. */
void cr_text_reasons(cr_layout *layout, const cr_report_model *model);
void cr_text_unknown(cr_layout *layout, const cr_report_model *model);
void cr_text_requests(cr_layout *layout, const cr_report_model *model);
void cr_text_entities(cr_layout *layout, const cr_report_model *model);
void cr_text_rights(cr_layout *layout, const cr_report_model *model);
void cr_text_readings(cr_layout *layout, const cr_report_model *model,
                      crible_readings_shown shown);
void cr_text_remarks(cr_layout *layout, const cr_report_model *model);

/* Whether other readings of the law share the verdict, beside it; nothing when they were not run. */
void cr_text_robustness(cr_layout *layout, int column, const cr_report_model *model);

/* A heading after an empty line. */
void cr_text_heading(cr_layout *layout, const char *text);
/* A line with the places that its facts were read in. */
void cr_text_sourced(cr_layout *layout, const cr_report_model *model, int column, const char *text,
                     const cr_citations *facts);

#endif
