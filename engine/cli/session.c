#include "engine/cli/session.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/cli/diagnostics.h"
#include "engine/cli/terminal.h"
#include "engine/cli/words.h"

static bool is_folder(const char *path) {
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

/* "datasets" in the executable's folder, or in the one that holds it. */
static bool beside_executable(char out[PATH_MAX]) {
  char folder[PATH_MAX];
  ssize_t length = readlink("/proc/self/exe", folder, sizeof folder - 1);
  if (length < 0) return false;
  folder[length] = '\0';
  for (int up = 0; up < 2 && go_up(folder); up++) {
    int used = snprintf(out, PATH_MAX, "%s/datasets", folder);
    if (used > 0 && used < PATH_MAX && is_folder(out)) return true;
  }
  return false;
}

crible_status cr_session_open(crible_context **out) {
  char folder[PATH_MAX];
  crible_context_options options = {0};
  const char *stated = getenv("CRIBLE_DATA_DIR");
  bool found = (stated && *stated) || is_folder(CRIBLE_DATA_FOLDER);
  if (!found && beside_executable(folder)) options.data_folder = folder;
  return crible_context_new(out, &options);
}

int cr_session_fail(crible_context *context, crible_status status, const char *what) {
  bool told = context && crible_diagnostic_count(context) > 0;
  if (told) cr_diagnostics_print(context);
  else if (status == CRIBLE_E_MEMORY) cr_terminal_complain(_("%s: memory is short"), what);
  else if (status == CRIBLE_E_NO_INPUT)
    cr_terminal_complain(_("%s: no such file, or it cannot be opened"), what);
  else if (status == CRIBLE_E_IO) cr_terminal_complain(_("%s: reading failed"), what);
  else if (status == CRIBLE_E_INTERNAL)
    cr_terminal_complain(
        _("%s: the engine contradicts itself; please report this with the dossier"), what);
  else cr_terminal_complain(_("%s: failed"), what);
  return crible_status_exit(status);
}
