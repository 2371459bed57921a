/* Members of a zip, through libarchive's reader of its directory. */
#define _GNU_SOURCE /* locale_t */
#include <errno.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>

#include <archive.h>
#include <archive_entry.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/container/parts.h"

enum { PACKED_BLOCK = 64 * 1024, FREE_OF_RATIO = 1024 * 1024 };

typedef struct zip {
  cr_stream stream;
  struct archive *archive;
  uint64_t size; /* as the directory states it */
  char zeros[1]; /* what an empty block points to */
} zip;

/* libarchive converts names to and from the caller's character set; ours is always UTF-8.
 * *name is NULL when it is none. */
static int next_entry(struct archive *archive, struct archive_entry **entry, const char **name) {
  locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;
  int answer = archive_read_next_header(archive, entry);
  if (answer == ARCHIVE_OK) *name = archive_entry_pathname_utf8(*entry);
  if (utf8) {
    uselocale(before);
    freelocale(utf8);
  }
  return answer;
}

/* Tells what libarchive found; only what errno says of the file itself is no fault of its bytes. */
static crible_status damaged(crible_context *context, const char *name, struct archive *archive,
                             uint64_t at) {
  int reason = archive_errno(archive);
  if (reason == ENOMEM) return CRIBLE_E_MEMORY;
  if (reason == EIO) return cr_container_unreadable(context, name, reason, CRIBLE_E_IO);
  const char *advice = _("pack or fetch it again: nothing of a damaged archive is used");
  return cr_error(context, "archive-damaged", name, 0, 0, advice,
                  _("the archive is damaged or cut off, after %llu bytes of this file"),
                  (unsigned long long)at);
}

static int open_bytes(struct archive *archive, const cr_container *container) {
  return container->bytes
             ? archive_read_open_memory(archive, container->bytes, (size_t)container->file_size)
             : archive_read_open_filename(archive, container->path, PACKED_BLOCK);
}

/* Reads the directory only; zips without one are cut off. */
static crible_status open_archive(struct archive **out, const cr_container *container) {
  struct archive *archive = archive_read_new();
  if (!archive) return CRIBLE_E_MEMORY;
  if (archive_read_support_format_zip_seekable(archive) != ARCHIVE_OK ||
      open_bytes(archive, container) != ARCHIVE_OK) {
    crible_status status =
        damaged(container->context, container->path, archive, container->file_size);
    archive_read_free(archive);
    return status;
  }
  *out = archive;
  return CRIBLE_OK;
}

static crible_status refuse(cr_container *container, const char *code, const char *name,
                            const char *fault) {
  return cr_error(container->context, code, container->path, 0, 0,
                  _("pack plain files only, with paths from the top folder down"),
                  _("'%s' in it is refused: %s"), name, _(fault));
}

static crible_status too_much(const cr_container *container) {
  return cr_error(container->context, "archive-bomb", container->path, 0, 0, NULL,
                  _("it expands to more than %llu bytes, or %u times its size"),
                  (unsigned long long)container->limits.bytes, container->limits.ratio);
}

static crible_status check_sum(const cr_container *container, uint64_t total) {
  if (total > container->limits.bytes) return too_much(container);
  bool much = total > FREE_OF_RATIO && total / container->limits.ratio > container->file_size;
  return much ? too_much(container) : CRIBLE_OK;
}

/* A folder's name ends in '/'; it is checked, and is no member. */
static crible_status list_entry(cr_container *container, struct archive_entry *entry,
                                const char *name, size_t place, uint64_t *total) {
  const char *fault = name ? cr_member_name_fault(name) : N_("its name is not UTF-8");
  if (fault) return refuse(container, "archive-path", name ? name : "?", fault);
  if (archive_entry_filetype(entry) == AE_IFDIR) return CRIBLE_OK;
  if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry)) {
    return refuse(container, "archive-link", name, N_("it is a link, or no plain file"));
  }
  if (archive_entry_is_encrypted(entry)) {
    return refuse(container, "archive-encrypted", name, N_("it is encrypted"));
  }
  if (!archive_entry_size_is_set(entry) || archive_entry_size(entry) < 0) {
    return refuse(container, "archive-path", name, N_("its size is not stated"));
  }
  uint64_t size = (uint64_t)archive_entry_size(entry);
  *total += size;
  if (size > container->limits.bytes) return too_much(container);
  crible_status status = check_sum(container, *total);
  return status == CRIBLE_OK ? cr_container_add(container, name, place, size) : status;
}

crible_status cr_zip_list(cr_container *container) {
  struct archive *archive = NULL;
  struct archive_entry *entry = NULL;
  const char *name = NULL;
  uint64_t total = 0;
  int answer = ARCHIVE_OK;
  crible_status status = open_archive(&archive, container);
  for (size_t place = 0; status == CRIBLE_OK; place++) {
    answer = next_entry(archive, &entry, &name);
    if (answer != ARCHIVE_OK) break;
    status = list_entry(container, entry, name, place, &total);
  }
  if (status == CRIBLE_OK && answer != ARCHIVE_EOF) {
    status = damaged(container->context, container->path, archive, container->file_size);
  }
  archive_read_free(archive);
  return status;
}

static crible_status next(cr_stream *stream, const char **bytes, size_t *length) {
  zip *self = (zip *)stream;
  const void *block = NULL;
  size_t got = 0;
  la_int64_t at = 0;
  int answer;
  do {
    answer = archive_read_data_block(self->archive, &block, &got, &at);
  } while (answer == ARCHIVE_OK && got == 0);
  bool short_of = answer == ARCHIVE_EOF && stream->given < self->size;
  if ((answer != ARCHIVE_OK && answer != ARCHIVE_EOF) || short_of) {
    return damaged(stream->context, stream->name, self->archive, stream->given);
  }
  *bytes = answer == ARCHIVE_EOF ? self->zeros : block;
  *length = answer == ARCHIVE_EOF ? 0 : got;
  return CRIBLE_OK;
}

static void close_zip(cr_stream *stream) {
  archive_read_free(((zip *)stream)->archive);
  cr_release(stream->context, stream);
}

/* Goes to a member's data; the file may have changed since it was listed. */
static crible_status go_to(struct archive *archive, const cr_container *container,
                           const cr_member *member) {
  struct archive_entry *entry = NULL;
  const char *name = NULL;
  for (size_t place = 0; place <= member->entry; place++) {
    if (next_entry(archive, &entry, &name) != ARCHIVE_OK) {
      return damaged(container->context, container->path, archive, container->file_size);
    }
  }
  bool same = name && !strcmp(name, member->name) && archive_entry_size_is_set(entry) &&
              (uint64_t)archive_entry_size(entry) == member->size;
  return same ? CRIBLE_OK
              : cr_error(container->context, "archive-damaged", container->path, 0, 0, NULL,
                         _("the archive changed while it was read"));
}

crible_status cr_zip_open(cr_stream **out, const cr_container *container,
                          const cr_member *member) {
  static const cr_stream_class class = {next, close_zip};
  struct archive *archive = NULL;
  zip *self = cr_allocate_zero(container->context, 1, sizeof *self);
  crible_status status = self ? open_archive(&archive, container) : CRIBLE_E_MEMORY;
  if (status == CRIBLE_OK) status = go_to(archive, container, member);
  if (status != CRIBLE_OK) {
    archive_read_free(archive);
    cr_release(container->context, self);
    return status;
  }
  self->stream.class = &class;
  self->archive = archive;
  self->size = member->size;
  *out = &self->stream;
  return CRIBLE_OK;
}
