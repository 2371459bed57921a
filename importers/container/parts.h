/* Inside of containers and streams. */
#ifndef CR_CONTAINER_PARTS_H
#define CR_CONTAINER_PARTS_H

#include "engine/base/memory.h"
#include "importers/container/container.h"

enum { CR_STREAM_BLOCK = 256 * 1024 };

typedef struct cr_member {
  const char *name;
  size_t entry;  /* its place in the zip */
  uint64_t size; /* expanded, as the directory states it; UINT64_MAX: not stated */
} cr_member;

struct cr_container {
  crible_context *context;
  cr_arena *arena; /* of the names */
  const char *path;
  cr_container_kind kind;
  cr_limits limits;
  uint64_t file_size; /* 0 for a pipe */
  const char *bytes;  /* of a zip in memory, or NULL */
  cr_member *members;
  size_t count, capacity;
};

/* What a kind of stream does. `next` gives bytes or length 0 at the end; it tells its errors. */
typedef struct cr_stream_class {
  crible_status (*next)(cr_stream *stream, const char **bytes, size_t *length);
  void (*close)(cr_stream *stream);
} cr_stream_class;

/* The first member of each kind's own structure. */
struct cr_stream {
  crible_context *context;
  const cr_stream_class *class;
  char *name;
  const char *kept; /* what cr_stream_read has not given yet of the last block */
  size_t kept_length;
  uint64_t given;
  uint64_t most; /* bytes that it may give */
  bool packed;   /* gzip: `taken` bytes of the file are read */
  uint64_t taken;
  uint64_t before, total; /* bytes of members before it, and of the whole, as far as is known */
  crible_status status;
  bool ended;
};

/* Each kind's opening: CRIBLE_E_NO_INPUT, CRIBLE_E_DATA, CRIBLE_E_IO, CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_plain_open(cr_stream **out, crible_context *context,
                                              const char *path);
CRIBLE_MUST_CHECK crible_status cr_gzip_open(cr_stream **out, crible_context *context,
                                             const char *path, unsigned ratio);
CRIBLE_MUST_CHECK crible_status cr_zip_open(cr_stream **out, const cr_container *container,
                                            const cr_member *member);

/* Fills members; the container sorts them and looks for doubles. */
CRIBLE_MUST_CHECK crible_status cr_zip_list(cr_container *container);
CRIBLE_MUST_CHECK crible_status cr_folder_list(cr_container *container);
/* Adds a file of a name, copied. Errors: CRIBLE_E_DATA (the name, or too many), CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_container_add(cr_container *container, const char *name,
                                                 size_t entry, uint64_t size);

/* What a name does that a path inside a container must not; NULL when it is one. */
const char *cr_member_name_fault(const char *name);

/* Tells that a file cannot be read, with the reason of errno. */
crible_status cr_container_unreadable(crible_context *context, const char *path, int reason,
                                      crible_status status);

#endif
