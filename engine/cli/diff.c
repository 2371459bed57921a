/* crible diff A B: what differs between two dossiers; crible diff A --as-of FROM..TO: when the
 * result of one changes. */
#include <stdbool.h>
#include <string.h>

#include <crible/difference.h>
#include <crible/timeline.h>

#include "engine/cli/diagnostics.h"
#include "engine/cli/output.h"
#include "engine/cli/report_format.h"
#include "engine/cli/session.h"
#include "engine/cli/source.h"
#include "engine/cli/terminal.h"
#include "engine/cli/verb.h"
#include "engine/cli/words.h"

enum { RULESET, AS_OF, SOURCE, FORMAT = SOURCE + CR_SOURCE_OPTIONS, EXACT, OUTPUT, OPTIONS };

static const cr_cli_option options[OPTIONS] = {
    [RULESET] = {"ruleset", 'r', N_("ID|FILE"),
                 N_("thresholds and readings of the law (secnumcloud-2023)"), false},
    [AS_OF] = {"as-of", 'd', N_("DATE"), N_("date of the facts, YYYY-MM-DD; of one dossier FROM..TO"), false},
    CR_SOURCE_OPTION_LIST(SOURCE, 's'),
    [FORMAT] = {"format", 'f', "text|json", N_("how the result is written (text)"), false},
    [EXACT] = {"exact", 'e', NULL, N_("show fractions beside the percentages"), false},
    [OUTPUT] = {"output", 'o', N_("FILE"), N_("write there instead of the terminal"), false}};

/* Writes a report and frees it; `differs` is the exit status where that succeeds. */
static int write_text(crible_context *context, char *text, size_t length, const char *output,
                      int differs) {
  bool written = cr_output_write(output, text, length);
  crible_text_free(context, text);
  return written ? differs : CR_EXIT_IO;
}

/* Writes the report and says whether verdict or figures differ. */
static int write_report(crible_context *context, const crible_difference *difference,
                        const crible_report_options *format, const char *output,
                        const char *path) {
  char *text = NULL;
  size_t length = 0;
  crible_status status = crible_difference_report(&text, &length, difference, format);
  if (status != CRIBLE_OK) return cr_session_fail(context, status, path);
  return write_text(context, text, length, output, crible_difference_of_result(difference));
}

enum { LONGEST_DATE = 32 };

/* One dossier between two days; `dates` is FROM..TO. */
static int run_timeline(const char *const *values, const char *path, const char *dates,
                        const cr_source_options *source, const crible_report_options *format) {
  char from[LONGEST_DATE], *text = NULL;
  size_t length = 0, until = (size_t)(strstr(dates, "..") - dates);
  int exit_status;
  crible_context *context = NULL;
  crible_dossier *dossier = NULL;
  crible_timeline *timeline = NULL;
  crible_screening_options question = {.ruleset = values[RULESET]};
  if (until >= sizeof from) until = sizeof from - 1;
  memcpy(from, dates, until);
  from[until] = '\0';
  crible_status status = cr_session_open(&context);
  if (status == CRIBLE_OK) status = cr_source_open(&dossier, context, path, source);
  if (status == CRIBLE_OK)
    status = crible_timeline_of(&timeline, dossier, &question, from, strstr(dates, "..") + 2);
  if (status == CRIBLE_OK) {
    cr_diagnostics_print(context);
    status = crible_timeline_report(&text, &length, timeline, format);
  }
  if (status == CRIBLE_OK)
    exit_status =
        write_text(context, text, length, values[OUTPUT], crible_timeline_count(timeline) > 0);
  else exit_status = cr_session_fail(context, status, path);
  crible_timeline_free(timeline);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return exit_status;
}

static int run(const char *const *values, const char *const *operands, const cr_given *given,
               int given_count) {
  crible_report_options format;
  const bool between = values[AS_OF] && strstr(values[AS_OF], "..");
  if (between == (operands[1] != NULL)) {
    cr_terminal_complain(between ? _("--as-of FROM..TO is for one dossier")
                                 : _("diff needs two dossiers, or one and --as-of FROM..TO"));
    return CR_EXIT_USAGE;
  }
  if (!cr_report_format_read(&format, values[FORMAT], values[OUTPUT], values[EXACT] != NULL))
    return CR_EXIT_USAGE;
  cr_source_options source;
  cr_source_options_read(&source, SOURCE, values, given, given_count);
  source.reading.candidate_if_asked = !between; /* one of the two may say it, and the other not */
  if (between) return run_timeline(values, operands[0], values[AS_OF], &source, &format);
  int exit_status;
  crible_context *context = NULL;
  crible_dossier *before = NULL, *after = NULL;
  crible_difference *difference = NULL;
  const char *path = operands[0];
  crible_screening_options question = {.ruleset = values[RULESET], .as_of = values[AS_OF]};
  crible_status status = cr_session_open(&context);
  if (status == CRIBLE_OK) status = cr_source_open(&before, context, path, &source);
  if (status == CRIBLE_OK) {
    path = operands[1];
    status = cr_source_open(&after, context, path, &source);
  }
  if (status == CRIBLE_OK) status = crible_difference_of(&difference, before, after, &question);
  if (status == CRIBLE_OK) {
    cr_diagnostics_print(context);
    exit_status = write_report(context, difference, &format, values[OUTPUT], path);
  } else {
    exit_status = cr_session_fail(context, status, path);
  }
  crible_difference_free(difference);
  crible_dossier_free(after);
  crible_dossier_free(before);
  crible_context_free(context);
  return exit_status;
}

const cr_verb cr_verb_diff = {
    .name = "diff",
    .operands = N_("A [B]"),
    .summary = N_("Say what differs between two dossiers, or when the result of one changes."),
    .page = N_(
        "A and B are dossiers, of one candidate as a rule: what was sent first and what later. Told\n"
        "are the facts that were added, removed and changed, then verdict and figures of both side\n"
        "by side; \"*\" marks a criterion whose status differs. Parties are the same by their id,\n"
        "failing that by an identifier (LEI, SIREN, register) that both have. A and B may be whatever\n"
        "'crible screen' reads; --with and --matches, and --candidate and --subject where a file does\n"
        "not say it, are for both.\n"
        "\n"
        "Of one dossier, --as-of FROM..TO lists the days after FROM and until TO on which the verdict,\n"
        "or the status or a figure of a criterion, is not that of the day before, and the facts, or\n"
        "the change of the law, that do it.\n"
        "\n"
        "Exit status: 0 verdict and figures are the same (facts may differ), 1 they differ or change,\n"
        "64 wrong arguments, 65 something in a dossier or the ruleset is wrong, 66 it does not exist\n"
        "or cannot be opened, 70 internal error, 74 reading or writing failed.\n"
        "\n"
        "Examples:\n"
        "  crible diff montagne-february/ montagne-july/\n"
        "  crible diff montagne-february/ montagne-july/ --as-of 2023-07-19 --format json\n"
        "  crible diff montagne/ --as-of 2020-01-01..2023-07-19\n"),
    .options = options,
    .option_count = OPTIONS,
    .operand_least = 1,
    .operand_most = 2,
    .run_given = run};
