/* SHA-256 digests (FIPS 180-4) as 64 lower-case hexadecimal digits and a NUL. */
#ifndef CR_BASE_SHA256_H
#define CR_BASE_SHA256_H

#include <stddef.h>

#include <crible/status.h>

enum { CR_SHA256_TEXT = 65 };

void cr_sha256(char out[CR_SHA256_TEXT], const void *data, size_t length);

/* Of a file's bytes, read piece by piece.
 * Errors: CRIBLE_E_NO_INPUT when it cannot be opened, CRIBLE_E_IO when reading fails. */
CRIBLE_MUST_CHECK crible_status cr_sha256_file(char out[CR_SHA256_TEXT], const char *path);

#endif
