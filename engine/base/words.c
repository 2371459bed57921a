#include "engine/base/words.h"

#include <errno.h>
#include <string.h>

char *cr_decimal_words(cr_arena *arena, char *decimal) {
  char *point = decimal ? strchr(decimal, '.') : NULL;
  if (!point) return decimal;
  *point = '\0';
  /* Translators: a number, what stands before and after the decimal mark. */
  return cr_arena_printf(arena, _("%s.%s"), decimal, point + 1);
}

/* What the C library says comes from its own catalogue, which may not be installed. */
const char *cr_failure_words(int error) {
  switch (error) {
  case ENOENT: return _("No such file or directory");
  case EACCES: return _("Permission denied");
  case EISDIR: return _("Is a directory");
  case ENOTDIR: return _("Not a directory");
  case ENAMETOOLONG: return _("File name too long");
  case ELOOP: return _("Too many levels of symbolic links");
  case EMFILE: return _("Too many open files");
  case EIO: return _("Input/output error");
  default: return strerror(error);
  }
}
