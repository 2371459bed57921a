/* The regular files of a folder and of those below it. */
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "engine/base/diagnostic.h"
#include "engine/base/words.h"
#include "importers/container/parts.h"

enum { DEEPEST = 16 };

static crible_status list_under(cr_container *container, const char *below, int depth);

/* Neither links nor devices are followed; names that another system could not hold are left out. */
static crible_status list_name(cr_container *container, const char *below, const char *name,
                               int depth) {
  char path[PATH_MAX], inside[PATH_MAX];
  struct stat about;
  const char *slash = *below ? "/" : "";
  if (!strcmp(name, ".") || !strcmp(name, "..")) return CRIBLE_OK;
  int inner = snprintf(inside, sizeof inside, "%s%s%s", below, slash, name);
  int outer = snprintf(path, sizeof path, "%s/%s", container->path, inside);
  if (inner >= PATH_MAX || outer >= PATH_MAX || cr_member_name_fault(inside)) return CRIBLE_OK;
  if (lstat(path, &about)) return CRIBLE_OK;
  if (S_ISDIR(about.st_mode)) return list_under(container, inside, depth + 1);
  if (!S_ISREG(about.st_mode)) return CRIBLE_OK;
  return cr_container_add(container, inside, 0, UINT64_MAX);
}

static crible_status list_under(cr_container *container, const char *below, int depth) {
  char path[PATH_MAX];
  int length = snprintf(path, sizeof path, "%s/%s", container->path, below);
  DIR *folder = length < PATH_MAX && depth < DEEPEST ? opendir(path) : NULL;
  crible_status status = CRIBLE_OK;
  if (!folder) {
    return cr_container_unreadable(container->context, path, depth < DEEPEST ? errno : ELOOP,
                                   depth ? CRIBLE_E_IO : CRIBLE_E_NO_INPUT);
  }
  for (struct dirent *entry; status == CRIBLE_OK && (entry = readdir(folder));) {
    status = list_name(container, below, entry->d_name, depth);
  }
  closedir(folder);
  return status;
}

crible_status cr_folder_list(cr_container *container) { return list_under(container, "", 0); }
