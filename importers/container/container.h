/* What importers read from: a file, plain or gzip, or the members of a zip or a folder,
 * as streams of bytes in constant memory, within limits.
 *
 *   cr_container *container;
 *   cr_stream *stream;
 *   if (cr_container_open(&container, context, "snapshot.zip", &cr_limits_register) == CRIBLE_OK) {
 *     for (size_t i = 0; i < cr_container_count(container); i++) {
 *       if (cr_stream_open(&stream, container, i) == CRIBLE_OK) {
 *         … cr_stream_next(stream, &bytes, &length) until length is 0 …
 *         cr_stream_close(stream);
 *       }
 *     }
 *     cr_container_close(container);
 *   }
 *
 * Nothing is ever unpacked to the disk. Every error is told in a diagnostic, with the path of
 * the container, the member as if the container were a folder ("dossier.zip/kbis.pdf"), and the
 * byte at which it was met. */
#ifndef CR_CONTAINER_CONTAINER_H
#define CR_CONTAINER_CONTAINER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <crible/context.h>

/* What a container may cost. Expansion is judged as a whole, by what the directory of a zip
 * states before anything is expanded, and no member may give more than is stated of it. */
typedef struct cr_limits {
  uint64_t bytes; /* of one file, or of all members of a zip together, expanded */
  unsigned ratio; /* expanded to packed, above the first mebibyte */
  size_t members;
} cr_limits;

extern const cr_limits cr_limits_dossier;  /* what people write: 256 MiB */
extern const cr_limits cr_limits_register; /* a national register: 1 TiB */

typedef enum cr_container_kind {
  CR_CONTAINER_PLAIN, CR_CONTAINER_GZIP, CR_CONTAINER_ZIP, CR_CONTAINER_FOLDER
} cr_container_kind;

/* What a path leads to, by what it holds; plain when it cannot be opened. */
cr_container_kind cr_container_kind_of(const char *path);

typedef struct cr_container cr_container;
typedef struct cr_stream cr_stream;

/* Opens a file by what it holds, not by its name: zip, gzip, anything else plain; or a folder,
 * whose regular files are its members, links left out. A file that is no zip has one member,
 * its own name (without ".gz"). Refused: members that lead out of the container, absolute
 * paths, links, devices, two members of one name, encryption, and more than the limits.
 * The caller closes it, after its streams.
 * Errors: CRIBLE_E_NO_INPUT (it cannot be opened), CRIBLE_E_DATA, CRIBLE_E_IO, CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_container_open(cr_container **out, crible_context *context,
                                                  const char *path, const cr_limits *limits);
/* The same for a zip in memory (an archive in an archive); the bytes are borrowed, and `name` is
 * how diagnostics call it. */
CRIBLE_MUST_CHECK crible_status cr_container_open_zip(cr_container **out, crible_context *context,
                                                      const char *name, const char *bytes,
                                                      size_t length, const cr_limits *limits);
/* Whether bytes begin as a zip does. */
bool cr_container_is_zip(const char *bytes, size_t length);
void cr_container_close(cr_container *container);

/* Files only, in ascending order of their names' bytes; names are UTF-8 with '/' between
 * folders. Owned by the container. */
size_t cr_container_count(const cr_container *container);
const char *cr_container_name(const cr_container *container, size_t member);
/* Whether members have paths of their own: a zip or a folder, not one file. */
bool cr_container_has_members(const cr_container *container);
/* Bytes of all members, expanded as far as that is known (of gzip: eight times what is packed);
 * 0 for a pipe, which can be read only once. */
uint64_t cr_container_size(const cr_container *container);
/* Index of the member of a name; false when there is none. */
bool cr_container_find(size_t *out, const cr_container *container, const char *name);

/* A member from its first byte on; as often as wanted, except from a pipe.
 * Errors: as cr_container_open. */
CRIBLE_MUST_CHECK crible_status cr_stream_open(cr_stream **out, cr_container *container,
                                               size_t member);
void cr_stream_close(cr_stream *stream);

/* The next bytes, *length 0 at the end; they are valid until the next call. The end is only given
 * when everything was there and its checksum is right. After an error the stream gives it again.
 * Errors: CRIBLE_E_DATA (damaged, truncated, beyond the limits), CRIBLE_E_IO, CRIBLE_E_MEMORY. */
CRIBLE_MUST_CHECK crible_status cr_stream_next(cr_stream *stream, const char **bytes,
                                               size_t *length);

/* The same into the caller's memory, as callbacks of parsers want it: up to `room` bytes of the
 * cr_stream given as `stream`, *got 0 at the end. */
CRIBLE_MUST_CHECK crible_status cr_stream_read(void *stream, char *out, size_t room, size_t *got);

/* How diagnostics name it; bytes given so far. */
const char *cr_stream_name(const cr_stream *stream);
uint64_t cr_stream_offset(const cr_stream *stream);

/* The rest of a stream in one block (cr_release frees it), a NUL after its last byte. */
CRIBLE_MUST_CHECK crible_status cr_stream_rest(char **out, size_t *length, cr_stream *stream);
/* A whole member. */
CRIBLE_MUST_CHECK crible_status cr_member_read(char **out, size_t *length, cr_container *container,
                                               size_t member);

#endif
