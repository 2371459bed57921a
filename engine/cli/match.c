/* crible match A [B…]: parties that may be one, for a person to confirm. */
#include <stdio.h>

#include "engine/cli/diagnostics.h"
#include "engine/cli/options.h"
#include "engine/cli/output.h"
#include "engine/cli/report_format.h"
#include "engine/cli/session.h"
#include "engine/cli/verb.h"
#include "engine/cli/words.h"

enum { CANDIDATE, FROM, OUTPUT, OPTIONS };

static const cr_cli_option options[OPTIONS] = {
    [CANDIDATE] = {"candidate", 'c', N_("ID"), N_("who is screened, in a file that does not say it"), false},
    [FROM] = {"from", 'F', N_("FORMAT"),
             N_("format of the file, such as bods or gleif (recognised)"), false},
    [OUTPUT] = {"output", 'o', N_("FILE"), N_("write the pairs there too, to be confirmed"), false}};

static int write_pairs(crible_context *context, const crible_matches *matches, const char *path) {
  char *text = NULL;
  size_t length = 0;
  crible_status status = crible_matches_xml(&text, &length, matches);
  if (status != CRIBLE_OK) return cr_session_fail(context, status, path);
  bool written = cr_output_write(path, text, length);
  crible_text_free(context, text);
  return written ? CR_EXIT_OK : CR_EXIT_IO;
}

static int tell(crible_context *context, const crible_matches *matches,
                const crible_report_options *format) {
  char *text = NULL;
  size_t length = 0;
  crible_status status = crible_matches_report(&text, &length, matches, format);
  if (status != CRIBLE_OK) return cr_session_fail(context, status, NULL);
  bool written = cr_output_write(NULL, text, length);
  crible_text_free(context, text);
  return written ? CR_EXIT_OK : CR_EXIT_IO;
}

static int compare(crible_context *context, const crible_dossier *const *dossiers, int count,
                   const char *const *values, const char *path) {
  crible_report_options format;
  crible_matches *matches = NULL;
  if (!cr_report_format_read(&format, NULL, NULL, false)) return CR_EXIT_USAGE;
  crible_status status = crible_matches_find(&matches, context, dossiers, count);
  if (status != CRIBLE_OK) return cr_session_fail(context, status, path);
  cr_diagnostics_print(context);
  int exit_status = values[OUTPUT] ? write_pairs(context, matches, values[OUTPUT]) : CR_EXIT_OK;
  if (exit_status == CR_EXIT_OK) exit_status = tell(context, matches, &format);
  crible_matches_free(matches);
  return exit_status;
}

static int run(const char *const *values, const char *const *operands, int operand_count) {
  crible_dossier *dossiers[CR_MOST_OPERANDS] = {NULL};
  const crible_dossier_options source = {
      .format = values[FROM], .candidate = values[CANDIDATE], .candidate_if_asked = true};
  crible_context *context = NULL;
  int count = 0;
  crible_status status = cr_session_open(&context);
  while (status == CRIBLE_OK && count < operand_count) {
    status = crible_dossier_read_with(&dossiers[count], context, operands[count], &source);
    count++;
  }
  int exit_status =
      status == CRIBLE_OK
          ? compare(context, (const crible_dossier *const *)dossiers, count, values, operands[0])
          : cr_session_fail(context, status, operands[count ? count - 1 : 0]);
  for (int i = 0; i < count; i++) crible_dossier_free(dossiers[i]);
  crible_context_free(context);
  return exit_status;
}

const cr_verb cr_verb_match = {
    .name = "match",
    .operands = N_("DOSSIER [FILE…]"),
    .summary = N_("Find parties that may be one, for a person to confirm."),
    .page = N_(
        "The parties of all files are compared with each other and among themselves: by\n"
        "identifiers and numbers however they are written, by names without case, accents,\n"
        "punctuation and legal forms, by their countries. Pairs that may be one party are\n"
        "listed, most likely first, with what speaks for and against each.\n"
        "\n"
        "None is joined. With --output the pairs are written to a file, in which a person\n"
        "changes same=\"unknown\" to \"yes\" or \"no\"; 'crible screen --matches' then makes one\n"
        "party of each pair with \"yes\".\n"
        "\n"
        "A file that does not say who the candidate is, such as BODS or a register, takes\n"
        "--candidate; of a register only who stands above the candidate is compared.\n"
        "\n"
        "Exit status: 0 the files can be read, 64 wrong arguments, 65 something in them is\n"
        "wrong, 66 one does not exist or cannot be opened, 70 internal error, 74 reading or\n"
        "writing failed.\n"
        "\n"
        "Examples:\n"
        "  crible match montagne/\n"
        "  crible match montagne/ register.json --candidate 969500ABCDEFGHIJKL42 -o matches.xml\n"
        "  crible screen montagne/ --matches matches.xml\n"),
    .options = options,
    .option_count = OPTIONS,
    .operand_least = 1,
    .operand_most = CR_MOST_OPERANDS,
    .run = run};
