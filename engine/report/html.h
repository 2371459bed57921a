/* The report as one HTML page, in the order in which a committee reads: the verdict, the chart, the
 * criteria; then what they rest on; then evidence. */
#ifndef CR_REPORT_HTML_H
#define CR_REPORT_HTML_H

#include "engine/report/chart.h"
#include "engine/report/model.h"
#include "engine/report/html_parts.h"

/* Errors: CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_MUST_CHECK crible_status cr_html_report(cr_buffer *out, const cr_report_model *model);

/* Parts, in order. */
void cr_html_verdict(cr_buffer *out, const cr_report_model *model);
void cr_html_chart(cr_buffer *out, const cr_chart *chart);
void cr_html_criteria(cr_buffer *out, const cr_report_model *model);
void cr_html_holders(cr_buffer *out, const cr_report_model *model);
void cr_html_chains(cr_buffer *out, const cr_report_model *model);
void cr_html_rights(cr_buffer *out, const cr_report_model *model);
void cr_html_unknown(cr_buffer *out, const cr_report_model *model);
void cr_html_requests(cr_buffer *out, const cr_report_model *model);
void cr_html_remarks(cr_buffer *out, const cr_report_model *model);
void cr_html_readings(cr_buffer *out, const cr_report_model *model);
void cr_html_sources(cr_buffer *out, const cr_report_model *model);
void cr_html_method(cr_buffer *out, const cr_report_model *model);
void cr_html_signature(cr_buffer *out);

/* The class of a status in the style sheet. */
const char *cr_html_class(cr_status status);
/* A figure against its ceiling, on a scale from 0 to 100 %. */
void cr_html_gauge(cr_buffer *out, const cr_shown_criterion *shown);
/* Where facts were read, in small letters. */
void cr_html_places(cr_buffer *out, const cr_report_model *model, const cr_citations *facts);
/* A list of sentences with their places. */
void cr_html_notes(cr_buffer *out, const cr_report_model *model, const cr_note_list *notes);

#endif
