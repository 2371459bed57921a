/* What every verb that reads a dossier begins with. */
#ifndef CR_CLI_SESSION_H
#define CR_CLI_SESSION_H

#include <crible/crible.h>

/* A context whose datasets are found: CRIBLE_DATA_DIR, else the installed
 * folder, else "datasets" in the executable's folder or one above, so that a fresh build
 * works where it stands. On a terminal it shows how long files are read. Errors: those of crible_context_new. */
CRIBLE_MUST_CHECK crible_status cr_session_open(crible_context **out);

/* Prints the diagnostics, and for a failure without any a sentence; gives the exit status. */
int cr_session_fail(crible_context *context, crible_status status, const char *what);

#endif
