/* crible chart DOSSIER: the ownership chart. */
#include <crible/chart.h>

#include "engine/cli/diagnostics.h"
#include "engine/cli/format.h"
#include "engine/cli/output.h"
#include "engine/cli/session.h"
#include "engine/cli/source.h"
#include "engine/cli/terminal.h"
#include "engine/cli/verb.h"
#include "engine/cli/words.h"

#include <stdio.h>

enum { RULESET, AS_OF, SOURCE, FORMAT = SOURCE + CR_SOURCE_OPTIONS, FULL, OUTPUT, OPTIONS };

static const cr_cli_option options[OPTIONS] = {
    [RULESET] = {"ruleset", 'r', N_("ID|FILE"),
                 N_("thresholds and readings of the law (secnumcloud-2023)"), false},
    [AS_OF] = {"as-of", 'd', N_("DATE"), N_("date of the facts, YYYY-MM-DD (the collection's)"), false},
    CR_SOURCE_OPTION_LIST(SOURCE, 's'),
    [FORMAT] = {"format", 'f', "svg|dot|png", N_("how the chart is written (svg)"), false},
    [FULL] = {"full", 0, NULL, N_("draw every party, not 60 at most"), false},
    [OUTPUT] = {"output", 'o', N_("FILE"), N_("write there instead of the terminal"), false}};

static int write_chart(crible_context *context, const crible_screening *screening,
                       const crible_chart_options *format, const char *output,
                       const char *path) {
  char *text = NULL;
  size_t length = 0;
  crible_status status = crible_chart(&text, &length, screening, format);
  if (status != CRIBLE_OK) return cr_session_fail(context, status, path);
  bool written = cr_output_write(output, text, length);
  crible_text_free(context, text);
  return written ? CR_EXIT_OK : CR_EXIT_IO;
}

/* False after a complaint. */
static bool read_format(crible_chart_options *out, const char *const *values) {
  static const char *const formats[] = {
      [CRIBLE_CHART_SVG] = "svg", [CRIBLE_CHART_DOT] = "dot", [CRIBLE_CHART_PNG] = "png"};
  const int format = cr_format_read(values[FORMAT], formats, sizeof formats / sizeof *formats);
  if (format < 0) return false;
  *out = (crible_chart_options){(crible_chart_format)format, values[FULL] != NULL};
  if (out->format == CRIBLE_CHART_PNG && !values[OUTPUT] && cr_terminal_attached(stdout)) {
    cr_terminal_complain(_("a picture is not for a terminal: say --output FILE"));
    return false;
  }
  return true;
}

static int run(const char *const *values, const char *const *operands, const cr_given *given,
               int given_count) {
  crible_chart_options format;
  if (!read_format(&format, values)) return CR_EXIT_USAGE;
  int exit_status;
  cr_screened screened;
  crible_screening_options question = {.ruleset = values[RULESET], .as_of = values[AS_OF]};
  cr_source_options source;
  cr_source_options_read(&source, SOURCE, values, given, given_count);
  crible_status status = cr_screened_open(&screened, operands[0], &source, &question);
  if (status == CRIBLE_OK) {
    cr_diagnostics_print(screened.context);
    exit_status = write_chart(screened.context, screened.screening,
                              &format, values[OUTPUT], operands[0]);
  } else {
    exit_status = cr_session_fail(screened.context, status, operands[0]);
  }
  cr_screened_free(&screened);
  return exit_status;
}

const cr_verb cr_verb_chart = {
    .name = "chart",
    .operands = N_("DOSSIER"),
    .summary = N_("Draw who holds the candidate."),
    .page =
        N_("The candidate stands at the bottom, its holders above it. Third entities have cut\n"
           "corners and are red, those that may be third amber and dashed. A line has the share\n"
           "of capital and votes, one figure where both are the same; it is dashed where only a range or\n"
           "not the holder is known, thick and violet where its holder controls the company.\n"
           "\n"
           "At most 60 boxes are drawn, or as many as can be read on a page of A4: those that the verdict\n"
           "rests on, the largest third entities and whoever is nearest to the candidate; the other\n"
           "holders of a company are one box together. --full draws all.\n"
           "\n"
           "SVG has its text as text, prints on A4 and needs nothing else; the same dossier gives the\n"
           "same bytes. DOT is for Graphviz; PNG is drawn by it.\n"
           "\n"
           "Exit status: 0 drawn, whatever the verdict; 64 wrong arguments, 65 something in the\n"
           "dossier or ruleset is wrong, 66 it does not exist or cannot be opened, or PNG needs a\n"
           "module that is missing, 70 internal error, 74 reading or writing failed.\n"
           "\n"
           "Examples:\n"
           "  crible chart montagne/ --output chart.svg\n"
           "  crible chart montagne/ --with lei.zip --with rr.zip --output chart.svg\n"
           "  crible chart montagne/ --full --format dot | dot -Tpdf -o chart.pdf\n"),
    .options = options,
    .option_count = OPTIONS,
    .operand_least = 1,
    .operand_most = 1,
    .run_given = run};
