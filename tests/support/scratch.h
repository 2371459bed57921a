/* A scratch folder, and archives made by hand in it. */
#ifndef TESTS_SUPPORT_SCRATCH_H
#define TESTS_SUPPORT_SCRATCH_H

#include <stddef.h>

#include <crible/crible.h>

#include "importers/container/container.h"

void scratch_open(void);  /* makes the folder and the context */
void scratch_close(void); /* removes both */
extern crible_context *scratch_context;

/* A path in the folder, in one of a few turning buffers. */
const char *scratch_path(const char *name);
void scratch_put(const char *name, const void *bytes, size_t length);
void scratch_gzip(const char *name, const char *text);

typedef struct scratch_member {
  const char *name, *text; /* a link when target is set */
  const char *target;
} scratch_member;

/* Writes a zip; `options` are libarchive's, or NULL. False when it cannot be written. */
int scratch_zip(const char *name, const char *options, const scratch_member *members, size_t count);

/* Bytes of a file; the caller frees them. */
char *scratch_get(const char *name, size_t *length);

/* Reads all of all members; *total their bytes, when not NULL. */
crible_status scratch_read(const char *name, const cr_limits *limits, size_t *total);
/* The code of the only diagnostic, cleared afterwards. */
const char *scratch_only(void);

#endif
