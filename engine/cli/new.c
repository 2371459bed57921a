/* crible new DIR [TABLE]: a dossier to complete. */
#include <stdio.h>
#include <string.h>

#include "engine/cli/diagnostics.h"
#include "engine/cli/session.h"
#include "engine/cli/terminal.h"
#include "engine/cli/verb.h"
#include "engine/cli/words.h"

enum { CANDIDATE, OPTIONS };
enum { LONGEST = 256 };

static const cr_cli_option options[OPTIONS] = {
    [CANDIDATE] = {"candidate", 'c', N_("NAME"), N_("name of the company (that of the folder)"), false}};

/* The last part of a path, slashes behind it left out; "candidate" when it has none. */
static void name_of(char out[LONGEST], const char *folder) {
  size_t end = strlen(folder);
  while (end > 0 && folder[end - 1] == '/') end--;
  size_t start = end;
  while (start > 0 && folder[start - 1] != '/') start--;
  snprintf(out, LONGEST, "%.*s", (int)(end - start), folder + start);
  if (!*out || strcmp(out, ".") == 0 || strcmp(out, "..") == 0) snprintf(out, LONGEST, "candidate");
}

static void say_written(const char *folder) {
  cr_terminal_put(stdout, folder);
  printf(": %s\n", _("a dossier is there to be completed; its comments say how"));
}

static int run(const char *const *values, const char *const *operands, int operand_count) {
  char name[LONGEST];
  int exit_status = CR_EXIT_OK;
  crible_context *context = NULL;
  crible_status status = cr_session_open(&context);
  name_of(name, operands[0]);
  if (values[CANDIDATE] && !*values[CANDIDATE]) {
    cr_terminal_complain(_("the name of the company is empty"));
    exit_status = CR_EXIT_USAGE;
  } else {
    if (status == CRIBLE_OK)
      status = crible_draft(context, operands[0], values[CANDIDATE] ? values[CANDIDATE] : name,
                            operand_count > 1 ? operands[1] : NULL);
    if (status != CRIBLE_OK) exit_status = cr_session_fail(context, status, operands[0]);
    else {
      cr_diagnostics_print(context);
      say_written(operands[0]);
    }
  }
  crible_context_free(context);
  return exit_status;
}

const cr_verb cr_verb_new = {
    .name = "new",
    .operands = N_("DIR [TABLE]"),
    .summary = N_("Start a dossier, from a table of holders or from nothing."),
    .page = N_(
        "Makes the folder DIR, or takes an empty one, and writes a dossier.xml into it that\n"
        "'crible check' accepts from the start. Its comments say what to add. From TABLE (CSV,\n"
        "XLSX or ODS) come the holders, the share classes and what is held; the table is\n"
        "copied into the folder and cited by its SHA-256. Nothing is ever overwritten.\n"
        "\n"
        "Exit status: 0 the dossier is written, 64 wrong arguments or something is in the\n"
        "folder, 65 the table cannot be read, 66 it does not exist or cannot be opened,\n"
        "70 internal error, 74 reading or writing failed.\n"
        "\n"
        "Examples:\n"
        "  crible new montagne\n"
        "  crible new montagne holders.xlsx --candidate 'Montagne SAS'\n"),
    .options = options,
    .option_count = OPTIONS,
    .operand_least = 1,
    .operand_most = 2,
    .run = run};
