/* Files written anew. */
#ifndef CR_BASE_NEW_FILE_H
#define CR_BASE_NEW_FILE_H

#include <stddef.h>

#include <crible/context.h>

/* Writes a file that does not exist yet; what cannot be written whole is taken away again. What is
 * wrong is told in a diagnostic.
 * Errors: CRIBLE_E_USAGE (something of that name is there), CRIBLE_E_IO, CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_file_write_new(crible_context *context, const char *path,
                                                  const char *bytes, size_t length);

/* Tells that a path cannot be written to, an errno being why. Gives CRIBLE_E_IO. */
crible_status cr_file_not_written(crible_context *context, const char *path, int reason);

#endif
