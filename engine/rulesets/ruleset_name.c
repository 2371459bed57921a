#include "engine/rulesets/ruleset_name.h"

#include <dirent.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "engine/base/diagnostic.h"
#include "engine/base/nearest.h"
#include "engine/base/words.h"

static const char suffix[] = ".xml";

static bool ends_in_xml(const char *name) {
  size_t length = strlen(name);
  return length > strlen(suffix) && strcmp(name + length - strlen(suffix), suffix) == 0;
}

/* The ruleset of a folder whose id is nearest to `name`; NULL when none is. */
static const char *nearest_in(const char *folder, cr_arena *arena, const char *name) {
  const char *nearest = NULL;
  DIR *entries = opendir(folder);
  if (!entries) {
    return NULL;
  }
  for (struct dirent *entry = readdir(entries); entry; entry = readdir(entries)) {
    if (!ends_in_xml(entry->d_name)) {
      continue;
    }
    const char *found =
        cr_arena_text(arena, entry->d_name, strlen(entry->d_name) - strlen(suffix));
    const char *both[] = {found, nearest};
    nearest = found ? cr_nearest(name, both, nearest ? 2 : 1) : nearest;
  }
  closedir(entries);
  return nearest;
}

static crible_status tell_missing(const char *folder, cr_arena *arena, const char *name) {
  const char *nearest = nearest_in(folder, arena, name);
  const char *advice =
      nearest ? cr_arena_printf(arena, _("did you mean '%s'?"), nearest)
              : cr_arena_printf(arena, _("%s has those known; a path names any other"), folder);
  crible_status status = cr_error(cr_arena_context(arena), "ruleset-unknown", NULL, 0, 0, advice,
                                  _("there is no ruleset '%s'"), name);
  return status == CRIBLE_E_DATA ? CRIBLE_E_NO_INPUT : status;
}

crible_status cr_ruleset_locate(const char **path, const char **id, cr_arena *arena,
                                const char *name) {
  bool is_path = strchr(name, '/') || ends_in_xml(name);
  const char *folder = cr_arena_printf(arena, "%s/rulesets",
                                       crible_context_data_folder(cr_arena_context(arena)));
  const char *file = is_path  ? cr_arena_string(arena, name)
                     : folder ? cr_arena_printf(arena, "%s/%s%s", folder, name, suffix)
                              : NULL;
  if (!file || !folder) {
    return CRIBLE_E_MEMORY;
  }
  if (!is_path && access(file, F_OK) != 0) {
    return tell_missing(folder, arena, name);
  }
  *path = file;
  *id = is_path ? NULL : name;
  return CRIBLE_OK;
}
