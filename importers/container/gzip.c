/* gzip (RFC 1952), members one after the other; zlib verifies each one's CRC and length. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <zlib.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/container/parts.h"

enum { PACKED_BLOCK = 64 * 1024, GZIP_ONLY = 16, FREE_OF_RATIO = 1024 * 1024 };

typedef struct gzip {
  cr_stream stream;
  int file;
  unsigned ratio;
  bool begun; /* inside a member */
  uint64_t packed;
  z_stream zlib;
  unsigned char in[PACKED_BLOCK];
  unsigned char out[CR_STREAM_BLOCK];
} gzip;

static void *allocate(void *context, unsigned count, unsigned size) {
  return cr_allocate_zero(context, count, size);
}

static void release(void *context, void *block) { cr_release(context, block); }

/* Reads packed bytes when none are left; *end when the file has no more. */
static crible_status refill(gzip *self, bool *end) {
  if (self->zlib.avail_in) return CRIBLE_OK;
  ssize_t got;
  do {
    got = read(self->file, self->in, sizeof self->in);
  } while (got < 0 && errno == EINTR);
  if (got < 0) {
    return cr_container_unreadable(self->stream.context, self->stream.name, errno, CRIBLE_E_IO);
  }
  self->zlib.next_in = self->in;
  self->zlib.avail_in = (unsigned)got;
  self->packed += (uint64_t)got;
  self->stream.taken = self->packed;
  *end = got == 0;
  return CRIBLE_OK;
}

static crible_status damaged(const gzip *self, bool too_short) {
  unsigned long long at = self->packed - self->zlib.avail_in;
  const char *advice = _("fetch it again, and compare its size or checksum with the publisher's");
  return cr_error(self->stream.context, "gzip-damaged", self->stream.name, 0, 0, advice,
                  too_short ? _("the gzip file ends too early, after %llu bytes")
                            : _("the gzip file is damaged near its byte %llu"),
                  at);
}

/* Zeros may pad the end of a file (gzip itself allows them). */
static bool only_zeros(gzip *self) {
  while (self->zlib.avail_in && !*self->zlib.next_in) {
    self->zlib.next_in++;
    self->zlib.avail_in--;
  }
  return !self->zlib.avail_in;
}

/* One call of zlib; *end at the end of the file. */
static crible_status step(gzip *self, bool *end) {
  crible_status status = refill(self, end);
  if (status != CRIBLE_OK) return status;
  if (*end) return self->begun ? damaged(self, true) : CRIBLE_OK;
  if (!self->begun && only_zeros(self)) return CRIBLE_OK;
  self->begun = true;
  int answer = inflate(&self->zlib, Z_NO_FLUSH);
  if (answer == Z_MEM_ERROR) return CRIBLE_E_MEMORY;
  if (answer == Z_STREAM_END) {
    self->begun = false;
    return inflateReset(&self->zlib) == Z_OK ? CRIBLE_OK : CRIBLE_E_INTERNAL;
  }
  if (answer == Z_OK || answer == Z_BUF_ERROR) return CRIBLE_OK;
  return damaged(self, false);
}

static crible_status check_ratio(const gzip *self, size_t more) {
  uint64_t expanded = self->stream.given + more;
  if (expanded <= FREE_OF_RATIO || expanded / self->ratio <= self->packed) return CRIBLE_OK;
  return cr_error(self->stream.context, "archive-bomb", self->stream.name, 0, 0, NULL,
                  _("it expands to more than %u times its size: no ordinary file does"),
                  self->ratio);
}

static crible_status next(cr_stream *stream, const char **bytes, size_t *length) {
  gzip *self = (gzip *)stream;
  bool end = false;
  crible_status status = CRIBLE_OK;
  self->zlib.next_out = self->out;
  self->zlib.avail_out = sizeof self->out;
  while (status == CRIBLE_OK && !end && self->zlib.avail_out) status = step(self, &end);
  size_t got = sizeof self->out - self->zlib.avail_out;
  if (status == CRIBLE_OK) status = check_ratio(self, got);
  if (status != CRIBLE_OK) return status;
  *bytes = (const char *)self->out;
  *length = got;
  return CRIBLE_OK;
}

static void close_gzip(cr_stream *stream) {
  gzip *self = (gzip *)stream;
  inflateEnd(&self->zlib);
  close(self->file);
  cr_release(stream->context, self);
}

crible_status cr_gzip_open(cr_stream **out, crible_context *context, const char *path,
                           unsigned ratio) {
  static const cr_stream_class class = {next, close_gzip};
  gzip *self = cr_allocate(context, sizeof *self);
  if (!self) return CRIBLE_E_MEMORY;
  self->stream = (cr_stream){.context = context, .class = &class};
  self->ratio = ratio;
  self->begun = true; /* an empty file is no gzip */
  self->packed = 0;
  memset(&self->zlib, 0, sizeof self->zlib);
  self->zlib.zalloc = allocate;
  self->zlib.zfree = release;
  self->zlib.opaque = context;
  self->file = open(path, O_RDONLY);
  if (self->file < 0) {
    int reason = errno;
    cr_release(context, self);
    return cr_container_unreadable(context, path, reason, CRIBLE_E_NO_INPUT);
  }
  if (inflateInit2(&self->zlib, GZIP_ONLY + MAX_WBITS) != Z_OK) {
    close(self->file);
    cr_release(context, self);
    return CRIBLE_E_MEMORY;
  }
  *out = &self->stream;
  return CRIBLE_OK;
}
