/* One line on standard error while a long file is read, when it is a terminal; erased at the end. */
#ifndef CR_CLI_PROGRESS_H
#define CR_CLI_PROGRESS_H

#include <crible/crible.h>

/* Has the line drawn while the context reads; nothing where nobody looks. */
void cr_progress_show(crible_context *context);

#endif
