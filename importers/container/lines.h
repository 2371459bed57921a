/* Lines of a stream, one at a time: JSON lines and CSV of any size. */
#ifndef CR_CONTAINER_LINES_H
#define CR_CONTAINER_LINES_H

#include "importers/container/container.h"

typedef struct cr_lines {
  crible_context *context;
  cr_stream *stream;
  const char *block; /* what is left of the stream's last block */
  size_t left;
  char *carry; /* a line that began in earlier blocks */
  size_t carried, capacity;
  size_t longest;
  uint64_t number; /* of the line given last, from 1 */
} cr_lines;

/* Reads lines of at most `longest` bytes of a stream, which is borrowed. cr_lines_clear frees
 * the lines. */
void cr_lines_of(cr_lines *out, crible_context *context, cr_stream *stream, size_t longest);
void cr_lines_clear(cr_lines *lines);

/* The next line without its end ("\n" or "\r\n"), valid until the next call, no NUL after it;
 * *line is NULL at the end. A byte order mark at the beginning is left out.
 * Errors: those of cr_stream_next; CRIBLE_E_DATA, told, for a line that is too long. */
CRIBLE_MUST_CHECK crible_status cr_lines_next(cr_lines *lines, const char **line, size_t *length);

#endif
