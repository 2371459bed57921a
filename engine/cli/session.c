#include "engine/cli/session.h"

#include <limits.h>

#include "engine/cli/diagnostics.h"
#include "engine/cli/places.h"
#include "engine/cli/progress.h"
#include "engine/cli/terminal.h"
#include "engine/cli/words.h"

crible_status cr_session_open(crible_context **out) {
  char folder[PATH_MAX];
  crible_context_options options = {0};
  if (cr_place_datasets(folder)) options.data_folder = folder;
  crible_status status = crible_context_new(out, &options);
  if (status == CRIBLE_OK) cr_progress_show(*out);
  return status;
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
