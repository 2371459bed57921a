/* Text in the boxes of a chart: how wide it is, and what of a long name is written. */
#ifndef CR_REPORT_CHART_TEXT_H
#define CR_REPORT_CHART_TEXT_H

#include "engine/report/builder.h"

/* Points that a text takes in a sans-serif font of that size, rather too many than too few. */
double cr_chart_text_width(const char *text, double size);

/* Cuts a text into at most `most` lines that fit `width`, between words where it can; what is
 * cut off at the end is told by "…". Gives how many lines there are. */
int cr_chart_wrap(cr_builder *builder, const char *lines[], int most, const char *text,
                  double size, double width);

#endif
