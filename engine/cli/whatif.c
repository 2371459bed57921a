/* crible whatif DOSSIER --add … --sell … --set …: the verdict before and after changes. */

#include <crible/whatif.h>

#include "engine/cli/diagnostics.h"
#include "engine/cli/output.h"
#include "engine/cli/report_format.h"
#include "engine/cli/session.h"
#include "engine/cli/source.h"
#include "engine/cli/terminal.h"
#include "engine/cli/verb.h"
#include "engine/cli/words.h"

enum {
  ADD, SELL, SET, RULESET, AS_OF, SOURCE, FORMAT = SOURCE + CR_SOURCE_OPTIONS, EXACT, OUTPUT, OPTIONS
};

static const cr_cli_option options[OPTIONS] = {
    [ADD] = {"add", 'a', N_("CHANGE"), N_("somebody comes in"), true},
    [SELL] = {"sell", 's', N_("CHANGE"), N_("a holder sells"), true},
    [SET] = {"set", 'S', N_("CHANGE"), N_("a fact is another: a seat, a stake, a right…"), true},
    [RULESET] = {"ruleset", 'r', N_("ID|FILE"),
                 N_("thresholds and readings of the law (secnumcloud-2023)"), false},
    [AS_OF] = {"as-of", 'd', N_("DATE"), N_("date of the facts, YYYY-MM-DD (the collection's)"), false},
    CR_SOURCE_OPTION_LIST(SOURCE, 0),
    [FORMAT] = {"format", 'f', "text|json", N_("how the result is written (text)"), false},
    [EXACT] = {"exact", 'e', NULL, N_("show fractions beside the percentages"), false},
    [OUTPUT] = {"output", 'o', N_("FILE"), N_("write there instead of the terminal"), false}};

/* Writes the report and gives the exit status by the verdict after. */
static int write_report(crible_context *context, const crible_whatif *whatif,
                        const crible_report_options *format, const char *output,
                        const char *path) {
  char *text = NULL;
  size_t length = 0;
  crible_status status = crible_whatif_report(&text, &length, whatif, format);
  if (status != CRIBLE_OK) return cr_session_fail(context, status, path);
  bool written = cr_output_write(output, text, length);
  crible_text_free(context, text);
  return written ? (int)crible_screening_verdict(crible_whatif_after(whatif)) : CR_EXIT_IO;
}

/* The changes among the options given; how many. */
static int read_changes(crible_change *out, const cr_given *given, int given_count) {
  static const crible_change_kind kinds[] = {
      [ADD] = CRIBLE_ADD, [SELL] = CRIBLE_SELL, [SET] = CRIBLE_SET};
  int count = 0;
  for (int i = 0; i < given_count; i++)
    if (given[i].option <= SET)
      out[count++] = (crible_change){kinds[given[i].option], given[i].value};
  return count;
}

static int run(const char *const *values, const char *const *operands, const cr_given *given,
               int given_count) {
  crible_change changes[CR_MOST_GIVEN];
  crible_report_options format;
  const int change_count = read_changes(changes, given, given_count);
  if (change_count == 0) {
    cr_terminal_complain(_("whatif needs a change: --add, --sell or --set"));
    return CR_EXIT_USAGE;
  }
  if (!cr_report_format_read(&format, values[FORMAT], values[OUTPUT], values[EXACT] != NULL))
    return CR_EXIT_USAGE;
  int exit_status;
  crible_context *context = NULL;
  crible_dossier *dossier = NULL;
  crible_whatif *whatif = NULL;
  crible_screening_options question = {.ruleset = values[RULESET], .as_of = values[AS_OF]};
  cr_source_options source;
  cr_source_options_read(&source, SOURCE, values, given, given_count);
  crible_status status = cr_session_open(&context);
  if (status == CRIBLE_OK) status = cr_source_open(&dossier, context, operands[0], &source);
  if (status == CRIBLE_OK)
    status = crible_whatif_run(&whatif, dossier, &question, changes, (size_t)change_count);
  if (status == CRIBLE_OK) {
    cr_diagnostics_print(context);
    exit_status = write_report(context, whatif, &format, values[OUTPUT], operands[0]);
  } else {
    exit_status = cr_session_fail(context, status, operands[0]);
  }
  crible_whatif_free(whatif);
  crible_dossier_free(dossier);
  crible_context_free(context);
  return exit_status;
}

const cr_verb cr_verb_whatif = {
    .name = "whatif",
    .operands = "DOSSIER",
    .summary = N_("Say what a change would make of the verdict."),
    .page = N_(
        "DOSSIER, registers beside it and what a person confirmed are as of 'crible screen'.\n"
        "\n"
        "The changes come true one after the other, on the day that is screened and in memory\n"
        "only. Verdicts and figures before and after stand side by side; \"*\" marks a criterion\n"
        "whose status changes.\n"
        "\n"
        "A change is words \"name=value\"; a value with blanks stands between quotes.\n"
        "\n"
        "  --add \"holder=WHO [of=COMPANY] AMOUNT [class=ID] [from=ID|issue]\"\n"
        "  --sell \"holder=ID [of=COMPANY] AMOUNT [class=ID] to=WHO\"\n"
        "  --set \"FACT=WHICH [of=PARTY] name=value… \" or --set \"FACT=WHICH [of=PARTY] remove\"\n"
        "\n"
        "COMPANY and PARTY are the candidate unless said. WHO is a party of the dossier by its id,\n"
        "or somebody new, told by country=XX and if need be kind= (company), name=, form=, manager=,\n"
        "trustee=, members=. AMOUNT is shares=500, capital=5% or votes=5% (of the whole, after the\n"
        "issue if there is one; votes as one class states them, double votes apart); several must\n"
        "say the same where lots are stated. from= says who gives the shares up: a holder, who must\n"
        "have them; \"issue\" for new shares, which dilute everybody; nobody for holders not known.\n"
        "\n"
        "FACT is seat, stake, lot, class, complete, organ, right, control or party; WHICH the kind of\n"
        "seat (or all), the holder of the stake or lot, the id of the class, organ, right or party,\n"
        "what is complete, or who is controlled. The other words are the attributes of that element\n"
        "of a dossier; those not named stay as they are. crible(1) says more.\n"
        "\n"
        "Exit status: that of the verdict after, 0 eligible, 1 ineligible, 2 undetermined; 64 wrong\n"
        "arguments or a change that cannot be, 65 something in the dossier or ruleset is wrong,\n"
        "66 it does not exist or cannot be opened, 70 internal error, 74 reading or writing failed.\n"
        "\n"
        "Examples:\n"
        "  crible whatif montagne/ --add \"holder=acme country=US capital=5% from=bonnet\"\n"
        "  crible whatif montagne/ --add \"holder='Acme Inc.' country=US capital=10% from=issue\"\n"
        "  crible whatif montagne/ --sell \"holder=bonnet shares=500 to=alpha\"\n"
        "  crible whatif montagne/ --set \"seat=central-administration of=alpha country=US\"\n"
        "  crible whatif montagne/ --set \"stake=acme of=alpha capital=[25%,30%]\"\n"
        "  crible whatif montagne/ --with rr.zip --sell \"holder=bonnet shares=500 to=alpha\"\n"
        "  crible whatif montagne/ --set \"right=r1 remove\" --set \"complete=rights\"\n"),
    .options = options,
    .option_count = OPTIONS,
    .operand_least = 1,
    .operand_most = 1,
    .run_given = run};
