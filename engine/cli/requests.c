/* crible requests DOSSIER: the letter to the candidate. */
#include <stdio.h>
#include <string.h>

#include "engine/cli/diagnostics.h"
#include "engine/cli/format.h"
#include "engine/cli/output.h"
#include "engine/cli/session.h"
#include "engine/cli/source.h"
#include "engine/cli/terminal.h"
#include "engine/cli/verb.h"
#include "engine/cli/words.h"

enum {
  RULESET, AS_OF, SOURCE, FORMAT = SOURCE + CR_SOURCE_OPTIONS, REPLY_BY, REFERENCE, OUTPUT, OPTIONS
};

static const cr_cli_option options[OPTIONS] = {
    [RULESET] = {"ruleset", 'r', N_("ID|FILE"),
                 N_("thresholds and readings of the law (secnumcloud-2023)"), false},
    [AS_OF] = {"as-of", 'd', N_("DATE"), N_("date of the facts, YYYY-MM-DD (the collection's)"),
               false},
    CR_SOURCE_OPTION_LIST(SOURCE, 's'),
    [FORMAT] = {"format", 'f', "text|html|pdf|csv", N_("how the letter is written (text)"), false},
    [REPLY_BY] = {"reply-by", 'b', N_("DATE"), N_("until when an answer is asked for, YYYY-MM-DD"),
                  false},
    [REFERENCE] = {"reference", 'R', N_("TEXT"), N_("what the answer should quote"), false},
    [OUTPUT] = {"output", 'o', N_("FILE"), N_("write there instead of the terminal"), false}};

static bool to_terminal(const char *const *values) {
  return !values[OUTPUT] || strcmp(values[OUTPUT], "-") == 0;
}

/* False after a complaint. */
static bool read_options(crible_letter_options *out, const char *const *values) {
  static const crible_format formats[] = {CRIBLE_TEXT, CRIBLE_HTML, CRIBLE_PDF, CRIBLE_CSV};
  static const char *const names[] = {"text", "html", "pdf", "csv"};
  const int format = cr_format_read(values[FORMAT], names, sizeof names / sizeof *names);
  if (format < 0) return false;
  if (formats[format] == CRIBLE_PDF && to_terminal(values) && cr_terminal_attached(stdout)) {
    cr_terminal_complain(_("'--format %s' writes a file; name it with '--output FILE'"),
                         names[format]);
    return false;
  }
  *out = (crible_letter_options){.format = formats[format],
                                 .width = to_terminal(values) ? cr_terminal_width(stdout) : 0,
                                 .reply_by = values[REPLY_BY],
                                 .reference = values[REFERENCE]};
  return true;
}

/* Writes the letter; with nothing to ask there is none, and a sentence on the terminal says so. */
static int write_letter(crible_context *context, const crible_screening *screening, bool nothing,
                        crible_letter_options letter, const char *const *values,
                        const char *path) {
  char *text = NULL;
  size_t length = 0;
  bool written = true;
  if (nothing) letter.format = CRIBLE_TEXT;
  crible_status status = crible_letter(&text, &length, screening, &letter);
  if (status == CRIBLE_E_USAGE) {
    cr_terminal_complain(_("'--reply-by %s' is not a date such as 2023-03-15"), letter.reply_by);
    return CR_EXIT_USAGE;
  }
  if (status != CRIBLE_OK) return cr_session_fail(context, status, path);
  if (nothing) cr_terminal_complain("%.*s", (int)strcspn(text, "\n"), text);
  else written = cr_output_write(values[OUTPUT], text, length);
  crible_text_free(context, text);
  return written ? (int)crible_screening_verdict(screening) : CR_EXIT_IO;
}

static int run(const char *const *values, const char *const *operands, const cr_given *given,
               int given_count) {
  crible_letter_options letter;
  if (!read_options(&letter, values)) return CR_EXIT_USAGE;
  int exit_status;
  size_t count = 0;
  cr_screened screened;
  const crible_screening_options question = {.ruleset = values[RULESET], .as_of = values[AS_OF]};
  cr_source_options source;
  cr_source_options_read(&source, SOURCE, values, given, given_count);
  crible_status status = cr_screened_open(&screened, operands[0], &source, &question);
  if (status == CRIBLE_OK) status = crible_screening_request_count(&count, screened.screening);
  if (status == CRIBLE_OK) {
    cr_diagnostics_print(screened.context);
    exit_status = write_letter(screened.context, screened.screening,
                               count == 0, letter, values, operands[0]);
  } else {
    exit_status = cr_session_fail(screened.context, status, operands[0]);
  }
  cr_screened_free(&screened);
  return exit_status;
}

const cr_verb cr_verb_requests = {
    .name = "requests",
    .operands = N_("DOSSIER"),
    .summary = N_("Write the letter that asks a candidate for what is missing."),
    .page = N_("DOSSIER is whatever 'crible screen' reads.\n"
               "\n"
               "When the verdict is undetermined, the letter lists what the candidate should send so\n"
               "that it can be settled, the most useful first, with nothing that can be spared: what\n"
               "it is, why it matters, which documents are accepted, and a table to fill in. It is in\n"
               "the language of the command, French or English: see --lang. With --format html or\n"
               "pdf it is a page to print; with --format csv, the table for a spreadsheet. PDF needs\n"
               "WeasyPrint to be installed.\n"
               "\n"
               "When there is nothing to ask, a sentence says so and no letter is written.\n"
               "\n"
               "Exit status: as of 'crible screen'; 69 WeasyPrint is not installed.\n"
               "\n"
               "Examples:\n"
               "  crible requests montagne/\n"
               "  crible requests montagne/ --lang fr --reply-by 2023-03-15 --reference 'FR2030-17'\n"
               "  crible requests montagne/ --format pdf --output letter.pdf\n"
               "  crible requests montagne/ --format csv --output answers.csv\n"),
    .options = options,
    .option_count = OPTIONS,
    .operand_least = 1,
    .operand_most = 1,
    .run_given = run};
