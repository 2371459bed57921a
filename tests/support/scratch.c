#define _XOPEN_SOURCE 700 /* mkdtemp, nftw */
#include "tests/support/scratch.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <criterion/criterion.h>
#include <zlib.h>

crible_context *scratch_context;
static char folder[64];

void scratch_open(void) {
  strcpy(folder, "/tmp/crible-container-XXXXXX");
  cr_assert_not_null(mkdtemp(folder));
  cr_assert_eq(crible_context_new(&scratch_context, NULL), CRIBLE_OK);
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *at) {
  (void)about;
  (void)kind;
  (void)at;
  return remove(path);
}

void scratch_close(void) {
  nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
  crible_context_free(scratch_context);
}

const char *scratch_path(const char *name) {
  static char paths[4][128];
  static int turn;
  char *path = paths[turn++ % 4];
  snprintf(path, sizeof paths[0], "%s/%s", folder, name);
  return path;
}

void scratch_put(const char *name, const void *bytes, size_t length) {
  FILE *file = fopen(scratch_path(name), "wb");
  cr_assert_not_null(file);
  cr_assert_eq(fwrite(bytes, 1, length, file), length);
  fclose(file);
}

void scratch_gzip(const char *name, const char *text) {
  gzFile file = gzopen(scratch_path(name), "ab");
  cr_assert_not_null(file);
  cr_assert_eq(gzwrite(file, text, (unsigned)strlen(text)), (int)strlen(text));
  gzclose(file);
}

static void write_member(struct archive *archive, const scratch_member *member) {
  struct archive_entry *entry = archive_entry_new();
  archive_entry_set_pathname(entry, member->name);
  archive_entry_set_perm(entry, 0644);
  archive_entry_set_filetype(entry, member->target ? AE_IFLNK : AE_IFREG);
  if (member->target) archive_entry_set_symlink(entry, member->target);
  archive_entry_set_size(entry, member->target ? 0 : (la_int64_t)strlen(member->text));
  cr_assert_eq(archive_write_header(archive, entry), ARCHIVE_OK, "%s",
               archive_error_string(archive));
  if (!member->target) archive_write_data(archive, member->text, strlen(member->text));
  archive_entry_free(entry);
}

int scratch_zip(const char *name, const char *options, const scratch_member *members,
                size_t count) {
  struct archive *archive = archive_write_new();
  archive_write_set_format_zip(archive);
  if (options && archive_write_set_options(archive, options) != ARCHIVE_OK) {
    archive_write_free(archive);
    return 0;
  }
  if (options && strstr(options, "encryption")) archive_write_set_passphrase(archive, "x");
  cr_assert_eq(archive_write_open_filename(archive, scratch_path(name)), ARCHIVE_OK);
  for (size_t i = 0; i < count; i++) write_member(archive, &members[i]);
  archive_write_close(archive);
  archive_write_free(archive);
  return 1;
}

char *scratch_get(const char *name, size_t *length) {
  FILE *file = fopen(scratch_path(name), "rb");
  cr_assert_not_null(file);
  char *bytes = malloc(1 << 20);
  *length = fread(bytes, 1, 1 << 20, file);
  fclose(file);
  return bytes;
}

static crible_status read_member(cr_container *container, size_t member, size_t *total) {
  cr_stream *stream = NULL;
  const char *bytes;
  size_t length = 1;
  crible_status status = cr_stream_open(&stream, container, member);
  while (status == CRIBLE_OK && length) {
    status = cr_stream_next(stream, &bytes, &length);
    if (status == CRIBLE_OK) *total += length;
  }
  cr_stream_close(stream);
  return status;
}

crible_status scratch_read(const char *name, const cr_limits *limits, size_t *total) {
  cr_container *container = NULL;
  size_t sum = 0;
  crible_status status =
      cr_container_open(&container, scratch_context, scratch_path(name), limits);
  for (size_t i = 0; status == CRIBLE_OK && i < cr_container_count(container); i++) {
    status = read_member(container, i, &sum);
  }
  cr_container_close(container);
  if (total) *total = sum;
  return status;
}

const char *scratch_only(void) {
  static char code[64];
  cr_assert_eq(crible_diagnostic_count(scratch_context), 1);
  snprintf(code, sizeof code, "%s", crible_diagnostic_at(scratch_context, 0)->code);
  crible_diagnostics_clear(scratch_context);
  return code;
}
