/* crible serve: a page in the browser, on this machine only. */

#include <stdlib.h>
#include <string.h>

#include <crible/ruleset.h>

#include "engine/cli/serve/server.h"
#include "engine/cli/session.h"
#include "engine/cli/terminal.h"
#include "engine/cli/verb.h"
#include "engine/cli/words.h"

enum { PORT, RULESET, OPTIONS };
enum { HIGHEST_PORT = 65535 };

static const cr_cli_option options[OPTIONS] = {
    [PORT] = {"port", 'p', N_("NUMBER"), N_("the port of the address (one that is free)"), false},
    [RULESET] = {"ruleset", 'r', N_("ID|FILE"),
                 N_("thresholds and readings of the law (secnumcloud-2023)"), false}};

static bool read_port(int *out, const char *value) {
  char *end = NULL;
  if (!value) return true;
  const long port = strspn(value, "0123456789") == strlen(value) ? strtol(value, &end, 10) : -1;
  if (!*value || port < 0 || port > HIGHEST_PORT) {
    cr_terminal_complain(_("'%s' is no port: a number from 0 to 65535"), value);
    return false;
  }
  *out = (int)port;
  return true;
}

/* A ruleset that will not do is told now, not on the page. */
static int check_ruleset(const char *ruleset) {
  crible_context *context = NULL;
  crible_status status = cr_session_open(&context);
  if (status == CRIBLE_OK) status = crible_ruleset_check(context, ruleset);
  const int exit_status =
      status == CRIBLE_OK ? CR_EXIT_OK : cr_session_fail(context, status, ruleset ? ruleset : "serve");
  crible_context_free(context);
  return exit_status;
}

static int run(const char *const *values, const char *const *operands, int operand_count) {
  int port = 0;
  (void)operands, (void)operand_count;
  if (!read_port(&port, values[PORT])) return CR_EXIT_USAGE;
  const int checked = check_ruleset(values[RULESET]);
  return checked == CR_EXIT_OK ? cr_serve(port, values[RULESET]) : checked;
}

const cr_verb cr_verb_serve = {
    .name = "serve",
    .operands = "",
    .summary = N_("Open dossiers on a page in the browser."),
    .page = N_(
        "Prints an address to open in a browser on the same machine. On the page a dossier is opened or\n"
        "dropped: an XML file, a zip, a folder, or several files. It shows what is wrong with it, or\n"
        "the verdict and the criteria; holdings can be moved there, to see what verdict and room\n"
        "become. It ends with Ctrl-C.\n"
        "\n"
        "Only this machine reaches the page, and only the page is answered. Files are held in memory\n"
        "while they are screened, never written; nothing is fetched from elsewhere, and nothing leaves\n"
        "the machine.\n"
        "\n"
        "Exit status: 0 ended by Ctrl-C (SIGINT) or SIGTERM; 64 wrong arguments, 65 something in the\n"
        "ruleset is wrong, 66 it does not exist or cannot be opened, 70 internal error, 74 the port is\n"
        "taken or not allowed.\n"
        "\n"
        "Examples:\n"
        "  crible serve\n"
        "  crible serve --port 8080\n"
        "  crible serve --ruleset secnumcloud-2023-strict --lang fr\n"),
    .options = options,
    .option_count = OPTIONS,
    .run = run};
