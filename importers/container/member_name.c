/* Names of files inside a container: relative paths that stay in it, on any system. */
#include <string.h>

#include "engine/base/words.h"
#include "importers/container/parts.h"

enum { LONGEST = 4096 };

static bool has_control(const char *name) {
  for (const unsigned char *c = (const unsigned char *)name; *c; c++) {
    if (*c < 0x20 || *c == 0x7F) return true;
  }
  return false;
}

static bool goes_up(const char *name) {
  for (const char *part = name; part; part = strchr(part, '/')) {
    part += *part == '/';
    size_t length = strcspn(part, "/");
    if ((length == 2 && !memcmp(part, "..", 2)) || (length == 1 && *part == '.')) return true;
  }
  return false;
}

const char *cr_member_name_fault(const char *name) {
  if (!*name) return N_("it has no name");
  if (strlen(name) > LONGEST) return N_("its name is too long");
  if (*name == '/') return N_("its path is absolute");
  if (strchr(name, '\\') || strchr(name, ':')) return N_("its path is absolute on some systems");
  if (goes_up(name)) return N_("its path leads out of the folder");
  return has_control(name) ? N_("its name has control characters") : NULL;
}
