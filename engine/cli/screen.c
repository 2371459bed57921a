/* crible screen DOSSIER: from the facts to the verdict. */
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
  RULESET, AS_OF, SOURCE, FORMAT = SOURCE + CR_SOURCE_OPTIONS, TABLE, EXACT, READINGS, NO_READINGS,
  OUTPUT, OPTIONS
};

static const cr_cli_option options[OPTIONS] = {
    [RULESET] = {"ruleset", 'r', N_("ID|FILE"),
                 N_("thresholds and readings of the law (secnumcloud-2023)")},
    [AS_OF] = {"as-of", 'd', N_("DATE"),
               N_("date of the facts, YYYY-MM-DD (the collection's)")},
    CR_SOURCE_OPTION_LIST(SOURCE, 's'),
    [FORMAT] = {"format", 'f', "text|json|html|pdf|csv|xlsx", N_("how the result is written (text)")},
    [TABLE] = {"table", 't', "criteria|holders|chains|sources|verdict|all",
               N_("which table is written as CSV (criteria)")},
    [EXACT] = {"exact", 'e', NULL, N_("show fractions beside the percentages")},
    [READINGS] = {"readings", 0, N_("[=WHICH]"),
                  N_("other readings: flips, changes (the default) or all")},
    [NO_READINGS] = {"no-readings", 0, NULL, N_("without them (the default, but on a terminal and in HTML)")},
    [OUTPUT] = {"output", 'o', N_("FILE"), N_("write there instead of the terminal")}};

static bool to_terminal(const char *const *values) {
  return !values[OUTPUT] || strcmp(values[OUTPUT], "-") == 0;
}

/* The table asked for, which is one of CSV; false after a complaint. */
static bool read_table(crible_report_options *out, const char *const *values) {
  static const char *const names[] = {
      [CRIBLE_TABLE_CRITERIA] = "criteria", [CRIBLE_TABLE_HOLDERS] = "holders",
      [CRIBLE_TABLE_CHAINS] = "chains",     [CRIBLE_TABLE_SOURCES] = "sources",
      [CRIBLE_TABLE_VERDICT] = "verdict",   [CRIBLE_TABLES_ALL] = "all"};
  if (!values[TABLE]) return true;
  if (!values[FORMAT]) out->format = CRIBLE_CSV;
  if (out->format != CRIBLE_CSV) {
    cr_terminal_complain(
        _("'--table' chooses a table of '--format csv'; other formats have all of it"));
    return false;
  }
  for (int i = 0; i < (int)(sizeof names / sizeof *names); i++)
    if (strcmp(values[TABLE], names[i]) == 0) {
      out->table = (crible_table)i;
      return true;
    }
  cr_terminal_complain(_("there is no table '%s'; there are: %s"), values[TABLE],
                       "criteria, holders, chains, sources, verdict, all");
  return false;
}

/* Options of the report from the command line; false after a complaint. */
static bool read_format(crible_report_options *out, const char *const *values) {
  static const char *const formats[] = {[CRIBLE_TEXT] = "text", [CRIBLE_JSON] = "json",
                                        [CRIBLE_CSV] = "csv", [CRIBLE_XLSX] = "xlsx",
                                        [CRIBLE_HTML] = "html", [CRIBLE_PDF] = "pdf"};
  int format = cr_format_read(values[FORMAT], formats, sizeof formats / sizeof *formats);
  if (format < 0) return false;
  const bool terminal = to_terminal(values);
  if ((format == CRIBLE_XLSX || format == CRIBLE_PDF) && terminal && cr_terminal_attached(stdout)) {
    cr_terminal_complain(_("'--format %s' writes a file; name it with '--output FILE'"),
                         formats[format]);
    return false;
  }
  *out = (crible_report_options){.format = (crible_format)format,
                                 .exact = values[EXACT] != NULL,
                                 .color = terminal && cr_terminal_color(stdout),
                                 .width = terminal ? cr_terminal_width(stdout) : 0};
  return read_table(out, values);
}

/* Whether other readings are asked for, and which the text lists; false after a complaint. */
static bool read_readings(bool *asked, crible_report_options *format, const char *const *values) {
  crible_readings_shown *shown = &format->readings_shown;
  const bool usual = format->format == CRIBLE_HTML || format->format == CRIBLE_PDF ||
                     (to_terminal(values) && cr_terminal_attached(stdout));
  static const char *const which[] = {[CRIBLE_READINGS_FLIPPING] = "flips",
                                      [CRIBLE_READINGS_CHANGING] = "changes",
                                      [CRIBLE_READINGS_ALL] = "all"};
  const char *value = values[READINGS];
  if (value && values[NO_READINGS]) {
    cr_terminal_complain(_("'--readings' and '--no-readings' exclude each other"));
    return false;
  }
  *asked = value || (!values[NO_READINGS] && usual);
  *shown = *asked                ? CRIBLE_READINGS_CHANGING
           : values[NO_READINGS] ? CRIBLE_READINGS_NONE
                                 : CRIBLE_READINGS_FLIPPING;
  if (!value || !*value) return true;
  for (int i = 0; i < (int)(sizeof which / sizeof *which); i++)
    if (strcmp(value, which[i]) == 0) {
      *shown = (crible_readings_shown)i;
      return true;
    }
  cr_terminal_complain(_("there are no readings '%s'; there are: flips, changes, all"), value);
  return false;
}

/* Writes the report and gives the exit status by verdict. */
static int write_report(crible_context *context, const crible_screening *screening,
                        const crible_report_options *format, const char *const *values,
                        const char *path) {
  char *text = NULL;
  size_t length = 0;
  crible_status status = crible_report(&text, &length, screening, format);
  if (status != CRIBLE_OK) return cr_session_fail(context, status, path);
  bool written = cr_output_write(values[OUTPUT], text, length);
  crible_text_free(context, text);
  return written ? (int)crible_screening_verdict(screening) : CR_EXIT_IO;
}

static int run(const char *const *values, const char *const *operands, const cr_given *given,
               int given_count) {
  crible_report_options format;
  bool readings_asked;
  if (!read_format(&format, values) ||
      !read_readings(&readings_asked, &format, values))
    return CR_EXIT_USAGE;
  int exit_status;
  cr_screened screened;
  crible_readings *readings = NULL;
  crible_screening_options question = {.ruleset = values[RULESET], .as_of = values[AS_OF]};
  cr_source_options source;
  cr_source_options_read(&source, SOURCE, values, given, given_count);
  crible_status status = cr_screened_open(&screened, operands[0], &source, &question);
  if (status == CRIBLE_OK && readings_asked)
    status = crible_readings_run(&readings, screened.screening);
  format.readings = readings;
  if (status == CRIBLE_OK) {
    cr_diagnostics_print(screened.context);
    exit_status = write_report(screened.context, screened.screening, &format, values, operands[0]);
  } else {
    exit_status = cr_session_fail(screened.context, status, operands[0]);
  }
  crible_readings_free(readings);
  cr_screened_free(&screened);
  return exit_status;
}

const cr_verb cr_verb_screen = {
    .name = "screen",
    .operands = N_("DOSSIER"),
    .summary = N_("Say whether a candidate is free of foreign control, and why."),
    .page =
        N_("DOSSIER is a folder with a file dossier.xml, such a file, or a zip of such a folder;\n"
           "or, with --candidate, a file of BODS 0.2 to 0.4 or of a register, plain, in gzip or in zip,\n"
           "or a table of the holders of the company of that name: CSV, XLSX or ODS;\n"
           "or, with --subject, the answer of a French register on the company of that SIREN;\n"
           "or a folder or zip in Open Cap Format.\n"
           "\n"
           "The criteria are those of clause 3.1 of the SecNumCloud support call: what\n"
           "entities seated outside the European Union hold of the capital and of the voting\n"
           "rights, one alone and together; their vetoes; majorities of organs. Each is met,\n"
           "violated or undetermined; one violated criterion makes the candidate ineligible.\n"
           "All figures are exact. A printed one is never rounded across a ceiling; \"…\" marks\n"
           "digits left out, \"20 … 50 %\" is a range, \"> 20\" an end that is not reached.\n"
           "\n"
           "With --format csv one table is written, chosen with --table: the criteria, the holders\n"
           "(directly and in total), the chains with every factor, the sources, the verdict, or\n"
           "all one below the other. With --format xlsx all are sheets of one workbook. The exact\n"
           "fraction stands beside each percentage, which is cut after twelve decimals.\n"
           "\n"
           "With --matches, parties that a person confirmed to be one in a file of 'crible match'\n"
           "are one: what each source says of them is evidence of the same facts.\n"
           "\n"
           "Other readings of the law, the strict one and each with one choice of the ruleset\n"
           "made otherwise, show whether the verdict is robust. They are run on a terminal and\n"
           "with --readings, which lists those that flip the verdict (flips), that change a\n"
           "figure or a status too (changes, the default), or all. An eligible verdict is never\n"
           "given without having run them: if one gives another verdict, that stands beside it.\n"
           "\n"
           "Exit status: 0 eligible, 1 ineligible, 2 undetermined, 64 wrong arguments,\n"
           "65 something in the dossier or ruleset is wrong, 66 it does not exist or cannot\n"
           "be opened, 69 WeasyPrint, which writes PDF, is not installed, 70 internal error,\n"
           "74 reading or writing failed.\n"
           "\n"
           "Environment: CRIBLE_DATA_DIR names the folder of rulesets and lists; NO_COLOR,\n"
           "when not empty, turns colours off (they are never used outside a terminal).\n"
           "\n"
           "Examples:\n"
           "  crible screen montagne/\n"
           "  crible screen montagne/ --as-of 2023-02-15 --exact\n"
           "  crible screen montagne/ --readings=all\n"
           "  crible screen montagne/ --format json --output result.json\n"
           "  crible screen montagne/ --table holders > holders.csv\n"
           "  crible screen montagne/ --format pdf --output montagne.pdf\n"
           "  crible screen montagne/ --format xlsx --output montagne.xlsx\n"
           "  crible screen register.json --candidate 969500ABCDEFGHIJKL42 --as-of 2023-02-15\n"
           "  crible screen montagne/ --with lei.zip --with rr.zip --with psc.json.gz\n"
           "  crible screen holders.xlsx --candidate 'Montagne SAS' --as-of 2023-02-15\n"
           "  crible screen links.json --subject 552100554 --as-of 2023-02-15\n"),
    .options = options,
    .option_count = OPTIONS,
    .operand_least = 1,
    .operand_most = 1,
    .run_given = run};
