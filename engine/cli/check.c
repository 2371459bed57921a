/* crible check DOSSIER: validates, and says so. */
#include <stdio.h>

#include "engine/cli/diagnostics.h"
#include "engine/cli/session.h"
#include "engine/cli/terminal.h"
#include "engine/cli/verb.h"
#include "engine/cli/words.h"

static void say_ok(const char *path, int warnings) {
  cr_terminal_put(stdout, path);
  if (warnings == 0) printf(": %s\n", _("ok"));
  else printf(cr_plural(": ok, with %d warning\n", ": ok, with %d warnings\n", warnings), warnings);
}

static int run(const char *const *values, const char *const *operands, int operand_count) {
  (void)values;
  (void)operand_count;
  int exit_status = CR_EXIT_OK;
  crible_context *context = NULL;
  crible_dossier *dossier = NULL;
  crible_status status = cr_session_open(&context);
  if (status == CRIBLE_OK) status = crible_dossier_read(&dossier, context, operands[0]);
  if (status == CRIBLE_OK) status = crible_dossier_check(dossier);
  if (status == CRIBLE_OK) say_ok(operands[0], cr_diagnostics_print(context));
  else exit_status = cr_session_fail(context, status, operands[0]);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return exit_status;
}

const cr_verb cr_verb_check = {
    .name = "check",
    .operands = "DOSSIER",
    .summary = N_("Check that a dossier can be read and does not contradict itself."),
    .page = N_(
        "DOSSIER is a folder with a file dossier.xml, or such a file. Every error found is told\n"
        "with its file, line and column, the line quoted, and what to do; at most twenty.\n"
        "Nothing is screened: 'crible screen' does that.\n"
        "\n"
        "Exit status: 0 the dossier is in order (warnings may be told), 64 wrong arguments,\n"
        "65 something in the dossier is wrong, 66 it does not exist or cannot be opened,\n"
        "70 internal error, 74 reading or writing failed.\n"
        "\n"
        "Example:\n"
        "  crible check montagne/\n"),
    .operand_least = 1,
    .operand_most = 1,
    .run = run};
