/* Documents that a dossier attaches: there, inside its folder, and unaltered. */
#define _XOPEN_SOURCE 700 /* realpath */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/base/file.h"
#include "engine/base/sha256.h"
#include "engine/base/words.h"
#include "importers/dossier/values.h"

/* "folder/" of the dossier's file, empty for the current one. */
static size_t folder_length(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? (size_t)(slash - path) + 1 : 0;
}

/* Whether a file is below a folder, links followed. */
static bool inside(const char *folder, const char *path) {
  char real_folder[PATH_MAX], real_path[PATH_MAX];
  if (!realpath(*folder ? folder : ".", real_folder) || !realpath(path, real_path)) return false;
  size_t length = strlen(real_folder);
  if (length == 1) length = 0; /* the root */
  return !strncmp(real_path, real_folder, length) && real_path[length] == '/';
}

static bool is_file(const char *path) {
  struct stat about;
  return !stat(path, &about) && S_ISREG(about.st_mode);
}

static cr_extent at_source(const cr_reader *reader, const cr_source *source, const char *name) {
  return cr_text_attribute(reader->text, cr_text_offset(reader->text, source->line, source->column),
                           name);
}

static void compare_digest(cr_reader *reader, const cr_source *source, const char *bytes,
                           size_t length) {
  char digest[65];
  cr_sha256_text(digest, bytes, length);
  if (!strcmp(digest, source->sha256)) return;
  cr_complain(&reader->complaints, CR_CAUSE_SENSE, "document-altered",
              at_source(reader, source, "sha256"), _("'%s' is not the document that was cited"),
              source->file);
  cr_advise(&reader->complaints,
            _("its SHA-256 is %s: put the cited document back, or cite this one"), digest);
}

static void check_digest(cr_reader *reader, const cr_source *source, const char *path) {
  char *bytes = NULL;
  size_t length = 0;
  crible_status status = cr_file_read(&bytes, &length, reader->context, path);
  if (status == CRIBLE_OK) compare_digest(reader, source, bytes, length);
  else reader->status = status == CRIBLE_E_MEMORY ? status : CRIBLE_E_IO;
  cr_release(reader->context, bytes);
}

static void complain_missing(cr_reader *reader, const cr_source *source) {
  cr_complain(&reader->complaints, CR_ODD, "document-missing", at_source(reader, source, "file"),
              _("the document '%s' is not there"), source->file);
}

static void check_document(cr_reader *reader, const cr_source *source, const char *folder) {
  const char *path = cr_arena_printf(reader->complaints.arena, "%s%s", folder, source->file);
  if (!path) {
    reader->status = CRIBLE_E_MEMORY;
  } else if (!is_file(path)) {
    complain_missing(reader, source);
  } else if (!inside(folder, path)) {
    cr_complain(&reader->complaints, CR_CAUSE_VALUE, "path-leaves-folder",
                at_source(reader, source, "file"), _("'%s' leads out of the dossier's folder"),
                source->file);
  } else if (source->sha256) {
    check_digest(reader, source, path);
  }
}

/* In a zip each attached document is read, so that damage is seen even without a digest. */
static void check_packed(cr_reader *reader, const cr_source *source) {
  char *bytes = NULL;
  size_t length = 0, member;
  if (!cr_attachments_member(&member, &reader->attachments, source->file)) {
    complain_missing(reader, source);
    return;
  }
  reader->status = cr_member_read(&bytes, &length, reader->attachments.zip, member);
  if (reader->status == CRIBLE_OK && source->sha256) {
    compare_digest(reader, source, bytes, length);
  }
  cr_release(reader->context, bytes);
}

void cr_check_documents(cr_reader *reader) {
  const cr_facts *facts = reader->facts;
  const char *folder = cr_arena_text(reader->complaints.arena, reader->text->path,
                                     folder_length(reader->text->path));
  if (!folder) reader->status = CRIBLE_E_MEMORY;
  for (size_t i = 0; i < facts->sources_count && reader->status == CRIBLE_OK; i++) {
    if (!facts->sources[i].file) continue;
    if (reader->attachments.zip) check_packed(reader, &facts->sources[i]);
    else check_document(reader, &facts->sources[i], folder);
  }
}
