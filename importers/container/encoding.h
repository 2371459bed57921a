/* Texts of people's files as UTF-8, whatever program saved them. */
#ifndef CR_CONTAINER_ENCODING_H
#define CR_CONTAINER_ENCODING_H

#include <stddef.h>

#include <crible/context.h>

/* Turns a whole text into UTF-8: UTF-8 as it is, its byte order mark left out; UTF-16 by its byte
 * order mark, and Windows-1252 where the bytes are no UTF-8, each said in a warning. `name` is
 * what diagnostics call the file. *out (cr_release frees it) ends in a NUL that is not counted.
 * Errors: CRIBLE_E_DATA, told (a NUL, bytes that are none of these), CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_encoding_to_utf8(char **out, size_t *out_length,
                                                    crible_context *context, const char *name,
                                                    const char *bytes, size_t length);

#endif
