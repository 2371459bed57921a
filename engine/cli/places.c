#include "engine/cli/places.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool cr_place_is_folder(const char *path) {
  struct stat found;
  return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

/* Removes the last name of a path; false when none is left. */
static bool go_up(char *path) {
  char *slash = strrchr(path, '/');
  if (!slash || slash == path) return false;
  *slash = '\0';
  return true;
}

bool cr_place_beside_executable(char out[PATH_MAX], const char *name) {
  char folder[PATH_MAX];
  ssize_t length = readlink("/proc/self/exe", folder, sizeof folder - 1);
  if (length < 0) return false;
  folder[length] = '\0';
  for (int up = 0; up < 2 && go_up(folder); up++) {
    int used = snprintf(out, PATH_MAX, "%s/%s", folder, name);
    if (used > 0 && used < PATH_MAX && cr_place_is_folder(out)) return true;
  }
  return false;
}

bool cr_place_datasets(char out[PATH_MAX]) {
  const char *stated = getenv("CRIBLE_DATA_DIR");
  const char *folder = stated && *stated                         ? stated
                       : cr_place_is_folder(CRIBLE_DATA_FOLDER) ? CRIBLE_DATA_FOLDER
                                                                 : NULL;
  if (!folder) return cr_place_beside_executable(out, "datasets");
  int used = snprintf(out, PATH_MAX, "%s", folder);
  return used >= 0 && used < PATH_MAX;
}
