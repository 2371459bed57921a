#include "tests/fuzz/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>

enum { PATH_ROOM = 4096, MEMBER_ROOM = 256 };

void need(bool holds) {
  if (!holds) abort();
}

const char *fuzz_path(const char *name) {
  static char path[PATH_ROOM];
  const char *folder = getenv("FUZZ_FOLDER");
  snprintf(path, sizeof path, "%s/%s", folder ? folder : ".", name);
  return path;
}

static void write_plain(const char *path, const char *bytes, size_t length) {
  FILE *file = fopen(path, "wb");
  need(file != NULL && fwrite(bytes, 1, length, file) == length && fclose(file) == 0);
}

static const char *next_member(const char *at, const char *end) {
  for (const char *found = at; (found = memchr(found, '\n', (size_t)(end - found))); found++)
    if (end - found > 3 && !memcmp(found, "\n== ", 4)) return found + 1;
  return end;
}

/* From "== NAME\n" on. Names that libarchive does not write are left out. */
static void write_member(struct archive *archive, const char *at, const char *end) {
  char name[MEMBER_ROOM];
  const char *line = memchr(at, '\n', (size_t)(end - at));
  const char *content = line ? line + 1 : end;
  snprintf(name, sizeof name, "%.*s", (int)((line ? line : end) - at) - 3, at + 3);
  struct archive_entry *entry = archive_entry_new();
  archive_entry_set_pathname(entry, name);
  archive_entry_set_perm(entry, 0644);
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_size(entry, (la_int64_t)(end - content));
  if (*name && archive_write_header(archive, entry) >= ARCHIVE_WARN)
    archive_write_data(archive, content, (size_t)(end - content));
  archive_entry_free(entry);
}

static void write_zip(const char *path, const char *bytes, const char *end) {
  struct archive *archive = archive_write_new();
  need(archive_write_set_format_zip(archive) == ARCHIVE_OK &&
       archive_write_set_options(archive, "zip:compression=store") == ARCHIVE_OK &&
       archive_write_open_filename(archive, path) == ARCHIVE_OK);
  for (const char *at = bytes, *next; at < end; at = next) {
    next = next_member(at, end);
    write_member(archive, at, next);
  }
  archive_write_close(archive);
  archive_write_free(archive);
}

const char *fuzz_file(const uint8_t *bytes, size_t length) {
  const char *path = fuzz_path("input"), *text = (const char *)bytes;
  if (length > 3 && !memcmp(text, "== ", 3)) write_zip(path, text, text + length);
  else write_plain(path, text, length);
  return path;
}

void fuzz_judge(crible_context *context, crible_dossier *dossier, crible_status status) {
  if (status != CRIBLE_OK) {
    need(dossier == NULL && crible_diagnostic_count(context) > 0);
    return;
  }
  char *canonical = NULL;
  size_t size = 0;
  need(crible_dossier_canonical(&canonical, &size, dossier) == CRIBLE_OK);
  crible_text_free(context, canonical);
  status = crible_dossier_check(dossier);
  need(status == CRIBLE_OK || status == CRIBLE_E_DATA);
  crible_dossier_free(dossier);
}

void fuzz_import(const uint8_t *bytes, size_t length, const crible_dossier_options *options) {
  crible_context *context = NULL;
  crible_dossier *dossier = NULL;
  need(crible_context_new(&context, NULL) == CRIBLE_OK);
  crible_status status =
      crible_dossier_read_with(&dossier, context, fuzz_file(bytes, length), options);
  fuzz_judge(context, dossier, status);
  crible_context_free(context);
}
