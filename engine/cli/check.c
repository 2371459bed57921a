/* crible check DOSSIER: validates, and says so. */
#include <stdbool.h>
#include <stdio.h>

#include "engine/cli/diagnostics.h"
#include "engine/cli/format.h"
#include "engine/cli/output.h"
#include "engine/cli/session.h"
#include "engine/cli/source.h"
#include "engine/cli/terminal.h"
#include "engine/cli/verb.h"
#include "engine/cli/words.h"

enum { SOURCE, FORMAT = SOURCE + CR_SOURCE_OPTIONS, OPTIONS };

static const cr_cli_option options[OPTIONS] = {
    CR_SOURCE_OPTION_LIST(SOURCE, 's'),
    [FORMAT] = {"format", 'f', "text|json", N_("how what was found is written (text)")}};

static void say_ok(const char *path, int warnings) {
  cr_terminal_put(stdout, path);
  if (warnings == 0) printf(": %s\n", _("ok"));
  else printf(cr_plural(": ok, with %d warning\n", ": ok, with %d warnings\n", warnings), warnings);
}

static crible_status read_and_check(crible_context **context, const char *path,
                                    const cr_source_options *source) {
  crible_dossier *dossier = NULL;
  crible_status status = cr_session_open(context);
  if (status == CRIBLE_OK) status = cr_source_open(&dossier, *context, path, source);
  if (status == CRIBLE_OK) status = crible_dossier_check(dossier);
  crible_dossier_free(dossier);
  return status;
}

static int tell(crible_context *context, crible_status status, const char *path) {
  if (status != CRIBLE_OK) return cr_session_fail(context, status, path);
  say_ok(path, cr_diagnostics_print(context));
  return CR_EXIT_OK;
}

/* A failure that no diagnostic tells is told as ever. */
static int tell_json(crible_context *context, crible_status status, const char *path) {
  char *text = NULL;
  size_t length = 0;
  if (!context || (status != CRIBLE_OK && crible_diagnostic_count(context) == 0))
    return cr_session_fail(context, status, path);
  crible_status told = crible_diagnostics_json(&text, &length, context, path);
  if (told != CRIBLE_OK) return cr_session_fail(context, told, path);
  bool written = cr_output_write(NULL, text, length);
  crible_text_free(context, text);
  return written ? crible_status_exit(status) : CR_EXIT_IO;
}

static int run(const char *const *values, const char *const *operands, const cr_given *given,
               int given_count) {
  static const char *const formats[] = {"text", "json"};
  int format = cr_format_read(values[FORMAT], formats, 2);
  if (format < 0) return CR_EXIT_USAGE;
  cr_source_options source;
  cr_source_options_read(&source, SOURCE, values, given, given_count);
  crible_context *context = NULL;
  crible_status status = read_and_check(&context, operands[0], &source);
  int exit_status = (format == 1 ? tell_json : tell)(context, status, operands[0]);
  crible_context_free(context);
  return exit_status;
}

const cr_verb cr_verb_check = {
    .name = "check",
    .operands = N_("DOSSIER"),
    .summary = N_("Check that a dossier can be read and does not contradict itself."),
    .page = N_(
        "DOSSIER is whatever 'crible screen' reads; registers beside it (--with) and what a person\n"
        "confirmed (--matches) are checked with it.\n"
        "Every error found is told with its file, line and column, the line quoted, and what\n"
        "to do; at most twenty.\n"
        "Nothing is screened: 'crible screen' does that.\n"
        "\n"
        "With --format json the errors and warnings go to standard output as one JSON object,\n"
        "for editors: place, code, sentence and advice each in a member of its own.\n"
        "\n"
        "Exit status: 0 the dossier is in order (warnings may be told), 64 wrong arguments,\n"
        "65 something in the dossier is wrong, 66 it does not exist or cannot be opened,\n"
        "70 internal error, 74 reading or writing failed.\n"
        "\n"
        "Examples:\n"
        "  crible check montagne/\n"
        "  crible check montagne/ --format json\n"
        "  crible check register.json --candidate 969500ABCDEFGHIJKL42\n"
        "  crible check montagne/ --with lei.zip --matches matches.xml\n"),
    .options = options,
    .option_count = OPTIONS,
    .operand_least = 1,
    .operand_most = 1,
    .run_given = run};
