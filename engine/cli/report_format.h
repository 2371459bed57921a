/* How a verb that writes text or JSON writes it. */
#ifndef CR_CLI_REPORT_FORMAT_H
#define CR_CLI_REPORT_FORMAT_H

#include <stdbool.h>

#include <crible/report.h>

/* From the values of --format and --output, NULL when not given; colour and width are those of
 * where the text goes. False after a complaint. */
bool cr_report_format_read(crible_report_options *out, const char *format, const char *output,
                           bool exact);

#endif
