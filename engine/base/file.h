/* Files read whole. */
#ifndef CR_BASE_FILE_H
#define CR_BASE_FILE_H

#include <stddef.h>

#include <crible/context.h>

/* Reads a file into a block of the context (cr_release frees it); a NUL
 * follows the last byte and is not counted. What is wrong is told in a diagnostic.
 * Errors: CRIBLE_E_NO_INPUT (it cannot be opened, or is a folder), CRIBLE_E_IO,
 * CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_file_read(char **out, size_t *length, crible_context *context,
                                             const char *path);

/* The same for a file of at most `most` bytes (whole mebibytes): CRIBLE_E_DATA, told, when it
 * has more, after reading no more than that. */
CRIBLE_MUST_CHECK crible_status cr_file_read_most(char **out, size_t *length,
                                                  crible_context *context, const char *path,
                                                  size_t most);

#endif
