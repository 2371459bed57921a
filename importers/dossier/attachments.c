#define _XOPEN_SOURCE 700 /* realpath */
#include "importers/dossier/attachments.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/base/diagnostic.h"
#include "engine/base/file.h"
#include "engine/base/words.h"

static const char main_file[] = "dossier.xml";

/* Whether a name is that of a dossier in a top folder; macOS adds folders of its own. */
static bool in_top_folder(const char *name) {
  const char *slash = strchr(name, '/');
  return slash && !strcmp(slash + 1, main_file) && strncmp(name, "__MACOSX/", 9) != 0;
}

/* How many dossiers there are; the one at the root hides others. */
static int find(size_t *out, const cr_container *zip) {
  int found = 0;
  if (cr_container_find(out, zip, main_file)) return 1;
  for (size_t i = 0; i < cr_container_count(zip); i++) {
    if (!in_top_folder(cr_container_name(zip, i))) continue;
    *out = i;
    found++;
  }
  return found;
}

crible_status cr_attachments_find(size_t *dossier, cr_attachments *out, char *folder, size_t size,
                                  crible_context *context, const char *path, cr_container *zip) {
  size_t at;
  int found = find(&at, zip);
  if (found != 1) {
    return cr_error(context, "no-dossier", path, 0, 0,
                    _("put dossier.xml at the root of the archive, or in its one top folder"),
                    found ? _("several dossiers are in the archive")
                          : _("no dossier.xml is in the archive"));
  }
  const char *name = cr_container_name(zip, at);
  size_t length = strlen(name) - strlen(main_file);
  if (length >= size) return CRIBLE_E_INTERNAL;
  memcpy(folder, name, length);
  folder[length] = '\0';
  *out = (cr_attachments){zip, folder};
  *dossier = at;
  return CRIBLE_OK;
}

/* The member that a path written in the dossier names; false when there is none. */
static bool find_member(size_t *out, const cr_attachments *in, const char *file) {
  char name[PATH_MAX];
  size_t used = 0;
  int length = snprintf(name, sizeof name, "%s", in->folder);
  if (length < 0 || (size_t)length + strlen(file) >= sizeof name) return false;
  used = (size_t)length;
  while (*file) { /* "./a//b" is "a/b" */
    size_t part = strcspn(file, "/");
    bool nothing = part == 0 || (part == 1 && *file == '.');
    if (!nothing) {
      if (used && name[used - 1] != '/') name[used++] = '/';
      memcpy(name + used, file, part);
      used += part;
    }
    file += part + (file[part] == '/');
  }
  name[used] = '\0';
  return cr_container_find(out, in->zip, name);
}

/* "folder/file" beside the dossier's file; false when it is too long. */
static bool beside(char out[PATH_MAX], const char *dossier, const char *file) {
  const char *slash = strrchr(dossier, '/');
  int folder = slash ? (int)(slash - dossier) + 1 : 0;
  int used = snprintf(out, PATH_MAX, "%.*s%s", folder, dossier, file);
  return used >= 0 && used < PATH_MAX;
}

/* Whether a file is below the folder of another, links followed. */
static bool inside(const char *dossier, const char *path) {
  char folder[PATH_MAX], real_folder[PATH_MAX], real_path[PATH_MAX];
  if (!beside(folder, dossier, ".") || !realpath(folder, real_folder) ||
      !realpath(path, real_path)) {
    return false;
  }
  size_t length = strlen(real_folder);
  if (length == 1) length = 0; /* the root */
  return !strncmp(real_path, real_folder, length) && real_path[length] == '/';
}

cr_attached cr_attachments_look(const cr_attachments *in, const char *dossier, const char *file) {
  char path[PATH_MAX];
  struct stat about;
  size_t member;
  if (in->zip) return find_member(&member, in, file) ? CR_ATTACHED : CR_ATTACHED_NOT_THERE;
  if (!beside(path, dossier, file) || stat(path, &about) || !S_ISREG(about.st_mode)) {
    return CR_ATTACHED_NOT_THERE;
  }
  return inside(dossier, path) ? CR_ATTACHED : CR_ATTACHED_OUTSIDE;
}

crible_status cr_attachments_read(char **out, size_t *length, const cr_attachments *in,
                                  crible_context *context, const char *dossier, const char *file) {
  char path[PATH_MAX];
  size_t member;
  if (in->zip) {
    return find_member(&member, in, file) ? cr_member_read(out, length, in->zip, member)
                                          : CRIBLE_E_INTERNAL;
  }
  if (!beside(path, dossier, file)) return CRIBLE_E_INTERNAL;
  crible_status status = cr_file_read(out, length, context, path);
  return status == CRIBLE_E_NO_INPUT ? CRIBLE_E_IO : status;
}
