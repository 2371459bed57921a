#include "engine/cli/format.h"

#include <stdio.h>
#include <string.h>

#include "engine/cli/suggest.h"
#include "engine/cli/terminal.h"
#include "engine/cli/words.h"

/* "text, json, html" */
static void list(char *out, size_t size, const char *const *formats, int count) {
  size_t used = 0;
  out[0] = '\0';
  for (int i = 0; i < count; i++) {
    int added = snprintf(out + used, size - used, "%s%s", i > 0 ? ", " : "", formats[i]);
    if (added < 0 || (size_t)added >= size - used) return;
    used += (size_t)added;
  }
}

int cr_format_read(const char *value, const char *const *formats, int count) {
  char names[128];
  if (!value) return 0;
  for (int i = 0; i < count; i++)
    if (strcmp(value, formats[i]) == 0) return i;
  const char *meant = cr_cli_suggest(value, formats, count);
  list(names, sizeof names, formats, count);
  if (meant) cr_terminal_complain(_("there is no format '%s'; did you mean '%s'?"), value, meant);
  else cr_terminal_complain(_("there is no format '%s'; there are: %s"), value, names);
  return -1;
}
