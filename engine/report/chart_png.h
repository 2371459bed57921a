/* A chart as pixels. */
#ifndef CR_REPORT_CHART_PNG_H
#define CR_REPORT_CHART_PNG_H

#include "engine/report/buffer.h"

/* Turns the buffer's DOT into PNG. Errors: CRIBLE_E_NO_INPUT, told in a sentence, when Graphviz's
 * module of Cairo is missing; CRIBLE_E_MEMORY, CRIBLE_E_INTERNAL. */
CRIBLE_MUST_CHECK crible_status cr_chart_png(cr_buffer *dot);

#endif
