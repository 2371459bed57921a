/* A file as it is. */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "importers/container/parts.h"

typedef struct plain {
  cr_stream stream;
  int file;
  char block[CR_STREAM_BLOCK];
} plain;

static crible_status next(cr_stream *stream, const char **bytes, size_t *length) {
  plain *self = (plain *)stream;
  ssize_t got;
  do {
    got = read(self->file, self->block, sizeof self->block);
  } while (got < 0 && errno == EINTR);
  if (got < 0) return cr_container_unreadable(stream->context, stream->name, errno, CRIBLE_E_IO);
  *bytes = self->block;
  *length = (size_t)got;
  return CRIBLE_OK;
}

static void close_plain(cr_stream *stream) {
  close(((plain *)stream)->file);
  cr_release(stream->context, stream);
}

crible_status cr_plain_open(cr_stream **out, crible_context *context, const char *path) {
  static const cr_stream_class class = {next, close_plain};
  plain *self = cr_allocate(context, sizeof *self);
  if (!self) return CRIBLE_E_MEMORY;
  self->stream = (cr_stream){.context = context, .class = &class};
  self->file = open(path, O_RDONLY);
  if (self->file < 0) {
    int reason = errno;
    cr_release(context, self);
    return cr_container_unreadable(context, path, reason, CRIBLE_E_NO_INPUT);
  }
  *out = &self->stream;
  return CRIBLE_OK;
}
