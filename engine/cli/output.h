/* Writing what a verb has to say. */
#ifndef CR_CLI_OUTPUT_H
#define CR_CLI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

/* Writes to stdout (`path` NULL or "-"), or to a file, which is replaced only
 * once all is written: whoever looks sees the old text or the new. False after a
 * complaint. */
bool cr_output_write(const char *path, const char *text, size_t length);

/* Flushes stdout; false after a complaint when something could not be written. */
bool cr_output_finish(void);

#endif
