/* SHA-256, by which documents and rulesets are named exactly. */
#ifndef CR_BASE_SHA256_H
#define CR_BASE_SHA256_H

#include <stddef.h>

/* Writes the 64 lower-case hexadecimal digits of the digest and a NUL. */
void cr_sha256_text(char out[65], const void *bytes, size_t length);

#endif
