/* What all streams share: limits, the error that stays, reading to the end. */
#include <stdio.h>
#include <string.h>

#include "engine/base/diagnostic.h"
#include "engine/base/progress.h"
#include "engine/base/words.h"
#include "importers/container/parts.h"

static char *text_of(crible_context *context, const char *folder, const char *name) {
  size_t length = strlen(folder) + strlen(name) + 2;
  char *text = cr_allocate(context, length);
  size_t used = strlen(folder);
  bool between = used && *name && folder[used - 1] != '/';
  if (text) snprintf(text, length, "%s%s%s", folder, between ? "/" : "", name);
  return text;
}

static crible_status open_kind(cr_stream **out, const cr_container *container,
                               const cr_member *member, const char *name) {
  switch (container->kind) {
  case CR_CONTAINER_ZIP: return cr_zip_open(out, container, member);
  case CR_CONTAINER_GZIP:
    return cr_gzip_open(out, container->context, container->path, container->limits.ratio);
  case CR_CONTAINER_FOLDER:
  case CR_CONTAINER_PLAIN: break;
  }
  return cr_plain_open(out, container->context, name);
}

/* How far the stream is in its container, for progress. */
static void place_in_whole(cr_stream *stream, const cr_container *container, size_t member) {
  stream->packed = container->kind == CR_CONTAINER_GZIP;
  stream->taken = stream->before = 0;
  stream->total = stream->packed ? container->file_size : cr_container_size(container);
  for (size_t i = 0; i < member; i++)
    if (container->members[i].size != UINT64_MAX) stream->before += container->members[i].size;
}

crible_status cr_stream_open(cr_stream **out, cr_container *container, size_t member) {
  const cr_member *wanted = &container->members[member];
  cr_stream *stream = NULL;
  char *name = text_of(container->context, container->path,
                       cr_container_has_members(container) ? wanted->name : "");
  crible_status status = name ? open_kind(&stream, container, wanted, name) : CRIBLE_E_MEMORY;
  if (status != CRIBLE_OK) {
    cr_release(container->context, name);
    return status;
  }
  stream->context = container->context;
  stream->name = name;
  stream->most = wanted->size == UINT64_MAX ? container->limits.bytes : wanted->size;
  place_in_whole(stream, container, member);
  *out = stream;
  return CRIBLE_OK;
}

void cr_stream_close(cr_stream *stream) {
  if (!stream) return;
  crible_context *context = stream->context;
  cr_release(context, stream->name);
  stream->class->close(stream);
}

const char *cr_stream_name(const cr_stream *stream) { return stream->name; }

uint64_t cr_stream_offset(const cr_stream *stream) { return stream->given; }

crible_status cr_stream_next(cr_stream *stream, const char **bytes, size_t *length) {
  const char *block = NULL;
  size_t got = 0;
  if (stream->status != CRIBLE_OK) return stream->status;
  if (!stream->ended) stream->status = stream->class->next(stream, &block, &got);
  if (stream->status != CRIBLE_OK) return stream->status;
  if (got > stream->most - stream->given) {
    stream->status =
        cr_error(stream->context, "too-large", stream->name, 0, 0, NULL,
                 _("more than the %llu bytes that it may have"), (unsigned long long)stream->most);
    return stream->status;
  }
  stream->given += got;
  uint64_t reached = stream->before + stream->given;
  cr_progress_at(stream->context, stream->name, reached,
                 stream->packed ? stream->taken : reached, stream->total);
  stream->ended = stream->ended || got == 0;
  *bytes = block;
  *length = got;
  return CRIBLE_OK;
}

crible_status cr_stream_read(void *stream, char *out, size_t room, size_t *got) {
  cr_stream *self = stream;
  crible_status status = CRIBLE_OK;
  if (!self->kept_length) status = cr_stream_next(self, &self->kept, &self->kept_length);
  if (status != CRIBLE_OK) return status;
  *got = self->kept_length < room ? self->kept_length : room;
  if (*got) memcpy(out, self->kept, *got);
  self->kept += *got;
  self->kept_length -= *got;
  return CRIBLE_OK;
}

crible_status cr_stream_rest(char **out, size_t *length, cr_stream *stream) {
  void *whole = NULL;
  size_t capacity = 0, used = 0, got = 1;
  crible_status status = CRIBLE_OK;
  while (status == CRIBLE_OK && got) {
    const char *bytes = NULL;
    status = cr_stream_next(stream, &bytes, &got);
    if (status == CRIBLE_OK) {
      status = cr_grow(stream->context, &whole, &capacity, used + got + 1, 1);
    }
    if (status != CRIBLE_OK) break;
    if (got && bytes) memcpy((char *)whole + used, bytes, got);
    used += got;
  }
  if (status != CRIBLE_OK) {
    cr_release(stream->context, whole);
    return status;
  }
  ((char *)whole)[used] = '\0';
  *out = whole;
  *length = used;
  return CRIBLE_OK;
}

crible_status cr_member_read(char **out, size_t *length, cr_container *container, size_t member) {
  cr_stream *stream = NULL;
  crible_status status = cr_stream_open(&stream, container, member);
  if (status == CRIBLE_OK) status = cr_stream_rest(out, length, stream);
  cr_stream_close(stream);
  return status;
}
