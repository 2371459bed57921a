#include "importers/dossier/attachments.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/diagnostic.h"
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

bool cr_attachments_member(size_t *out, const cr_attachments *in, const char *file) {
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
