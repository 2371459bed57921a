/* crible clauses FILE: which rights are encoded in a clause document, and where none is. */
#include <crible/clauses.h>

#include "engine/cli/diagnostics.h"
#include "engine/cli/output.h"
#include "engine/cli/report_format.h"
#include "engine/cli/session.h"
#include "engine/cli/verb.h"
#include "engine/cli/words.h"

enum { FORMAT, OUTPUT, OPTIONS };

static const cr_cli_option options[OPTIONS] = {
    [FORMAT] = {"format", 'f', "text|json", N_("how the result is written (text)"), false},
    [OUTPUT] = {"output", 'o', N_("FILE"), N_("write there instead of the terminal"), false}};

static int run(const char *const *values, const char *const *operands, int operand_count) {
  (void)operand_count;
  crible_report_options format;
  if (!cr_report_format_read(&format, values[FORMAT], values[OUTPUT], false)) return CR_EXIT_USAGE;
  int exit_status = CR_EXIT_OK;
  char *text = NULL;
  size_t length = 0;
  crible_context *context = NULL;
  crible_status status = cr_session_open(&context);
  if (status == CRIBLE_OK) status = crible_clauses(&text, &length, context, operands[0], &format);
  if (status == CRIBLE_OK) {
    cr_diagnostics_print(context);
    if (!cr_output_write(values[OUTPUT], text, length)) exit_status = CR_EXIT_IO;
  } else {
    exit_status = cr_session_fail(context, status, operands[0]);
  }
  crible_text_free(context, text);
  crible_context_free(context);
  return exit_status;
}

const cr_verb cr_verb_clauses = {
    .name = "clauses",
    .operands = N_("FILE"),
    .summary = N_("List the rights that are encoded in statutes or an agreement."),
    .page = N_("FILE is a document in Akoma Ntoso 3.0. Each article is listed with the rights that are\n"
               "encoded in it, or with the word that none is: what is not encoded was not read by\n"
               "the engine. Elements of other vocabularies are listed as not understood.\n"
               "\n"
               "A dossier takes such a document in with <clauses source=\"…\" under=\"statutes\"/>.\n"
               "\n"
               "Exit status: 0 the document can be read, 64 wrong arguments, 65 something in it is\n"
               "wrong, 66 it does not exist or cannot be opened, 70 internal error, 74 reading or\n"
               "writing failed.\n"
               "\n"
               "Example:\n"
               "  crible clauses montagne/statuts.xml\n"),
    .options = options,
    .option_count = OPTIONS,
    .operand_least = 1,
    .operand_most = 1,
    .run = run};
