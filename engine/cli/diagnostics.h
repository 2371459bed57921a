/* Printing the diagnostics of a context. */
#ifndef CR_CLI_DIAGNOSTICS_H
#define CR_CLI_DIAGNOSTICS_H

#include <crible/diagnostic.h>

/* Prints all on stderr, in the order in which they were found, each with its line quoted, and
 * clears them. Gives the number of warnings. */
int cr_diagnostics_print(crible_context *context);

#endif
