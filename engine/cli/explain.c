/* crible explain DOSSIER [CRITERION]: how each status comes about, step by step. */
#include <crible/explanation.h>

#include <stdio.h>
#include <string.h>

#include "engine/cli/diagnostics.h"
#include "engine/cli/output.h"
#include "engine/cli/session.h"
#include "engine/cli/source.h"
#include "engine/cli/suggest.h"
#include "engine/cli/terminal.h"
#include "engine/cli/verb.h"
#include "engine/cli/words.h"

enum { RULESET, AS_OF, SOURCE, OUTPUT = SOURCE + CR_SOURCE_OPTIONS, OPTIONS };

static const cr_cli_option options[OPTIONS] = {
    [RULESET] = {"ruleset", 'r', "ID|FILE",
                 N_("thresholds and readings of the law (secnumcloud-2023)"), false},
    [AS_OF] = {"as-of", 'd', "DATE", N_("date of the facts, YYYY-MM-DD (the collection's)"), false},
    CR_SOURCE_OPTION_LIST(SOURCE, 's'),
    [OUTPUT] = {"output", 'o', "FILE", N_("write there instead of the terminal"), false}};

static const char *const criteria[] = {
    "capital", "votes", "veto", "organ-majority", "capital-individual", "capital-collective",
    "votes-individual", "votes-collective"};
enum { CRITERIA = sizeof criteria / sizeof *criteria };

static bool is_criterion(const char *name) {
  for (int i = 0; i < CRITERIA; i++)
    if (strcmp(criteria[i], name) == 0) return true;
  const char *meant = cr_cli_suggest(name, criteria, CRITERIA);
  if (meant) cr_terminal_complain(_("there is no criterion '%s'; did you mean '%s'?"), name, meant);
  else
    cr_terminal_complain(_("there is no criterion '%s'; 'crible help explain' lists them"), name);
  return false;
}

static int write_explanation(crible_context *context, crible_screening *screening,
                             const char *criterion, const char *output, const char *path) {
  const bool to_terminal = !output || strcmp(output, "-") == 0;
  const crible_report_options format = {.color = to_terminal && cr_terminal_color(stdout),
                                        .width = to_terminal ? cr_terminal_width(stdout) : 0};
  char *text = NULL;
  size_t length = 0;
  crible_status status = crible_explain(&text, &length, screening, criterion, &format);
  if (status != CRIBLE_OK) return cr_session_fail(context, status, path);
  bool written = cr_output_write(output, text, length);
  crible_text_free(context, text);
  return written ? (int)crible_screening_verdict(screening) : CR_EXIT_IO;
}

static int run(const char *const *values, const char *const *operands, const cr_given *given,
               int given_count) {
  const char *criterion = operands[1];
  if (criterion && !is_criterion(criterion)) return CR_EXIT_USAGE;
  int exit_status;
  cr_screened screened;
  crible_screening_options question = {.ruleset = values[RULESET], .as_of = values[AS_OF]};
  cr_source_options source;
  cr_source_options_read(&source, SOURCE, values, given, given_count);
  crible_status status = cr_screened_open(&screened, operands[0], &source, &question);
  if (status == CRIBLE_OK) {
    cr_diagnostics_print(screened.context);
    exit_status = write_explanation(screened.context, screened.screening,
                                    criterion, values[OUTPUT], operands[0]);
  } else {
    exit_status = cr_session_fail(screened.context, status, operands[0]);
  }
  cr_screened_free(&screened);
  return exit_status;
}

const cr_verb cr_verb_explain = {
    .name = "explain",
    .operands = N_("DOSSIER [CRITERION]"),
    .summary = N_("Say step by step how each figure and status comes about."),
    .page = N_("DOSSIER, registers beside it and what a person confirmed are as of 'crible screen'.\n"
               "\n"
               "CRITERION is capital, votes, veto or organ-majority; capital-individual,\n"
               "capital-collective, votes-individual and votes-collective are its parts. Without\n"
               "it all are explained.\n"
               "\n"
               "Each figure stands with the document that it was read in and the article that makes\n"
               "it count. Lines that are calculations have exact numbers only, a fraction where a\n"
               "percentage has no end of decimals: a pocket calculator gives the same.\n"
               "\n"
               "Exit status: as of 'crible screen'.\n"
               "\n"
               "Examples:\n"
               "  crible explain montagne/\n"
               "  crible explain montagne/ votes\n"
               "  crible explain montagne/ capital --with lei.zip --with rr.zip\n"),
    .options = options,
    .option_count = OPTIONS,
    .operand_least = 1,
    .operand_most = 2,
    .run_given = run};
