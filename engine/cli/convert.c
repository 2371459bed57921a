/* crible convert INPUT --to FORMAT: the facts of any input in another format. */
#include <string.h>

#include "engine/cli/diagnostics.h"
#include "engine/cli/format.h"
#include "engine/cli/output.h"
#include "engine/cli/session.h"
#include "engine/cli/source.h"
#include "engine/cli/terminal.h"
#include "engine/cli/verb.h"
#include "engine/cli/words.h"

enum { TO, AS_OF, SOURCE, OUTPUT = SOURCE + CR_SOURCE_OPTIONS, OPTIONS };

static const cr_cli_option options[OPTIONS] = {
    [TO] = {"to", 't', "bods|dossier", N_("format to write"), false},
    [AS_OF] = {"as-of", 'd', N_("DATE"),
               N_("date of the facts, YYYY-MM-DD (the collection's)"), false},
    CR_SOURCE_OPTION_LIST(SOURCE, 's'),
    [OUTPUT] = {"output", 'o', N_("FILE"), N_("write there instead of the terminal"), false}};

/* The options of the conversion; false after a complaint. */
static bool read_options(crible_conversion_options *out, const char *const *values) {
  static const char *const formats[] = {[CRIBLE_TO_DOSSIER] = "dossier",
                                        [CRIBLE_TO_BODS] = "bods"};
  if (!values[TO]) {
    cr_terminal_complain(_("say what format to write: --to"));
    return false;
  }
  int format = cr_format_read(values[TO], formats, sizeof formats / sizeof *formats);
  if (format < 0) return false;
  if (values[AS_OF] && format == CRIBLE_TO_DOSSIER) {
    cr_terminal_complain(_("a dossier has the facts of all dates: leave out --as-of"));
    return false;
  }
  *out = (crible_conversion_options){.to = (crible_conversion_format)format,
                                     .as_of = values[AS_OF]};
  return true;
}

static int run(const char *const *values, const char *const *operands, const cr_given *given,
               int given_count) {
  crible_conversion_options conversion;
  if (!read_options(&conversion, values)) return CR_EXIT_USAGE;
  char *text = NULL;
  size_t length = 0;
  int exit_status = CR_EXIT_OK;
  crible_context *context = NULL;
  crible_dossier *dossier = NULL;
  cr_source_options source;
  cr_source_options_read(&source, SOURCE, values, given, given_count);
  crible_status status = cr_session_open(&context);
  if (status == CRIBLE_OK) status = cr_source_open(&dossier, context, operands[0], &source);
  if (status == CRIBLE_OK) status = crible_convert(&text, &length, dossier, &conversion);
  if (status == CRIBLE_OK) {
    cr_diagnostics_print(context);
    if (!cr_output_write(values[OUTPUT], text, length)) exit_status = CR_EXIT_IO;
    crible_text_free(context, text);
  } else {
    exit_status = cr_session_fail(context, status, operands[0]);
  }
  crible_dossier_free(dossier);
  crible_context_free(context);
  return exit_status;
}

const cr_verb cr_verb_convert = {
    .name = "convert",
    .operands = N_("DOSSIER"),
    .summary = N_("Write the facts of a dossier or register in another format."),
    .page = N_(
        "DOSSIER is whatever 'crible screen' reads; with --with, what registers say above its parties is\n"
        "written too, with --matches, parties that were confirmed to be one are one. Written are the facts,\n"
        "not the documents that are cited; what is written gives the same figures when it is screened,\n"
        "but for what the format cannot say, which is told by a warning for each fact.\n"
        "\n"
        "'dossier' is a dossier.xml in one fixed order and spelling, so that equal facts give equal\n"
        "bytes: every fact an element of its own, shares as exact fractions, tables of holders\n"
        "as the lots and stakes that they list. 'bods' is BODS 0.4, the facts of one day: lots as\n"
        "the shares of capital and votes that they are then; what BODS has no member for, such as\n"
        "fractions, stands in annotations that crible takes.\n"
        "\n"
        "Exit status: 0 written, 64 wrong arguments, 65 something in the input is wrong, 66 it does\n"
        "not exist or cannot be opened, 70 internal error, 74 reading or writing failed.\n"
        "\n"
        "Examples:\n"
        "  crible convert register.json --candidate 969500ABCDEFGHIJKL42 --to dossier\n"
        "  crible convert holders.xlsx --candidate 'Montagne SAS' --to dossier --output dossier.xml\n"
        "  crible convert montagne/ --to dossier --with lei.zip --with rr.zip\n"
        "  crible convert montagne/ --to bods --as-of 2023-02-15 --output montagne.json\n"),
    .options = options,
    .option_count = OPTIONS,
    .operand_least = 1,
    .operand_most = 1,
    .run_given = run};
